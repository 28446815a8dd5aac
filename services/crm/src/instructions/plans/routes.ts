import { planEnded } from '@rmtools/contracts/crm/plan-problems'
import { plans } from '@rmtools/contracts/crm/plans'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import { sendablePlans } from '@rmtools/contracts/crm/plan-rules'
import { listed } from '@rmtools/kit/across'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { disposition } from '@rmtools/kit/disposition'
import { existing } from '@rmtools/kit/existing'
import { implement } from '@rmtools/kit/service'
import type { CrmPorts } from '../../ports.ts'
import { creatorOf } from '../creating.ts'
import { marketHolidays } from '../queries.ts'
import { saleFacts } from '../sales/queries.ts'
import { requireLicence } from '../rules.ts'
import { endPlan, isEnded, pausePlan, resumePlan } from './acting.ts'
import { changingPlan, creatingPlan, shownPlan } from './creating.ts'
import { plansFile } from './export.ts'
import { sendMandateLink } from './mandate/link.ts'
import { latestMandate } from './mandate/queries.ts'
import { mandatePdf } from './mandate/pdf.ts'
import { planMandateRoutes } from './mandate/routes.ts'
import {
  lockPlan,
  movePlan,
  planById,
  planEventsOf,
  plansOf,
  planTotal,
  runsOf,
} from './queries.ts'
import type { PlanRow } from './queries.ts'
import { nextThree, planShown } from './rules.ts'
import { progressOf } from './runs/queries.ts'

/** The routes of plans, and those behind the links to their mandates. */
export const planRoutes = (ports: CrmPorts) => [ownRoutes(ports), planMandateRoutes(ports)]

const ownRoutes = (ports: CrmPorts) =>
  implement('plans', plans, {
    list: async (input, context) => {
      const owner = context.actor.ownOnly ? context.actor.userId : null
      return await listed(input, context, {
        load: async (db) => {
          const rows = await plansOf(db, input, owner)
          const holidays = await marketHolidays(db)
          const total = await planTotal(db, input, owner)
          return { rows: rows.map((row) => planShown(row, holidays)), ...total }
        },
        at: ({ createdAt }) => createdAt,
        direction: input.order,
      })
    },

    export: async (filter, asking) => await plansFile('csv', filter, asking),
    exportXlsx: async (filter, asking) => await plansFile('xlsx', filter, asking),

    get: async ({ id }, { db }) => {
      const plan = existing(await planById(db, id))
      const holidays = await marketHolidays(db)
      const from = plan.nextDueOn ?? jakarta(ports.clock.now()).date
      const progress = await progressOf(db, id)
      return {
        plan: planShown(plan, holidays),
        runs: await runsOf(db, id),
        events: await planEventsOf(db, id),
        nextRuns: isEnded(plan.status) ? [] : nextThree(plan, { from, holidays, progress }),
      }
    },

    create: creatingPlan(ports),

    change: changingPlan(ports),

    send: async ({ id, version, channel }, { db, actor }) => {
      const plan = await lockedPlan(db, id, version)
      const facts = existing(
        await saleFacts(db, { investorId: plan.investorId, sellerId: plan.rmId }),
      )
      requireLicence(facts.seller, jakarta(ports.clock.now()).date)
      const mandate = existing(await latestMandate(db, id))
      if (!sendablePlans.includes(plan.status) && !plan.isChangeWaiting)
        throw new Problem(isEnded(plan.status) ? planEnded : wrongState)
      const by = creatorOf(actor, plan)
      if (!(await sendMandateLink(db, mandate.id, { ports, by, channel })))
        throw new Problem(wrongState)
      await movePlan(db, id, { from: ['expired'], to: 'awaiting-approval' })
      return await shownPlan(db, id)
    },

    pause: async ({ id, version, reason }, { db, actor }) => {
      const plan = await lockedPlan(db, id, version)
      await pausePlan(db, id, { by: creatorOf(actor, plan), reason, ports })
      return await shownPlan(db, id)
    },

    resume: async ({ id, version }, { db, actor }) => {
      const plan = await lockedPlan(db, id, version)
      await resumePlan(db, id, { by: creatorOf(actor, plan), reason: null, ports })
      return await shownPlan(db, id)
    },

    stop: async ({ id, version, reason }, { db, actor }) => {
      const plan = await lockedPlan(db, id, version)
      await endPlan(db, id, { by: creatorOf(actor, plan), reason, ports, to: 'stopped' })
      return await shownPlan(db, id)
    },

    document: async ({ id, language = 'id' }, { db, reply }) => {
      existing(await planById(db, id))
      const mandate = existing(await latestMandate(db, id))
      const { name, bytes } = await mandatePdf(db, mandate, { ...ports, language })
      reply.header('content-disposition', disposition('inline', name))
      return bytes
    },
  })

/** A plan at the version that the caller has seen, locked. Throws 404, stale-version, plan-ended. */
async function lockedPlan(db: Transaction, id: string, version: number): Promise<PlanRow> {
  const plan = existing((await lockPlan(db, id)) ? await planById(db, id) : undefined)
  if (isEnded(plan.status) && plan.status !== 'expired') throw new Problem(planEnded)
  if (plan.version !== version) throw new Problem(staleVersion)
  return plan
}
