import { portfolios } from '@rmtools/contracts/bff/portfolios'
import { implement } from '@rmtools/kit/service'
import type { Sources } from '../ports.ts'

export const portfolioRoutes = (sources: Sources) =>
  implement('portfolios', portfolios, {
    get: async ({ id }, ask) => {
      const { value, isStale } = await sources.portfolio(ask, await sources.investor(ask, id))
      return { ...value, isStale }
    },

    transactions: async ({ id, ...page }, ask) => {
      const { value, asOf, isStale } = await sources.transactions(ask, await sources.investor(ask, id), page)
      return { ...value, asOf, isStale }
    },
  })
