// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { CalendarDate, Email, FullName, Id, Instant, Phone, Search, Version } from './fields.ts'
import type { Investor, InvestorDetail, InvestorEvent } from './investor-cases.ts'
import type { Decision, ReviewResult } from './investor-decisions.ts'
import type { InvestorStatus } from './investor-statuses.ts'
import type { IndividualChanges, InstitutionalChanges, InvestorKind, SecretPointer } from './kyc.ts'
import type { Total } from './lists.ts'

export type InvestorCountedPage = {
  items: Array<Investor>
  nextCursor: string | null
  total?: Total
}

export type InvestorsListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
  cursor?: string
  /** Count the items, up to 10000 */
  count?: boolean
  /** all: also in other companies where the user holds the same role */
  companies?: 'active' | 'all'
  status?: InvestorStatus
  /** Any of these, separated by commas */
  statuses?: string
  kind?: InvestorKind
  rmId?: Id
  claimedBy?: Id
  /** The reviewer who has claimed the case */
  claimed?: 'mine' | 'others' | 'none'
  isPep?: boolean
  waitingBefore?: Instant
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  /** queue: submitted cases only, longest waiting first */
  order?: 'newest' | 'oldest' | 'queue'
}

export type InvestorsExportInput = {
  status?: InvestorStatus
  /** Any of these, separated by commas */
  statuses?: string
  kind?: InvestorKind
  rmId?: Id
  claimedBy?: Id
  /** The reviewer who has claimed the case */
  claimed?: 'mine' | 'others' | 'none'
  isPep?: boolean
  waitingBefore?: Instant
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  /** queue: submitted cases only, longest waiting first */
  order?: 'newest' | 'oldest' | 'queue'
  language?: 'id' | 'en'
}

export type InvestorsExportXlsxInput = {
  status?: InvestorStatus
  /** Any of these, separated by commas */
  statuses?: string
  kind?: InvestorKind
  rmId?: Id
  claimedBy?: Id
  /** The reviewer who has claimed the case */
  claimed?: 'mine' | 'others' | 'none'
  isPep?: boolean
  waitingBefore?: Instant
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  /** queue: submitted cases only, longest waiting first */
  order?: 'newest' | 'oldest' | 'queue'
  language?: 'id' | 'en'
}

export type InvestorsGetInput = {
  id: Id
}

export type InvestorsHistoryInput = {
  id: Id
}

export type InvestorsCreateInput = {
  id?: Id
  kind: InvestorKind
  leadId?: Id
  fullName: FullName
  email?: Email | null
  phone?: Phone | null
}

export type InvestorsSaveKycInput = {
  id: Id
  version: Version
  individual?: IndividualChanges
  institutional?: InstitutionalChanges
  verificationMethod?: 'in-person' | 'video'
}

export type InvestorsSubmitInput = {
  id: Id
  version: Version
}

export type InvestorsReviewInput = {
  items: Array<{
    id: Id
    version: Version
  }>
  decision: Decision
  reasons?: Array<{
    pointer: string
    reason: string
  }>
  note?: string
}

export type InvestorsApprovePepInput = {
  id: Id
  version: Version
  note: string
}

export type InvestorsClaimInput = {
  id: Id
}

export type InvestorsReleaseInput = {
  id: Id
}

export type InvestorsRevealInput = {
  id: Id
  pointer: SecretPointer
}

export type InvestorsSetExternalIdInput = {
  id: Id
  externalId: string
  expected: string | null
}

export type InvestorsSyncBibInput = {
  id: Id
}

export type InvestorsApi = {
  /**
   * Investors, newest or oldest first, or in the order of the review queue
   *
   * Needs the permission `investor.read`.
   */
  list: ListMethod<InvestorsListInput, InvestorCountedPage>
  /**
   * Investors as a CSV file
   *
   * Needs the permission `investor.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  export: Method<InvestorsExportInput, Uint8Array>
  /**
   * Investors as an Excel file
   *
   * Needs the permission `investor.export`.
   *
   * Needs a password entered within the last ten minutes.
   */
  exportXlsx: Method<InvestorsExportXlsxInput, Uint8Array>
  /**
   * An investor with the whole case; secrets are masked
   *
   * Needs the permission `investor.read`.
   */
  get: Method<InvestorsGetInput, InvestorDetail>
  /**
   * History of the case, newest first
   *
   * Needs the permission `investor.read`.
   */
  history: Method<InvestorsHistoryInput, {
    items: Array<InvestorEvent>
  }>
  /**
   * Start the case of an investor, optionally from a lead
   *
   * A client-generated id makes a retry harmless. The lead becomes converted.
   *
   * Needs the permission `investor.write`.
   */
  create: Method<InvestorsCreateInput, Investor>
  /**
   * Save a part of the KYC form
   *
   * An absent field keeps its value; null clears it. In a returned case only the returned fields may be changed.
   *
   * Needs the permission `investor.write`.
   */
  saveKyc: Method<InvestorsSaveKycInput, InvestorDetail>
  /**
   * Submit the case for review
   *
   * The KYC must be complete, with documents, a bank account, a risk profile and consents. The errors list what is missing.
   *
   * Needs the permission `investor.write`.
   */
  submit: Method<InvestorsSubmitInput, Investor>
  /**
   * Approve, return or reject submitted investors
   *
   * At most 100. Each item has its own result. Nobody can decide on a case that they captured or whose RM they are.
   *
   * Needs the permission `investor.review`.
   */
  review: Method<InvestorsReviewInput, {
    results: Array<ReviewResult>
  }>
  /**
   * Senior approval of a politically exposed person, before the review decides
   *
   * The note gives the reason, such as the source of wealth and what was checked. The approver cannot also decide on the case.
   *
   * Needs the permission `investor.approve-pep`.
   */
  approvePep: Method<InvestorsApprovePepInput, Investor>
  /**
   * Claim a submitted case for review; a claim lasts 30 minutes
   *
   * Needs the permission `investor.review`.
   */
  claim: Method<InvestorsClaimInput, Investor>
  /**
   * Release a claimed case to the queue
   *
   * Needs the permission `investor.review`.
   */
  release: Method<InvestorsReleaseInput, Investor>
  /**
   * Reveal a masked value; this is recorded in the audit trail
   *
   * Needs the permission `investor.reveal`.
   *
   * Needs a password entered within the last ten minutes.
   */
  reveal: Method<InvestorsRevealInput, {
    value: string | null
  }>
  /**
   * Set the investor's ID at Bib
   *
   * Requires the current id, or null: it is never overwritten silently.
   *
   * Needs the permission `investor.set-external-id`.
   */
  setExternalId: Method<InvestorsSetExternalIdInput, Investor>
  /**
   * Send an approved investor to Bib, or send it again
   *
   * Repeatable: while a hand-over is pending, another changes nothing, and a registered investor stays registered.
   *
   * Needs the permission `investor.sync`.
   */
  syncBib: Method<InvestorsSyncBibInput, {
    jobId: string
  }>
}

export const investors = {
  list: {"method":"GET","path":"/crm/investors","query":["limit","cursor","count","companies","status","statuses","kind","rmId","claimedBy","claimed","isPep","waitingBefore","search","from","to","order"],"reply":"json"},
  export: {"method":"GET","path":"/crm/investors.csv","query":["status","statuses","kind","rmId","claimedBy","claimed","isPep","waitingBefore","search","from","to","order","language"],"reply":"bytes"},
  exportXlsx: {"method":"GET","path":"/crm/investors.xlsx","query":["status","statuses","kind","rmId","claimedBy","claimed","isPep","waitingBefore","search","from","to","order","language"],"reply":"bytes"},
  get: {"method":"GET","path":"/crm/investors/{id}","reply":"json"},
  history: {"method":"GET","path":"/crm/investors/{id}/history","reply":"json"},
  create: {"method":"POST","path":"/crm/investors","body":["id","kind","leadId","fullName","email","phone"],"reply":"json","needsKey":true},
  saveKyc: {"method":"PUT","path":"/crm/investors/{id}/kyc","body":["version","individual","institutional","verificationMethod"],"reply":"json"},
  submit: {"method":"POST","path":"/crm/investors/{id}/submit","body":["version"],"reply":"json"},
  review: {"method":"PATCH","path":"/crm/investors","body":["items","decision","reasons","note"],"reply":"json"},
  approvePep: {"method":"POST","path":"/crm/investors/{id}/senior-approval","body":["version","note"],"reply":"json"},
  claim: {"method":"POST","path":"/crm/investors/{id}/claim","reply":"json"},
  release: {"method":"POST","path":"/crm/investors/{id}/release","reply":"json"},
  reveal: {"method":"POST","path":"/crm/investors/{id}/reveal","body":["pointer"],"reply":"json"},
  setExternalId: {"method":"PUT","path":"/crm/investor/{id}/externalId","body":["externalId","expected"],"reply":"json"},
  syncBib: {"method":"POST","path":"/crm/investor/sync-bib","body":["id"],"reply":"json"},
} as const satisfies Operations[string]
