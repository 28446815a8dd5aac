// Investors: the case from the draft to the registration at Bib, and its review by somebody other
// than its makers.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import {
  ById,
  CalendarDate,
  Email,
  FullName,
  Id,
  Instant,
  Phone,
  Search,
  Text,
  Version,
} from '../fields.ts'
import {
  CountedPage,
  longListQuery,
  createdQuery,
  CSV,
  exported,
  languageQuery,
  SomeOf,
  XLSX,
} from '../lists.ts'
import { staleVersion, wrongState, savedDifferently } from '../problem.ts'
import { BankAccount } from './bank-accounts.ts'
import { Consent, consentNotInForce } from './consents.ts'
import { Document } from './documents.ts'
import { fourEyes } from './four-eyes.ts'
import * as refusals from './investor-problems.ts'
import {
  IndividualKyc,
  InstitutionalKyc,
  investorKinds,
  SecretPointer,
  KycPart,
  verificationMethods,
} from './kyc.ts'
import { investorStatuses } from './investor-statuses.ts'
import { phoneInvalid } from './leads.ts'
import { RiskProfile } from './risk-profiles.ts'

const Fault = Shape({ pointer: Type.String(), code: Type.String() })

const summary = {
  id: Id,
  companyId: Id,
  rmId: Id,
  rmName: Nullable(Type.String()),
  kind: OneOf(investorKinds),
  leadId: Nullable(Id),
  status: OneOf(investorStatuses),
  version: Version,
  displayName: Type.String(),
  email: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  isPep: Type.Boolean(),
  externalId: Nullable(Type.String()),
  sid: Nullable(Type.String()),
  ifua: Nullable(Type.String()),
  syncError: Nullable(Type.String()),
  riskBand: Nullable(Type.Integer()),
  riskExpiresOn: Nullable(CalendarDate),
  claimedBy: Nullable(Id),
  claimedByName: Nullable(Type.String()),
  claimedAt: Nullable(Instant),
  makers: Type.Array(Id, {
    description: 'Users who worked on the case and therefore may not decide on it',
  }),
  seniorApprovedBy: Nullable(Id),
  submittedAt: Nullable(Instant),
  reviewedAt: Nullable(Instant),
  createdAt: Instant,
  updatedAt: Instant,
}
export const Investor = Named('Investor', Shape(summary))
export type Investor = Static<typeof Investor>

export const ReturnReason = Named(
  'ReturnReason',
  Shape({
    pointer: Type.String(),
    reason: Type.String(),
    createdAt: Instant,
  }),
)
export type ReturnReason = Static<typeof ReturnReason>

/** A returned part: its value then and now, masked; null for parts without text. */
export const ReturnedPart = Named(
  'ReturnedPart',
  Shape({
    ...ReturnReason.properties,
    was: Type.Unsafe<unknown>({}),
    now: Type.Unsafe<unknown>({}),
    isChanged: Nullable(
      Type.Boolean({
        description: 'Computed from the full values, also behind masks; null where none was stored',
      }),
    ),
  }),
)
export type ReturnedPart = Static<typeof ReturnedPart>

export const InvestorDetail = Named(
  'InvestorDetail',
  Shape({
    ...summary,
    rmLicenceNumber: Nullable(Type.String()),
    isLinked: Type.Boolean(),
    submittedBy: Nullable(Id),
    reviewedBy: Nullable(Id),
    seniorApprovedAt: Nullable(Instant),
    seniorApprovalNote: Nullable(Type.String()),
    verificationMethod: Nullable(OneOf(verificationMethods)),
    verifiedBy: Nullable(Id),
    verifiedAt: Nullable(Instant),
    individual: Nullable(IndividualKyc),
    institutional: Nullable(InstitutionalKyc),
    missing: Type.Array(Fault, { description: 'Faults that prevent submission' }),
    warnings: Type.Array(Fault, { description: 'Points that a reviewer should check' }),
    openFields: Nullable(
      Type.Array(Type.String(), { description: 'When set, only these fields may be changed' }),
    ),
    returnReasons: Type.Array(ReturnReason),
    lastReturn: Type.Array(ReturnedPart, {
      description: 'Fields returned last, also after resubmission',
    }),
    bankAccounts: Type.Array(BankAccount),
    documents: Type.Array(Document),
    riskProfile: Nullable(RiskProfile),
    waitingRisk: Nullable(Shape({ band: Type.Integer(), askedAt: Instant })),
    consents: Type.Array(Consent),
  }),
)
export type InvestorDetail = Static<typeof InvestorDetail>

export const InvestorEvent = Named(
  'InvestorEvent',
  Shape({
    id: Id,
    kind: Type.String(),
    status: OneOf(investorStatuses),
    by: OneOf(['user', 'investor', 'bib', 'system']),
    actorName: Nullable(Type.String()),
    detail: Nullable(Type.String()),
    at: Instant,
  }),
)
export type InvestorEvent = Static<typeof InvestorEvent>

const readers = can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor')
const writers = can('investor.write', 'rm')
const reviewers = can('investor.review', 'reviewer', 'company-admin')
const Note = Type.String({
  minLength: 1,
  maxLength: 500,
  pattern: '\\S',
  examples: ['Gaji sebagai bupati; LHKPN dilihat'],
})
const OfVersion = Shape({ version: Version })

export const Decision = Named('Decision', OneOf(['approve', 'return', 'reject']))
export const ReviewResult = Named(
  'ReviewResult',
  Shape({
    id: Id,
    /** Null when refused. */
    status: Nullable(OneOf(investorStatuses)),
    version: Nullable(Version),
    problem: Nullable(Shape({ type: Type.String(), title: Type.String(), status: Type.Integer() })),
  }),
)
export type ReviewResult = Static<typeof ReviewResult>

const filters = {
  status: Type.Optional(OneOf(investorStatuses)),
  statuses: Type.Optional(SomeOf(investorStatuses)),
  kind: Type.Optional(OneOf(investorKinds)),
  rmId: Type.Optional(Id),
  claimedBy: Type.Optional(Id),
  claimed: Type.Optional(
    OneOf(['mine', 'others', 'none'], { description: 'The reviewer who has claimed the case' }),
  ),
  isPep: Type.Optional(Type.Boolean()),
  waitingBefore: Type.Optional({
    ...Instant,
    description: 'In the current status since before this instant',
  }),
  search: Type.Optional(Search),
  ...createdQuery,
  order: Type.Optional(
    OneOf(['newest', 'oldest', 'queue'], {
      default: 'newest',
      description: 'queue: submitted cases only, longest waiting first',
    }),
  ),
}

const file = {
  method: 'GET',
  access: can('investor.export', 'rm', 'reviewer', 'company-admin', 'auditor'),
  query: Shape({ ...filters, ...languageQuery }),
  ...exported,
} as const

export const investors = {
  list: endpoint({
    method: 'GET',
    path: '/crm/investors',
    summary: 'Investors, newest or oldest first, or in the order of the review queue',
    access: readers,
    query: Shape({ ...longListQuery, ...filters }),
    reply: CountedPage(Investor),
  }),
  export: endpoint({
    ...file,
    path: '/crm/investors.csv',
    summary: 'Investors as a CSV file',
    produces: CSV,
  }),
  exportXlsx: endpoint({
    ...file,
    path: '/crm/investors.xlsx',
    summary: 'Investors as an Excel file',
    produces: XLSX,
  }),
  get: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}',
    summary: 'An investor with the whole case; secrets are masked',
    access: readers,
    params: ById,
    reply: InvestorDetail,
  }),
  history: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/history',
    summary: 'History of the case, newest first',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(InvestorEvent) }),
  }),
  create: endpoint({
    method: 'POST',
    path: '/crm/investors',
    summary: 'Start the case of an investor, optionally from a lead',
    description: 'A client-generated id makes a retry harmless. The lead becomes converted.',
    access: writers,
    body: Shape({
      id: Type.Optional(Id),
      kind: OneOf(investorKinds),
      leadId: Type.Optional(Id),
      fullName: FullName,
      email: Type.Optional(Nullable(Email)),
      phone: Type.Optional(Nullable(Phone)),
    }),
    reply: Investor,
    status: 201,
    idempotent: true,
    problems: [
      refusals.investorIdTaken,
      savedDifferently,
      refusals.leadConverted,
      phoneInvalid,
      refusals.contactOfStaff,
    ],
  }),
  saveKyc: endpoint({
    method: 'PUT',
    path: '/crm/investors/{id}/kyc',
    summary: 'Save a part of the KYC form',
    description:
      'An absent field keeps its value; null clears it. In a returned case only the returned fields may be changed.',
    access: writers,
    params: ById,
    body: KycPart,
    reply: InvestorDetail,
    problems: [
      staleVersion,
      wrongState,
      refusals.kycInvalid,
      refusals.fieldNotOpen,
      phoneInvalid,
      refusals.contactOfStaff,
      consentNotInForce,
    ],
  }),
  submit: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/submit',
    summary: 'Submit the case for review',
    description:
      'The KYC must be complete, with documents, a bank account, a risk profile and consents. The errors list what is missing.',
    access: writers,
    params: ById,
    body: OfVersion,
    reply: Investor,
    problems: [
      staleVersion,
      wrongState,
      refusals.kycIncomplete,
      refusals.identityTaken,
      refusals.contactOfStaff,
    ],
  }),
  review: endpoint({
    method: 'PATCH',
    path: '/crm/investors',
    summary: 'Approve, return or reject submitted investors',
    description:
      'At most 100. Each item has its own result. Nobody can decide on a case that they captured or whose RM they are.',
    access: reviewers,
    body: Shape({
      items: Type.Array(Shape({ id: Id, version: Version }), { minItems: 1, maxItems: 100 }),
      decision: Decision,
      reasons: Type.Optional(
        Type.Array(Shape({ pointer: Text(100), reason: Text(500) }), { minItems: 1, maxItems: 50 }),
      ),
      note: Type.Optional(Text(500)),
    }),
    reply: Shape({ results: Type.Array(ReviewResult) }),
    problems: [refusals.reasonsMissing],
  }),
  approvePep: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/senior-approval',
    summary: 'Senior approval of a politically exposed person, before the review decides',
    access: can('investor.approve-pep', 'company-admin'),
    params: ById,
    description:
      'The note gives the reason, such as the source of wealth and what was checked. The approver cannot also decide on the case.',
    body: Shape({ version: Version, note: Note }),
    reply: Investor,
    problems: [staleVersion, wrongState, fourEyes],
  }),
  claim: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/claim',
    summary: 'Claim a submitted case for review; a claim lasts 30 minutes',
    access: reviewers,
    params: ById,
    reply: Investor,
    problems: [wrongState, refusals.claimedByOther, fourEyes],
  }),
  release: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/release',
    summary: 'Release a claimed case to the queue',
    access: reviewers,
    params: ById,
    reply: Investor,
    problems: [refusals.claimedByOther],
  }),
  reveal: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/reveal',
    summary: 'Reveal a masked value; this is recorded in the audit trail',
    fresh: true,
    discloses: 'reveal',
    access: can('investor.reveal', 'rm', 'reviewer', 'company-admin'),
    params: ById,
    body: Shape({ pointer: SecretPointer }),
    reply: Shape({ value: Nullable(Type.String()) }),
    problems: [refusals.noSuchField, consentNotInForce],
  }),
  setExternalId: endpoint({
    method: 'PUT',
    path: '/crm/investor/{id}/externalId',
    summary: "Set the investor's ID at Bib",
    description: 'Requires the current id, or null: it is never overwritten silently.',
    access: can('investor.set-external-id', 'reviewer', 'company-admin'),
    params: ById,
    body: Shape({
      externalId: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }),
      expected: Nullable(Type.String({ maxLength: 64 })),
    }),
    reply: Investor,
    problems: [refusals.externalIdTaken, refusals.externalIdChanged, wrongState],
  }),
  syncBib: endpoint({
    method: 'POST',
    path: '/crm/investor/sync-bib',
    summary: 'Send an approved investor to Bib, or send it again',
    description:
      'Repeatable: while a hand-over is pending, another changes nothing, and a registered investor stays registered.',
    access: can('investor.sync', 'reviewer', 'company-admin'),
    body: Shape({ id: Id }),
    status: 202,
    reply: Shape({ jobId: Text(200) }),
    problems: [wrongState, consentNotInForce],
  }),
}
