// The order, its suitability, and the result from Bib.
import { Link } from '@tanstack/react-router'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { reasonText } from '@rmtools/look/bib-words'
import { amountInWords } from '@rmtools/look/amount-words'
import { messageWords } from '@rmtools/look/client-message-words'
import { formatPercent } from '@rmtools/look/format'
import { refundState } from '@rmtools/look/instruction-events'
import { paymentFields } from '@rmtools/look/payment-words'
import { planWords } from '@rmtools/look/plan-words'
import { productFields } from '@rmtools/look/product-fields'
import { instructionStates } from '@rmtools/look/states'
import { nouns } from '@rmtools/look/words'
import { quantityOf } from '@rmtools/look/order-words'
import { fileOf } from '../base/files.ts'
import { useSay, type Say } from '../base/language.ts'
import { paths } from '../base/paths.ts'
import { LinkSent } from '../links/LinkSent.tsx'
import { FileButton } from '../ui/Download.tsx'
import { KeyValues, type KeyValue } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Page.tsx'
import { bandText } from '../ui/risk.ts'
import { State } from '../ui/State.tsx'
import { At, Code, Day, Money, Units } from '../ui/values.tsx'
import { cutOffWords, typeWords, words } from './words.ts'

type Props = { instruction: Instruction }
/** The product's cut-off; undefined until loaded, null if not available. */
type CutOff = { cutOff: string | null | undefined }

export function OrderSection({
  instruction,
  cutOff,
  paidBy,
}: Props & CutOff & { paidBy: string | null }) {
  const say = useSay()
  const file = fileOf('instructions', 'document', { id: instruction.id, language: say.language })
  const {
    investorId,
    investorName,
    type,
    productCode,
    productName,
    targetProductCode,
    targetProductName,
  } = instruction
  const items: KeyValue[] = [
    [say(nouns.investor), <Link to={paths.investor(investorId)}>{investorName}</Link>],
    [say(words.type), say(typeWords[type])],
    [say(nouns.product), <Link to={paths.product(productCode)}>{productName}</Link>],
    ...(instruction.planId
      ? ([
          [
            say(planWords.plan),
            <Link to={paths.plan(instruction.planId)}>{say(words.openPlan)}</Link>,
          ],
        ] satisfies KeyValue[])
      : []),
    ...(targetProductCode
      ? ([
          [
            say(words.target),
            <Link to={paths.product(targetProductCode)}>{targetProductName}</Link>,
          ],
        ] satisfies KeyValue[])
      : []),
    [say(words.quantity), <Quantity instruction={instruction} />],
    [say(nouns.fee), <Fee instruction={instruction} />],
    [say(words.navDate), <NavDate instruction={instruction} cutOff={cutOff} />],
    ...(paidBy === null
      ? []
      : ([[say(paymentFields.paidBy), <PaidBy date={paidBy} />]] satisfies KeyValue[])),
    ...(type === 'redemption'
      ? ([[say(words.toAccount), say(words.ofInvestor)]] satisfies KeyValue[])
      : []),
    [say(words.seller), <Seller instruction={instruction} />],
    ...(instruction.status === 'awaiting-approval'
      ? ([
          [say(words.linkUntil), <At at={instruction.linkExpiresAt} />],
          [say(messageWords.linkSent), <LinkSent kind="approval" id={instruction.id} />],
        ] satisfies KeyValue[])
      : []),
    ...(instruction.statusReason
      ? ([
          [say(words.reason), reasonText(instruction.statusReason, say.language)],
        ] satisfies KeyValue[])
      : []),
  ]
  return (
    <Section
      title={say(words.order)}
      actions={
        <div>
          <FileButton file={file} word={say(words.pdf)} as="view" type="text" />
          <FileButton file={file} word={say(words.savePdf)} type="text" />
        </div>
      }
    >
      <KeyValues items={items} />
    </Section>
  )
}

/** The payment deadline and how it is calculated. */
function PaidBy({ date }: { date: string }) {
  const say = useSay()
  return (
    <>
      <Day date={date} />
      <div className="faint">{say(paymentFields.paidByHint)}</div>
    </>
  )
}

function Quantity({ instruction }: Props) {
  const { language } = useSay()
  const inWords = amountInWords(instruction.amount, instruction.currency, language)
  return (
    <>
      <strong className="figures">{quantityOf(instruction, language)}</strong>
      {inWords === '' ? null : <div className="faint">{inWords}</div>}
    </>
  )
}

function Fee({ instruction: { feePercent, feeAmount, currency } }: Props) {
  const say = useSay()
  const percent = formatPercent(feePercent, say.language)
  if (feeAmount === null) return say(words.estimatedFee, { percent })
  return (
    <>
      <Money amount={feeAmount} currency={currency} /> <span className="faint">({percent})</span>
    </>
  )
}

function Seller({ instruction: { rmName, licenceNumber } }: Props) {
  return (
    <>
      {rmName} · <Code>{licenceNumber}</Code>
    </>
  )
}

const OPEN = new Set(['draft', 'awaiting-approval'])
const ENDED = new Set(['declined', 'expired', 'cancelled'])

function cutOffWordOf(status: string) {
  if (OPEN.has(status)) return cutOffWords.open
  return ENDED.has(status) ? cutOffWords.ended : cutOffWords.final
}

/** The NAV date and the deadline for it, in words. */
function NavDate({ instruction: { navDate, status, planId }, cutOff }: Props & CutOff) {
  const say = useSay()
  const time = say.language === 'id' ? cutOff?.replace(':', '.') : cutOff
  return (
    <>
      <Day date={navDate} />
      {cutOff !== null && !planId && (
        <div className="faint">{time ? say(cutOffWordOf(status), { time }) : '\u00A0'}</div>
      )}
    </>
  )
}

export function SuitabilitySection({
  instruction: { type, riskLevel, riskBand, aboveRiskProfile },
}: Props) {
  const say = useSay()
  const fit = aboveRiskProfile ? words.above : words.fits
  const verdict = type === 'redemption' ? words.notAsked : fit
  return (
    <Section title={say(words.suitability)}>
      <KeyValues
        items={[
          [say(productFields.riskLevel.label), bandText(say, riskLevel)],
          [say(words.profile), riskBand === null ? say(words.noProfile) : bandText(say, riskBand)],
        ]}
      />
      <p style={aboveRiskProfile ? { color: 'var(--warning)' } : {}}>{say(verdict)}</p>
    </Section>
  )
}

const BEFORE_BIB = new Set([
  'draft',
  'awaiting-approval',
  'approved',
  'declined',
  'expired',
  'cancelled',
])

export function ResultSection({ instruction }: Props) {
  const say = useSay()
  const {
    status,
    bibReference,
    allocatedUnits,
    allocatedNav,
    allocatedAmount,
    currency,
    settledOn,
  } = instruction
  const { allocatedTarget, correctedAt } = instruction
  if (bibReference === null && BEFORE_BIB.has(status))
    return (
      <Section title={say(words.result)}>
        <p className="faint">{say(words.noResult)}</p>
      </Section>
    )
  return (
    <Section title={say(words.result)}>
      <KeyValues
        items={[
          [say(words.status), <State state={instructionStates[status]} />],
          [say(words.reference), <Code>{bibReference}</Code>],
          [say(words.allocated), <Units units={allocatedUnits} />],
          [say(words.allocatedNav), <Units units={allocatedNav} />],
          [say(words.allocatedAmount), <Money amount={allocatedAmount} currency={currency} />],
          ...(allocatedTarget
            ? ([
                [say(words.allocatedInto), <Units units={allocatedTarget.units} />],
                [say(words.allocatedIntoNav), <Units units={allocatedTarget.nav} />],
              ] satisfies KeyValue[])
            : []),
          ...(correctedAt
            ? ([[say(words.correctedAt), <At at={correctedAt} />]] satisfies KeyValue[])
            : []),
          [say(words.settledOn), <Day date={settledOn} />],
          ...refundItems(say, instruction),
        ]}
      />
    </Section>
  )
}

/** The refund: amount, reason, date and status. */
function refundItems(say: Say, { refund, currency }: Instruction): KeyValue[] {
  if (!refund) return []
  return [
    [say(words.refund), <Money amount={refund.amount} currency={currency} />],
    [say(words.refundState), <State state={refundState(refund.status)} />],
    ...(refund.reason
      ? ([[say(words.refundReason), reasonText(refund.reason, say.language)]] satisfies KeyValue[])
      : []),
    [say(words.refundSince), <At at={refund.announcedAt} />],
    ...(refund.paidAt
      ? ([[say(words.refundPaid), <At at={refund.paidAt} />]] satisfies KeyValue[])
      : []),
  ]
}
