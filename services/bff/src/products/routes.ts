import { factSheetMissing, products } from '@rmtools/contracts/bff/products'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import { implement } from '@rmtools/kit/service'
import type { Sources } from '../sources.ts'
import { isFound, maxDrawdown, monthsBefore, rangeOf, returnsOf } from './rules.ts'

// The longest period is three years; the last NAV before it may be a fortnight older (Lebaran).
const HISTORY_MONTHS = 37

export const productRoutes = (sources: Sources) =>
  implement('products', products, {
    list: async (filter, ask) => {
      const { value, isStale } = await sources.products(ask)
      return {
        asOf: value.asOf,
        isStale,
        items: value.items.filter((product) => isFound(product, filter)),
      }
    },

    get: async ({ code }, ask) => {
      const { value, isStale } = await sources.products(ask)
      const product = value.items.find((one) => one.code === code)
      if (!product) throw new Problem(notFound)
      return { asOf: value.asOf, isStale, product }
    },

    factSheet: async ({ code }, ask) => {
      const { value } = await sources.products(ask)
      const product = value.items.find((one) => one.code === code)
      if (!product) throw new Problem(notFound)
      if (product.factsheetUrl === null) throw new Problem(factSheetMissing)
      // Opens in the browser's own viewer, which runs none of its content under our policy.
      ask.reply.header('content-disposition', `inline; filename="${code}.pdf"`)
      return await sources.factSheet(ask, product.factsheetUrl)
    },

    navs: async ({ code, ...wanted }, ask) => {
      const today = jakarta(sources.clock.now()).date
      const range = rangeOf(wanted, today)
      const history = { from: monthsBefore(today, HISTORY_MONTHS), to: today }
      const recent = await sources.navs(ask, code, history)
      const isCovered = range.from >= history.from
      const { value, isStale } = isCovered ? recent : await sources.navs(ask, code, range)
      const items = value.items.filter(({ date }) => date >= range.from && date <= range.to)
      return {
        asOf: value.asOf,
        isStale: isStale || recent.isStale,
        productCode: code,
        items,
        maxDrawdown: maxDrawdown(items),
        returns: returnsOf(recent.value.items),
      }
    },
  })
