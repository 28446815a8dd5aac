// What becomes of a mandate: signed, declined, or its link expires.
import { linkAccountUnfit, linkExpired, linkUsed, linkVoid } from '@rmtools/contracts/crm/approvals'
import type { PlanDocument } from '@rmtools/contracts/crm/plan-mandates'
import { Problem, type ProblemKind } from '@rmtools/contracts/problem'
import { planAmount } from '@rmtools/contracts/crm/plan-rules'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { formatDate } from '@rmtools/look/format'
import { crmJobs } from '../../../jobs.ts'
import type { CrmPorts } from '../../../ports.ts'
import { keepEvidence, type Linked, type Signed, type SubjectOf } from '../../approval/links.ts'
import { useLink } from '../../approval/queries.ts'
import { marketHolidays } from '../../queries.ts'
import { addPlanEvent, keepNextDue, keepTerms, lockPlan, movePlan } from '../queries.ts'
import { dueFrom, nextThree } from '../rules.ts'
import { progressOf } from '../runs/queries.ts'
import { tellInvestorOfPlan, tellRmOfPlan } from '../telling.ts'
import { endMandates, mandateById, moveMandate, signMandate, type MandateRow } from './queries.ts'

export type OpenedMandate = Linked<{ mandate: MandateRow }>

/** The mandate of a link that asks for a signature, or of a lasting one. */
export const mandateOf =
  (isLasting: boolean): SubjectOf<{ mandate: MandateRow }> =>
  async (db, link) => {
    if (link.mandateId === null || link.isLasting !== isLasting) return undefined
    const mandate = await mandateById(db, link.mandateId)
    return mandate && { mandate }
  }

/** Why a link is closed: answered, replaced, withdrawn or expired, or its account is unfit. */
export function whyMandateClosed(
  { link, mandate }: OpenedMandate,
  { clock }: Pick<CrmPorts, 'clock'>,
): ProblemKind | undefined {
  if (link.usedAt !== null) return linkUsed
  // Its links are void too, but there is no newer one to open.
  if (mandate.status === 'expired') return linkExpired
  if (link.voidedAt !== null || !mandate.companyIsActive) return linkVoid
  if (Date.parse(link.expiresAt) <= clock.now().getTime()) return linkExpired
  if (mandate.status !== 'waiting') return linkVoid
  return mandate.isAccountFit ? undefined : linkAccountUnfit
}

/** The next three days of the plan if the mandate is signed now. */
export async function daysIfSigned(
  tx: Transaction,
  { planId, terms }: MandateRow,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<string[]> {
  const progress = await progressOf(tx, planId)
  const from = dueFrom(terms, { today: jakarta(clock.now()).date, lastPeriod: progress.lastPeriod })
  return nextThree(terms, { from, holidays: await marketHolidays(tx), progress })
}

type Answer = { opened: OpenedMandate; at: string; ports: CrmPorts }

/**
 * Signs: the mandate replaces an earlier one, its terms become those of the plan, and the plan
 * starts, all in one transaction.
 */
export async function signPlan(
  tx: Transaction,
  { opened: { link, mandate }, at, ports }: Answer,
  signed: Signed & { document: PlanDocument; hash: string },
) {
  const { id, planId, terms } = mandate
  if (!(await lockPlan(tx, planId))) throw new Problem(linkVoid)
  await endMandates(tx, planId, { from: ['signed'], to: 'replaced' })
  if (!(await signMandate(tx, id, { ...signed, at }))) throw new Problem(linkUsed)
  await useLink(tx, link.id, at)
  await keepEvidence(tx, {
    ...signed,
    of: { mandateId: id },
    link,
    phone: mandate.investorPhone,
    at,
  })
  await keepTerms(tx, planId, { ...terms, amount: planAmount(terms) })
  const { lastPeriod } = await progressOf(tx, planId)
  const nextDueOn = dueFrom(terms, { today: jakarta(ports.clock.now()).date, lastPeriod })
  const isStarted = await movePlan(tx, planId, {
    from: ['awaiting-approval'],
    to: 'active',
    nextDueOn,
  })
  // A paused plan gets its day when it is resumed.
  if (!isStarted && mandate.planStatus === 'active') await keepNextDue(tx, planId, nextDueOn)
  await addPlanEvent(tx, planId, { what: 'signed', by: 'investor' })
  const nextRuns = await daysIfSigned(tx, mandate, ports)
  const next = nextRuns[0]
  await tellInvestorOfPlan(tx, mandate, {
    kind: 'plan-signed',
    figures: (language) => ({ date: next === undefined ? '-' : formatDate(next, language) }),
    ports,
  })
  await tellRmOfPlan(tx, mandate, 'plan.signed')
  // Signed on its day, it buys at once instead of at the next hour.
  await addJob(tx, crmJobs.planRun, { companyId: companyOf(tx), planId })
  return { status: 'signed' as const, nextRuns, at }
}

/** Declines with the investor's reason; a plan in force goes on by its earlier mandate. */
export async function declinePlan(
  tx: Transaction,
  { opened: { link, mandate }, at }: Omit<Answer, 'ports'>,
  reason: string | null,
) {
  const { id, planId } = mandate
  if (!(await lockPlan(tx, planId))) throw new Problem(linkVoid)
  if (!(await moveMandate(tx, id, { from: ['waiting'], to: 'declined' })))
    throw new Problem(linkUsed)
  await useLink(tx, link.id, at)
  await movePlan(tx, planId, { from: ['awaiting-approval'], to: 'declined', reason })
  await addPlanEvent(tx, planId, { what: 'declined', by: 'investor', detail: reason })
  await tellRmOfPlan(tx, mandate, 'plan.declined')
  return { status: 'declined' as const, nextRuns: [], at }
}
