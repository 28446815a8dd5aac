// Bib's partner API, which we read. Money, units and NAV are decimal strings; the x-tenant header
// selects the tenant.
import Type, { type Static } from 'typebox'
import {
  AumLine,
  ExternalId,
  InvestorLine,
  investorMerged,
  NavPoint,
  Portfolio,
  Product,
  ProductCode,
  RmId,
  ReportTransaction,
  SalesLine,
  TimeOfDay,
  Transaction,
  transactionTypes,
} from '@rmtools/contracts/bff/market'
import { endpoint, Nullable, OneOf, Page, pageQuery, Shape } from '@rmtools/contracts/endpoint'
import { CalendarDate, Currency, Instant } from '@rmtools/contracts/fields'

export {
  AumLine,
  InvestorLine,
  investorMerged,
  NavPoint,
  Portfolio,
  ReportTransaction,
  SalesLine,
  Transaction,
}
export type { Product }

/** A product in Bib's form: without a cut-off if each selling agent sets its own. */
export const BibProduct = Shape({ ...Product.properties, cutOff: Nullable(TimeOfDay) })
export type BibProduct = Static<typeof BibProduct>

/** The cut-off of an agent that has set none, in WIB (DOMAIN.md section 6). */
export const USUAL_CUT_OFF = '13:00'

/** A product with the selling agent's cut-off, or the usual one if the agent has none. */
export function soldBy(cutOffDefault: string | null | undefined, product: BibProduct): Product {
  return { ...product, cutOff: product.cutOff ?? cutOffDefault ?? USUAL_CUT_OFF }
}

const ByCode = Shape({ code: ProductCode })
const ByExternalId = Shape({ externalId: ExternalId })
const period = { from: CalendarDate, to: CalendarDate, rmId: Type.Optional(RmId) }

export const partner = {
  products: endpoint({
    method: 'GET',
    path: '/_partners/products',
    summary: 'Mutual funds and bonds that this tenant may sell',
    access: 'service',
    reply: Shape({ asOf: Instant, items: Type.Array(BibProduct) }),
  }),
  navs: endpoint({
    method: 'GET',
    path: '/_partners/products/{code}/navs',
    summary: 'Published NAV of a product, oldest first',
    description: 'Exchange days from `from` to `to`, both included; by default the last year.',
    access: 'service',
    params: ByCode,
    query: Shape({ from: Type.Optional(CalendarDate), to: Type.Optional(CalendarDate) }),
    reply: Shape({ asOf: Instant, productCode: ProductCode, items: Type.Array(NavPoint) }),
  }),
  portfolio: endpoint({
    method: 'GET',
    path: '/_partners/investors/{externalId}/portfolio',
    summary: 'Positions of an investor at the latest NAV, and pending transactions',
    access: 'service',
    params: ByExternalId,
    reply: Portfolio,
    problems: [investorMerged],
  }),
  transactions: endpoint({
    method: 'GET',
    path: '/_partners/investors/{externalId}/transactions',
    summary: 'Allocated transactions of an investor, newest first',
    access: 'service',
    params: ByExternalId,
    query: Shape({
      ...pageQuery,
      from: Type.Optional(CalendarDate),
      to: Type.Optional(CalendarDate),
    }),
    reply: Page(Transaction),
    problems: [investorMerged],
  }),
  aum: endpoint({
    method: 'GET',
    path: '/_partners/reports/aum',
    summary: 'Assets under management per RM and product',
    description:
      'At each month end between `from` and `to`, and at `to` (today, if that is later); at most three years.',
    access: 'service',
    query: Shape(period),
    reply: Shape({ asOf: Instant, items: Type.Array(AumLine) }),
  }),
  sales: endpoint({
    method: 'GET',
    path: '/_partners/reports/sales',
    summary: 'Sales per month, RM and product',
    description: 'By NAV date from `from` to `to`, both included; at most three years.',
    access: 'service',
    query: Shape(period),
    reply: Shape({ asOf: Instant, items: Type.Array(SalesLine) }),
  }),
  reportInvestors: endpoint({
    method: 'GET',
    path: '/_partners/reports/investors',
    summary:
      "Investors' holdings in one currency at `to` (today, if that is later), with inflow and outflow since `from`",
    description: 'Largest first; at most three years.',
    access: 'service',
    query: Shape({
      ...period,
      currency: Currency,
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
    }),
    reply: Shape({
      asOf: Instant,
      items: Type.Array(InvestorLine),
      count: Type.Integer({ minimum: 0 }),
    }),
  }),
  reportTransactions: endpoint({
    method: 'GET',
    path: '/_partners/reports/transactions',
    summary: 'Allocated transactions of all investors, newest first',
    description: 'By NAV date from `from` to `to`, both included; at most three years.',
    access: 'service',
    query: Shape({
      ...period,
      productCode: Type.Optional(ProductCode),
      type: Type.Optional(OneOf(transactionTypes)),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 100 })),
      cursor: pageQuery.cursor,
    }),
    reply: Shape({
      asOf: Instant,
      items: Type.Array(ReportTransaction),
      nextCursor: Nullable(Type.String()),
    }),
  }),
}
