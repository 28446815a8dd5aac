// The effect of Bib's report on a payment: parse Bib's format, compare payers with the investor,
// decide the state. Pure.
import { readPayment, type PaymentReceipt, type PaymentRequest } from '@rmtools/bib/payments'
import type { Refund } from '@rmtools/contracts/crm/instruction-results'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { matchNames } from '@rmtools/contracts/crm/name-match'
import {
  eachOnce,
  paymentStateOf,
  sumsOf,
  type PaymentFacts,
  type ReceiptStanding,
} from '@rmtools/contracts/crm/payment-rules'
import type { PayerVerdict, Payment, PaymentMethod } from '@rmtools/contracts/crm/payments'
import { isQrisFor } from '@rmtools/contracts/crm/qris'
import { compare, plus } from '@rmtools/contracts/decimals'

/** Bib's reason code for an order that was not paid in time. */
export const PAYMENT_EXPIRED = 'PAYMENT_EXPIRED'

export type Decision = {
  receiptId: string
  verdict: PayerVerdict
  reason: string
  byName: string | null
  at: string
  /** Bib no longer held the money: its report counts instead. */
  isRefused: boolean
}

/** The facts besides Bib's report by which a payment is judged. */
export type About = {
  status: InstructionStatus
  statusReason: string | null
  investorName: string
  currency: string
  amount: string | null
  refund: Refund | null
  decisions: readonly Decision[]
  now: string
}

const methods: Record<PaymentRequest['method'], PaymentMethod> = {
  VIRTUAL_ACCOUNT: 'virtual-account',
  TRANSFER: 'transfer',
  QRIS: 'qris',
  DIRECT_DEBIT: 'direct-debit',
}

/**
 * Whether the amount to pay matches the order: an amount in another scale or currency is never
 * shown as payable.
 */
function isOfOrder({ amount, currency, fee }: PaymentRequest, order: About): boolean {
  const ordered = order.amount ?? '0'
  const expected = fee && !fee.isInside ? plus(ordered, fee.amount) : ordered
  return currency === order.currency && compare(amount, expected) === 0
}

function standingOf(
  { id, status, payerName }: PaymentReceipt,
  { decisions, investorName }: About,
): ReceiptStanding {
  if (status === 'RETURNED') return 'returned'
  const decision = decisions.find(({ receiptId }) => receiptId === id)
  if (decision?.isRefused) return status === 'HELD' ? 'held' : 'taken'
  if (decision) return decision.verdict === 'accept' ? 'taken' : 'returned'
  const isOther = payerName !== null && matchNames(payerName, investorName) === 'weak'
  return status === 'HELD' || isOther ? 'held' : 'taken'
}

/** A payment as stored and shown; null if Bib has reported none. */
export function paymentOf(said: object | null, about: About): Payment | null {
  if (said === null) return null
  const read = readPayment(said)
  if (!read || !isOfOrder(read, about)) return askOffice(about)
  // A code that pays something else is dropped; the account beside it still holds.
  const qris = read.qris !== null && isQrisFor(read.qris, read) ? read.qris : null
  if (read.method === 'QRIS' && qris === null) return askOffice(about)
  const receipts = eachOnce(read.receipts).map((one) => ({
    ...one,
    standing: standingOf(one, about),
  }))
  const facts = factsOf(about, { due: { amount: read.amount, at: read.dueAt }, receipts })
  const { method, bankName, bankCode, virtualAccount, holderName, reference } = read
  const { amount, currency, fee, dueAt, returns } = read
  return {
    state: paymentStateOf(facts),
    bankName,
    bankCode,
    holderName,
    reference,
    qris,
    amount,
    currency,
    fee,
    dueAt,
    method: methods[method],
    number: virtualAccount,
    ...sumsOf(facts),
    receipts: receipts.map(({ status: _, ...one }) => ({
      ...one,
      decision: decisionOn(one.id, about),
    })),
    returns: eachOnce(returns).map(({ cause, status, ...one }) => ({
      ...one,
      cause: cause === 'EXCESS' ? 'excess' : 'other-payer',
      status: status === 'PAID' ? 'paid' : 'pending',
    })),
    changedAt: about.now,
  }
}

function factsOf(
  { status, statusReason, refund, now }: About,
  money: Pick<PaymentFacts, 'due' | 'receipts'>,
): PaymentFacts {
  const hasExpired = status === 'rejected' && (statusReason?.startsWith(PAYMENT_EXPIRED) ?? false)
  return { ...money, status, refund: refund?.status ?? null, hasExpired, now }
}

function decisionOn(id: string, { decisions }: About) {
  const found = decisions.find(({ receiptId }) => receiptId === id)
  if (!found) return null
  const { verdict, reason, byName, at } = found
  return { verdict, reason, byName, at }
}

const nothing = {
  method: 'unknown',
  bankName: null,
  bankCode: null,
  number: null,
  holderName: null,
  reference: null,
  qris: null,
  amount: null,
  currency: null,
  fee: null,
  dueAt: null,
  received: '0.00',
  missing: '0.00',
  excess: '0.00',
  receipts: [],
  returns: [],
} as const satisfies Partial<Payment>

function askOffice(about: About): Payment {
  const facts = factsOf(about, { due: null, receipts: [] })
  return {
    ...nothing,
    receipts: [],
    returns: [],
    state: paymentStateOf(facts),
    changedAt: about.now,
  }
}

/** What Bib did with a receipt: the verdict that comes to the same, or null for none. */
export function effectOf(said: object | null, receiptId: string): PayerVerdict | null {
  const receipt = readPayment(said ?? {})?.receipts.find(({ id }) => id === receiptId)
  if (receipt?.status === 'TAKEN') return 'accept'
  return receipt?.status === 'RETURNED' ? 'return' : null
}

/** When the last money that counts arrived. */
export function paidAt({ receipts }: Pick<Payment, 'receipts'>): string | null {
  const taken = receipts.filter(({ standing }) => standing === 'taken').map(({ at }) => at)
  return taken.toSorted((a, b) => Date.parse(a) - Date.parse(b)).at(-1) ?? null
}
