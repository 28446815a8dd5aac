// Remote registration: the investor completes the case by a link on their own phone, without an
// account.
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, LinkToken, OtpCode, Version } from '../fields.ts'
import { channelNotOffered } from './client-links.ts'
import { clientChannels } from './client-messages.ts'
import { staleVersion, wrongState, savedDifferently } from '../problem.ts'
import {
  CodeSent,
  LinkSender,
  linkExpired,
  linkUsed,
  linkVoid,
  codesSpent,
  otpTooSoon,
  otpWrong,
} from './approvals.ts'
import {
  contactMissing,
  contactOfStaff,
  fieldNotOpen,
  identityTaken,
  kycIncomplete,
  kycInvalid,
} from './investor-problems.ts'
import { accountNotOpen, BankAccount, bankAccounts, newAccountProblems } from './bank-accounts.ts'
import { consentNotInForce, consentTextChanged, GivenConsent } from './consents.ts'
import {
  Document,
  documentIdTaken,
  documentNotOpen,
  documentTypes,
  MAX_DOCUMENT_BYTES,
  tooManyDocuments,
  uploadProblems,
} from './documents.ts'
import { Investor, ReturnReason } from './investor-cases.ts'
import { investorStatuses } from './investor-statuses.ts'
import { IndividualKyc, InstitutionalKyc, investorKinds, RegistrationPart } from './kyc.ts'
import { phoneInvalid } from './leads.ts'
import { AnswersOfVersion, profileProblems, RiskProfile } from './risk-profiles.ts'
import { RiskQuestionnaire } from './risk-questionnaires.ts'

const ByToken = Shape({ token: LinkToken })
const ByTokenAndDocument = Shape({ token: LinkToken, documentId: Id })
const linkProblems = [linkExpired, linkUsed, linkVoid]
const reading = { points: 60, seconds: 60, by: 'address' } as const
const writing = { points: 30, seconds: 60, by: 'address' } as const
const Fault = Shape({ pointer: Type.String(), code: Type.String() })

export const Registration = Named(
  'Registration',
  Shape({
    kind: OneOf(investorKinds),
    status: OneOf(investorStatuses),
    version: Version,
    companyName: Type.String(),
    brandColour: Nullable(Type.String()),
    rmName: Nullable(Type.String()),
    expiresAt: Instant,
    individual: Nullable(IndividualKyc),
    institutional: Nullable(InstitutionalKyc),
    missing: Type.Array(Fault),
    openFields: Nullable(Type.Array(Type.String())),
    returnReasons: Type.Array(ReturnReason),
    bankAccounts: Type.Array(BankAccount),
    documents: Type.Array(Document),
    riskProfile: Nullable(RiskProfile),
    questionnaire: RiskQuestionnaire,
    /** The masked phone number to which the code will be sent. */
    phone: Nullable(Type.String()),
  }),
)
export type Registration = Static<typeof Registration>

export const remoteRegistration = {
  sendLink: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/registration-link',
    summary: 'Send the investor a link to complete the registration; earlier links stop working',
    access: can('investor.write', 'rm'),
    params: ById,
    body: Shape({ version: Version, channel: OneOf(clientChannels) }),
    reply: Shape({
      investor: Investor,
      expiresAt: Instant,
      sentTo: Type.String(),
      channel: OneOf(clientChannels),
    }),
    status: 201,
    idempotent: true,
    problems: [
      staleVersion,
      wrongState,
      contactMissing,
      channelNotOffered,
      contactOfStaff,
      consentNotInForce,
    ],
  }),
  withdrawLink: endpoint({
    method: 'DELETE',
    path: '/crm/investors/{id}/registration-link',
    summary: 'Withdraw the link; the RM continues the case',
    access: can('investor.write', 'rm'),
    params: ById,
    query: Shape({ version: Version }),
    reply: Investor,
    problems: [staleVersion, wrongState],
  }),
  sender: endpoint({
    method: 'GET',
    path: '/crm/registrations/{token}/sender',
    summary: 'Who sent the link and the status of the case, also after the link has ended',
    access: 'link',
    params: ByToken,
    reply: Shape({ ...LinkSender.properties, status: OneOf(investorStatuses) }),
    throttle: reading,
  }),
  view: endpoint({
    method: 'GET',
    path: '/crm/registrations/{token}',
    summary: 'The draft, what is missing and what was returned; reading it changes nothing',
    access: 'link',
    params: ByToken,
    reply: Registration,
    problems: linkProblems,
    throttle: reading,
  }),
  save: endpoint({
    method: 'PUT',
    path: '/crm/registrations/{token}',
    summary: 'Save a part of the form',
    access: 'link',
    params: ByToken,
    body: RegistrationPart,
    reply: Registration,
    problems: [
      ...linkProblems,
      staleVersion,
      kycInvalid,
      fieldNotOpen,
      phoneInvalid,
      contactOfStaff,
      consentNotInForce,
    ],
    throttle: writing,
  }),
  addBankAccount: endpoint({
    method: 'POST',
    path: '/crm/registrations/{token}/bank-accounts',
    summary: 'Add a bank account',
    access: 'link',
    params: ByToken,
    body: bankAccounts.create.body,
    reply: BankAccount,
    status: 201,
    idempotent: true,
    problems: [...linkProblems, ...newAccountProblems],
    throttle: writing,
  }),
  removeBankAccount: endpoint({
    method: 'DELETE',
    path: '/crm/registrations/{token}/bank-accounts/{accountId}',
    summary: 'Remove a bank account',
    access: 'link',
    params: Shape({ token: LinkToken, accountId: Id }),
    query: Shape({ version: Version }),
    problems: [...linkProblems, staleVersion, accountNotOpen],
    throttle: writing,
  }),
  assessRisk: endpoint({
    method: 'POST',
    path: '/crm/registrations/{token}/risk-profile',
    summary: 'Answer the risk questionnaire',
    access: 'link',
    params: ByToken,
    body: Shape(AnswersOfVersion),
    reply: RiskProfile,
    status: 201,
    idempotent: true,
    problems: [...linkProblems, ...profileProblems],
    throttle: writing,
  }),
  declareDocument: endpoint({
    method: 'POST',
    path: '/crm/registrations/{token}/documents',
    summary: 'Announce a document',
    access: 'link',
    params: ByToken,
    body: Shape({ documentId: Type.Optional(Id), type: OneOf(documentTypes) }),
    reply: Shape({ document: Document, uploadPath: Type.String() }),
    status: 201,
    idempotent: true,
    problems: [
      ...linkProblems,
      tooManyDocuments,
      documentIdTaken,
      savedDifferently,
      documentNotOpen,
      consentNotInForce,
    ],
    throttle: writing,
  }),
  uploadDocument: endpoint({
    method: 'PUT',
    path: '/crm/registrations/{token}/documents/{documentId}/content',
    summary: 'Upload the content of a document',
    access: 'link',
    params: ByTokenAndDocument,
    upload: { maxBytes: MAX_DOCUMENT_BYTES },
    reply: Document,
    problems: [...linkProblems, ...uploadProblems, consentNotInForce],
    throttle: writing,
  }),
  removeDocument: endpoint({
    method: 'DELETE',
    path: '/crm/registrations/{token}/documents/{documentId}',
    summary: 'Remove a document',
    access: 'link',
    params: ByTokenAndDocument,
    problems: [...linkProblems, documentNotOpen],
    throttle: writing,
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/crm/registrations/{token}/otp',
    summary: 'Send a code to the phone of the investor',
    access: 'link',
    params: ByToken,
    reply: CodeSent,
    status: 202,
    problems: [...linkProblems, contactMissing, otpTooSoon, codesSpent],
    throttle: { points: 10, seconds: 60, by: 'address' },
  }),
  submit: endpoint({
    method: 'POST',
    path: '/crm/registrations/{token}/submit',
    summary: 'Give the consents and submit the case, verified by the code',
    access: 'link',
    params: ByToken,
    body: Shape({
      version: Version,
      code: OtpCode,
      consents: Type.Array(GivenConsent, { maxItems: 10 }),
    }),
    reply: Shape({ status: OneOf(investorStatuses), submittedAt: Instant }),
    problems: [
      ...linkProblems,
      staleVersion,
      otpWrong,
      kycIncomplete,
      consentTextChanged,
      identityTaken,
      contactOfStaff,
    ],
    throttle: { points: 20, seconds: 60, by: 'address' },
  }),
}
