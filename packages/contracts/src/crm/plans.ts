// Recurring plans: an investor's purchases on a day of each month, by one signed mandate.
import Type, { type Static } from 'typebox'
import { can, endpoint, Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { ById, CalendarDate, Currency, Id, Instant, Money, Text, Version } from '../fields.ts'
import { CountedPage, languageQuery, longListQuery, orderQuery, SomeOf } from '../lists.ts'
import { savedDifferently, staleVersion, wrongState } from '../problem.ts'
import { consentNotInForce } from './consents.ts'
import { instructionStatuses } from './instruction-statuses.ts'
import * as refusals from './instruction-problems.ts'
import { contactOfStaff } from './investor-problems.ts'
import { paymentStates } from './payment-rules.ts'
import { aboveOrderCap, amountUnusual } from './plausibility.ts'
import * as planProblems from './plan-problems.ts'
import {
  LAST_PLAN_DAY,
  MAX_PLAN_LINES,
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

const Day = Type.Integer({ minimum: 1, maximum: LAST_PLAN_DAY })
const Runs = Type.Integer({ minimum: 1, maximum: 600 })
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

const terms = {
  lines: Type.Array(Shape({ productCode: Text(20), amount: Money }), {
    minItems: 1,
    maxItems: MAX_PLAN_LINES,
  }),
  day: Day,
  startsOn: CalendarDate,
  endsOn: Type.Optional(Nullable(CalendarDate)),
  runsAtMost: Type.Optional(Nullable(Runs)),
  goalAmount: Type.Optional(Nullable(Money)),
  bankAccountId: Id,
  way: OneOf(planWays),
  /** The RM offered the prospectus or fact sheet of each fund. */
  factSheetOffered: Type.Boolean(),
  /** The RM informed the investor that a fund is above the risk profile. */
  aboveRiskProfileTold: Type.Optional(Type.Boolean()),
  /** The RM's reason for an amount above what was declared or what the company expects. */
  amountReason: Type.Optional(Nullable(Text(500))),
}
const ofTerms = [
  refusals.licenceExpired,
  refusals.investorNotRegistered,
  refusals.riskProfileMissing,
  refusals.suitabilityConsentMissing,
  refusals.productNotOffered,
  refusals.belowMinimum,
  refusals.bankAccountUnfit,
  refusals.factSheetNotOffered,
  refusals.certifiedSignatureNeeded,
  refusals.quantityInvalid,
  consentNotInForce,
  contactOfStaff,
  amountUnusual,
  aboveOrderCap,
  planProblems.planEndInvalid,
  planProblems.planWithoutRuns,
  planProblems.planStartPassed,
  planProblems.planFundTwice,
  planProblems.planFundUnfit,
]

const example = {
  lines: [{ productCode: 'ANDALAN-KAS', amount: '500000.00' }],
  day: 25,
  startsOn: '2026-12-01',
  bankAccountId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a12',
  way: 'direct-debit',
  factSheetOffered: true,
}

const readers = can('plan.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('plan.write', 'rm')
const managers = can('plan.manage', 'rm', 'reviewer', 'company-admin')
const act = {
  method: 'POST',
  access: managers,
  params: ById,
  reply: Plan,
  idempotent: true,
} as const
const ended = [staleVersion, wrongState, planProblems.planEnded]

export const plans = {
  list: endpoint({
    method: 'GET',
    path: '/crm/plans',
    summary: 'Recurring plans, newest or oldest first',
    access: readers,
    query: Shape({
      ...longListQuery,
      statuses: Type.Optional(SomeOf(planStatuses)),
      investorId: Type.Optional(Id),
      rmId: Type.Optional(Id),
      /** Plans of which a run waits for another try, or the latest month bought nothing. */
      failing: Type.Optional(Type.Boolean()),
      ...orderQuery,
    }),
    reply: CountedPage(Plan),
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/plans/{id}',
    summary: 'A plan with its runs, latest first, and its history',
    access: readers,
    params: ById,
    reply: Shape({
      plan: Plan,
      runs: Type.Array(PlanRun),
      events: Type.Array(PlanEvent),
      /** The next three exchange days of the plan, if nothing is skipped. */
      nextRuns: Type.Array(CalendarDate),
    }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/plans',
    summary: 'Make a plan and send its mandate to the investor for signature',
    access: writers,
    body: Shape(
      { id: Type.Optional(Id), investorId: Id, ...terms },
      { examples: [{ investorId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11', ...example }] },
    ),
    reply: Plan,
    status: 201,
    idempotent: true,
    problems: [planProblems.planIdTaken, savedDifferently, ...ofTerms],
  }),
  send: endpoint({
    ...act,
    path: '/crm/plans/{id}/link',
    summary: 'Send the link to the mandate again; earlier links stop working',
    body: Shape({ version: Version }),
    problems: [...ended, refusals.licenceExpired],
  }),
  change: endpoint({
    ...act,
    path: '/crm/plans/{id}/terms',
    access: writers,
    summary: 'Change the terms of a plan',
    description:
      'Another fund, a larger amount, another account or a first direct debit needs a new signature: the terms in force go on until then. Anything else applies at once, and the investor is notified.',
    body: Shape({ version: Version, ...terms }, { examples: [{ version: 1, ...example }] }),
    problems: [...ended, planProblems.planUnchanged, ...ofTerms],
  }),
  pause: endpoint({
    ...act,
    path: '/crm/plans/{id}/pause',
    summary: 'Pause a plan: nothing is bought until it is resumed',
    body: Shape({ version: Version, reason: Text(500) }),
    problems: ended,
  }),
  resume: endpoint({
    ...act,
    path: '/crm/plans/{id}/resume',
    summary: 'Resume a paused plan; months that have passed are not made up for',
    body: Shape({ version: Version }),
    problems: [...ended, planProblems.pausedByInvestor],
  }),
  stop: endpoint({
    ...act,
    path: '/crm/plans/{id}/stop',
    summary: 'End a plan for good',
    body: Shape({ version: Version, reason: Text(500) }),
    problems: ended,
  }),
  document: endpoint({
    method: 'GET',
    path: '/crm/plans/{id}/document',
    summary: 'The mandate as PDF; after signing, with the evidence of the approval',
    access: readers,
    params: ById,
    query: Shape({ ...languageQuery }),
    produces: 'application/pdf',
  }),
}
