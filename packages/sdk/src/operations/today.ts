// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { AgendaInstruction } from './agenda.ts'
import type { CalendarDate, Currency, Id, Instant, Money } from './fields.ts'
import type { LeadStatus } from './leads.ts'
import type { ProductType, SignedMoney, TimeOfDay } from './market.ts'

export type CutOff = {
  cutOff: TimeOfDay
  closesAt: Instant
  navDate: CalendarDate
  products: number
  types: Array<ProductType>
}

export type MonthlyAum = {
  currency: Currency
  now: Money
  lastMonthEnd: Money
}

export type MonthlySales = {
  currency: Currency
  thisMonth: {
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }
  lastMonth: {
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }
}

export type Today = {
  at: Instant
  followUps: {
    count: number
    overdue: number
    items: Array<{
      id: Id
      fullName: string
      phone: string
      status: LeadStatus
      nextFollowUpAt: Instant
    }>
  }
  returned: {
    count: number
    items: Array<{
      id: Id
      displayName: string
      reasons: number
      returnedAt: Instant | null
    }>
  }
  waiting: {
    count: number
    items: Array<AgendaInstruction>
  }
  failed: {
    count: number
    items: Array<AgendaInstruction>
  }
  licence: {
    number: string
    expiresOn: CalendarDate
    daysLeft: number
  } | null
  cutOffs: Array<CutOff> | null
  sales: {
    asOf: Instant
    isStale: boolean
    items: Array<MonthlySales>
  } | null
  aum: {
    asOf: Instant
    isStale: boolean
    items: Array<MonthlyAum>
  } | null
}

export type TodayGetInput = {
}

export type TodayApi = {
  /**
   * An RM's day: pending work, the next cut-offs, and this month's sales and assets against last month's
   *
   * Needs the permission `today.read`.
   */
  get: Method<TodayGetInput, Today>
}

export const today = {
  get: {"method":"GET","path":"/today","reply":"json"},
} as const satisfies Operations[string]
