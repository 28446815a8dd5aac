import { useEffect } from 'react'
import { formatInstant } from '@rmtools/look/format'
import { useSpeech } from '../base/language.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Sender } from '../ui/Sender.tsx'
import type { Sender as From, Submitted as Answer } from './api.ts'
import { submitWords as words } from './words.ts'

/** The last page: confirms the submission and says what happens next. */
export function Submitted({ answer, sender }: { answer: Answer; sender: From }) {
  const { language, say } = useSpeech()
  useEffect(() => history.replaceState(null, '', location.pathname), [])
  return (
    <Page company={sender.companyName} title={say(words.doneTitle)} mark={<Mark isGood />}>
      <p className="lead">{say(words.doneText)}</p>
      <Rows
        rows={[
          { key: 'at', label: say(words.at), value: formatInstant(answer.submittedAt, language) },
        ]}
      />
      <section className="stack">
        <h2>{say(words.nextTitle)}</h2>
        <ol className="numbered stack">
          {words.next.map((step) => (
            <li key={step.id}>{say(step)}</li>
          ))}
        </ol>
      </section>
      <Sender {...sender} />
    </Page>
  )
}
