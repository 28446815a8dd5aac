// Notifications about a payment: what the investor has to do, what happened for the RM, what the
// back office has to decide.
import type { KindsOf } from '@rmtools/contracts/auth/notification-kinds'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { PaymentState } from '@rmtools/contracts/crm/payment-rules'
import type { PayerVerdict, Payment } from '@rmtools/contracts/crm/payments'
import type { Transaction } from '@rmtools/kit/db'
import { companyOf } from '@rmtools/kit/scope'
import { formatInstant } from '@rmtools/look/format'
import { amountText, type Language } from '../../message-templates/rules.ts'
import { notifyOfInstruction, tellRmOfInstruction } from '../../notifications/notify.ts'
import { reviewersIn } from '../limits/queries.ts'
import { documentedById, type DocumentedRow } from '../queries.ts'
import { tellInvestor } from '../results.ts'

type Told = {
  /** The RM's notification; the state of the order covers an awaited payment. */
  rm?: Exclude<KindsOf<'instruction'>, 'instruction.unusual'>
  investor?: MessageKind
  /** The back office gets the same text as the RM. */
  office?: true
}

const news: Readonly<Record<PaymentState, Told>> = {
  waiting: { investor: 'payment-due' },
  short: { rm: 'instruction.payment-short', investor: 'payment-short' },
  paid: { rm: 'instruction.paid', investor: 'payment-received' },
  over: { rm: 'instruction.payment-excess', investor: 'payment-excess' },
  twice: { rm: 'instruction.payment-excess', investor: 'payment-excess' },
  late: { rm: 'instruction.payment-late', investor: 'payment-late' },
  held: { rm: 'instruction.payment-held', investor: 'payment-held', office: true },
  unpaid: { rm: 'instruction.unpaid', investor: 'payment-missed' },
  'ask-office': { rm: 'instruction.payment-unclear', office: true },
  refunding: {},
  refunded: {},
  ended: {},
}

/** Of a plan: nobody pays a debit by hand, and what was not paid is tried again or skipped. */
const isToldByPlan = ({ mandate }: DocumentedRow, { state, method }: Payment): boolean =>
  mandate !== null && (state === 'unpaid' || (state === 'waiting' && method === 'direct-debit'))

/** Notifies of a payment's new state. */
export async function notifyOfPayment(
  tx: Transaction,
  id: string,
  payment: Payment,
): Promise<void> {
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  if (isToldByPlan(instruction, payment)) return
  const { rm, investor, office } = news[payment.state]
  if (rm) await tellRmOfInstruction(tx, instruction, rm)
  if (rm && office) await notifyOffice(tx, instruction, rm)
  if (!investor) return
  // Payment details are wanted at once, wherever the investor looks first.
  const isByBoth = investor === 'payment-due'
  await tellInvestor(tx, instruction, { kind: investor, figures: figuresOf(payment), isByBoth })
}

/**
 * Notifies of the back office's decision about a payment by somebody else. An accepted one counts
 * as paid.
 */
export async function notifyOfVerdict(
  tx: Transaction,
  id: string,
  { verdict, amount }: { verdict: PayerVerdict; amount: string },
): Promise<void> {
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  const isReturned = verdict === 'return'
  await tellRmOfInstruction(
    tx,
    instruction,
    isReturned ? 'instruction.payer-returned' : 'instruction.payer-accepted',
  )
  if (!isReturned) return
  await tellInvestor(tx, instruction, {
    kind: 'payment-returned',
    figures: (language) => ({ amount: amountText(instruction.currency, amount, language) }),
  })
}

/** Notifies RM and office that Bib had disposed of the money before it got the decision. */
export async function notifyOfRefusal(tx: Transaction, id: string): Promise<void> {
  const instruction = await documentedById(tx, id)
  if (!instruction) return
  await tellRmOfInstruction(tx, instruction, 'instruction.payer-too-late')
  await notifyOffice(tx, instruction, 'instruction.payer-too-late')
}

async function notifyOffice(
  tx: Transaction,
  { id, investorName, product }: DocumentedRow,
  kind: NonNullable<Told['rm']>,
): Promise<void> {
  const params = { investorName, productName: product.name }
  for (const userId of await reviewersIn(tx, companyOf(tx)))
    await notifyOfInstruction(tx, userId, id, { kind, params })
}

/** The amount to mention is the missing or excess one. */
function spokenOf({ state, amount, missing, excess, received }: Payment): string {
  if (state === 'short') return missing
  if (state === 'over' || state === 'twice') return excess
  return state === 'held' || state === 'late' ? received : (amount ?? '0.00')
}

const figuresOf = (payment: Payment) => (language: Language) => {
  const { currency, bankName, number, dueAt } = payment
  return {
    amount: amountText(currency ?? 'IDR', spokenOf(payment), language),
    bankName: bankName ?? '',
    account: number ?? 'QRIS',
    dueAt: dueAt === null ? '' : formatInstant(dueAt, language),
  }
}
