// Recomputes the chain over the audit trail from its rows and compares it with the heads signed outside the database.
import { createHash } from 'node:crypto'
import { Database, type Db } from '@rmtools/kit/db'
import type { VerificationKey } from '@rmtools/kit/authenticate'
import { identity } from '@rmtools/kit/scope'
import { readHeads, type SignedHead } from './heads.ts'
import { countUnchained, linksAfter } from './queries.ts'

export type AuditFault =
  | { kind: 'changed-entry'; seq: number; logId: string }
  | { kind: 'removed-entry'; seq: number; logId: string }
  | { kind: 'removed-link'; seq: number }
  | { kind: 'inserted-entries'; count: number }
  | { kind: 'cut-off-tail'; signedSeq: number; lastSeq: number }
  | { kind: 'rewritten-chain'; seq: number }
  | { kind: 'bad-signature'; line: number }
export type AuditVerdict = { isIntact: boolean; entries: number; heads: number; faults: AuditFault[] }

const BATCH = 1000
const FAULTS_AT_MOST = 100

/**
 * Verifies the trail of the database at `url` (role auth_app suffices). `publicKeys` are all that signed heads, also those
 * that sign no longer.
 */
export async function verifyAudit(url: string, headFile: string, publicKeys: readonly VerificationKey[]): Promise<AuditVerdict> {
  await using database = new Database({ url, schema: 'auth_bib', poolSize: 1, statementTimeoutMs: 60_000 })
  const db = database.reading(identity, { requestId: 'audit-verify', ip: null, device: null })
  const heads = await readHeads(headFile, publicKeys)
  const faults: AuditFault[] = heads.flatMap((head, index) => (head ? [] : [{ kind: 'bad-signature' as const, line: index + 1 }]))
  const signed = new Map(heads.filter((head) => head !== null).map((head) => [head.seq, head]))
  const entries = await walk(db, signed, faults)
  const highest = Math.max(0, ...signed.keys())
  if (highest > entries) faults.push({ kind: 'cut-off-tail', signedSeq: highest, lastSeq: entries })
  const inserted = await countUnchained(db)
  if (inserted > 0) faults.push({ kind: 'inserted-entries', count: inserted })
  return { isIntact: faults.length === 0, entries, heads: heads.length, faults }
}

/** Follows the chain from its start; the sequence of its last link. */
async function walk(db: Db, signed: ReadonlyMap<number, SignedHead>, faults: AuditFault[]): Promise<number> {
  let seq = 0
  let hash: Uint8Array = createHash('sha256').digest()
  for (;;) {
    const links = await linksAfter(db, String(seq), BATCH)
    for (const link of links) {
      const next = Number(link.seq)
      if (next !== seq + 1) faults.push({ kind: 'removed-link', seq: seq + 1 })
      seq = next
      if (link.text === null) faults.push({ kind: 'removed-entry', seq, logId: link.logId })
      else if (!chained(hash, link.text).equals(link.hash)) faults.push({ kind: 'changed-entry', seq, logId: link.logId })
      const head = signed.get(seq)
      if (head && head.hash !== link.hash.toString('hex')) faults.push({ kind: 'rewritten-chain', seq })
      // On from what is stored: one changed entry is one fault, not one for each that follows.
      hash = link.hash
      if (faults.length >= FAULTS_AT_MOST) return seq
    }
    if (links.length < BATCH) return seq
  }
}

const chained = (before: Uint8Array, text: string) => createHash('sha256').update(before).update(text, 'utf8').digest()
