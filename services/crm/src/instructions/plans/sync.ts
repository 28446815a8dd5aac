// Plans by the clock: each hour of the working day the due ones are found, and each is run by a job
// of its own.
import { REMINDED_DAYS_BEFORE } from '@rmtools/contracts/crm/plan-rules'
import { jakarta } from '@rmtools/kit/clock'
import type { Database, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { activeCompanyIds } from '../../companies/active.ts'
import { crmJobs, type CrmHandlers } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { voidMandateLinks } from '../approval/queries.ts'
import { marketHolidays } from '../queries.ts'
import { saleFacts } from '../sales/queries.ts'
import { mandateById, moveMandate } from './mandate/queries.ts'
import { addPlanEvent, lockPlan, movePlan, planById } from './queries.ts'
import { itemsOf, runPlan, type FromBib } from './runs/making.ts'
import { plansDue } from './runs/queries.ts'
import { tellRmOfPlan } from './telling.ts'

const DAY_MS = 86_400_000

export type PlanJob = 'plansDue' | 'planRun' | 'planExpire'

/** The jobs of plans. */
export function planJobs(ports: CrmPorts, database: Database): CrmHandlers<PlanJob> {
  const inCompany = async <R>(companyId: string, work: (tx: Transaction) => Promise<R>) =>
    await database.transaction(companyScope(companyId), jobOrigin, work)
  return {
    plansDue: async () => {
      for (const companyId of await activeCompanyIds(database))
        await inCompany(companyId, async (tx) => await queueDue(tx, companyId, ports))
    },

    planRun: async ({ companyId, planId }) => {
      const fromBib = await inCompany(companyId, async (tx) => await wantedOf(tx, planId, ports))
      if (!fromBib) return
      const gathered = await fromBib()
      await inCompany(companyId, async (tx) => {
        if (!(await lockPlan(tx, planId))) return
        await runPlan(tx, planId, { fromBib: gathered, ports })
      })
    },

    planExpire: async ({ companyId, mandateId }) =>
      await inCompany(companyId, async (tx) => await expire(tx, mandateId, ports)),
  }
}

async function queueDue(
  tx: Transaction,
  companyId: string,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<void> {
  const now = clock.now()
  const until = jakarta(new Date(now.getTime() + REMINDED_DAYS_BEFORE * DAY_MS)).date
  for (const planId of await plansDue(tx, { today: jakarta(now).date, until }))
    await addJob(tx, crmJobs.planRun, { companyId, planId })
}

/** How to ask Bib for what a plan needs now, outside of any transaction. */
async function wantedOf(
  tx: Transaction,
  planId: string,
  { clock, catalogue }: CrmPorts,
): Promise<(() => Promise<FromBib>) | undefined> {
  const plan = await planById(tx, planId)
  if (plan?.status !== 'active') return undefined
  const holidays = await marketHolidays(tx)
  const items = await itemsOf(tx, plan, { now: clock.now(), holidays })
  const facts = await saleFacts(tx, { ...plan, sellerId: plan.rmId })
  if (!facts) return undefined
  const codes = [...new Set(items.map(({ line }) => line.productCode))]
  return async () => {
    const products = await Promise.all(
      codes.map(async (code) => [code, await catalogue.product(facts, code)] as const),
    )
    const { externalId } = facts.buyer
    const isAsked = codes.length > 0 && externalId !== null
    const portfolio = isAsked ? await catalogue.portfolio(facts.tenant, externalId) : undefined
    return { products: new Map(products), portfolio }
  }
}

async function expire(
  tx: Transaction,
  mandateId: string,
  { clock }: Pick<CrmPorts, 'clock'>,
): Promise<void> {
  const mandate = await mandateById(tx, mandateId)
  const expiresAt = mandate?.linkExpiresAt ?? null
  const isDue = expiresAt !== null && Date.parse(expiresAt) <= clock.now().getTime()
  if (!mandate || !isDue) return
  if (!(await moveMandate(tx, mandateId, { from: ['waiting'], to: 'expired' }))) return
  await voidMandateLinks(tx, mandateId)
  await movePlan(tx, mandate.planId, { from: ['awaiting-approval'], to: 'expired' })
  await addPlanEvent(tx, mandate.planId, { what: 'expired', by: 'system' })
  await tellRmOfPlan(tx, mandate, 'plan.expired')
}
