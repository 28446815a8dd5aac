// Whether the record of an approval still holds: recomputed from what is stored, trusting nothing.
import type { EvidenceCheck } from '@rmtools/contracts/crm/evidence'
import type { Db } from '@rmtools/kit/db'
import { hashDocument, readRecord, sha256, type EvidenceRecord } from '@rmtools/kit/evidence-record'
import type { Files } from '@rmtools/kit/files'
import * as queries from './queries.ts'

type Checks = EvidenceCheck['checks']
type Checked = { record: EvidenceRecord | undefined; checks: Checks; holds: boolean }

/** Recomputes a record, what it says of its evidence, and its links to the records around it. */
export async function checkRecord(
  db: Db,
  stored: queries.CheckedRecord,
  files: Files,
): Promise<Checked> {
  const record = readRecord(stored.record)
  const checks = {
    record: isAsWritten(stored, record),
    document:
      record !== undefined &&
      hashDocument(record.document) === record.documentHash &&
      record.documentHash === stored.documentHash,
    signature: (await hashOfFile(files, stored.signatureKey)) === record?.signature.imageHash,
    chain: await fitsChain(db, stored),
  }
  return { record, checks, holds: Object.values(checks).every(Boolean) }
}

function isAsWritten(
  { record: text, hash, sequence, previousHash, evidenceId }: queries.StoredRecord,
  record: EvidenceRecord | undefined,
): boolean {
  return (
    sha256(text) === hash &&
    record?.sequence === sequence &&
    record.previousHash === previousHash &&
    record.evidenceId === evidenceId
  )
}

/** Whether the records before and after it are there and name each other's hashes. */
async function fitsChain(
  db: Db,
  { sequence, record, previousHash }: queries.StoredRecord,
): Promise<boolean> {
  const around = await queries.neighbours(db, sequence)
  const before = around.find((one) => one.sequence < sequence)
  const after = around.find((one) => one.sequence > sequence)
  const isLast = (await queries.lastRecord(db))?.sequence === sequence
  const fitsBefore =
    sequence === 1
      ? previousHash === null
      : before !== undefined && sha256(before.record) === previousHash
  const fitsAfter = after ? readRecord(after.record)?.previousHash === sha256(record) : isLast
  return fitsBefore && fitsAfter
}

/** The hash of a stored file; undefined if it is gone. */
export async function hashOfFile(files: Files, key: string): Promise<string | undefined> {
  const bytes = await files.get(key).catch(() => undefined)
  return bytes && sha256(bytes)
}
