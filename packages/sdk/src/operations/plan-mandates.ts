// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CodeSent, DocumentHash } from './approvals.ts'
import type { CalendarDate, Currency, Instant, LinkToken, Money, OtpCode } from './fields.ts'
import type { PlanLine } from './plan-records.ts'
import type { PlanStatus, PlanWay } from './plan-rules.ts'

export type ManagedPlan = {
  companyName: string
  brandColour: string | null
  rmName: string | null
  rmPhone: string | null
  language: 'id' | 'en'
  answeredAt: Instant | null
  investorName: string
  status: PlanStatus
  pausedBy: 'rm' | 'back-office' | 'investor' | null
  lines: Array<PlanLine>
  amount: Money
  currency: Currency
  day: number
  way: PlanWay
  bankAccount: string | null
  endsOn: CalendarDate | null
  runsAtMost: number | null
  goalAmount: Money | null
  nextRuns: Array<CalendarDate>
  runsDone: number
  amountDone: Money
  signedAt: Instant | null
  endedAt: Instant | null
}

export type PlanDocument = {
  documentVersion: number
  planId: string
  mandateId: string
  companyName: string
  rmName: string
  licenceNumber: string
  investorName: string
  lines: Array<{
    productCode: string
    productName: string
    manager: string
    amount: Money
    feePercent: string
    riskLevel: number
    aboveRiskProfile: boolean
  }>
  amount: Money
  currency: Currency
  day: number
  startsOn: CalendarDate
  endsOn: CalendarDate | null
  runsAtMost: number | null
  goalAmount: Money | null
  way: PlanWay
  bankAccount: string
  riskBand: number | null
  attempts: number
  consentVersion: string
  consent: string
}

export type PlanMandatesSenderInput = {
  token: LinkToken
}

export type PlanMandatesViewInput = {
  token: LinkToken
}

export type PlanMandatesDocumentInput = {
  token: LinkToken
}

export type PlanMandatesSendCodeInput = {
  token: LinkToken
}

export type PlanMandatesAnswerInput = {
  token: LinkToken
  decision: 'approve' | 'decline'
  documentHash?: DocumentHash
  code?: OtpCode
  signature?: string
  consent?: boolean
  reason?: string
}

export type PlanMandatesManagedInput = {
  token: LinkToken
}

export type PlanMandatesPauseInput = {
  token: LinkToken
}

export type PlanMandatesResumeInput = {
  token: LinkToken
}

export type PlanMandatesRevokeInput = {
  token: LinkToken
}

export type PlanMandatesApi = {
  /** Who sent the link and the status of the plan, also after the link has ended */
  sender: Method<PlanMandatesSenderInput, {
    companyName: string
    brandColour: string | null
    rmName: string | null
    rmPhone: string | null
    language: 'id' | 'en'
    answeredAt: Instant | null
    status: PlanStatus
    answer: 'signed' | 'declined' | null
  }>
  /** The mandate that the investor is asked to sign; reading it changes nothing */
  view: Method<PlanMandatesViewInput, {
    document: PlanDocument
    documentHash: DocumentHash
    nextRuns: Array<CalendarDate>
    isChange: boolean
    expiresAt: Instant
    phone: string
    needsCertifiedSignature: boolean
    declineNeedsCode: boolean
    brandColour: string | null
    language: 'id' | 'en'
  }>
  /** The mandate as PDF */
  document: Method<PlanMandatesDocumentInput, Uint8Array>
  /** Send a code to the registered phone of the investor */
  sendCode: Method<PlanMandatesSendCodeInput, CodeSent>
  /**
   * Sign, or decline, the mandate of a plan
   *
   * Signing needs the code, the signature and the hash of the document shown.
   */
  answer: Method<PlanMandatesAnswerInput, {
    status: 'signed' | 'declined'
    nextRuns: Array<CalendarDate>
    at: Instant
  }>
  /** The plan behind the lasting link of its investor, also after it has ended */
  managed: Method<PlanMandatesManagedInput, ManagedPlan>
  /** The investor pauses the plan: nobody else resumes it */
  pause: Method<PlanMandatesPauseInput, ManagedPlan>
  /** The investor resumes what the investor has paused */
  resume: Method<PlanMandatesResumeInput, ManagedPlan>
  /** The investor revokes the mandate: the plan ends for good */
  revoke: Method<PlanMandatesRevokeInput, ManagedPlan>
}

export const planMandates = {
  sender: {"method":"GET","path":"/crm/plan-mandates/{token}/sender","reply":"json","isPublic":true},
  view: {"method":"GET","path":"/crm/plan-mandates/{token}","reply":"json","isPublic":true},
  document: {"method":"GET","path":"/crm/plan-mandates/{token}/document","reply":"bytes","isPublic":true},
  sendCode: {"method":"POST","path":"/crm/plan-mandates/{token}/code","reply":"json","isPublic":true},
  answer: {"method":"PATCH","path":"/crm/plans/signature","body":["token","decision","documentHash","code","signature","consent","reason"],"reply":"json","isPublic":true},
  managed: {"method":"GET","path":"/crm/managed-plans/{token}","reply":"json","isPublic":true},
  pause: {"method":"POST","path":"/crm/managed-plans/{token}/pause","reply":"json","isPublic":true},
  resume: {"method":"POST","path":"/crm/managed-plans/{token}/resume","reply":"json","isPublic":true},
  revoke: {"method":"POST","path":"/crm/managed-plans/{token}/revoke","reply":"json","isPublic":true},
} as const satisfies Operations[string]
