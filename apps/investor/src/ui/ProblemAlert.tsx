import type { Problem } from '@rmtools/contracts/problem'
import { clientProblemText, requestText } from '@rmtools/look/client-problems'
import { useSpeech } from '../base/language.tsx'
import { Notice } from './Notice.tsx'

/** What went wrong and what to do, announced at once by screen readers. */
export function ProblemAlert({ problem }: { problem: Problem }) {
  const { language } = useSpeech()
  return (
    <Notice tone="danger" isAlert>
      {clientProblemText(problem.code, language)} {requestText(problem, language)}
    </Notice>
  )
}
