// How an investor approves or declines an instruction: a link in an e-mail, a code to the
// registered phone, a signature.
import Type, { type Static } from 'typebox'
import { endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import {
  CalendarDate,
  Currency,
  Instant,
  LinkToken,
  Money,
  OtpCode,
  Text,
  Units,
} from '../fields.ts'
import { problemKind } from '../problem.ts'
import { clientChannels } from './client-messages.ts'
import { consentNotInForce } from './consents.ts'
import {
  certifiedSignatureNeeded,
  notRepeatable,
  saleProblems,
  sellerAbsent,
} from './instruction-problems.ts'
import { instructionStatuses, instructionTypes } from './instructions.ts'
import { PaymentForInvestor } from './payments.ts'

export const linkExpired = problemKind(
  'link-expired',
  410,
  'This link has expired; ask your relationship manager for a new one',
)
export const linkUsed = problemKind('link-used', 409, 'This has already been answered')
export const linkVoid = problemKind(
  'link-void',
  410,
  'This link was replaced by a newer one or the instruction was withdrawn',
)
export const linkAccountUnfit = problemKind(
  'link-account-unfit',
  410,
  'The bank account in this document is not accepted any more; ask your relationship manager to name another one',
)
export const documentChanged = problemKind(
  'document-changed',
  409,
  'What you would sign has changed since it was shown, e.g. the NAV date; review it again',
)
export const otpWrong = problemKind('otp-wrong', 422, 'The code is wrong, used or expired')
export const codesSpent = problemKind(
  'codes-spent',
  429,
  'Too many codes were sent; try again later',
)
export const otpTooSoon = problemKind('otp-too-soon', 429, 'A code was sent a moment ago')
export const signatureInvalid = problemKind(
  'signature-invalid',
  422,
  'The signature must be a drawn PNG image',
)
export const consentMissing = problemKind('consent-missing', 422, 'The consent is required')

/** The document that is signed: exactly this is hashed. Money and units are decimal strings. */
export const InstructionDocument = Named(
  'InstructionDocument',
  Shape({
    documentVersion: Type.Integer(),
    instructionId: Type.String(),
    companyName: Type.String(),
    rmName: Type.String(),
    licenceNumber: Type.String(),
    investorName: Type.String(),
    type: OneOf(instructionTypes),
    productCode: Type.String(),
    productName: Type.String(),
    manager: Type.String(),
    targetProductCode: Nullable(Type.String()),
    targetProductName: Nullable(Type.String()),
    currency: Currency,
    amount: Nullable(Money),
    units: Nullable(Units),
    allUnits: Type.Boolean(),
    feePercent: Type.String(),
    feeAmount: Nullable(Money),
    cutOff: Type.String(),
    navDate: CalendarDate,
    bankAccount: Nullable(Type.String()),
    riskLevel: Type.Integer(),
    riskBand: Nullable(Type.Integer()),
    aboveRiskProfile: Type.Boolean(),
    consentVersion: Type.String(),
    consent: Type.String(),
  }),
)
export type InstructionDocument = Static<typeof InstructionDocument>

/** What was ordered, for the page that waits for its payment. */
const SignedOrder = Named(
  'SignedOrder',
  Shape({
    productName: Type.String(),
    currency: Currency,
    amount: Nullable(Money),
    units: Nullable(Units),
    allUnits: Type.Boolean(),
    navDate: CalendarDate,
  }),
)

const ByToken = Shape({ token: LinkToken })

/** A code that is on its way. */
export const CodeSent = Named(
  'CodeSent',
  Shape({
    phone: Type.String({ description: 'Masked' }),
    channel: OneOf(clientChannels),
    resendAfterSeconds: Type.Integer(),
  }),
)
export type CodeSent = Static<typeof CodeSent>
export const DocumentHash = Named(
  'DocumentHash',
  Type.String({
    pattern: '^[0-9a-f]{64}$',
    description: 'SHA-256 of the document as shown',
  }),
)

/** The sender of a link. Shown even when the link no longer works, so that the investor knows whom to ask. */
export const LinkSender = Named(
  'LinkSender',
  Shape({
    companyName: Type.String(),
    brandColour: Nullable(Type.String()),
    rmName: Nullable(Type.String()),
    rmPhone: Nullable(Type.String()),
    language: OneOf(['id', 'en']),
    /** When the link was answered. */
    answeredAt: Nullable(Instant),
  }),
)
export type LinkSender = Static<typeof LinkSender>

export const approvals = {
  sender: endpoint({
    method: 'GET',
    path: '/crm/approvals/{token}/sender',
    summary: 'Who sent the link and the status of the instruction, also after the link has ended',
    access: 'link',
    params: ByToken,
    reply: Shape({ ...LinkSender.properties, status: OneOf(instructionStatuses) }),
    throttle: { points: 30, seconds: 60, by: 'address' },
  }),
  view: endpoint({
    method: 'GET',
    path: '/crm/approvals/{token}',
    summary: 'The instruction that the investor is asked to approve; reading it changes nothing',
    access: 'link',
    params: ByToken,
    reply: Shape({
      document: InstructionDocument,
      documentHash: DocumentHash,
      expiresAt: Instant,
      /** The masked phone number to which the code will be sent. */
      phone: Type.String(),
      status: Type.String(),
      /**
       * If true, the investor can only decline here, because the company has no certified provider
       * yet.
       */
      needsCertifiedSignature: Type.Boolean(),
      /** An RM has taken the link, so declining too asks for the code. */
      declineNeedsCode: Type.Boolean(),
      brandColour: Nullable(Type.String()),
      language: OneOf(['id', 'en']),
    }),
    problems: [linkExpired, linkUsed, linkVoid, linkAccountUnfit],
    throttle: { points: 30, seconds: 60, by: 'address' },
  }),
  payment: endpoint({
    method: 'GET',
    path: '/crm/approvals/{token}/payment',
    summary:
      'How the signed subscription is paid and whether the money has come; for the page that waits for it',
    access: 'link',
    params: ByToken,
    reply: Shape({
      status: OneOf(instructionStatuses),
      /** The server's time, so that a phone with a wrong clock counts down correctly. */
      now: Instant,
      payment: Nullable(PaymentForInvestor),
      /** For a redemption or switch: the latest day of payment. */
      paidBy: Nullable(CalendarDate),
      /** Null before the signature. */
      order: Nullable(SignedOrder),
      /** Whether the investor may order again what was not paid in time, or this was done. */
      repeat: OneOf(['none', 'possible', 'made']),
    }),
    problems: [linkVoid],
    throttle: { points: 60, seconds: 60, by: 'address' },
  }),
  repeat: endpoint({
    method: 'POST',
    path: '/crm/approvals/{token}/repeat',
    summary: 'Order again, for the next NAV date, what was not paid in time',
    description:
      'For the investor who signed by this link. Checked like a new instruction of the relationship manager, and approved by a new signature: the reply holds the token of that link, or null if it was only sent. Asked again, the answer is the same. If a rule refuses it, the relationship manager is notified.',
    access: 'link',
    params: ByToken,
    reply: Shape({ token: Nullable(LinkToken) }),
    status: 201,
    problems: [linkVoid, notRepeatable, sellerAbsent, ...saleProblems],
    throttle: { points: 10, seconds: 60, by: 'address' },
  }),
  document: endpoint({
    method: 'GET',
    path: '/crm/approvals/{token}/document',
    summary: 'The document as PDF',
    access: 'link',
    params: ByToken,
    produces: 'application/pdf',
    problems: [linkExpired, linkVoid],
    throttle: { points: 20, seconds: 60, by: 'address' },
  }),
  sendCode: endpoint({
    method: 'POST',
    path: '/crm/approvals/{token}/code',
    summary: 'Send a code to the registered phone of the investor',
    access: 'link',
    params: ByToken,
    reply: CodeSent,
    status: 202,
    problems: [linkExpired, linkUsed, linkVoid, linkAccountUnfit, otpTooSoon, codesSpent],
    throttle: { points: 10, seconds: 60, by: 'address' },
  }),
  answer: endpoint({
    method: 'PATCH',
    path: '/crm/instructions/signature',
    summary: 'Approve and sign, or decline, an instruction',
    description:
      'Approving needs the code, the signature and the hash of the document that was shown.',
    access: 'link',
    body: Shape(
      {
        token: LinkToken,
        decision: OneOf(['approve', 'decline']),
        documentHash: Type.Optional(DocumentHash),
        code: Type.Optional(OtpCode),
        /** PNG, base64. */
        signature: Type.Optional(
          Type.String({ minLength: 100, maxLength: 400_000, pattern: '^[A-Za-z0-9+/]+={0,2}$' }),
        ),
        consent: Type.Optional(Type.Boolean()),
        reason: Type.Optional(Text(500)),
      },
      {
        examples: [
          {
            token: 'A'.repeat(43),
            decision: 'decline',
            reason: 'The amount is not what was agreed',
          },
        ],
      },
    ),
    reply: Shape({ status: OneOf(['approved', 'declined']), navDate: CalendarDate, at: Instant }),
    problems: [
      linkExpired,
      linkUsed,
      linkVoid,
      linkAccountUnfit,
      documentChanged,
      otpWrong,
      signatureInvalid,
      consentMissing,
      certifiedSignatureNeeded,
      consentNotInForce,
    ],
    throttle: { points: 20, seconds: 60, by: 'address' },
  }),
}
