// The record of an approval: one text that shows what was approved, by whom and how, and that names
// the record before it. Anybody can recompute its hash; nothing else is needed for that.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

const FORMAT = 'rmtools-evidence-1'
/** The name of the record's file inside a document. */
export const EVIDENCE_FILE = 'evidence.json'

export type EvidenceRecord = {
  readonly format: typeof FORMAT
  readonly companyId: string
  readonly companyName: string
  /** The company's first record is number 1. */
  readonly sequence: number
  /** Null for the company's first record. */
  readonly previousHash: string | null
  readonly evidenceId: string
  readonly kind: 'instruction' | 'mandate'
  /** The id of the instruction or mandate. */
  readonly subjectId: string
  /** What was shown and approved, with the statement. */
  readonly document: object
  readonly documentHash: string
  readonly consentVersion: string
  readonly signer: {
    readonly name: string
    readonly capacity: 'investor'
    readonly sid: string | null
    readonly ifua: string | null
  }
  readonly signature: { readonly level: string; readonly imageHash: string }
  readonly code: {
    readonly channel: string
    /** Masked. */
    readonly destination: string
    readonly verifiedAt: string
  }
  readonly ip: string | null
  readonly userAgent: string | null
  readonly signedAt: string
  /** Later than `signedAt` for approvals from before records were kept. */
  readonly recordedAt: string
}

/** A record as it is stored and attached to documents. */
export type WrittenRecord = { readonly text: string; readonly hash: string }

/** Canonical JSON (RFC 8785): equal content always has the same text. */
function canonical(value: object): string {
  return canonicalize(value) ?? ''
}

export const sha256 = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')

/**
 * Hex SHA-256 of a document's canonical JSON: equal content always has the same hash, also after
 * the database has stored it as jsonb.
 */
export function hashDocument(document: object): string {
  return sha256(canonical(document))
}

/** Writes a record. */
export function writeRecord(record: Omit<EvidenceRecord, 'format'>): WrittenRecord {
  const text = canonical({ format: FORMAT, ...record })
  return { text, hash: sha256(text) }
}

/** Reads a record's text, which may come from anywhere; undefined if it is none. */
export function readRecord(text: string): EvidenceRecord | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

const TEXTS = [
  'companyId',
  'companyName',
  'evidenceId',
  'kind',
  'subjectId',
  'documentHash',
  'consentVersion',
  'signedAt',
  'recordedAt',
]
const PARTS = ['document', 'signer', 'signature', 'code']

function isRecord(value: unknown): value is EvidenceRecord {
  if (typeof value !== 'object' || value === null) return false
  const of = new Map(Object.entries(value))
  const previous: unknown = of.get('previousHash')
  return (
    of.get('format') === FORMAT &&
    Number.isSafeInteger(of.get('sequence')) &&
    (previous === null || typeof previous === 'string') &&
    TEXTS.every((name) => typeof of.get(name) === 'string') &&
    PARTS.every((name) => typeof of.get(name) === 'object' && of.get(name) !== null)
  )
}
