// Follows the payment of an order: after each report from Bib, each decision of the back office,
// and at the due time, it decides the state again and sends the notifications.
import type { PaymentState } from '@rmtools/contracts/crm/payment-rules'
import type { PayerVerdict, Payment } from '@rmtools/contracts/crm/payments'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { crmJobs } from '../../jobs.ts'
import { addEvent } from '../queries.ts'
import { decisionsOn, keepPayment, lockPayment } from './queries.ts'
import { paymentOf } from './rules.ts'
import { notifyOfPayment } from './notifying.ts'

// A payment in the last second is reported minutes later: do not announce too early that it is
// missing.
const GRACE_MS = 10 * 60_000

/**
 * Decides the payment state of an instruction and sends the notifications, unless the instruction
 * was cancelled here.
 */
export async function followPayment(tx: Transaction, id: string, now: Date): Promise<void> {
  const kept = await lockPayment(tx, id)
  if (!kept) return
  const { said, paying, wasCancelledHere, version: _, ...about } = kept
  const decisions = await decisionsOn(tx, id)
  const payment = paymentOf(said, { ...about, decisions, now: now.toISOString() })
  if (isSame(payment, paying)) return
  await keepPayment(tx, id, payment)
  if (payment?.dueAt && payment.dueAt !== paying?.dueAt) await lookAtDueTime(tx, id, payment.dueAt)
  if (wasCancelledHere || !payment || !isNews(payment, paying)) return
  if (!saidByStatus(payment, paying))
    await addEvent(tx, id, {
      status: kept.status,
      by: 'bib',
      about: 'payment',
      data: stepOf(payment, null),
    })
  await notifyOfPayment(tx, id, payment)
}

// The status of the order already shows that payment is awaited, and that the order is paid.
const saidByStatus = ({ state }: Payment, before: Payment | null): boolean =>
  state === 'paid' || (state === 'waiting' && before === null)

/** An entry of the time line. */
export function stepOf(
  { state, amount, received, missing, excess }: Payment,
  verdict: PayerVerdict | null,
) {
  return { state, amount, received, missing, excess, verdict }
}

const isSame = (one: Payment | null, other: Payment | null): boolean => {
  const text = (of: Payment | null) => of && JSON.stringify(sorted({ ...of, changedAt: '' }))
  return text(one) === text(other)
}

// jsonb does not keep the order of keys.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => [key, sorted(one)])
}

// Refunds and the end of an order have notifications of their own.
const toldElsewhere: readonly PaymentState[] = ['refunding', 'refunded', 'ended']

function isNews(payment: Payment, before: Payment | null): boolean {
  if (toldElsewhere.includes(payment.state)) return false
  if (payment.state !== before?.state) return true
  if (payment.state === 'waiting') return isOtherRequest(payment, before)
  return payment.state === 'short' && payment.received !== before.received
}

/** Whether the account, the amount or the time to pay is another than before. */
const isOtherRequest = (payment: Payment, before: Payment): boolean =>
  payment.number !== before.number ||
  payment.amount !== before.amount ||
  payment.dueAt !== before.dueAt

async function lookAtDueTime(tx: Transaction, instructionId: string, dueAt: string) {
  await addJob(
    tx,
    crmJobs.paymentDue,
    { companyId: companyOf(tx), instructionId },
    { runAt: new Date(Date.parse(dueAt) + GRACE_MS) },
  )
}
