import { useId } from 'react'
import type { InstructionDocument } from '@rmtools/contracts/crm/approvals'
import { amountInWords } from '@rmtools/look/amount-words'
import { formatInstant } from '@rmtools/look/format'
import { quantityOf } from '@rmtools/look/order-words'
import { useSpeech } from '../base/language.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { Figure } from '../ui/Figure.tsx'
import { Notice } from '../ui/Notice.tsx'
import { Page } from '../ui/Page.tsx'
import { RiskScale } from '../ui/RiskScale.tsx'
import { Rows } from '../ui/Rows.tsx'
import { Sender } from '../ui/Sender.tsx'
import { changesBetween, cutOffWords, factsOf, fitWords } from './facts.ts'
import { ProblemAlert } from '../ui/ProblemAlert.tsx'
import type { StepProps } from './step.ts'
import { words } from './words.ts'

/** The instruction: sender, amount, product, date, risk, and changes since it was first shown. */
export function ReviewStep({
  view,
  sender,
  before,
  problem,
  proceed,
  go,
  copy,
}: StepProps & { before: InstructionDocument | null; proceed: () => void; copy: string }) {
  const { language, say } = useSpeech()
  const { document, expiresAt, needsCertifiedSignature } = view
  const quantity = quantityOf(document, language)
  // The quantity is shown above in large figures; the risk has its own section.
  const rows = factsOf(document, language).filter(
    ({ key }) => !['quantity', 'risk', 'profile'].includes(key),
  )
  const foot = (
    <>
      <Button kind="quiet" onPress={() => go('decline')}>
        {say(words.decline)}
      </Button>
      {!needsCertifiedSignature && <Button onPress={proceed}>{say(words.proceed)}</Button>}
    </>
  )
  return (
    <Page
      company={document.companyName}
      eyebrow={say(words.asks(document.rmName))}
      title={say(words.title[document.type])}
      progress={{ at: 1, of: 3 }}
      foot={foot}
    >
      {before && <Changes before={before} now={document} />}
      {!before && problem && <ProblemAlert problem={problem} />}
      {needsCertifiedSignature && (
        <Notice tone="warning" title={say(words.certifiedTitle)}>
          {say(words.certifiedText)}
        </Notice>
      )}
      <div className="stack">
        <Figure>{quantity}</Figure>
        {document.amount !== null && (
          <p>{amountInWords(document.amount, document.currency, language)}</p>
        )}
        <p className="lead">{say(words.on(document.investorName))}</p>
      </div>
      <Rows
        rows={[
          ...rows,
          {
            key: 'licence',
            label: say(words.licence),
            value: document.licenceNumber,
            more: document.rmName,
          },
        ]}
      />
      <Section title={say(words.timing)}>
        <p>{say(cutOffWords(document))}</p>
      </Section>
      <Section title={say(words.risk)}>
        <RiskScale level={document.riskLevel} band={document.riskBand} />
        {document.aboveRiskProfile ? (
          <Notice tone="warning">{say(fitWords(document))}</Notice>
        ) : (
          <p>{say(fitWords(document))}</p>
        )}
      </Section>
      <Section title={say(words.document)}>
        <div className="button-row">
          <LinkButton href={copy} isNewTab isSmall>
            {say(words.pdf)}
          </LinkButton>
          <LinkButton
            href={copy}
            download={`${document.productCode}-${document.instructionId.slice(0, 8)}.pdf`}
            isSmall
            kind="quiet"
          >
            {say(words.download)}
          </LinkButton>
        </div>
        <p className="caption">{say(words.pdfHint)}</p>
      </Section>
      <Sender {...sender} />
      <p className="caption">{say(words.validUntil(formatInstant(expiresAt, language)))}</p>
    </Page>
  )
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}

function Changes({ before, now }: { before: InstructionDocument; now: InstructionDocument }) {
  const { language, say } = useSpeech()
  return (
    <Notice tone="warning" title={say(words.changedTitle)} isAlert>
      <p>{say(words.changedText)}</p>
      <Rows
        rows={changesBetween(before, now, language).map(({ key, label, before: was, now: is }) => ({
          key,
          label,
          value: <strong>{is}</strong>,
          ...(was === '' ? {} : { more: `${say(words.was)} ${was}` }),
        }))}
      />
    </Notice>
  )
}
