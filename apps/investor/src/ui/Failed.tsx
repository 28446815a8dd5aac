import type { Problem } from '@rmtools/contracts/problem'
import { clientProblemText, requestText } from '@rmtools/look/client-problems'
import { both, useSpeech } from '../base/language.tsx'
import { Button } from './Button.tsx'
import { Page } from './Page.tsx'

const words = {
  title: both('Halaman belum dapat dimuat', 'The page could not be loaded'),
  retry: both('Coba lagi', 'Try again'),
}

/** A page that failed to load, with a retry. */
export function Failed({ problem, retry }: { problem: Problem; retry: () => void }) {
  const { say, language } = useSpeech()
  const number = requestText(problem, language)
  return (
    <Page
      company="RMTools"
      title={say(words.title)}
      foot={<Button onPress={retry}>{say(words.retry)}</Button>}
    >
      <p className="lead">{clientProblemText(problem.code, language)}</p>
      {number && <p className="lead">{number}</p>}
    </Page>
  )
}
