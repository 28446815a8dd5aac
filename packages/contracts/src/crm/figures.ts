// Counts for the home screen, for the own book or the company, and names for Bib's figures.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Id, Instant, Money } from '../fields.ts'
import { instructionStatuses } from './instructions.ts'
import { investorStatuses } from './investor-statuses.ts'
import { leadStatuses } from './leads.ts'
import { planStatuses } from './plan-rules.ts'

export const dashboardReaders = can('dashboard.read', 'rm', 'reviewer', 'company-admin', 'auditor')

const Count = Type.Integer({ minimum: 0 })

export const LeadCount = Named('LeadCount', Shape({ status: OneOf(leadStatuses), count: Count }))
/** `since`: when the oldest record entered this status; the ages are whole days since then. */
export const InvestorCount = Named(
  'InvestorCount',
  Shape({
    status: OneOf(investorStatuses),
    count: Count,
    since: Nullable(Instant),
    overOneDay: Count,
    overThreeDays: Count,
    overSevenDays: Count,
  }),
)
export const InstructionCount = Named(
  'InstructionCount',
  Shape({ status: OneOf(instructionStatuses), count: Count }),
)
/** Cases are counted by how many of these days they have had their status. */
export const WAITING_DAYS = [1, 3, 7] as const

/**
 * The instant a number of whole days before another; records that entered their status before it
 * are older than that.
 */
export function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * 24 * 3600_000).toISOString()
}

/** Plans with a status, even if there are none. */
export const PlanCount = Named(
  'PlanCount',
  Shape({
    status: OneOf(planStatuses),
    count: Count,
    /** Of one month, all plans together, in rupiah. */
    amount: Money,
    /** Bought so far. */
    amountDone: Money,
    /** Plans of which a purchase waits for another try, or whose latest month bought nothing. */
    failing: Count,
    /** Purchases that were skipped. */
    skipped: Count,
  }),
)
export type PlanCount = Static<typeof PlanCount>

/** A day in Jakarta. */
export const InstructionDay = Named('InstructionDay', Shape({ date: CalendarDate, count: Count }))

/** Includes every status and every day, even those with a count of zero. */
export const Counts = Named(
  'Counts',
  Shape({
    leads: Type.Array(LeadCount),
    investors: Type.Array(InvestorCount),
    instructions: Type.Array(InstructionCount),
    instructionDays: Type.Array(InstructionDay),
  }),
)
export type Counts = Static<typeof Counts>

/** The maximum number of investors per request. */
export const MOST_INVESTORS = 100

export const figures = {
  counts: endpoint({
    method: 'GET',
    path: '/crm/figures',
    summary:
      'Number of leads, investors and instructions in each status, and instructions created per day',
    access: dashboardReaders,
    query: Shape({ days: Type.Optional(Type.Integer({ minimum: 1, maximum: 90, default: 30 })) }),
    reply: Counts,
  }),
  plans: endpoint({
    method: 'GET',
    path: '/crm/figures/plans',
    summary: 'Recurring plans in each status: how many, the amount a month, what failed',
    access: can('report.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    query: Shape({ rmId: Type.Optional(Id) }),
    reply: Shape({ items: Type.Array(PlanCount) }),
  }),
  investors: endpoint({
    method: 'GET',
    path: '/crm/figures/investors',
    summary: 'Investors named in figures by their IDs at Bib, as far as the caller may see them',
    access: can('report.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    query: Shape({
      externalIds: Type.String({
        pattern: `^[A-Za-z0-9_-]{1,64}(,[A-Za-z0-9_-]{1,64}){0,${MOST_INVESTORS - 1}}$`,
        maxLength: MOST_INVESTORS * 65,
        examples: ['BIB1,BIB2'],
      }),
    }),
    reply: Shape({
      items: Type.Array(Shape({ id: Id, externalId: Type.String(), displayName: Type.String() })),
    }),
  }),
  rms: endpoint({
    method: 'GET',
    path: '/crm/figures/rms',
    summary: 'Names of the RMs in figures: the user alone, or all RMs for users who see all books',
    access: can('report.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    reply: Shape({ items: Type.Array(Shape({ id: Id, fullName: Type.String() })) }),
  }),
}
