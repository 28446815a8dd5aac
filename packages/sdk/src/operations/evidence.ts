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
    /** The record, and the one before it in the company's chain, are as they were made */
    record: boolean
  }
  isUnchanged: boolean
  record: {
    /** The number in the company's chain of approvals */
    sequence: number
    hash: RecordHash
    previousHash: RecordHash | null
    /** Where anybody can check it */
    checkUrl: string
  } | null
}

export type EvidenceCheck = {
  companyName: string
  kind: 'instruction' | 'mandate'
  sequence: number
  signedAt: Instant
  recordedAt: Instant
  previousHash: RecordHash | null
  documentHash: DocumentHash
  checks: {
    /** The record has the hash that it was stored with */
    record: boolean
    /** The approved document has the hash in the record */
    document: boolean
    /** The stored signature has the hash in the record */
    signature: boolean
    /** The records before and after it in the company's chain fit */
    chain: boolean
  }
  holds: boolean
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
    /** The record, and the one before it in the company's chain, are as they were made */
    record: boolean
  }
  isUnchanged: boolean
  record: {
    /** The number in the company's chain of approvals */
    sequence: number
    hash: RecordHash
    previousHash: RecordHash | null
    /** Where anybody can check it */
    checkUrl: string
  } | null
}

/** Hex SHA-256 of the record of an approval */
export type RecordHash = string

export type EvidenceListInput = {
  id: Id
}

export type EvidenceDocumentInput = {
  id: Id
}

export type EvidenceCheckInput = {
  hash: RecordHash
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
  /**
   * An approval's document with its evidence as PDF, also one that was approved again later
   *
   * Needs the permission `instruction.read`.
   */
  document: Method<EvidenceDocumentInput, Uint8Array>
  /**
   * Whether an approval's record still holds, for whoever has its document
   *
   * Recomputed at each request. It names no person, product or amount.
   */
  check: Method<EvidenceCheckInput, EvidenceCheck>
}

export const evidence = {
  list: {"method":"GET","path":"/crm/instructions/{id}/evidence","reply":"json"},
  document: {"method":"GET","path":"/crm/evidence/{id}/document","reply":"bytes"},
  check: {"method":"GET","path":"/crm/evidence-checks/{hash}","reply":"json","isPublic":true},
} as const satisfies Operations[string]
