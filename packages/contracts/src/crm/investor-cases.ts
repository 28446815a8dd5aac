// The case of an investor: what a list shows, what its page shows, what was returned, and its
// history.
import Type, { type Static } from 'typebox'
import { Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { CalendarDate, Id, Instant, Version } from '../fields.ts'
import { BankAccount } from './bank-accounts.ts'
import { Consent } from './consents.ts'
import { Document } from './documents.ts'
import { investorStatuses } from './investor-statuses.ts'
import { IndividualKyc, InstitutionalKyc, investorKinds, verificationMethods } from './kyc.ts'
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
