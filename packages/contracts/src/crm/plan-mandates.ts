// How an investor signs the mandate of a recurring plan from a link, and how the investor pauses or
// revokes it from another one that stays good.
import Type, { type Static } from 'typebox'
import { endpoint, Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { CalendarDate, Currency, Instant, LinkToken, Money, OtpCode, Text } from '../fields.ts'
import { wrongState } from '../problem.ts'
import {
  CodeSent,
  codesSpent,
  consentMissing,
  documentChanged,
  DocumentHash,
  LinkSender,
  linkAccountUnfit,
  linkExpired,
  linkUsed,
  linkVoid,
  otpTooSoon,
  otpWrong,
  signatureInvalid,
} from './approvals.ts'
import { consentNotInForce } from './consents.ts'
import { certifiedSignatureNeeded } from './instruction-problems.ts'
import { planEnded } from './plan-problems.ts'
import { planStatuses, planWays } from './plan-rules.ts'
import { Plan } from './plans.ts'

/** The mandate that is signed: exactly this is hashed. */
export const PlanDocument = Named(
  'PlanDocument',
  Shape({
    documentVersion: Type.Integer(),
    planId: Type.String(),
    mandateId: Type.String(),
    companyName: Type.String(),
    rmName: Type.String(),
    licenceNumber: Type.String(),
    investorName: Type.String(),
    lines: Type.Array(
      Shape({
        productCode: Type.String(),
        productName: Type.String(),
        manager: Type.String(),
        amount: Money,
        feePercent: Type.String(),
        riskLevel: Type.Integer(),
        aboveRiskProfile: Type.Boolean(),
      }),
    ),
    amount: Money,
    currency: Currency,
    day: Type.Integer(),
    startsOn: CalendarDate,
    endsOn: Nullable(CalendarDate),
    runsAtMost: Nullable(Type.Integer()),
    goalAmount: Nullable(Money),
    way: OneOf(planWays),
    bankAccount: Type.String(),
    riskBand: Nullable(Type.Integer()),
    attempts: Type.Integer(),
    consentVersion: Type.String(),
    consent: Type.String(),
  }),
)
export type PlanDocument = Static<typeof PlanDocument>

const ByToken = Shape({ token: LinkToken })
const ofLink = { access: 'link', params: ByToken } as const
const seldom = { points: 20, seconds: 60, by: 'address' } as const
const often = { points: 30, seconds: 60, by: 'address' } as const

/** What the investor sees of the plan behind the lasting link. */
export const ManagedPlan = Named(
  'ManagedPlan',
  Shape({
    ...LinkSender.properties,
    investorName: Type.String(),
    status: OneOf(planStatuses),
    pausedBy: Plan.properties.pausedBy,
    lines: Plan.properties.lines,
    amount: Money,
    currency: Currency,
    day: Type.Integer(),
    way: OneOf(planWays),
    bankAccount: Nullable(Type.String()),
    endsOn: Nullable(CalendarDate),
    runsAtMost: Nullable(Type.Integer()),
    goalAmount: Nullable(Money),
    nextRuns: Type.Array(CalendarDate),
    runsDone: Type.Integer(),
    amountDone: Money,
    signedAt: Nullable(Instant),
    /** When it ended for good. */
    endedAt: Nullable(Instant),
  }),
)
export type ManagedPlan = Static<typeof ManagedPlan>

const managing = {
  ...ofLink,
  method: 'POST',
  reply: ManagedPlan,
  problems: [linkVoid, planEnded, wrongState],
  throttle: seldom,
} as const

export const planMandates = {
  sender: endpoint({
    ...ofLink,
    method: 'GET',
    path: '/crm/plan-mandates/{token}/sender',
    summary: 'Who sent the link and the status of the plan, also after the link has ended',
    reply: Shape({
      ...LinkSender.properties,
      status: OneOf(planStatuses),
      /** Of this link's own mandate: one that asks for a change leaves the plan as it is. */
      answer: Nullable(OneOf(['signed', 'declined'])),
    }),
    throttle: often,
  }),
  view: endpoint({
    ...ofLink,
    method: 'GET',
    path: '/crm/plan-mandates/{token}',
    summary: 'The mandate that the investor is asked to sign; reading it changes nothing',
    reply: Shape({
      document: PlanDocument,
      documentHash: DocumentHash,
      /** The first three exchange days of the plan. */
      nextRuns: Type.Array(CalendarDate),
      /** A mandate that replaces one in force, which goes on until this one is signed. */
      isChange: Type.Boolean(),
      expiresAt: Instant,
      phone: Type.String(),
      needsCertifiedSignature: Type.Boolean(),
      /** An RM has taken the link, so declining too asks for the code. */
      declineNeedsCode: Type.Boolean(),
      brandColour: Nullable(Type.String()),
      language: OneOf(['id', 'en']),
    }),
    problems: [linkExpired, linkUsed, linkVoid, linkAccountUnfit],
    throttle: often,
  }),
  document: endpoint({
    ...ofLink,
    method: 'GET',
    path: '/crm/plan-mandates/{token}/document',
    summary: 'The mandate as PDF',
    produces: 'application/pdf',
    problems: [linkExpired, linkVoid],
    throttle: seldom,
  }),
  sendCode: endpoint({
    ...ofLink,
    method: 'POST',
    path: '/crm/plan-mandates/{token}/code',
    summary: 'Send a code to the registered phone of the investor',
    reply: CodeSent,
    status: 202,
    problems: [linkExpired, linkUsed, linkVoid, linkAccountUnfit, otpTooSoon, codesSpent],
    throttle: { points: 10, seconds: 60, by: 'address' },
  }),
  answer: endpoint({
    method: 'PATCH',
    path: '/crm/plans/signature',
    summary: 'Sign, or decline, the mandate of a plan',
    description: 'Signing needs the code, the signature and the hash of the document shown.',
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
      { examples: [{ token: 'A'.repeat(43), decision: 'decline', reason: 'Terlalu besar' }] },
    ),
    reply: Shape({
      status: OneOf(['signed', 'declined']),
      /** The first three exchange days of the plan. */
      nextRuns: Type.Array(CalendarDate),
      at: Instant,
    }),
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
    throttle: seldom,
  }),
  managed: endpoint({
    ...ofLink,
    method: 'GET',
    path: '/crm/managed-plans/{token}',
    summary: 'The plan behind the lasting link of its investor, also after it has ended',
    reply: ManagedPlan,
    problems: [linkVoid],
    throttle: often,
  }),
  pause: endpoint({
    ...managing,
    path: '/crm/managed-plans/{token}/pause',
    summary: 'The investor pauses the plan: nobody else resumes it',
  }),
  resume: endpoint({
    ...managing,
    path: '/crm/managed-plans/{token}/resume',
    summary: 'The investor resumes what the investor has paused',
  }),
  revoke: endpoint({
    ...managing,
    path: '/crm/managed-plans/{token}/revoke',
    summary: 'The investor revokes the mandate: the plan ends for good',
  }),
}
