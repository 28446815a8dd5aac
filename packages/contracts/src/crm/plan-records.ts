// A recurring plan as its readers get it: the plan, its runs and its history.
import Type, { type Static } from 'typebox'
import { Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { CalendarDate, Currency, Id, Instant, Money, Version } from '../fields.ts'
import { instructionStatuses } from './instruction-statuses.ts'
import { paymentStates } from './payment-rules.ts'
import {
  LAST_PLAN_DAY,
  planReasons,
  planRunStatuses,
  planStatuses,
  planWays,
} from './plan-rules.ts'

const Line = Named(
  'PlanLine',
  Shape({
    productCode: Type.String(),
    productName: Type.String(),
    amount: Money,
    riskLevel: Type.Integer(),
    /** Above the investor's profile; the mandate says so, and the investor has agreed. */
    aboveRiskProfile: Type.Boolean(),
  }),
)
export type PlanLineShown = Static<typeof Line>

export const Day = Type.Integer({ minimum: 1, maximum: LAST_PLAN_DAY })
export const Runs = Type.Integer({ minimum: 1, maximum: 600 })
const schedule = {
  day: Day,
  startsOn: CalendarDate,
  /** At most one of these three; none: until it is stopped. */
  endsOn: Nullable(CalendarDate),
  runsAtMost: Nullable(Runs),
  goalAmount: Nullable(Money),
  way: OneOf(planWays),
}

export const planActors = ['rm', 'back-office', 'investor', 'system'] as const

export const Plan = Named(
  'Plan',
  Shape({
    id: Id,
    companyId: Id,
    rmId: Id,
    rmName: Nullable(Type.String()),
    investorId: Id,
    investorName: Type.String(),
    status: OneOf(planStatuses),
    statusReason: Nullable(Type.String()),
    pausedBy: Nullable(OneOf(['rm', 'back-office', 'investor'])),
    lines: Type.Array(Line),
    /** Of one run, all funds together. */
    amount: Money,
    currency: Currency,
    ...schedule,
    bankAccountId: Id,
    /** Bank, masked number and holder. */
    bankAccount: Nullable(Type.String()),
    /** The exchange day of the next run; null when none is to come. */
    nextRunOn: Nullable(CalendarDate),
    runsDone: Type.Integer(),
    amountDone: Money,
    /** Runs that bought nothing, and runs that wait for another try. */
    runsSkipped: Type.Integer(),
    runsRetrying: Type.Integer(),
    /** Changed terms that wait for the investor's signature. */
    isChangeWaiting: Type.Boolean(),
    linkExpiresAt: Nullable(Instant),
    signedAt: Nullable(Instant),
    version: Version,
    createdAt: Instant,
    updatedAt: Instant,
  }),
)
export type Plan = Static<typeof Plan>

export const PlanRun = Named(
  'PlanRun',
  Shape({
    id: Id,
    /** The month, as yyyy-mm. */
    period: Type.String(),
    productCode: Type.String(),
    productName: Type.String(),
    amount: Money,
    runOn: CalendarDate,
    status: OneOf(planRunStatuses),
    reason: Nullable(OneOf(planReasons)),
    attempts: Type.Integer(),
    retryOn: Nullable(CalendarDate),
    /** The latest instruction of the run. */
    instructionId: Nullable(Id),
    instructionStatus: Nullable(OneOf(instructionStatuses)),
    paymentState: Nullable(OneOf(paymentStates)),
    updatedAt: Instant,
  }),
)
export type PlanRun = Static<typeof PlanRun>

export const planHappenings = [
  'created',
  'link-sent',
  'signed',
  'declined',
  'expired',
  'changed',
  'change-asked',
  'paused',
  'resumed',
  'stopped',
  'revoked',
  'completed',
  'handed-over',
] as const
export type PlanHappening = (typeof planHappenings)[number]

export const PlanEvent = Named(
  'PlanEvent',
  Shape({
    at: Instant,
    what: OneOf(planHappenings),
    by: OneOf(planActors),
    detail: Nullable(Type.String()),
  }),
)
export type PlanEvent = Static<typeof PlanEvent>
