// Pausing, resuming and ending a plan, by whoever may: the RM, the back office, the investor.
import { pausedByInvestor, planEnded } from '@rmtools/contracts/crm/plan-problems'
import { openPlanStatuses, type PlanStatus } from '@rmtools/contracts/crm/plan-rules'
import { Problem, wrongState } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../ports.ts'
import { voidMandateLinks } from '../approval/queries.ts'
import { addEvent, moveInstruction } from '../queries.ts'
import { requestCancelling } from '../from-bib.ts'
import { endMandates, latestMandate, mandateInForce, type MandateRow } from './mandate/queries.ts'
import { addPlanEvent, lockPlan, movePlan, planById, type PlanRow } from './queries.ts'
import { dueFrom } from './rules.ts'
import { followRun } from './runs/following.ts'
import { giveUpRetries, progressOf, unsentOf } from './runs/queries.ts'
import { tellInvestorOfChange, tellRmOfPlan } from './telling.ts'

export type Acting = {
  by: 'rm' | 'back-office' | 'investor'
  reason: string | null
  ports: Pick<CrmPorts, 'clock' | 'publicUrl'>
}

/** Whether a plan buys nothing any more. */
export const isEnded = (status: PlanStatus): boolean =>
  !openPlanStatuses.some((open) => open === status)

/** Locks a plan that has not ended. Throws 404, plan-ended. */
export async function openPlan(tx: Transaction, id: string): Promise<PlanRow> {
  const plan = existing((await lockPlan(tx, id)) ? await planById(tx, id) : undefined)
  if (isEnded(plan.status)) throw new Problem(planEnded)
  return plan
}

/** Pauses a plan. Runs that wait for another try are given up. Throws plan-ended, wrong-state. */
export async function pausePlan(
  tx: Transaction,
  id: string,
  { by, reason, ports }: Acting,
): Promise<void> {
  await openPlan(tx, id)
  if (!(await movePlan(tx, id, { from: ['active'], to: 'paused', reason, pausedBy: by })))
    throw new Problem(wrongState)
  await giveUpRetries(tx, id)
  await addPlanEvent(tx, id, { what: 'paused', by, detail: reason })
  await tellBoth(tx, id, { by, ports, kind: 'plan.paused', words: words.paused })
}

/**
 * Resumes a plan from the next day that has not been run. Throws plan-ended, wrong-state,
 * paused-by-investor.
 */
export async function resumePlan(
  tx: Transaction,
  id: string,
  { by, ports }: Acting,
): Promise<void> {
  const plan = await openPlan(tx, id)
  if (plan.pausedBy === 'investor' && by !== 'investor') throw new Problem(pausedByInvestor)
  const { lastPeriod } = await progressOf(tx, id)
  const nextDueOn = dueFrom(plan, { today: jakarta(ports.clock.now()).date, lastPeriod })
  if (!(await movePlan(tx, id, { from: ['paused'], to: 'active', nextDueOn })))
    throw new Problem(wrongState)
  await addPlanEvent(tx, id, { what: 'resumed', by })
  await tellBoth(tx, id, { by, ports, kind: 'plan.resumed', words: words.resumed })
}

/**
 * Ends a plan for good: its mandates and links end, runs that wait for another try are given up,
 * and instructions that Bib does not have yet are cancelled. Throws plan-ended.
 */
export async function endPlan(
  tx: Transaction,
  id: string,
  { by, reason, ports, to }: Acting & { to: 'stopped' | 'revoked' },
): Promise<void> {
  await openPlan(tx, id)
  const mandate = await mandateInForce(tx, id)
  await movePlan(tx, id, { from: [...openPlanStatuses], to, reason })
  for (const waiting of await endMandates(tx, id, { from: ['waiting'], to: 'replaced' }))
    await voidMandateLinks(tx, waiting)
  await endMandates(tx, id, { from: ['signed'], to: 'revoked' })
  await giveUpRetries(tx, id)
  await cancelUnsent(tx, id, ports)
  await addPlanEvent(tx, id, { what: to, by, detail: reason })
  if (mandate) await tellBoth(tx, id, { by, ports, kind: `plan.${to}`, words: words[to], mandate })
}

const CANCELLED_BY_PLAN = 'plan-ended'

async function cancelUnsent(
  tx: Transaction,
  planId: string,
  ports: Acting['ports'],
): Promise<void> {
  for (const id of await unsentOf(tx, planId)) {
    const moved = await moveInstruction(tx, id, {
      from: ['approved'],
      to: 'cancelled',
      changes: { statusReason: CANCELLED_BY_PLAN },
    })
    if (!moved) continue
    await addEvent(tx, id, { status: 'cancelled', by: 'system', detail: CANCELLED_BY_PLAN })
    // In case Bib has it and its reply was lost.
    await requestCancelling(tx, id, CANCELLED_BY_PLAN)
    await followRun(tx, id, ports)
  }
}

const words = {
  paused: {
    id: 'dijeda; tidak ada pembelian sampai dilanjutkan.',
    en: 'it is paused; nothing is bought until it is resumed.',
  },
  resumed: { id: 'dilanjutkan.', en: 'it goes on.' },
  stopped: { id: 'dihentikan untuk seterusnya.', en: 'it is stopped for good.' },
  revoked: {
    id: 'mandat dicabut; tidak ada pembelian lagi.',
    en: 'the mandate is revoked; nothing is bought any more.',
  },
} as const

type Telling = Pick<Acting, 'by' | 'ports'> & {
  kind: Parameters<typeof tellRmOfPlan>[2]
  words: Readonly<Record<'id' | 'en', string>>
  mandate?: MandateRow
}

/** The investor is always told; the RM of what others did. */
async function tellBoth(tx: Transaction, planId: string, told: Telling): Promise<void> {
  const mandate = told.mandate ?? (await latestMandate(tx, planId))
  if (!mandate) return
  await tellInvestorOfChange(tx, mandate, told)
  if (told.by !== 'rm') await tellRmOfPlan(tx, mandate, told.kind)
}
