// Recurring plans: an investor's purchases on a day of each month, by one signed mandate.
import Type from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape } from '../endpoint.ts'
import { ById, CalendarDate, Id, Money, Text, Version } from '../fields.ts'
import {
  CountedPage,
  CSV,
  exported,
  languageQuery,
  longListQuery,
  orderQuery,
  SomeOf,
  XLSX,
} from '../lists.ts'
import { savedDifferently, staleVersion, wrongState } from '../problem.ts'
import { channelNotOffered } from './client-links.ts'
import { clientChannels } from './client-messages.ts'
import { consentNotInForce } from './consents.ts'
import * as refusals from './instruction-problems.ts'
import { contactMissing, contactOfStaff } from './investor-problems.ts'
import { aboveOrderCap, amountUnusual } from './plausibility.ts'
import * as planProblems from './plan-problems.ts'
import { Day, Plan, PlanEvent, PlanRun, Runs } from './plan-records.ts'
import { MAX_PLAN_LINES, planStatuses, planWays } from './plan-rules.ts'

export {
  Plan,
  planActors,
  PlanEvent,
  planHappenings,
  PlanRun,
  type PlanHappening,
  type PlanLineShown,
} from './plan-records.ts'

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
const filters = {
  statuses: Type.Optional(SomeOf(planStatuses)),
  investorId: Type.Optional(Id),
  rmId: Type.Optional(Id),
  /** Plans of which a run waits for another try, or the latest month bought nothing. */
  failing: Type.Optional(Type.Boolean()),
  ...orderQuery,
}
const file = {
  method: 'GET',
  access: can('plan.export', 'rm', 'reviewer', 'company-admin', 'auditor'),
  query: Shape({ ...filters, ...languageQuery }),
  ...exported,
} as const
const act = {
  method: 'POST',
  access: managers,
  params: ById,
  reply: Plan,
  idempotent: true,
} as const
/** For the link alone; the channel that the investor prefers unless one is given. */
const byChannel = { channel: Type.Optional(OneOf(clientChannels)) }
const unreachable = [contactMissing, channelNotOffered]
const ended = [staleVersion, wrongState, planProblems.planEnded]

export const plans = {
  list: endpoint({
    method: 'GET',
    path: '/crm/plans',
    summary: 'Recurring plans, newest or oldest first',
    access: readers,
    query: Shape({ ...longListQuery, ...filters }),
    reply: CountedPage(Plan),
  }),
  export: endpoint({
    ...file,
    path: '/crm/plans.csv',
    summary: 'Recurring plans as a CSV file',
    produces: CSV,
  }),
  exportXlsx: endpoint({
    ...file,
    path: '/crm/plans.xlsx',
    summary: 'Recurring plans as an Excel file',
    produces: XLSX,
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
      { id: Type.Optional(Id), investorId: Id, ...terms, ...byChannel },
      { examples: [{ investorId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11', ...example }] },
    ),
    reply: Plan,
    status: 201,
    idempotent: true,
    problems: [planProblems.planIdTaken, savedDifferently, ...ofTerms, ...unreachable],
  }),
  send: endpoint({
    ...act,
    path: '/crm/plans/{id}/link',
    summary: 'Send the link to the mandate again; earlier links stop working',
    body: Shape({ version: Version, ...byChannel }),
    problems: [...ended, refusals.licenceExpired, ...unreachable],
  }),
  change: endpoint({
    ...act,
    path: '/crm/plans/{id}/terms',
    access: writers,
    summary: 'Change the terms of a plan',
    description:
      'Another fund, a larger amount, another account or a first direct debit needs a new signature: the terms in force go on until then. Anything else applies at once, and the investor is notified.',
    body: Shape(
      { version: Version, ...terms, ...byChannel },
      { examples: [{ version: 1, ...example }] },
    ),
    problems: [...ended, planProblems.planUnchanged, ...ofTerms, ...unreachable],
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
