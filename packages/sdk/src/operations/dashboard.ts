// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate, Currency, Instant, Money } from './fields.ts'
import type { InstructionCount, InstructionDay, InvestorCount, LeadCount } from './figures.ts'
import type { ProductCode, SignedMoney } from './market.ts'

export type AumFigures = {
  asOf: Instant
  isStale: boolean
  byMonth: Array<{
    month: string
    date: CalendarDate
    currency: Currency
    value: Money
  }>
  byProduct: Array<{
    productCode: ProductCode
    productName: string | null
    currency: Currency
    value: Money
    investors: number
  }>
  byRm: Array<{
    rmId: string
    rmName: string | null
    currency: Currency
    value: Money
  }>
}

export type Dashboard = {
  at: Instant
  leads: Array<LeadCount>
  investors: Array<InvestorCount>
  instructions: Array<InstructionCount>
  instructionDays: Array<InstructionDay>
  aum: AumFigures | null
  sales: SalesFigures | null
}

export type SalesFigures = {
  asOf: Instant
  isStale: boolean
  byMonth: Array<{
    month: string
    currency: Currency
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }>
  byProduct: Array<{
    productCode: ProductCode
    productName: string | null
    currency: Currency
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }>
  byRm: Array<{
    rmId: string
    rmName: string | null
    currency: Currency
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }>
}

export type DashboardGetInput = {
  /** How far assets and sales go back */
  months?: number
}

export type DashboardApi = {
  /**
   * Figures of the user's own book, or of the company for users who see all books
   *
   * Needs the permission `dashboard.read`.
   */
  get: Method<DashboardGetInput, Dashboard>
}

export const dashboard = {
  get: {"method":"GET","path":"/dashboard","query":["months"],"reply":"json"},
} as const satisfies Operations[string]
