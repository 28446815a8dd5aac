// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { ClientChannel } from './client-messages.ts'
import type { CalendarDate, Id, Money, Version } from './fields.ts'
import type { Total } from './lists.ts'
import type { Plan, PlanEvent, PlanRun } from './plan-records.ts'
import type { PlanWay } from './plan-rules.ts'

export type PlanCountedPage = {
  items: Array<Plan>
  nextCursor: string | null
  total?: Total
}

export type PlansListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Count the items, up to 10000 */
  count?: boolean
  /** all: also in other companies where the user holds the same role */
  companies?: 'active' | 'all'
  /** Any of these, separated by commas */
  statuses?: string
  investorId?: Id
  rmId?: Id
  failing?: boolean
  order?: 'newest' | 'oldest'
}

export type PlansExportInput = {
  /** Any of these, separated by commas */
  statuses?: string
  investorId?: Id
  rmId?: Id
  failing?: boolean
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type PlansExportXlsxInput = {
  /** Any of these, separated by commas */
  statuses?: string
  investorId?: Id
  rmId?: Id
  failing?: boolean
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type PlansGetInput = {
  id: Id
}

export type PlansCreateInput = {
  id?: Id
  investorId: Id
  lines: Array<{
    productCode: string
    amount: Money
  }>
  day: number
  startsOn: CalendarDate
  endsOn?: CalendarDate | null
  runsAtMost?: number | null
  goalAmount?: Money | null
  bankAccountId: Id
  way: PlanWay
  factSheetOffered: boolean
  aboveRiskProfileTold?: boolean
  amountReason?: string | null
  channel?: ClientChannel
}

export type PlansSendInput = {
  id: Id
  version: Version
  channel?: ClientChannel
}

export type PlansChangeInput = {
  id: Id
  version: Version
  lines: Array<{
    productCode: string
    amount: Money
  }>
  day: number
  startsOn: CalendarDate
  endsOn?: CalendarDate | null
  runsAtMost?: number | null
  goalAmount?: Money | null
  bankAccountId: Id
  way: PlanWay
  factSheetOffered: boolean
  aboveRiskProfileTold?: boolean
  amountReason?: string | null
  channel?: ClientChannel
}

export type PlansPauseInput = {
  id: Id
  version: Version
  reason: string
}

export type PlansResumeInput = {
  id: Id
  version: Version
}

export type PlansStopInput = {
  id: Id
  version: Version
  reason: string
}

export type PlansDocumentInput = {
  id: Id
  language?: 'id' | 'en'
}

export type PlansApi = {
  /**
   * Recurring plans, newest or oldest first
   *
   * Needs the permission `plan.read`.
   */
  list: ListMethod<PlansListInput, PlanCountedPage>
  /**
   * Recurring plans as a CSV file
   *
   * Needs the permission `plan.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  export: Method<PlansExportInput, Uint8Array>
  /**
   * Recurring plans as an Excel file
   *
   * Needs the permission `plan.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  exportXlsx: Method<PlansExportXlsxInput, Uint8Array>
  /**
   * A plan with its runs, latest first, and its history
   *
   * Needs the permission `plan.read`.
   */
  get: Method<PlansGetInput, {
    plan: Plan
    runs: Array<PlanRun>
    events: Array<PlanEvent>
    nextRuns: Array<CalendarDate>
  }>
  /**
   * Make a plan and send its mandate to the investor for signature
   *
   * Needs the permission `plan.write`.
   */
  create: Method<PlansCreateInput, Plan>
  /**
   * Send the link to the mandate again; earlier links stop working
   *
   * Needs the permission `plan.manage`.
   */
  send: Method<PlansSendInput, Plan>
  /**
   * Change the terms of a plan
   *
   * Another fund, a larger amount, another account or a first direct debit needs a new signature: the terms in force go on until then. Anything else applies at once, and the investor is notified.
   *
   * Needs the permission `plan.write`.
   */
  change: Method<PlansChangeInput, Plan>
  /**
   * Pause a plan: nothing is bought until it is resumed
   *
   * Needs the permission `plan.manage`.
   */
  pause: Method<PlansPauseInput, Plan>
  /**
   * Resume a paused plan; months that have passed are not made up for
   *
   * Needs the permission `plan.manage`.
   */
  resume: Method<PlansResumeInput, Plan>
  /**
   * End a plan for good
   *
   * Needs the permission `plan.manage`.
   */
  stop: Method<PlansStopInput, Plan>
  /**
   * The mandate as PDF; after signing, with the evidence of the approval
   *
   * Needs the permission `plan.read`.
   */
  document: Method<PlansDocumentInput, Uint8Array>
}

export const plans = {
  list: {"method":"GET","path":"/crm/plans","query":["limit","cursor","count","companies","statuses","investorId","rmId","failing","order"],"reply":"json"},
  export: {"method":"GET","path":"/crm/plans.csv","query":["statuses","investorId","rmId","failing","order","language"],"reply":"bytes"},
  exportXlsx: {"method":"GET","path":"/crm/plans.xlsx","query":["statuses","investorId","rmId","failing","order","language"],"reply":"bytes"},
  get: {"method":"GET","path":"/crm/plans/{id}","reply":"json"},
  create: {"method":"POST","path":"/crm/plans","body":["id","investorId","lines","day","startsOn","endsOn","runsAtMost","goalAmount","bankAccountId","way","factSheetOffered","aboveRiskProfileTold","amountReason","channel"],"reply":"json","needsKey":true},
  send: {"method":"POST","path":"/crm/plans/{id}/link","body":["version","channel"],"reply":"json","needsKey":true},
  change: {"method":"POST","path":"/crm/plans/{id}/terms","body":["version","lines","day","startsOn","endsOn","runsAtMost","goalAmount","bankAccountId","way","factSheetOffered","aboveRiskProfileTold","amountReason","channel"],"reply":"json","needsKey":true},
  pause: {"method":"POST","path":"/crm/plans/{id}/pause","body":["version","reason"],"reply":"json","needsKey":true},
  resume: {"method":"POST","path":"/crm/plans/{id}/resume","body":["version"],"reply":"json","needsKey":true},
  stop: {"method":"POST","path":"/crm/plans/{id}/stop","body":["version","reason"],"reply":"json","needsKey":true},
  document: {"method":"GET","path":"/crm/plans/{id}/document","query":["language"],"reply":"bytes"},
} as const satisfies Operations[string]
