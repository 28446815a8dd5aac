// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { CalendarDate, Currency, Id, Instant, Money, Units } from './fields.ts'
import type {
  Nav, Pending, Percent, ProductCode, ProductType, Sid, SignedMoney, Transaction,
} from './market.ts'

export type HeldPosition = {
  productCode: ProductCode
  productName: string
  productType: ProductType
  currency: Currency
  units: Units
  availableUnits: Units
  averageCost: Nav
  cost: Money
  nav: Nav
  navDate: CalendarDate
  value: Money
  gain: SignedMoney
  gainPercent: Percent
  reservedUnits: Units
}

export type PortfoliosGetInput = {
  id: Id
}

export type PortfoliosTransactionsInput = {
  id: Id
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  from?: CalendarDate
  to?: CalendarDate
}

export type PortfoliosStatementInput = {
  id: Id
  from?: CalendarDate
  to?: CalendarDate
  language?: 'id' | 'en'
}

export type PortfoliosApi = {
  /**
   * Positions of an investor at the latest NAV, and pending transactions
   *
   * Needs the permission `portfolio.read`.
   */
  get: Method<PortfoliosGetInput, {
    asOf: Instant
    isStale: boolean
    externalId: string
    sid: Sid | null
    ifua: string | null
    totals: Array<{
      currency: Currency
      value: Money
      cost: Money
      gain: SignedMoney
      gainPercent: Percent
    }>
    pending: Array<Pending>
    positions: Array<HeldPosition>
  }>
  /**
   * Allocated transactions of an investor, newest first
   *
   * Needs the permission `portfolio.read`.
   */
  transactions: ListMethod<PortfoliosTransactionsInput, {
    asOf: Instant
    isStale: boolean
    items: Array<Transaction>
    nextCursor: string | null
  }>
  /**
   * An investor's positions, and the transactions of a period, as PDF
   *
   * From `from` to `to`, both included and at most three years apart; by default the year up to today.
   *
   * Needs the permission `portfolio.read`.
   *
   * Needs a password entered within the last ten minutes.
   */
  statement: Method<PortfoliosStatementInput, Uint8Array>
}

export const portfolios = {
  get: {"method":"GET","path":"/investors/{id}/portfolio","reply":"json"},
  transactions: {"method":"GET","path":"/investors/{id}/transactions","query":["limit","cursor","from","to"],"reply":"json"},
  statement: {"method":"GET","path":"/investors/{id}/statement","query":["from","to","language"],"reply":"bytes"},
} as const satisfies Operations[string]
