// Generated from the contracts by `npm run generate`. Do not edit.
import type { CalendarDate, Currency, Id, Money, Units } from './fields.ts'
import type { Nav, ProductCode, SignedMoney, TransactionType } from './market.ts'

export type AumReportLine = {
  date: CalendarDate
  rmId: string
  productCode: ProductCode
  currency: Currency
  investors: number
  units: Units
  value: Money
  rmName: string | null
  productName: string | null
}

export type InvestorReportLine = {
  externalId: string
  rmId: string
  currency: Currency
  products: number
  value: Money
  inflow: Money
  outflow: Money
  rmName: string | null
  investorId: Id | null
  investorName: string | null
}

export type SalesReportLine = {
  month: string
  rmId: string
  productCode: ProductCode
  currency: Currency
  transactions: number
  subscriptions: Money
  redemptions: Money
  switchIn: Money
  switchOut: Money
  net: SignedMoney
  fees: Money
  rmName: string | null
  productName: string | null
}

export type TransactionReportLine = {
  id: string
  sourceId: string | null
  type: TransactionType
  productCode: ProductCode
  productName: string | null
  currency: Currency
  navDate: CalendarDate
  nav: Nav
  units: Units
  amount: Money
  fee: Money
  status: 'ALLOCATED' | 'SETTLED'
  settlementDate: CalendarDate
  externalId: string
  rmId: string
  rmName: string | null
  investorId: Id | null
  investorName: string | null
}
