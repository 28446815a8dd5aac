// The status of an order's payment, decided from facts: what is due when, the receipts with their
// payers, the refunds. Pure: the server stores the decision, and the screens count down to the same
// due time.
import { compare, minus, plus, total } from '../decimals.ts'
import { NamedList } from '../list-names.ts'
import type { InstructionStatus } from './instruction-statuses.ts'

export const paymentStates = NamedList('PaymentState', [
  'waiting',
  'short',
  'paid',
  'over',
  'twice',
  'late',
  'held',
  'unpaid',
  'refunding',
  'refunded',
  'ended',
  'ask-office',
])
export type PaymentState = (typeof paymentStates)[number]

/**
 * Money is expected, or somebody has to act on a receipt: the states that the back office's list
 * shows.
 */
export const openPaymentStates = [
  'waiting',
  'short',
  'held',
  'ask-office',
] as const satisfies readonly PaymentState[]
/** The order is paid. */
export const paidStates = ['paid', 'over', 'twice'] as const satisfies readonly PaymentState[]
/** The order failed for lack of payment: it may be repeated for the next NAV date. */
export const repeatableStates = [
  'unpaid',
  'refunding',
  'refunded',
] as const satisfies readonly PaymentState[]

/**
 * Whether an order may be repeated: it was not paid, and the investor is not being asked again for
 * the same one.
 */
export function isRepeatable({ type, status, payment, planId }: Repeatable): boolean {
  // A plan tries again automatically.
  if (planId) return false
  const hasEnded = status === 'rejected' || status === 'cancelled' || status === 'payment-pending'
  return type === 'subscription' && hasEnded && isOneOf(repeatableStates, payment?.state ?? 'paid')
}
type Repeatable = {
  type: string
  planId?: string | null
  status: InstructionStatus
  payment: { state: PaymentState } | null
}

export const isOpenPayment = (state: PaymentState): boolean => isOneOf(openPaymentStates, state)
export const isPaidState = (state: PaymentState): boolean => isOneOf(paidStates, state)
function isOneOf(states: readonly PaymentState[], state: PaymentState): boolean {
  return states.includes(state)
}

/**
 * taken: counts towards the order; held: from another payer, to be decided; returned: on its way
 * back to its payer, or returned.
 */
export const receiptStandings = ['taken', 'held', 'returned'] as const
export type ReceiptStanding = (typeof receiptStandings)[number]
export type ReceiptFact = { id: string; amount: string; at: string; standing: ReceiptStanding }

export type PaymentFacts = {
  /** Null: Bib's payment details have an unknown format, or contradict the order. */
  due: { amount: string; at: string } | null
  receipts: readonly ReceiptFact[]
  refund: 'pending' | 'paid' | null
  status: InstructionStatus
  /** Bib ended the order because it was not paid in time. */
  hasExpired: boolean
  now: string
}

const afterPayment: readonly InstructionStatus[] = [
  'paid',
  'sent-to-manager',
  'allocated',
  'settled',
]
// Payment is expected only then: before, and while the investor is asked again, the account named
// last no longer applies.
const withMoney: readonly InstructionStatus[] = ['payment-pending', ...afterPayment]

export type PaymentSums = { received: string; missing: string; excess: string }

/** The receipts that count, the missing amount, and the excess. */
export function sumsOf({ due, receipts }: Pick<PaymentFacts, 'due' | 'receipts'>): PaymentSums {
  const received = total(taken(receipts).map(({ amount }) => amount))
  const rest = due ? minus(due.amount, received) : '0'
  return {
    received: asMoney(received),
    missing: asMoney(compare(rest, '0') > 0 ? rest : '0'),
    excess: asMoney(compare(rest, '0') < 0 ? minus('0', rest) : '0'),
  }
}

const asMoney = (amount: string) => plus(amount, '0.00')

/**
 * The state that follows from the facts, whatever the order of the receipts, and when one is
 * reported twice.
 */
export function paymentStateOf(facts: PaymentFacts): PaymentState {
  const { due, refund, status, receipts } = facts
  if (refund !== null) return refund === 'paid' ? 'refunded' : 'refunding'
  if (due === null) return withMoney.includes(status) ? 'ask-office' : 'ended'
  if (receipts.some(({ standing }) => standing === 'held')) return 'held'
  const own = taken(receipts)
  if (own.length === 0) return withoutMoney(facts, due.at)
  const { missing, excess } = sumsOf(facts)
  if (compare(missing, '0') > 0) return 'short'
  if (isAtOrAfter(completedAt(own, due.amount), due.at)) return 'late'
  if (compare(excess, '0') === 0) return 'paid'
  const whole = own.filter(({ amount }) => compare(amount, due.amount) >= 0)
  return whole.length > 1 ? 'twice' : 'over'
}

function withoutMoney({ status, hasExpired, now }: PaymentFacts, dueAt: string): PaymentState {
  // A Bib that does not report receipts shows by the status that the order is paid.
  if (afterPayment.includes(status)) return 'paid'
  if (hasExpired) return 'unpaid'
  if (!withMoney.includes(status)) return 'ended'
  return isAtOrAfter(now, dueAt) ? 'unpaid' : 'waiting'
}

/** Each once, as it was reported last. */
export function eachOnce<One extends { id: string }>(reported: readonly One[]): One[] {
  return [...new Map(reported.map((one) => [one.id, one])).values()]
}

/** The receipts that count, in order of arrival. */
function taken(receipts: readonly ReceiptFact[]): ReceiptFact[] {
  return eachOnce(receipts)
    .filter(({ standing }) => standing === 'taken')
    .toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.id < b.id ? -1 : 1))
}

/** When the amount became complete; only call it if it is. */
function completedAt(own: readonly ReceiptFact[], amount: string): string {
  let sum = '0'
  for (const { amount: part, at } of own) {
    sum = plus(sum, part)
    if (compare(sum, amount) >= 0) return at
  }
  return ''
}

/** A payment exactly at the cut-off is late, like the order itself. */
const isAtOrAfter = (at: string, dueAt: string): boolean => Date.parse(at) >= Date.parse(dueAt)
