import { reportDay } from '@rmtools/contracts/bff/book-figures'
import { today } from '@rmtools/contracts/bff/today'
import { jakarta } from '@rmtools/kit/clock'
import { implement } from '@rmtools/kit/service'
import { orNull } from '../dashboard/rules.ts'
import type { Sources } from '../sources.ts'
import { monthsBefore } from '../products/rules.ts'
import { monthlyAum, monthlySales, nextCutOffs } from './rules.ts'

export const todayRoutes = (sources: Sources) =>
  implement('today', today, {
    get: async (_, ask) => {
      const now = sources.clock.now()
      const to = jakarta(now).date
      const thisMonth = to.slice(0, 7)
      const months = { thisMonth, lastMonth: monthsBefore(`${thisMonth}-01`, 1).slice(0, 7) }
      const period = { from: `${months.lastMonth}-01`, to }
      const [agenda, holidays, products, sales, aum] = await Promise.all([
        sources.agenda(ask),
        sources.holidays(ask),
        orNull(sources.products(ask)),
        orNull(sources.sales(ask, period)),
        orNull(sources.aum(ask, period)),
      ])
      return {
        at: now.toISOString(),
        ...agenda,
        cutOffs: products && nextCutOffs(products.value.items, now, holidays),
        sales: sales && {
          asOf: sales.value.asOf,
          isStale: sales.isStale,
          items: monthlySales(sales.value.items, months),
        },
        aum: aum && {
          asOf: aum.value.asOf,
          isStale: aum.isStale,
          items: monthlyAum(aum.value.items, months, reportDay({ to, asOf: aum.value.asOf })),
        },
      }
    },
  })
