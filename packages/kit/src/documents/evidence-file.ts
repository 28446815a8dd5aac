// Evidence in the hands of a stranger: the record inside a PDF file, and whether it holds.
import {
  EVIDENCE_FILE,
  hashDocument,
  readRecord,
  sha256,
  type EvidenceRecord,
} from './evidence-record.ts'

/** A record that came out of a file, with the hash of its text. */
export type FoundRecord = { readonly record: EvidenceRecord; readonly hash: string }

/** The record attached to a PDF file; undefined if the file has none. */
export async function recordInPdf(bytes: Uint8Array): Promise<FoundRecord | undefined> {
  const { PDFDocument } = await import('@cantoo/pdf-lib')
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const attached = pdf.getAttachments().find(({ name }) => name === EVIDENCE_FILE)
  if (!attached) return undefined
  const text = new TextDecoder().decode(attached.data)
  const record = readRecord(text)
  return record && { record, hash: sha256(text) }
}

/** What does not hold in a record and in the chain of several records. */
export type EvidenceFault =
  /** The document in a record is not the one whose hash the record names. */
  | { readonly fault: 'document-changed'; readonly sequence: number }
  /** A record does not follow the one before it. */
  | { readonly fault: 'chain-broken'; readonly sequence: number }
  /** Two different records have the same number. */
  | { readonly fault: 'number-twice'; readonly sequence: number }
  /** Records are not among the files, so that the chain across them is not shown. */
  | { readonly fault: 'missing'; readonly from: number; readonly to: number }

/** Checks the records of one company, in any order: each alone, and the chain between them. */
export function faultsOfRecords(found: readonly FoundRecord[]): EvidenceFault[] {
  const inOrder = found.toSorted((a, b) => a.record.sequence - b.record.sequence)
  return inOrder.flatMap(({ record, hash }, index) => {
    const { sequence, document, documentHash } = record
    const own: EvidenceFault[] =
      hashDocument(document) === documentHash ? [] : [{ fault: 'document-changed', sequence }]
    return [...own, ...faultsBetween(inOrder[index - 1], { record, hash })]
  })
}

function faultsBetween(
  before: FoundRecord | undefined,
  { record: { sequence, previousHash }, hash }: FoundRecord,
): EvidenceFault[] {
  if (sequence === 1 && previousHash !== null) return [{ fault: 'chain-broken', sequence }]
  if (!before) return []
  const last = before.record.sequence
  if (sequence === last) return hash === before.hash ? [] : [{ fault: 'number-twice', sequence }]
  if (sequence > last + 1) return [{ fault: 'missing', from: last + 1, to: sequence - 1 }]
  return previousHash === before.hash ? [] : [{ fault: 'chain-broken', sequence }]
}
