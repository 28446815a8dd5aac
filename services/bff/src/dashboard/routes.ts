import { reportDay } from '@rmtools/contracts/bff/book-figures'
import { dashboard } from '@rmtools/contracts/bff/dashboard'
import { jakarta } from '@rmtools/kit/clock'
import { implement } from '@rmtools/kit/service'
import type { Sources } from '../sources.ts'
import { monthsBefore } from '../products/rules.ts'
import { aumFigures, orNull, salesFigures } from './rules.ts'

export const dashboardRoutes = (sources: Sources) =>
  implement('dashboard', dashboard, {
    get: async ({ months = 12 }, ask) => {
      const now = sources.clock.now()
      const to = jakarta(now).date
      const period = { from: `${monthsBefore(to, months - 1).slice(0, 7)}-01`, to }
      const [counts, names, aum, sales] = await Promise.all([
        sources.counts(ask),
        sources.names(ask),
        orNull(sources.aum(ask, period)),
        orNull(sources.sales(ask, period)),
      ])
      return {
        at: now.toISOString(),
        ...counts,
        aum:
          aum &&
          aumFigures(aum.value.items, names, {
            ...datingOf(aum),
            day: reportDay({ to, asOf: aum.value.asOf }),
          }),
        sales: sales && salesFigures(sales.value.items, names, datingOf(sales)),
      }
    },
  })

const datingOf = ({ value: { asOf }, isStale }: { value: { asOf: string }; isStale: boolean }) => ({
  asOf,
  isStale,
})
