// Evidence that an investor approved exactly this instruction (UU ITE art. 11, PP 71/2019 art. 59).
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant } from '../fields.ts'
import { DocumentHash, InstructionDocument } from './approvals.ts'

/**
 * Drawn by hand and verified by a code to the registered phone, or certified by a provider (PSrE).
 */
export const signatureLevels = ['drawn-and-otp', 'certified'] as const
export type SignatureLevel = (typeof signatureLevels)[number]

/** How a signature was given and proved, and whether it still holds. */
const proof = {
  id: Id,
  documentHash: DocumentHash,
  consentVersion: Type.String(),
  consentWords: Type.String(),
  signatureLevel: OneOf(signatureLevels),
  signatureHash: Type.String(),
  otpChannel: Type.String(),
  /** Masked. */
  otpDestination: Type.String(),
  otpVerifiedAt: Instant,
  ip: Nullable(Type.String()),
  userAgent: Nullable(Type.String()),
  signedAt: Instant,
  checks: Shape({
    document: Type.Boolean({ description: 'The stored document matches the signed hash' }),
    signature: Type.Boolean({ description: 'The stored signature is the one that was given' }),
    instruction: Type.Boolean({
      description:
        'The instruction is the same as when it was signed; one of a plan is inside its mandate',
    }),
  }),
  isUnchanged: Type.Boolean(),
}

export const Evidence = Named('Evidence', Shape({ document: InstructionDocument, ...proof }))
export type Evidence = Static<typeof Evidence>

export const MandateEvidence = Named(
  'MandateEvidence',
  Shape({ planId: Id, mandateId: Id, ...proof }),
)
export type MandateEvidence = Static<typeof MandateEvidence>

export const evidence = {
  list: endpoint({
    method: 'GET',
    path: '/crm/instructions/{id}/evidence',
    summary: 'Evidence that the investor approved (verified again) or declined',
    description: 'Latest first: an instruction whose NAV date passed is approved again.',
    access: can('instruction.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    params: ById,
    reply: Shape({
      items: Type.Array(Evidence),
      /** Of an instruction that a plan has made: the signature under the plan's mandate. */
      mandate: Nullable(MandateEvidence),
      decline: Nullable(Shape({ at: Instant, reason: Nullable(Type.String()) })),
    }),
  }),
}
