// The life cycle of an instruction: QUEUED, RECEIVED, (PAYMENT_PENDING, PAID,) SENT_TO_IM,
// ALLOCATED, SETTLED; REJECTED or CANCELLED in between.
import { forbidden, notFound, Problem } from '@rmtools/contracts/problem'
import {
  notCancellable,
  sourceIdTaken,
  type InstructionRecord,
  type InstructionSubmission,
} from '../internal.ts'
import type { InstructionStatus } from '../terms.ts'
import { allocate, allocateAhead } from './allocation.ts'
import { exchangeDayAfter, navDateAt, wibInstant } from './calendar.ts'
import { fingerprintOf } from './fingerprint.ts'
import {
  instructionById,
  instructionBySource,
  recordOf,
  save,
  subjectOf,
  submissionOf,
  type InstructionRow,
} from './instruction-rows.ts'
import { investorByExternal } from './investors.ts'
import { askForMoney, closeAccount, collect, prepareMoney, refundOf } from './money.ts'
import { refusalOf } from './refusals.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

const cancellable: ReadonlySet<string> = new Set<InstructionStatus>([
  'QUEUED',
  'RECEIVED',
  'PAYMENT_PENDING',
  'PAID',
  'SENT_TO_IM',
])

/** Registers the scheduled work of instructions. */
export function prepareInstructions(world: World): void {
  world.on('instruction-step', (id) => step(world, instructionById(world, id)))
  world.on('instruction-settle', (id) => settle(world, instructionById(world, id)))
  prepareMoney(world)
}

/**
 * Accepts an instruction. The same content again changes nothing; after NAV_DATE_CHANGED new
 * content starts again.
 */
export function createInstruction(
  world: World,
  tenant: string,
  input: InstructionSubmission,
): InstructionRecord {
  if (input.tenant !== tenant)
    throw new Problem(forbidden, { detail: 'tenant differs from x-tenant' })
  const fingerprint = fingerprintOf(input)
  const known = instructionBySource(world, tenant, input.sourceId)
  if (known) {
    const record = recordOf(known)
    if (known.fingerprint === fingerprint) return record
    if (record.status !== 'REJECTED' || record.reason?.code !== 'NAV_DATE_CHANGED')
      throw new Problem(sourceIdTaken)
  }
  const investor = investorByExternal(world, tenant, input.externalId)
  const now = world.clock.now()
  const record = newRecord(input, known ? recordOf(known) : undefined, now)
  world.store.run(
    `insert into instruction (tenant, source_id, investor, status, fingerprint, record, submission, received, updated)
      values (?, ?, ?, 'QUEUED', ?, ?, ?, ?, ?)
      on conflict (tenant, source_id) do update set investor = excluded.investor, status = excluded.status, nav_date = null,
        fingerprint = excluded.fingerprint, record = excluded.record, submission = excluded.submission, updated = excluded.updated`,
    tenant,
    input.sourceId,
    investor.id,
    fingerprint,
    JSON.stringify(record),
    JSON.stringify(input),
    now,
    now,
  )
  const id = instructionBySource(world, tenant, input.sourceId)?.id
  world.clock.schedule(now + world.tickMs, 'instruction-step', String(id))
  return record
}

function newRecord(
  input: InstructionSubmission,
  former: InstructionRecord | undefined,
  now: number,
): InstructionRecord {
  return {
    sourceId: input.sourceId,
    reference: former?.reference ?? `TRX-${crypto.randomUUID().slice(0, 13).toUpperCase()}`,
    externalId: input.externalId,
    type: input.type,
    productCode: input.productCode,
    targetProductCode: input.targetProductCode ?? null,
    status: 'QUEUED',
    navDate: null,
    nav: null,
    units: input.units ?? null,
    amount: input.amount ?? null,
    fee: null,
    target: null,
    corrected: false,
    payment: null,
    refund: null,
    settlementDate: null,
    reason: null,
    sequence: former?.sequence ?? 0,
    updatedAt: new Date(now).toISOString(),
  }
}

/**
 * Cancels an instruction before the cut-off of its NAV date; repeating it changes nothing. Throws
 * 404, or 409 not-cancellable.
 */
export function cancelInstruction(
  world: World,
  tenant: string,
  input: { id: string; tenant: string; reason: string },
): InstructionRecord {
  if (input.tenant !== tenant)
    throw new Problem(forbidden, { detail: 'tenant differs from x-tenant' })
  const row = instructionBySource(world, tenant, input.id)
  if (!row) throw new Problem(notFound)
  const record = recordOf(row)
  if (record.status === 'CANCELLED') return record
  const isLate = record.status === 'SENT_TO_IM' && world.clock.now() >= cutOffOf(world, record)
  if (!cancellable.has(record.status) || isLate) throw new Problem(notCancellable)
  return save(world, row, { status: 'CANCELLED', ...refundOf(world, row) })
}

// For a product without a cut-off Bib accepts, until the end of its working day, what the agent
// accepted in time.
const AGENTS_OWN = '16:00'

function cutOffOf(world: World, record: InstructionRecord): number {
  return wibInstant(
    record.navDate ?? '',
    productOf(world, record.productCode)?.cutOff ?? AGENTS_OWN,
  )
}

function step(world: World, row: InstructionRow): void {
  const { status, type } = recordOf(row)
  switch (status) {
    case 'QUEUED':
      return receive(world, row)
    case 'RECEIVED':
      return type === 'SUBSCRIPTION' ? request(world, row) : sendToManager(world, row)
    case 'PAYMENT_PENDING':
      return takeMoney(world, row)
    case 'PAID':
      return sendToManager(world, row)
    default:
      // Cancelled or refused meanwhile.
      return
  }
}

const next = (world: World, row: InstructionRow) =>
  world.clock.schedule(world.clock.now() + world.tickMs, 'instruction-step', String(row.id))

/**
 * The NAV date of an instruction that is complete at an instant, or a later one that the investor
 * asked for.
 */
function navDateAtTime(world: World, row: InstructionRow, at: number): string {
  const { productCode, expectedNavDate } = submissionOf(row)
  const possible = navDateAt(at, productOf(world, productCode)?.cutOff ?? AGENTS_OWN)
  return possible > expectedNavDate ? possible : expectedNavDate
}

function rejectForDate(world: World, row: InstructionRow, navDate: string): void {
  const detail = `The cut-off passed; the NAV of ${navDate} would apply`
  save(world, row, {
    status: 'REJECTED',
    navDate,
    reason: { code: 'NAV_DATE_CHANGED', field: '/expectedNavDate', detail },
    ...refundOf(world, row),
  })
}

function receive(world: World, row: InstructionRow): void {
  const reason = refusalOf(world, row)
  if (reason) return void save(world, row, { status: 'REJECTED', reason })
  const { expectedNavDate } = submissionOf(row)
  let navDate = navDateAtTime(world, row, world.clock.now())
  if (world.faults.take('cutOffPassed', subjectOf(world, row))) navDate = exchangeDayAfter(navDate)
  if (navDate !== expectedNavDate) return rejectForDate(world, row, navDate)
  save(world, row, { status: 'RECEIVED', navDate })
  next(world, row)
}

function request(world: World, row: InstructionRow): void {
  askForMoney(world, row, cutOffOf(world, recordOf(row)))
  next(world, row)
}

/** The money must also arrive before the cut-off (DOMAIN.md section 6). */
function takeMoney(world: World, row: InstructionRow): void {
  const outcome = collect(world, row)
  if (outcome === 'waiting') return
  const updated = instructionById(world, String(row.id))
  const navDate = navDateAtTime(world, row, outcome.paidAt)
  if (navDate !== recordOf(updated).navDate) return rejectForDate(world, updated, navDate)
  next(world, row)
}

function sendToManager(world: World, row: InstructionRow): void {
  const { type } = recordOf(row)
  if (type === 'SUBSCRIPTION' && world.faults.take('rejectedAfterPayment', subjectOf(world, row))) {
    const reason = {
      code: 'MANAGER_REFUSED',
      field: null,
      detail: 'The fund manager refused the subscription after the payment',
    }
    return void save(world, row, { status: 'REJECTED', reason, ...refundOf(world, row) })
  }
  save(world, row, { status: 'SENT_TO_IM' })
  // With a slow clock the NAV may already be published.
  allocate(world, instructionById(world, String(row.id)))
}

function settle(world: World, row: InstructionRow): void {
  if (recordOf(row).status === 'ALLOCATED') save(world, row, { status: 'SETTLED' })
}

export const carriedTo = ['OVERDUE', 'ALLOCATED', 'SETTLED'] as const
export type CarriedTo = (typeof carriedTo)[number]

/**
 * Carries one instruction through the coming days, at the NAV that its date will have, while the
 * clock and everything else stay: a tour can show a settlement without leaving Bib in the future.
 * OVERDUE: to the due time of its payment only, which passes if the money is not there. Returns the
 * record as far as it got.
 */
export function carryOut(
  world: World,
  tenant: string,
  { sourceId, until }: { sourceId: string; until: CarriedTo },
): InstructionRecord {
  const now = () => {
    const row = instructionBySource(world, tenant, sourceId)
    if (!row) throw new Problem(notFound)
    return row
  }
  for (let row = now(); steps.has(recordOf(row).status); row = now()) {
    step(world, row)
    if (recordOf(now()).status === recordOf(row).status) break
  }
  if (until === 'OVERDUE') closeAccount(world, now())
  else allocateAhead(world, now())
  if (until === 'SETTLED') settle(world, now())
  return recordOf(now())
}

const steps: ReadonlySet<string> = new Set<InstructionStatus>([
  'QUEUED',
  'RECEIVED',
  'PAYMENT_PENDING',
  'PAID',
])
