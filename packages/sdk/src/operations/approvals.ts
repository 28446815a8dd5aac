// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { ClientChannel } from './client-messages.ts'
import type { CalendarDate, Currency, Instant, LinkToken, Money, OtpCode, Units } from './fields.ts'
import type { InstructionStatus, InstructionType } from './instruction-statuses.ts'
import type { PaymentForInvestor } from './payments.ts'

export type CodeSent = {
  /** Masked */
  phone: string
  channel: ClientChannel
  resendAfterSeconds: number
}

/** SHA-256 of the document as shown */
export type DocumentHash = string

export type InstructionDocument = {
  documentVersion: number
  instructionId: string
  companyName: string
  rmName: string
  licenceNumber: string
  investorName: string
  type: InstructionType
  productCode: string
  productName: string
  manager: string
  targetProductCode: string | null
  targetProductName: string | null
  currency: Currency
  amount: Money | null
  units: Units | null
  allUnits: boolean
  feePercent: string
  feeAmount: Money | null
  cutOff: string
  navDate: CalendarDate
  bankAccount: string | null
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
  consentVersion: string
  consent: string
}

export type SignedOrder = {
  productName: string
  currency: Currency
  amount: Money | null
  units: Units | null
  allUnits: boolean
  navDate: CalendarDate
}

export type ApprovalsSenderInput = {
  token: LinkToken
}

export type ApprovalsViewInput = {
  token: LinkToken
}

export type ApprovalsPaymentInput = {
  token: LinkToken
}

export type ApprovalsRepeatInput = {
  token: LinkToken
}

export type ApprovalsDocumentInput = {
  token: LinkToken
}

export type ApprovalsSendCodeInput = {
  token: LinkToken
}

export type ApprovalsAnswerInput = {
  token: LinkToken
  decision: 'approve' | 'decline'
  documentHash?: DocumentHash
  code?: OtpCode
  signature?: string
  consent?: boolean
  reason?: string
}

export type ApprovalsApi = {
  /** Who sent the link and the status of the instruction, also after the link has ended */
  sender: Method<ApprovalsSenderInput, {
    companyName: string
    brandColour: string | null
    rmName: string | null
    rmPhone: string | null
    language: 'id' | 'en'
    answeredAt: Instant | null
    status: InstructionStatus
  }>
  /** The instruction that the investor is asked to approve; reading it changes nothing */
  view: Method<ApprovalsViewInput, {
    document: InstructionDocument
    documentHash: DocumentHash
    expiresAt: Instant
    phone: string
    status: string
    needsCertifiedSignature: boolean
    declineNeedsCode: boolean
    brandColour: string | null
    language: 'id' | 'en'
  }>
  /**
   * How the signed subscription is paid and whether the money has come; for the page that waits for it
   */
  payment: Method<ApprovalsPaymentInput, {
    status: InstructionStatus
    now: Instant
    payment: PaymentForInvestor | null
    paidBy: CalendarDate | null
    order: SignedOrder | null
    repeat: 'none' | 'possible' | 'made'
  }>
  /**
   * Order again, for the next NAV date, what was not paid in time
   *
   * For the investor who signed by this link. Checked like a new instruction of the relationship manager, and approved by a new signature: the reply holds the token of that link, or null if it was only sent. Asked again, the answer is the same. If a rule refuses it, the relationship manager is notified.
   */
  repeat: Method<ApprovalsRepeatInput, {
    token: LinkToken | null
  }>
  /** The document as PDF */
  document: Method<ApprovalsDocumentInput, Uint8Array>
  /** Send a code to the registered phone of the investor */
  sendCode: Method<ApprovalsSendCodeInput, CodeSent>
  /**
   * Approve and sign, or decline, an instruction
   *
   * Approving needs the code, the signature and the hash of the document that was shown.
   */
  answer: Method<ApprovalsAnswerInput, {
    status: 'approved' | 'declined'
    navDate: CalendarDate
    at: Instant
  }>
}

export const approvals = {
  sender: {"method":"GET","path":"/crm/approvals/{token}/sender","reply":"json","isPublic":true},
  view: {"method":"GET","path":"/crm/approvals/{token}","reply":"json","isPublic":true},
  payment: {"method":"GET","path":"/crm/approvals/{token}/payment","reply":"json","isPublic":true},
  repeat: {"method":"POST","path":"/crm/approvals/{token}/repeat","reply":"json","isPublic":true},
  document: {"method":"GET","path":"/crm/approvals/{token}/document","reply":"bytes","isPublic":true},
  sendCode: {"method":"POST","path":"/crm/approvals/{token}/code","reply":"json","isPublic":true},
  answer: {"method":"PATCH","path":"/crm/instructions/signature","body":["token","decision","documentHash","code","signature","consent","reason"],"reply":"json","isPublic":true},
} as const satisfies Operations[string]
