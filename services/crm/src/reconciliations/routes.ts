import { reconciliations } from '@rmtools/contracts/crm/reconciliations'
import { pageByTime } from '@rmtools/kit/paging'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { differencesOf, reportById, reportsOf } from './queries.ts'
import { requestReconciliation } from './run.ts'

export const reconciliationRoutes = () =>
  implement('reconciliations', reconciliations, {
    list: async ({ limit = 20, cursor }, { db }) =>
      pageByTime(await reportsOf(db, limit, cursor), limit, ({ createdAt }) => createdAt),

    get: async ({ id }, { db }) => {
      const report = existing(await reportById(db, id))
      return { ...report, differences: await differencesOf(db, id) }
    },

    start: async (_, { db }) => await requestReconciliation(db, 'user'),
  })
