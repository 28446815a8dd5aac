import { portfolios } from '@rmtools/contracts/bff/portfolios'
import { everyRow } from '@rmtools/kit/batches'
import { jakarta } from '@rmtools/kit/clock'
import { implement } from '@rmtools/kit/service'
import { rangeOf } from '../products/rules.ts'
import type { Sources } from '../ports.ts'
import { statementPdf } from './statement.ts'

// More would be a book, not a statement.
const LINES = { atATime: 100, atMost: 2000 }

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

    statement: async ({ id, language = 'id', ...wanted }, ask) => {
      const holder = await sources.holder(ask, id)
      const period = rangeOf(wanted, jakarta(sources.clock.now()).date)
      const { value: portfolio, isStale } = await sources.portfolio(ask, holder)
      const transactions = await everyRow(
        async (limit, cursor) => (await sources.transactions(ask, holder, { ...period, limit, ...(cursor ? { cursor } : {}) })).value,
        LINES,
      )
      const companyName = await sources.companyName(ask)
      ask.reply.header('content-disposition', `inline; filename="statement-${period.from}-${period.to}.pdf"`)
      return await statementPdf({ companyName, holder, period, portfolio, isStale, transactions, language })
    },
  })
