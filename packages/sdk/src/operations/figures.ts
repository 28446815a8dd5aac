// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate, Id, Instant, Money } from './fields.ts'
import type { InstructionStatus } from './instruction-statuses.ts'
import type { InvestorStatus } from './investor-statuses.ts'
import type { LeadStatus } from './leads.ts'
import type { PlanStatus } from './plan-rules.ts'

export type Counts = {
  leads: Array<LeadCount>
  investors: Array<InvestorCount>
  instructions: Array<InstructionCount>
  instructionDays: Array<InstructionDay>
}

export type InstructionCount = {
  status: InstructionStatus
  count: number
}

export type InstructionDay = {
  date: CalendarDate
  count: number
}

export type InvestorCount = {
  status: InvestorStatus
  count: number
  since: Instant | null
  overOneDay: number
  overThreeDays: number
  overSevenDays: number
}

export type LeadCount = {
  status: LeadStatus
  count: number
}

export type PlanCount = {
  status: PlanStatus
  count: number
  amount: Money
  amountDone: Money
  failing: number
  skipped: number
}

export type FiguresCountsInput = {
  days?: number
}

export type FiguresPlansInput = {
  rmId?: Id
}

export type FiguresInvestorsInput = {
  externalIds: string
}

export type FiguresRmsInput = {
}

export type FiguresApi = {
  /**
   * Number of leads, investors and instructions in each status, and instructions created per day
   *
   * Needs the permission `dashboard.read`.
   */
  counts: Method<FiguresCountsInput, Counts>
  /**
   * Recurring plans in each status: how many, the amount a month, what failed
   *
   * Needs the permission `report.read`.
   */
  plans: Method<FiguresPlansInput, {
    items: Array<PlanCount>
  }>
  /**
   * Investors named in figures by their IDs at Bib, as far as the caller may see them
   *
   * Needs the permission `report.read`.
   */
  investors: Method<FiguresInvestorsInput, {
    items: Array<{
      id: Id
      externalId: string
      displayName: string
    }>
  }>
  /**
   * Names of the RMs in figures: the user alone, or all RMs for users who see all books
   *
   * Needs the permission `report.read`.
   */
  rms: Method<FiguresRmsInput, {
    items: Array<{
      id: Id
      fullName: string
    }>
  }>
}

export const figures = {
  counts: {"method":"GET","path":"/crm/figures","query":["days"],"reply":"json"},
  plans: {"method":"GET","path":"/crm/figures/plans","query":["rmId"],"reply":"json"},
  investors: {"method":"GET","path":"/crm/figures/investors","query":["externalIds"],"reply":"json"},
  rms: {"method":"GET","path":"/crm/figures/rms","reply":"json"},
} as const satisfies Operations[string]
