// The home screen's figures: counts from crm, money from Bib.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Currency, Instant, Money } from '../fields.ts'
import { Counts, dashboardReaders } from '../crm/figures.ts'
import { ProductCode, SalesLine, SignedMoney } from './market.ts'
import { dated } from './products.ts'

const { month } = SalesLine.properties
const aum = { currency: Currency, value: Money }
const sales = {
  currency: Currency,
  transactions: Type.Integer(),
  inflow: Money,
  outflow: Money,
  net: SignedMoney,
}
const ofProduct = { productCode: ProductCode, productName: Nullable(Type.String()) }
const ofRm = { rmId: Type.String(), rmName: Nullable(Type.String()) }

/** Months are the report's, the last one up to today; products and RMs are as of today. */
export const AumFigures = Named(
  'AumFigures',
  Shape({
    ...dated,
    byMonth: Type.Array(Shape({ month, date: CalendarDate, ...aum })),
    byProduct: Type.Array(Shape({ ...ofProduct, ...aum, investors: Type.Integer() })),
    byRm: Type.Array(Shape({ ...ofRm, ...aum })),
  }),
)
export type AumFigures = Static<typeof AumFigures>

/** Switches are neither inflow nor outflow, for products as for the company (see netSalesOf). */
export const SalesFigures = Named(
  'SalesFigures',
  Shape({
    ...dated,
    byMonth: Type.Array(Shape({ month, ...sales })),
    byProduct: Type.Array(Shape({ ...ofProduct, ...sales })),
    byRm: Type.Array(Shape({ ...ofRm, ...sales })),
  }),
)
export type SalesFigures = Static<typeof SalesFigures>

export const Dashboard = Named(
  'Dashboard',
  Shape({
    at: Instant,
    ...Counts.properties,
    /** Null if Bib is unavailable and nothing is cached. */
    aum: Nullable(AumFigures),
    sales: Nullable(SalesFigures),
  }),
)
export type Dashboard = Static<typeof Dashboard>

export const dashboard = {
  get: endpoint({
    method: 'GET',
    path: '/dashboard',
    summary: "Figures of the user's own book, or of the company for users who see all books",
    access: dashboardReaders,
    query: Shape({
      months: Type.Optional(
        Type.Integer({
          minimum: 1,
          maximum: 36,
          default: 12,
          description: 'How far assets and sales go back',
        }),
      ),
    }),
    reply: Dashboard,
  }),
}
