import type { Problem } from '@rmtools/contracts/problem'
import { problemText, requestText } from '@rmtools/look/problems'
import { useSay } from '../base/language.ts'
import { words } from './words.ts'
import styles from './SignInLayout.module.css'

/**
 * What went wrong and what to do. The element is always rendered, so that screen readers announce
 * its content.
 */
export function ProblemAlert({ problem }: { problem: Problem | null }) {
  const say = useSay()
  const seconds = problem?.status === 429 ? problem.retryAfterSeconds : undefined
  return (
    <div role="alert">
      {problem && (
        <p className={styles['problem']}>
          {problemText(problem.code, say.language)}{' '}
          {seconds !== undefined && say(words.wait, { seconds: Math.ceil(seconds) })}{' '}
          {requestText(problem, say.language)}
        </p>
      )}
    </div>
  )
}
