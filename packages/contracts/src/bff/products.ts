// Products of the active company: Bib's data, read through bff's cache.
import { recordOf } from '../keys.ts'
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Currency, Instant, Search, Text } from '../fields.ts'
import { problemKind } from '../problem.ts'
import { NavPoint, Percent, Product, ProductCode, productTypes } from './market.ts'

/** When Bib responded, and whether the response is only served because Bib is unavailable. */
export const dated = { asOf: Instant, isStale: Type.Boolean() }

export const returnPeriods = ['1m', '3m', '6m', 'ytd', '1y', '3y'] as const
export type ReturnPeriod = (typeof returnPeriods)[number]

/** The longest date range of a request. */
export const MAX_RANGE_YEARS = 3

export const factSheetMissing = problemKind(
  'fact-sheet-missing',
  404,
  'There is no fact sheet of this product',
)

const readers = can('product.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const byCode = Shape({ code: ProductCode })

export const ProductNavs = Named(
  'ProductNavs',
  Shape({
    ...dated,
    productCode: ProductCode,
    items: Type.Array(NavPoint),
    /**
     * The largest decline from a peak within the range, zero or negative; null with fewer than two
     * points.
     */
    maxDrawdown: Nullable(Percent),
    /**
     * Change of the NAV up to the latest one, whatever the range; null if the product is younger.
     */
    returns: Shape(recordOf(returnPeriods, () => Nullable(Percent))),
  }),
)
export type ProductNavs = Static<typeof ProductNavs>

export const products = {
  list: endpoint({
    method: 'GET',
    path: '/products',
    summary: 'Products that the active company may sell',
    access: readers,
    query: Shape({
      type: Type.Optional(OneOf(productTypes)),
      riskMax: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 5, description: 'Highest risk level' }),
      ),
      manager: Type.Optional(Text(150)),
      syariah: Type.Optional(Type.Boolean()),
      currency: Type.Optional(Currency),
      search: Type.Optional(Search),
    }),
    reply: Shape({ ...dated, items: Type.Array(Product) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/products/{code}',
    summary: 'A product',
    access: readers,
    params: byCode,
    reply: Shape({ ...dated, product: Product }),
  }),
  factSheet: endpoint({
    method: 'GET',
    path: '/products/{code}/factsheet',
    summary: 'The fact sheet of a product, as PDF',
    access: readers,
    params: byCode,
    produces: 'application/pdf',
    problems: [factSheetMissing],
  }),
  navs: endpoint({
    method: 'GET',
    path: '/products/{code}/navs',
    summary: 'Published NAV of a product, oldest first, with returns and drawdown',
    description:
      'From `from` to `to`, both included and at most three years apart; by default the year up to today.',
    access: readers,
    params: byCode,
    query: Shape({ from: Type.Optional(CalendarDate), to: Type.Optional(CalendarDate) }),
    reply: ProductNavs,
  }),
}
