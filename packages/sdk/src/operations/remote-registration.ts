// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CodeSent } from './approvals.ts'
import type { BankAccount } from './bank-accounts.ts'
import type { ClientChannel } from './client-messages.ts'
import type { GivenConsent } from './consents.ts'
import type { Document, DocumentType } from './documents.ts'
import type {
  CountryCode, Currency, FullName, Id, Instant, LinkToken, OtpCode, Version,
} from './fields.ts'
import type { Investor, ReturnReason } from './investor-cases.ts'
import type { InvestorStatus } from './investor-statuses.ts'
import type {
  IndividualChanges, IndividualKyc, InstitutionalChanges, InstitutionalKyc, InvestorKind,
} from './kyc.ts'
import type { RiskProfile } from './risk-profiles.ts'
import type { RiskAnswer, RiskQuestionnaire } from './risk-questionnaires.ts'

export type Registration = {
  kind: InvestorKind
  status: InvestorStatus
  version: Version
  companyName: string
  brandColour: string | null
  rmName: string | null
  expiresAt: Instant
  individual: IndividualKyc | null
  institutional: InstitutionalKyc | null
  missing: Array<{
    pointer: string
    code: string
  }>
  openFields: Array<string> | null
  returnReasons: Array<ReturnReason>
  bankAccounts: Array<BankAccount>
  documents: Array<Document>
  riskProfile: RiskProfile | null
  questionnaire: RiskQuestionnaire
  phone: string | null
}

export type RemoteRegistrationSendLinkInput = {
  id: Id
  version: Version
  channel: ClientChannel
}

export type RemoteRegistrationWithdrawLinkInput = {
  id: Id
  version: Version
}

export type RemoteRegistrationSenderInput = {
  token: LinkToken
}

export type RemoteRegistrationViewInput = {
  token: LinkToken
}

export type RemoteRegistrationSaveInput = {
  token: LinkToken
  version: Version
  individual?: IndividualChanges
  institutional?: InstitutionalChanges
}

export type RemoteRegistrationAddBankAccountInput = {
  token: LinkToken
  accountId?: Id
  bankCode: string
  number: string
  holderName: FullName
  currency?: Currency
  branch?: string | null
  country?: CountryCode
}

export type RemoteRegistrationRemoveBankAccountInput = {
  token: LinkToken
  accountId: Id
  version: Version
}

export type RemoteRegistrationAssessRiskInput = {
  token: LinkToken
  questionnaireVersion: number
  answers: Array<RiskAnswer>
}

export type RemoteRegistrationDeclareDocumentInput = {
  token: LinkToken
  documentId?: Id
  type: DocumentType
}

export type RemoteRegistrationUploadDocumentInput = {
  token: LinkToken
  documentId: Id
  bytes: Uint8Array
}

export type RemoteRegistrationRemoveDocumentInput = {
  token: LinkToken
  documentId: Id
}

export type RemoteRegistrationSendCodeInput = {
  token: LinkToken
}

export type RemoteRegistrationSubmitInput = {
  token: LinkToken
  version: Version
  code: OtpCode
  consents: Array<GivenConsent>
}

export type RemoteRegistrationApi = {
  /**
   * Send the investor a link to complete the registration; earlier links stop working
   *
   * Needs the permission `investor.write`.
   */
  sendLink: Method<RemoteRegistrationSendLinkInput, {
    investor: Investor
    expiresAt: Instant
    sentTo: string
    channel: ClientChannel
  }>
  /**
   * Withdraw the link; the RM continues the case
   *
   * Needs the permission `investor.write`.
   */
  withdrawLink: Method<RemoteRegistrationWithdrawLinkInput, Investor>
  /** Who sent the link and the status of the case, also after the link has ended */
  sender: Method<RemoteRegistrationSenderInput, {
    companyName: string
    brandColour: string | null
    rmName: string | null
    rmPhone: string | null
    language: 'id' | 'en'
    answeredAt: Instant | null
    status: InvestorStatus
  }>
  /** The draft, what is missing and what was returned; reading it changes nothing */
  view: Method<RemoteRegistrationViewInput, Registration>
  /** Save a part of the form */
  save: Method<RemoteRegistrationSaveInput, Registration>
  /** Add a bank account */
  addBankAccount: Method<RemoteRegistrationAddBankAccountInput, BankAccount>
  /** Remove a bank account */
  removeBankAccount: Method<RemoteRegistrationRemoveBankAccountInput, void>
  /** Answer the risk questionnaire */
  assessRisk: Method<RemoteRegistrationAssessRiskInput, RiskProfile>
  /** Announce a document */
  declareDocument: Method<RemoteRegistrationDeclareDocumentInput, {
    document: Document
    uploadPath: string
  }>
  /** Upload the content of a document */
  uploadDocument: Method<RemoteRegistrationUploadDocumentInput, Document>
  /** Remove a document */
  removeDocument: Method<RemoteRegistrationRemoveDocumentInput, void>
  /** Send a code to the phone of the investor */
  sendCode: Method<RemoteRegistrationSendCodeInput, CodeSent>
  /** Give the consents and submit the case, verified by the code */
  submit: Method<RemoteRegistrationSubmitInput, {
    status: InvestorStatus
    submittedAt: Instant
  }>
}

export const remoteRegistration = {
  sendLink: {"method":"POST","path":"/crm/investors/{id}/registration-link","body":["version","channel"],"reply":"json","needsKey":true},
  withdrawLink: {"method":"DELETE","path":"/crm/investors/{id}/registration-link","query":["version"],"reply":"json"},
  sender: {"method":"GET","path":"/crm/registrations/{token}/sender","reply":"json","isPublic":true},
  view: {"method":"GET","path":"/crm/registrations/{token}","reply":"json","isPublic":true},
  save: {"method":"PUT","path":"/crm/registrations/{token}","body":["version","individual","institutional"],"reply":"json","isPublic":true},
  addBankAccount: {"method":"POST","path":"/crm/registrations/{token}/bank-accounts","body":["accountId","bankCode","number","holderName","currency","branch","country"],"reply":"json","isPublic":true,"needsKey":true},
  removeBankAccount: {"method":"DELETE","path":"/crm/registrations/{token}/bank-accounts/{accountId}","query":["version"],"isPublic":true},
  assessRisk: {"method":"POST","path":"/crm/registrations/{token}/risk-profile","body":["questionnaireVersion","answers"],"reply":"json","isPublic":true,"needsKey":true},
  declareDocument: {"method":"POST","path":"/crm/registrations/{token}/documents","body":["documentId","type"],"reply":"json","isPublic":true,"needsKey":true},
  uploadDocument: {"method":"PUT","path":"/crm/registrations/{token}/documents/{documentId}/content","body":"bytes","reply":"json","isPublic":true},
  removeDocument: {"method":"DELETE","path":"/crm/registrations/{token}/documents/{documentId}","isPublic":true},
  sendCode: {"method":"POST","path":"/crm/registrations/{token}/otp","reply":"json","isPublic":true},
  submit: {"method":"POST","path":"/crm/registrations/{token}/submit","body":["version","code","consents"],"reply":"json","isPublic":true},
} as const satisfies Operations[string]
