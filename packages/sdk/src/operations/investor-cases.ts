// Generated from the contracts by `npm run generate`. Do not edit.
import type { BankAccount } from './bank-accounts.ts'
import type { Consent } from './consents.ts'
import type { Document } from './documents.ts'
import type { CalendarDate, Id, Instant, Version } from './fields.ts'
import type { InvestorStatus } from './investor-statuses.ts'
import type { IndividualKyc, InstitutionalKyc, InvestorKind } from './kyc.ts'
import type { RiskProfile } from './risk-profiles.ts'

export type Investor = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  kind: InvestorKind
  leadId: Id | null
  status: InvestorStatus
  version: Version
  displayName: string
  email: string | null
  phone: string | null
  isPep: boolean
  externalId: string | null
  sid: string | null
  ifua: string | null
  syncError: string | null
  riskBand: number | null
  riskExpiresOn: CalendarDate | null
  claimedBy: Id | null
  claimedByName: string | null
  claimedAt: Instant | null
  /** Users who worked on the case and therefore may not decide on it */
  makers: Array<Id>
  seniorApprovedBy: Id | null
  submittedAt: Instant | null
  reviewedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}

export type InvestorDetail = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  kind: InvestorKind
  leadId: Id | null
  status: InvestorStatus
  version: Version
  displayName: string
  email: string | null
  phone: string | null
  isPep: boolean
  externalId: string | null
  sid: string | null
  ifua: string | null
  syncError: string | null
  riskBand: number | null
  riskExpiresOn: CalendarDate | null
  claimedBy: Id | null
  claimedByName: string | null
  claimedAt: Instant | null
  /** Users who worked on the case and therefore may not decide on it */
  makers: Array<Id>
  seniorApprovedBy: Id | null
  submittedAt: Instant | null
  reviewedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
  rmLicenceNumber: string | null
  isLinked: boolean
  submittedBy: Id | null
  reviewedBy: Id | null
  seniorApprovedAt: Instant | null
  seniorApprovalNote: string | null
  verificationMethod: 'in-person' | 'video' | 'non-face-to-face' | null
  verifiedBy: Id | null
  verifiedAt: Instant | null
  individual: IndividualKyc | null
  institutional: InstitutionalKyc | null
  /** Faults that prevent submission */
  missing: Array<{
    pointer: string
    code: string
  }>
  /** Points that a reviewer should check */
  warnings: Array<{
    pointer: string
    code: string
  }>
  /** When set, only these fields may be changed */
  openFields: Array<string> | null
  returnReasons: Array<ReturnReason>
  /** Fields returned last, also after resubmission */
  lastReturn: Array<ReturnedPart>
  bankAccounts: Array<BankAccount>
  documents: Array<Document>
  riskProfile: RiskProfile | null
  waitingRisk: {
    band: number
    askedAt: Instant
  } | null
  consents: Array<Consent>
}

export type InvestorEvent = {
  id: Id
  kind: string
  status: InvestorStatus
  by: 'user' | 'investor' | 'bib' | 'system'
  actorName: string | null
  detail: string | null
  at: Instant
}

export type ReturnReason = {
  pointer: string
  reason: string
  createdAt: Instant
}

export type ReturnedPart = {
  pointer: string
  reason: string
  createdAt: Instant
  was: unknown
  now: unknown
  /** Computed from the full values, also behind masks; null where none was stored */
  isChanged: boolean | null
}
