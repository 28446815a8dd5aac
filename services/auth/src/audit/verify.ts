// Recomputes the chain of the audit trail from its rows, and compares it with the heads that were
// signed outside the database.
import { createHash } from 'node:crypto'
import { Database, type Db } from '@rmtools/kit/db'
import type { VerificationKey } from '@rmtools/kit/authenticate'
import { identity, systemOrigin } from '@rmtools/kit/scope'
import { readHeads, type SignedHead } from './heads.ts'
import { countStrays, linksAfter, type Link } from './queries.ts'

export type AuditFault =
  | { kind: 'changed-entry'; seq: number; logId: string }
  | { kind: 'removed-entry'; seq: number; logId: string }
  | { kind: 'removed-link'; seq: number }
  /** Entries that are neither chained nor listed. */
  | { kind: 'inserted-entries'; count: number }
  /** Listed entries that were removed before they were chained. */
  | { kind: 'removed-unsealed'; count: number }
  /** Chained after a signed head, but dated long before it. */
  | { kind: 'backdated-entries'; count: number; firstSeq: number }
  /** A second entry that excuses late sealing: the product only writes one. */
  | { kind: 'second-seal-late'; seq: number }
  | { kind: 'cut-off-tail'; signedSeq: number; lastSeq: number }
  | { kind: 'rewritten-chain'; seq: number }
  | { kind: 'bad-signature'; line: number }
  | { kind: 'unknown-key'; line: number; kid: string }
/**
 * Entries that an upgrade found unsealed and had chained late. Reported, because the chain does not
 * prove when they were written.
 */
export type SealedLate = { count: number; seq: number; at: string }
export type AuditVerdict = {
  isIntact: boolean
  entries: number
  heads: number
  sealedLate: SealedLate | null
  faults: AuditFault[]
}

const BATCH = 1000
const FAULTS_AT_MOST = 100
/**
 * An entry is chained a moment after its transaction ends, and no transaction of the product stays
 * open for nearly as long as this.
 */
const BACKDATED_AFTER_MS = 3_600_000

/**
 * Verifies the trail of the database at `url` (role auth_app suffices). `publicKeys` are those in
 * use; retired ones are only needed if no key in the file vouches for them.
 */
export async function verifyAudit(
  url: string,
  headFile: string,
  publicKeys: readonly VerificationKey[],
): Promise<AuditVerdict> {
  await using database = new Database({
    url,
    schema: 'auth_bib',
    poolSize: 1,
    statementTimeoutMs: 60_000,
  })
  const db = database.reading(identity, systemOrigin('audit-verify'))
  const { heads, faults: badHeads } = await readHeads(headFile, publicKeys)
  const faults: AuditFault[] = [...badHeads]
  const signed = new Map(heads.map((head) => [head.seq, head]))
  const walk = new Walk(signed, faults)
  const entries = await walk.through(db)
  const highest = Math.max(0, ...signed.keys())
  if (highest > entries) faults.push({ kind: 'cut-off-tail', signedSeq: highest, lastSeq: entries })
  const { inserted, removed } = await countStrays(db)
  if (inserted > 0) faults.push({ kind: 'inserted-entries', count: inserted })
  if (removed > 0) faults.push({ kind: 'removed-unsealed', count: removed })
  return {
    isIntact: faults.length === 0,
    entries,
    heads: heads.length,
    sealedLate: walk.sealedLate,
    faults,
  }
}

/** A single pass over the chain. */
class Walk {
  sealedLate: SealedLate | null = null
  readonly #signed: ReadonlyMap<number, SignedHead>
  readonly #faults: AuditFault[]
  #seq = 0
  #hash: Uint8Array = createHash('sha256').digest()
  /** When the last head up to here was signed, in milliseconds. */
  #signedAt = 0
  #backdated = { count: 0, firstSeq: 0 }

  constructor(signed: ReadonlyMap<number, SignedHead>, faults: AuditFault[]) {
    this.#signed = signed
    this.#faults = faults
  }

  /** Follows the chain from its start; returns the sequence number of its last link. */
  async through(db: Db): Promise<number> {
    for (;;) {
      const links = await linksAfter(db, String(this.#seq), BATCH)
      for (const link of links) {
        this.#take(link)
        if (this.#faults.length >= FAULTS_AT_MOST) return this.#seq
      }
      if (links.length < BATCH) break
    }
    if (this.#backdated.count > 0)
      this.#faults.push({ kind: 'backdated-entries', ...this.#backdated })
    return this.#seq
  }

  #take(link: Link): void {
    const seq = Number(link.seq)
    if (seq !== this.#seq + 1) this.#faults.push({ kind: 'removed-link', seq: this.#seq + 1 })
    if (link.text === null) this.#faults.push({ kind: 'removed-entry', seq, logId: link.logId })
    else if (!chained(this.#hash, link.text).equals(link.hash))
      this.#faults.push({ kind: 'changed-entry', seq, logId: link.logId })
    const head = this.#signed.get(seq)
    if (head && head.hash !== link.hash.toString('hex'))
      this.#faults.push({ kind: 'rewritten-chain', seq })
    this.#judgeTime(seq, link)
    if (head) this.#signedAt = Math.max(this.#signedAt, Date.parse(head.at))
    this.#seq = seq
    // Continue from the stored hash: one changed entry is one fault, not one for each entry after
    // it.
    this.#hash = link.hash
  }

  #judgeTime(seq: number, { at, sealedLate }: Link): void {
    if (at !== null && Date.parse(at) < this.#signedAt - BACKDATED_AFTER_MS) {
      if (this.#backdated.count === 0) this.#backdated.firstSeq = seq
      this.#backdated.count++
    }
    if (sealedLate === null) return
    if (this.sealedLate !== null) this.#faults.push({ kind: 'second-seal-late', seq })
    // Before this entry the rules of the chain allowed skipped entries; since then a late entry has
    // no excuse.
    else this.#backdated.count = 0
    this.sealedLate ??= { count: Number(sealedLate), seq, at: at ?? '' }
  }
}

const chained = (before: Uint8Array, text: string) =>
  createHash('sha256').update(before).update(text, 'utf8').digest()
