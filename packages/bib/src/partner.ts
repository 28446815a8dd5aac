// Bib's partner API: what we read. Money, units and NAV are decimal strings; the tenant comes from the x-tenant header.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Page, pageQuery, Shape } from '@rmtools/contracts/endpoint'
import { CalendarDate, Currency, Instant, Money, Text, Units } from '@rmtools/contracts/fields'
import { problemKind } from '@rmtools/contracts/problem'
import {
  ExternalId,
  Ifua,
  instructionStatuses,
  InstructionType,
  Nav,
  Percent,
  ProductCode,
  productStatuses,
  productTypes,
  RmId,
  Sid,
  SignedMoney,
  SourceId,
  TimeOfDay,
} from './terms.ts'

/** Bib joined this investor with another one; our copy must take the new id (GET investors?sourceId= tells it). */
export const investorMerged = problemKind('investor-merged', 410, 'This investor was merged into another')

export const NavPoint = Shape({
  date: CalendarDate,
  nav: Nav,
  corrected: Type.Boolean(),
  publishedAt: Instant,
})

/** What only a bond has. Price is percent of nominal. */
export const Bond = Shape({
  coupon: Percent,
  couponType: OneOf(['FIXED', 'FLOATING_WITH_FLOOR']),
  couponFrequency: OneOf(['MONTHLY', 'QUARTERLY', 'SEMIANNUAL']),
  maturity: CalendarDate,
  price: Percent,
  tradable: Type.Boolean(),
  offeringFrom: Instant,
  offeringUntil: Instant,
})

/** Minimum amounts are money in the product's currency, the balance valued at the latest NAV. Fees are percent of the amount. */
export const Product = Shape({
  code: ProductCode,
  isin: Type.String({ pattern: '^[A-Z]{2}[A-Z0-9]{9}[0-9]$' }),
  name: Text(200),
  type: OneOf(productTypes),
  manager: Text(150),
  custodian: Text(150),
  currency: Currency,
  riskLevel: Type.Integer({ minimum: 1, maximum: 5 }),
  minimumSubscription: Money,
  minimumTopUp: Money,
  minimumRedemption: Money,
  minimumBalance: Money,
  fees: Shape({ subscription: Percent, redemption: Percent, switching: Percent }),
  cutOff: TimeOfDay,
  settlementDays: Type.Integer({ minimum: 0, maximum: 7 }),
  switchGroup: Nullable(Text(40)),
  syariah: Type.Boolean(),
  factsheetUrl: Nullable(Type.String({ format: 'uri', maxLength: 500 })),
  status: OneOf(productStatuses),
  latestNav: Nullable(NavPoint),
  bond: Nullable(Bond),
})
export type Product = Static<typeof Product>

/** Units now held; `availableUnits` leaves out what pending redemptions and switches will take. */
export const Position = Shape({
  productCode: ProductCode,
  productName: Text(200),
  productType: OneOf(productTypes),
  currency: Currency,
  units: Units,
  availableUnits: Units,
  averageCost: Nav,
  cost: Money,
  nav: Nav,
  navDate: CalendarDate,
  value: Money,
  gain: SignedMoney,
  gainPercent: Percent,
})

/** An instruction that has not yet changed the units. */
export const Pending = Shape({
  sourceId: SourceId,
  type: InstructionType,
  productCode: ProductCode,
  targetProductCode: Nullable(ProductCode),
  amount: Nullable(Money),
  units: Nullable(Units),
  all: Type.Boolean(),
  status: OneOf(instructionStatuses),
  navDate: Nullable(CalendarDate),
  receivedAt: Instant,
})

export const Portfolio = Shape({
  externalId: ExternalId,
  sid: Nullable(Sid),
  ifua: Nullable(Ifua),
  asOf: Instant,
  totals: Type.Array(
    Shape({
      currency: Currency,
      value: Money,
      cost: Money,
      gain: SignedMoney,
      gainPercent: Percent,
    }),
  ),
  positions: Type.Array(Position),
  pending: Type.Array(Pending),
})
export type Portfolio = Static<typeof Portfolio>

export const transactionTypes = ['SUBSCRIPTION', 'REDEMPTION', 'SWITCH_OUT', 'SWITCH_IN'] as const

/** One allocation. `amount` is gross; for a redemption what is paid out before the fee. */
export const Transaction = Shape({
  id: Text(64),
  sourceId: Nullable(SourceId),
  type: OneOf(transactionTypes),
  productCode: ProductCode,
  productName: Text(200),
  currency: Currency,
  navDate: CalendarDate,
  nav: Nav,
  units: Units,
  amount: Money,
  fee: Money,
  status: OneOf(['ALLOCATED', 'SETTLED']),
  settlementDate: CalendarDate,
})
export type Transaction = Static<typeof Transaction>

const ByCode = Shape({ code: ProductCode })
const ByExternalId = Shape({ externalId: ExternalId })
const period = { from: CalendarDate, to: CalendarDate, rmId: Type.Optional(RmId) }

/** Assets of an RM's investors in one product on one day. */
export const AumLine = Shape({
  date: CalendarDate,
  rmId: RmId,
  productCode: ProductCode,
  currency: Currency,
  investors: Type.Integer({ minimum: 0 }),
  units: Units,
  value: Money,
})

/** What an RM sold in one product in one calendar month (yyyy-mm), by NAV date. `net` is inflow less outflow. */
export const SalesLine = Shape({
  month: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}$' }),
  rmId: RmId,
  productCode: ProductCode,
  currency: Currency,
  transactions: Type.Integer({ minimum: 0 }),
  subscriptions: Money,
  redemptions: Money,
  switchIn: Money,
  switchOut: Money,
  net: SignedMoney,
  fees: Money,
})

export const partner = {
  products: endpoint({
    method: 'GET',
    path: '/_partners/products',
    summary: 'Mutual funds and bonds that this tenant may sell',
    access: 'service',
    reply: Shape({ asOf: Instant, items: Type.Array(Product) }),
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
    summary: 'Positions of an investor at the latest NAV, and what is pending',
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
    description: 'At each month end between `from` and `to`, and at `to` (today, if that is later); at most three years.',
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
}
