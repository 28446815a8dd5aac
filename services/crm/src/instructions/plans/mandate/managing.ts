// What the investor does with a plan from the lasting link: sees, pauses, resumes and revokes it.
import { linkVoid } from '@rmtools/contracts/crm/approvals'
import type { ManagedPlan } from '@rmtools/contracts/crm/plan-mandates'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../../ports.ts'
import { openLinkTo } from '../../approval/links.ts'
import { marketHolidays } from '../../queries.ts'
import { isEnded, pausePlan, resumePlan, endPlan } from '../acting.ts'
import { planById, planEventsOf } from '../queries.ts'
import { nextThree } from '../rules.ts'
import { progressOf } from '../runs/queries.ts'
import { mandateOf, type OpenedMandate } from './answer.ts'

/** The plan of a lasting link; a refusal is returned, so that its entry in the trail is kept. */
async function openLasting(
  tx: Transaction,
  { token, isLocking }: { token: string; isLocking: boolean },
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<OpenedMandate | Problem> {
  return await openLinkTo(tx, {
    token,
    isLocking,
    subjectOf: mandateOf(true),
    refusalOf: ({ link, mandate }) => {
      const isOver = Date.parse(link.expiresAt) <= clock.now().getTime()
      return isOver || link.voidedAt !== null || !mandate.companyIsActive ? linkVoid : undefined
    },
  })
}

/** The plan behind a lasting link. */
export async function managedPlan(
  tx: Transaction,
  token: string,
  ports: CrmPorts,
): Promise<ManagedPlan | Problem> {
  const opened = await openLasting(tx, { token, isLocking: false }, ports)
  return opened instanceof Problem ? opened : await shownTo(tx, opened, ports)
}

export type ManagingAct = 'pause' | 'resume' | 'revoke'

/** Acts on the plan behind a lasting link, for its investor. */
export async function manage(
  tx: Transaction,
  { token, act }: { token: string; act: ManagingAct },
  ports: CrmPorts,
): Promise<ManagedPlan | Problem> {
  const opened = await openLasting(tx, { token, isLocking: true }, ports)
  if (opened instanceof Problem) return opened
  const { planId } = opened.mandate
  const about = { by: 'investor', reason: null, ports } as const
  if (act === 'pause') await pausePlan(tx, planId, about)
  else if (act === 'resume') await resumePlan(tx, planId, about)
  else await endPlan(tx, planId, { ...about, to: 'revoked' })
  return await shownTo(tx, opened, ports)
}

async function shownTo(
  tx: Transaction,
  { mandate }: OpenedMandate,
  { clock }: CrmPorts,
): Promise<ManagedPlan> {
  const plan = existing(await planById(tx, mandate.planId))
  const events = await planEventsOf(tx, plan.id)
  const ending = events.findLast(({ what }) => ENDINGS.has(what))
  const progress = await progressOf(tx, plan.id)
  const holidays = await marketHolidays(tx)
  const from = plan.nextDueOn ?? jakarta(clock.now()).date
  const { companyName, brandColour, rmName, rmPhone } = mandate
  return {
    ...plan,
    companyName,
    brandColour,
    rmName,
    rmPhone,
    language: 'id',
    answeredAt: plan.signedAt,
    nextRuns: plan.status === 'active' ? nextThree(plan, { from, holidays, progress }) : [],
    endedAt: isEnded(plan.status) ? (ending?.at ?? null) : null,
  }
}

const ENDINGS: ReadonlySet<string> = new Set(['stopped', 'revoked', 'completed'])
