import { portfolios } from '@rmtools/contracts/bff/portfolios'
import { withReservations } from '@rmtools/contracts/crm/reservations'
import { everyRow } from '@rmtools/kit/batches'
import { jakarta } from '@rmtools/kit/clock'
import { disposition } from '@rmtools/kit/disposition'
import { implement } from '@rmtools/kit/service'
import { statementPdf } from '@rmtools/kit/statement'
import { rangeOf } from '../products/rules.ts'
import type { Sources } from '../sources.ts'

// More transactions would need a ledger, not a statement.
const LINES = { atATime: 100, atMost: 2000 }

export const portfolioRoutes = (sources: Sources) =>
  implement('portfolios', portfolios, {
    get: async ({ id }, ask) => {
      const [investor, open] = await Promise.all([
        sources.investor(ask, id),
        sources.reservations(ask, id),
      ])
      const { value, isStale } = await sources.portfolio(ask, investor)
      // A cached response may be older than the hand-over of an order to Bib.
      const isKnownTo = (asOf: string, sentAt: string | null) =>
        sentAt !== null && Date.parse(sentAt) <= Date.parse(asOf)
      const reservations = open.map((one) => ({
        ...one,
        isAtBib: one.isAtBib && isKnownTo(value.asOf, one.sentAt),
      }))
      return { ...withReservations(value, reservations), isStale }
    },

    transactions: async ({ id, ...page }, ask) => {
      const { value, asOf, isStale } = await sources.transactions(
        ask,
        await sources.investor(ask, id),
        page,
      )
      return { ...value, asOf, isStale }
    },

    statement: async ({ id, language = 'id', ...wanted }, ask) => {
      const holder = await sources.holder(ask, id)
      const period = rangeOf(wanted, jakarta(sources.clock.now()).date)
      const { value: portfolio, isStale } = await sources.portfolio(ask, holder)
      const transactions = await everyRow(
        async (limit, cursor) =>
          (
            await sources.transactions(ask, holder, {
              ...period,
              limit,
              ...(cursor ? { cursor } : {}),
            })
          ).value,
        LINES,
      )
      const company = await sources.letterhead(ask, language)
      const at = sources.clock.now()
      const { name, bytes } = await statementPdf({
        kind: 'on-request',
        company,
        holder,
        period,
        portfolio,
        isStale,
        transactions,
        language,
        at,
      })
      ask.reply.header('content-disposition', disposition('inline', name))
      return bytes
    },
  })
