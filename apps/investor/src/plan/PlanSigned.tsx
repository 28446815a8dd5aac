import { formatInstant, formatMoney } from '@rmtools/look/format'
import { planWords } from '@rmtools/look/plan-words'
import { useSpeech } from '../base/language.tsx'
import { LinkButton } from '../ui/Button.tsx'
import { Mark } from '../ui/Mark.tsx'
import { Page } from '../ui/Page.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Sender } from '../ui/Sender.tsx'
import type { Answer, Sender as From, View } from './api.ts'
import { scheduleOf } from './facts.ts'
import { words } from './words.ts'

type Props = { answer: Answer; view: View; sender: From; copy: string }

/** The last step: the decision, the days that follow, a copy. */
export function PlanSigned({ answer, view: { document, isChange }, sender, copy }: Props) {
  const { language, say } = useSpeech()
  const isSigned = answer.status === 'signed'
  const said = saidOf(isSigned, isChange)
  return (
    <Page company={document.companyName} title={say(said.title)} mark={<Mark isGood={isSigned} />}>
      <p className="lead">{say(said.text)}</p>
      <Rows
        rows={[
          {
            key: 'amount',
            label: planWords.perRun[language],
            value: formatMoney(document.amount, document.currency, language),
          },
          ...(isSigned
            ? [
                {
                  key: 'at',
                  label: planWords.signedAt[language],
                  value: formatInstant(answer.at, language),
                },
                ...scheduleOf({ ...document, nextRuns: answer.nextRuns }, language),
              ]
            : []),
        ]}
      />
      {isSigned && (
        <LinkButton href={copy} isNewTab>
          {say(words.copy)}
        </LinkButton>
      )}
      <Sender {...sender} />
      <p className="caption">{say(words.close)}</p>
    </Page>
  )
}

function saidOf(isSigned: boolean, isChange: boolean) {
  if (isSigned) return { title: words.signed, text: words.signedText }
  return isChange
    ? { title: words.declinedChange, text: words.declineChangeText }
    : { title: words.declined, text: words.declineText }
}
