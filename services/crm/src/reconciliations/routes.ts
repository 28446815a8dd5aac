import { reconciliations } from '@rmtools/contracts/crm/reconciliations'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { pageByTime } from '@rmtools/kit/paging'
import { implement } from '@rmtools/kit/service'
import { differencesOf, reportById, reportsOf } from './queries.ts'
import { requestReconciliation } from './run.ts'

export const reconciliationRoutes = () =>
  implement('reconciliations', reconciliations, {
    list: async ({ limit = 20, cursor }, { db }) =>
      pageByTime(await reportsOf(db, limit, cursor), limit, ({ createdAt }) => createdAt),

    get: async ({ id }, { db }) => {
      const report = await reportById(db, id)
      if (!report) throw new Problem(notFound)
      return { ...report, differences: await differencesOf(db, id) }
    },

    start: async (_, { db }) => await requestReconciliation(db, 'user'),
  })
