import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { formatDate, formatInstant } from '@rmtools/look/format'
import { nouns } from '@rmtools/look/words'
import { quantityOf } from '@rmtools/look/order-words'
import { useSpeech } from '../base/language.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Sender } from '../ui/Sender.tsx'
import type { Answer, Sender as From } from './api.ts'
import { matterOf } from './facts.ts'
import { LaterPayment } from './LaterPayment.tsx'
import { doneWords, nextSteps } from './words.ts'

type OrderType = InstructionDocument['type']

/** The last step: the decision, a copy, and what happens next. */
export function Done({
  answer,
  document,
  sender,
  copy,
  token,
}: {
  answer: Answer
  document: InstructionDocument
  sender: From
  copy: string
  token: string
}) {
  const { language, say } = useSpeech()
  const isApproved = answer.status === 'approved'
  const navDate = answer.navDate || document.navDate
  return (
    <Page
      company={document.companyName}
      title={say(doneWords[answer.status])}
      mark={<Mark isGood={isApproved} />}
    >
      <p className="lead">
        {say(
          isApproved
            ? doneWords.approvedText(matterOf(document), formatDate(navDate, language))
            : doneWords.declinedText,
        )}
      </p>
      <Rows
        rows={[
          { key: 'quantity', label: say(nouns.amount), value: quantityOf(document, language) },
          {
            key: 'at',
            label: say(isApproved ? doneWords.at : doneWords.answeredAt),
            value: formatInstant(answer.at, language),
          },
          {
            key: 'id',
            label: say(doneWords.id),
            value: document.instructionId.slice(0, 8).toUpperCase(),
          },
        ]}
      />
      {isApproved && (
        <>
          <LaterPayment token={token}>
            {(isPaying) => <NextSteps type={document.type} isPaying={isPaying} />}
          </LaterPayment>
          <LinkButton href={copy} isNewTab>
            {say(doneWords.copy)}
          </LinkButton>
        </>
      )}
      <Sender {...sender} />
      <p className="caption">{say(doneWords.close)}</p>
    </Page>
  )
}

/** What happens next; once the money has come, only the last step is left. */
function NextSteps({ type, isPaying }: { type: OrderType; isPaying: boolean }) {
  const { say } = useSpeech()
  const steps = isPaying ? nextSteps[type] : nextSteps[type].slice(-1)
  return (
    <section className="stack">
      <h2>{say(doneWords.next)}</h2>
      {steps.length === 1 ? (
        steps.map((step) => <p key={step.id}>{say(step)}</p>)
      ) : (
        <ol className="numbered stack">
          {steps.map((step) => (
            <li key={step.id}>{say(step)}</li>
          ))}
        </ol>
      )}
    </section>
  )
}
