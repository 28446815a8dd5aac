// Applies Bib's reports on instructions.
import type { InstructionStatusEvent } from '@rmtools/bib/events'
import type { InstructionRecord } from '@rmtools/bib/internal'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import type { Transaction } from '@rmtools/kit/db'
import { navDateFor } from '@rmtools/contracts/crm/nav-date'
import { jakarta } from '@rmtools/kit/clock'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { crmJobs } from '../jobs.ts'
import type { CrmPorts } from '../ports.ts'
import { tellRmOfInstruction } from '../notifications/notify.ts'
import { NAV_DATE_CHANGED, sendLink } from './approval/link.ts'
import { applyBibChange, keepRefund, lockKnown } from './bib/queries.ts'
import { correctionOf, isOnlyPayingBack, refundNewsOf, type Known } from './bib/rules.ts'
import { followPayment } from './payments/following.ts'
import { notifyOfOutcome } from './outcomes.ts'
import { followRun } from './plans/runs/following.ts'
import {
  addEvent,
  documentedById,
  marketHolidays,
  moveInstruction,
  type DocumentedRow,
} from './queries.ts'
import { notifyOfCorrection, notifyOfRefund } from './results.ts'

const statuses: Record<InstructionStatusEvent['data']['status'], InstructionStatus> = {
  QUEUED: 'sent',
  RECEIVED: 'received',
  PAYMENT_PENDING: 'payment-pending',
  PAID: 'paid',
  SENT_TO_IM: 'sent-to-manager',
  ALLOCATED: 'allocated',
  SETTLED: 'settled',
  REJECTED: 'rejected',
  CANCELLED: 'cancelled',
}
const onItsWay: ReadonlySet<InstructionStatus> = new Set([
  'sent',
  'received',
  'payment-pending',
  'paid',
  'sent-to-manager',
])
const worthTelling = ['payment-pending', 'allocated', 'settled', 'rejected', 'cancelled'] as const
const isWorthTelling = (status: InstructionStatus): status is (typeof worthTelling)[number] =>
  worthTelling.some((one) => one === status)

const isCarriedOut = (status: InstructionStatus): boolean =>
  status === 'allocated' || status === 'settled'

const beforeBib: ReadonlySet<InstructionStatus> = new Set([
  'draft',
  'awaiting-approval',
  'declined',
  'expired',
])

type Heard = Pick<InstructionStatusEvent, 'data' | 'sequence' | 'aggregateId' | 'occurredAt'>

/** Applies Bib's response about an instruction, like the event with the same content. */
export async function applyInstructionRecord(
  tx: Transaction,
  record: InstructionRecord,
  ports: CrmPorts,
): Promise<boolean> {
  const { sequence, updatedAt: occurredAt, ...data } = record
  return await applyInstructionStatus(
    tx,
    { data, sequence, aggregateId: record.sourceId, occurredAt },
    ports,
  )
}

/**
 * Queues the cancellation of an instruction at Bib, in case Bib received it. It uses the queue of
 * the hand-over, so the two never run at once.
 */
export async function requestCancelling(
  tx: Transaction,
  instructionId: string,
  reason: string,
): Promise<void> {
  await addJob(tx, crmJobs.bibCancel, { companyId: companyOf(tx), instructionId, reason })
}

/** Applies an event; false if it is not newer than the stored state. */
export async function applyInstructionStatus(
  tx: Transaction,
  event: Heard,
  ports: CrmPorts,
): Promise<boolean> {
  const { data, sequence, aggregateId, occurredAt } = event
  const known = await lockKnown(tx, aggregateId)
  if (!known || sequence <= known.bibSequence) return false
  const reason = data.reason
    ? [data.reason.code, data.reason.detail].filter(Boolean).join(': ')
    : null
  const money = refundNewsOf(known, data, { at: occurredAt, reason })
  // While the investor is asked again, and once Bib only returns money, Bib's status belongs to an
  // earlier round.
  const isOfBefore = beforeBib.has(known.status) || isOnlyPayingBack(known, money)
  if (isOfBefore && !money) return false
  if (!isOfBefore) await applyState(tx, event, { known, reason, ports })
  if (money) {
    await keepRefund(tx, aggregateId, { refund: money.refund, sequence })
    await notifyOfRefund(tx, aggregateId, money.step)
  }
  await followPayment(tx, aggregateId, ports.clock.now())
  await followRun(tx, aggregateId, ports)
  return true
}

type Applying = { known: Known; reason: string | null; ports: CrmPorts }

async function applyState(
  tx: Transaction,
  event: Heard,
  { known, reason, ports }: Applying,
): Promise<void> {
  const { data, sequence, aggregateId, occurredAt } = event
  // An instruction cancelled here and rejected there stays cancelled: nobody is asked for another
  // date.
  const isRefusedTo = known.status === 'cancelled' && data.status === 'REJECTED'
  const status = isRefusedTo ? 'cancelled' : statuses[data.status]
  const statusReason = isRefusedTo ? known.statusReason : reason
  const correction = correctionOf(known, data)
  await applyBibChange(tx, aggregateId, {
    status,
    sequence,
    reference: data.reference,
    statusReason,
    navDate: data.navDate,
    nav: data.nav,
    units: data.units,
    amount: data.amount,
    fee: data.fee,
    target: data.target,
    payment: data.payment,
    isNewRound: data.status === 'QUEUED' || data.status === 'RECEIVED',
    settledOn: data.status === 'SETTLED' ? data.settlementDate : null,
    correctedAt: data.corrected && (correction || known.nav === null) ? occurredAt : null,
  })
  if (isRefusedTo) return
  if (correction) await notifyOfCorrection(tx, aggregateId, { status, correction })
  if (status !== known.status) await applyStep(tx, event, { known, status, statusReason, ports })
}

type Step = {
  known: Known
  status: InstructionStatus
  statusReason: string | null
  ports: CrmPorts
}

/**
 * Under a mandate another NAV date needs no new consent: the instruction is sent again for the one
 * that Bib named, or for the next one if that has passed too.
 */
async function sendAgain(
  tx: Transaction,
  { id, product, navDate: named }: DocumentedRow,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<void> {
  const soonest = navDateFor(jakarta(clock.now()), product.cutOff, await marketHolidays(tx))
  const changes = { navDate: named > soonest ? named : soonest, statusReason: null }
  await moveInstruction(tx, id, { from: ['rejected'], to: 'approved', changes })
  await addJob(tx, crmJobs.bibInstruction, { companyId: companyOf(tx), instructionId: id })
}

const toldByPlan: ReadonlySet<InstructionStatus> = new Set([
  'rejected',
  'cancelled',
  'payment-pending',
])

/** Applies the consequences of a new state. */
async function applyStep(
  tx: Transaction,
  { data, aggregateId }: Heard,
  { known, status, statusReason, ports }: Step,
): Promise<void> {
  await addEvent(tx, aggregateId, { status, by: 'bib', detail: statusReason })
  // Cancelled here while Bib accepted it and its reply was lost.
  if (known.status === 'cancelled' && onItsWay.has(status))
    await requestCancelling(tx, aggregateId, known.statusReason ?? '-')
  // The cut-off passed in transit: the investor must consent to the later date.
  const isOfDate = data.status === 'REJECTED' && data.reason?.code === 'NAV_DATE_CHANGED'
  const instruction = await documentedById(tx, aggregateId)
  if (instruction?.mandate) {
    if (isOfDate && !data.refund) return await sendAgain(tx, instruction, ports)
    // The plan tells of its runs that fail, and that money is wanted need not be reported to the RM.
    if (toldByPlan.has(status)) return
  } else if (isOfDate) return void (await sendLink(tx, aggregateId, ports, NAV_DATE_CHANGED))
  if (!isWorthTelling(status)) return
  // A cancellation here has told the investor already; that it came too late is news again.
  if (!known.wasCancelledHere || isCarriedOut(status))
    await notifyOfOutcome(tx, aggregateId, { status, reason: statusReason })
  if (instruction) await tellRmOfInstruction(tx, instruction, `instruction.${status}`, statusReason)
}
