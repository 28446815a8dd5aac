// Generated from the contracts by `npm run generate`. Do not edit.
import type { CalendarDate, Currency, Instant, Money, Units } from './fields.ts'

export type BibInstructionType = 'SUBSCRIPTION' | 'REDEMPTION' | 'SWITCHING'

export type Bond = {
  coupon: Percent
  couponType: 'FIXED' | 'FLOATING_WITH_FLOOR'
  couponFrequency: 'MONTHLY' | 'QUARTERLY' | 'SEMIANNUAL'
  maturity: CalendarDate
  price: Percent
  tradable: boolean
  offeringFrom: Instant
  offeringUntil: Instant
}

export type Nav = string

export type NavPoint = {
  date: CalendarDate
  nav: Nav
  corrected: boolean
  publishedAt: Instant
}

export type Pending = {
  sourceId: string
  type: BibInstructionType
  productCode: ProductCode
  targetProductCode: ProductCode | null
  amount: Money | null
  units: Units | null
  all: boolean
  status: 'QUEUED' | 'RECEIVED' | 'PAYMENT_PENDING' | 'PAID' | 'SENT_TO_IM' | 'ALLOCATED' | 'SETTLED' | 'REJECTED' | 'CANCELLED'
  navDate: CalendarDate | null
  receivedAt: Instant
}

export type Percent = string

export type Position = {
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
}

export type Product = {
  code: ProductCode
  isin: string
  name: string
  type: ProductType
  manager: string
  custodian: string
  currency: Currency
  riskLevel: number
  minimumSubscription: Money
  minimumTopUp: Money
  minimumRedemption: Money
  minimumBalance: Money
  fees: {
    subscription: Percent
    redemption: Percent
    switching: Percent
  }
  cutOff: TimeOfDay
  settlementDays: number
  switchGroup: string | null
  syariah: boolean
  factsheetUrl: string | null
  status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
  latestNav: NavPoint | null
  bond: Bond | null
}

export type ProductCode = string

export type ProductType = 'MONEY_MARKET' | 'FIXED_INCOME' | 'MIXED' | 'EQUITY' | 'INDEX' | 'BOND'

export type Sid = string

export type SignedMoney = string

export type TimeOfDay = string

export type Transaction = {
  id: string
  sourceId: string | null
  type: TransactionType
  productCode: ProductCode
  productName: string
  currency: Currency
  navDate: CalendarDate
  nav: Nav
  units: Units
  amount: Money
  fee: Money
  status: 'ALLOCATED' | 'SETTLED'
  settlementDate: CalendarDate
}

export type TransactionType = 'SUBSCRIPTION' | 'REDEMPTION' | 'SWITCH_OUT' | 'SWITCH_IN'
