// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { DocumentHash, InstructionDocument } from './approvals.ts'
import type { Id, Instant } from './fields.ts'

export type Evidence = {
  document: InstructionDocument
  id: Id
  documentHash: DocumentHash
  consentVersion: string
  consentWords: string
  signatureLevel: 'drawn-and-otp' | 'certified'
  signatureHash: string
  otpChannel: string
  otpDestination: string
  otpVerifiedAt: Instant
  ip: string | null
  userAgent: string | null
  signedAt: Instant
  checks: {
    /** The stored document matches the signed hash */
    document: boolean
    /** The stored signature is the one that was given */
    signature: boolean
    /**
     * The instruction is the same as when it was signed; one of a plan is inside its mandate
     */
    instruction: boolean
  }
  isUnchanged: boolean
}

export type MandateEvidence = {
  planId: Id
  mandateId: Id
  id: Id
  documentHash: DocumentHash
  consentVersion: string
  consentWords: string
  signatureLevel: 'drawn-and-otp' | 'certified'
  signatureHash: string
  otpChannel: string
  otpDestination: string
  otpVerifiedAt: Instant
  ip: string | null
  userAgent: string | null
  signedAt: Instant
  checks: {
    /** The stored document matches the signed hash */
    document: boolean
    /** The stored signature is the one that was given */
    signature: boolean
    /**
     * The instruction is the same as when it was signed; one of a plan is inside its mandate
     */
    instruction: boolean
  }
  isUnchanged: boolean
}

export type EvidenceListInput = {
  id: Id
}

export type EvidenceApi = {
  /**
   * Evidence that the investor approved (verified again) or declined
   *
   * Latest first: an instruction whose NAV date passed is approved again.
   *
   * Needs the permission `instruction.read`.
   */
  list: Method<EvidenceListInput, {
    items: Array<Evidence>
    mandate: MandateEvidence | null
    decline: {
      at: Instant
      reason: string | null
    } | null
  }>
}

export const evidence = {
  list: {"method":"GET","path":"/crm/instructions/{id}/evidence","reply":"json"},
} as const satisfies Operations[string]
