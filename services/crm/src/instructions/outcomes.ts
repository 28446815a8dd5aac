// Tells the investor what became of an order: allotted, paid out, refused, cancelled.
import { foreignAddresses } from '@rmtools/contracts/crm/message-addresses'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import type { Transaction } from '@rmtools/kit/db'
import { clientReason, typedReason } from '@rmtools/look/client-reasons'
import { formatDate, formatUnits } from '@rmtools/look/format'
import type { CrmPorts } from '../ports.ts'
import { amountText } from '../message-templates/rules.ts'
import { allotmentOf } from './bib/queries.ts'
import { PAYMENT_EXPIRED } from './payments/rules.ts'
import { documentedById, instructionById, type DocumentedRow } from './queries.ts'
import { tellInvestor } from './results.ts'

/** Tells of a state that Bib has reported: each once, whatever order the reports come in. */
export async function notifyOfOutcome(
  tx: Transaction,
  id: string,
  { status, reason }: { status: InstructionStatus; reason: string | null },
): Promise<void> {
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  if (status === 'allocated' || status === 'settled') await notifyOfAllotment(tx, instruction)
  if (status === 'settled') await notifyOfSettlement(tx, instruction)
  const isRefused = status === 'rejected' || status === 'cancelled'
  // Whoever signs the repetition needs no word about the order that it replaces.
  if (isRefused && !(await isRepeated(tx, id))) await notifyOfRefusal(tx, instruction, reason)
}

const isRepeated = async (tx: Transaction, id: string) =>
  (await instructionById(tx, id))?.repeatedBy != null

async function notifyOfAllotment(tx: Transaction, instruction: DocumentedRow): Promise<void> {
  const { id, currency } = instruction
  const got = await allotmentOf(tx, id)
  // Without a NAV there is nothing to confirm yet; a later report brings it.
  if (got?.nav == null || got.units === null) return
  const { units, nav, navDate, amount, target } = got
  await tellInvestor(tx, instruction, {
    kind: 'order-allotted',
    once: `allotted:${id}`,
    figures: (language) => ({
      units: withTarget(units, target?.units, (figure) => formatUnits(figure, language)),
      nav: withTarget(nav, target?.nav, (figure) => formatUnits(figure, language)),
      navDate: formatDate(navDate, language),
      amount: amountText(currency, amount ?? instruction.amount ?? '0', language),
    }),
  })
}

/** A switch has figures of two products. */
function withTarget(
  own: string,
  target: string | null | undefined,
  text: (figure: string) => string,
): string {
  return target == null ? text(own) : `${text(own)} → ${text(target)}`
}

/** A redemption ends with money on the account; other orders end with their units. */
async function notifyOfSettlement(tx: Transaction, instruction: DocumentedRow): Promise<void> {
  const { id, type, currency, bankAccount } = instruction
  const paid = type === 'redemption' ? await allotmentOf(tx, id) : undefined
  if (paid?.amount == null) return
  const { amount } = paid
  await tellInvestor(tx, instruction, {
    kind: 'order-settled',
    once: `settled:${id}`,
    figures: (language) => ({
      amount: amountText(currency, amount, language),
      account: bankAccount ?? '–',
    }),
  })
}

/** Tells of a refusal, with its reason in plain words. */
export async function notifyOfRefusal(
  tx: Transaction,
  instruction: DocumentedRow,
  reason: string | null,
): Promise<void> {
  // An order that was not paid in time has a message of its own, which says what not to do any more.
  if (reason?.startsWith(PAYMENT_EXPIRED)) return
  await tellInvestor(tx, instruction, {
    kind: 'order-refused',
    once: `refused:${instruction.id}`,
    figures: (language) => ({ reason: clientReason(reason, language) }),
  })
}

/** Tells of a cancellation here, with what the canceller wrote if it leads nowhere. */
export async function notifyOfCancelling(
  tx: Transaction,
  id: string,
  reason: string,
  { publicUrl }: Pick<CrmPorts, 'publicUrl'>,
): Promise<void> {
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  const typed = typedReason(reason)
  const isHarmless = typed !== null && foreignAddresses(typed, publicUrl).length === 0
  const said = isHarmless ? typed : ''
  await tellInvestor(tx, instruction, {
    kind: 'order-cancelled',
    once: `cancelled:${id}`,
    figures: () => ({ reason: said }),
  })
}
