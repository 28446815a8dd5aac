import type { ReactNode } from 'react'
import type { Problem } from '@rmtools/contracts/problem'
import { amountInWords } from '@rmtools/look/amount-words'
import { formatInstant, formatMoney } from '@rmtools/look/format'
import { useSpeech } from '../base/language.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Sender } from '../ui/Sender.tsx'
import type { Sender as From, View } from './api.ts'
import { linesOf, scheduleOf } from './facts.ts'
import { words } from './words.ts'

type Props = {
  view: View
  sender: From
  problem: Problem | null
  proceed: () => void
  decline: () => void
  copy: string
}

/** The plan before it is signed: amount, funds, days, account, and how it ends. */
export function PlanReview({ view, sender, problem, proceed, decline, copy }: Props) {
  const { language, say } = useSpeech()
  const { document, nextRuns, isChange, expiresAt, needsCertifiedSignature } = view
  const amount = formatMoney(document.amount, document.currency, language)
  const foot = (
    <>
      <Button kind="quiet" onPress={decline}>
        {say(words.decline)}
      </Button>
      {!needsCertifiedSignature && <Button onPress={proceed}>{say(words.proceed)}</Button>}
    </>
  )
  return (
    <Page
      company={document.companyName}
      eyebrow={say(words.asks(document.rmName))}
      title={say(isChange ? words.changeTitle : words.title)}
      progress={{ at: 1, of: 3 }}
      foot={foot}
    >
      {problem && <ProblemAlert problem={problem} />}
      {isChange && <Notice>{say(words.isChange)}</Notice>}
      {needsCertifiedSignature && (
        <Notice tone="warning" title={say(words.certifiedTitle)}>
          {say(words.certifiedText)}
        </Notice>
      )}
      <div className="stack">
        <Figure>{amount}</Figure>
        <p>
          {say(words.eachMonth)}: {amountInWords(document.amount, document.currency, language)}
        </p>
        <p className="lead">{say(words.on(document.investorName))}</p>
      </div>
      <Part title={say(words.funds)}>
        <Rows rows={linesOf(document.lines, document.currency, language)} />
      </Part>
      <Part title={say(words.when)}>
        <Rows rows={scheduleOf({ ...document, nextRuns }, language)} />
        <p>{say(words.retry)}</p>
        <p>{say(words.revocable)}</p>
      </Part>
      <Part title={say(words.document)}>
        <div className="button-row">
          <LinkButton href={copy} isNewTab isSmall>
            {say(words.pdf)}
          </LinkButton>
        </div>
      </Part>
      <Sender {...sender} />
      <p className="caption">{say(words.validUntil(formatInstant(expiresAt, language)))}</p>
    </Page>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="stack" aria-label={title}>
      <h2>{title}</h2>
      {children}
    </section>
  )
}
