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

export const RecordHash = Named(
  'RecordHash',
  Type.String({
    pattern: '^[0-9a-f]{64}$',
    description: 'Hex SHA-256 of the record of an approval',
  }),
)

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
    record: Type.Boolean({
      description:
        "The record, and the one before it in the company's chain, are as they were made",
    }),
  }),
  isUnchanged: Type.Boolean(),
  /** Null until an approval from before records were kept has got its record. */
  record: Nullable(
    Shape({
      sequence: Type.Integer({ description: "The number in the company's chain of approvals" }),
      hash: RecordHash,
      previousHash: Nullable(RecordHash),
      checkUrl: Type.String({ description: 'Where anybody can check it' }),
    }),
  ),
}

export const Evidence = Named('Evidence', Shape({ document: InstructionDocument, ...proof }))
export type Evidence = Static<typeof Evidence>

export const MandateEvidence = Named(
  'MandateEvidence',
  Shape({ planId: Id, mandateId: Id, ...proof }),
)
export type MandateEvidence = Static<typeof MandateEvidence>

/** What became of the record of an approval. */
export const EvidenceCheck = Named(
  'EvidenceCheck',
  Shape({
    companyName: Type.String(),
    kind: OneOf(['instruction', 'mandate']),
    sequence: Type.Integer(),
    signedAt: Instant,
    recordedAt: Instant,
    previousHash: Nullable(RecordHash),
    documentHash: DocumentHash,
    checks: Shape({
      record: Type.Boolean({ description: 'The record has the hash that it was stored with' }),
      document: Type.Boolean({ description: 'The approved document has the hash in the record' }),
      signature: Type.Boolean({ description: 'The stored signature has the hash in the record' }),
      chain: Type.Boolean({
        description: "The records before and after it in the company's chain fit",
      }),
    }),
    holds: Type.Boolean(),
  }),
)
export type EvidenceCheck = Static<typeof EvidenceCheck>

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
  document: endpoint({
    method: 'GET',
    path: '/crm/evidence/{id}/document',
    summary:
      "An approval's document with its evidence as PDF, also one that was approved again later",
    access: can('instruction.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    params: ById,
    produces: 'application/pdf',
  }),
  check: endpoint({
    method: 'GET',
    path: '/crm/evidence-checks/{hash}',
    summary: "Whether an approval's record still holds, for whoever has its document",
    description: 'Recomputed at each request. It names no person, product or amount.',
    access: 'link',
    params: Shape({ hash: RecordHash }),
    reply: EvidenceCheck,
    throttle: { points: 30, seconds: 60, by: 'address' },
  }),
}
