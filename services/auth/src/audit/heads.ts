// Signed heads of the chain, one per line, in a file outside the database: without them nobody
// could detect a truncated trail. The file also holds the public keys of earlier signers, each
// signed by its successor: the newest key is enough to verify the whole file.
import { sign, verify } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { VerificationKey } from '@rmtools/kit/authenticate'
import type { SigningKey } from '../ports.ts'

export type SignedHead = {
  seq: number
  hash: string
  count: number
  at: string
  kid: string
  signature: string
}
/** States that `key` signed for this installation; `kid` is the key that vouches for it. */
type Voucher = { key: VerificationKey; kid: string; signature: string }
/**
 * Why a line is not a valid head: its signature is wrong, or the signer's public key was not given.
 */
export type BadHead =
  | { kind: 'bad-signature'; line: number }
  | { kind: 'unknown-key'; line: number; kid: string }

const headText = ({ seq, hash, count, at, kid }: Omit<SignedHead, 'signature'>) =>
  Buffer.from(`rmtools-audit-head:${JSON.stringify([seq, hash, count, at, kid])}`)
const voucherText = ({ key, kid }: Omit<Voucher, 'signature'>) =>
  Buffer.from(`rmtools-audit-key:${JSON.stringify([key.kid, key.publicKey, kid])}`)

/** Signs a head and appends it to the file. */
export async function appendHead(
  file: string,
  head: { seq: number; hash: string; at: string },
  key: SigningKey,
): Promise<SignedHead> {
  // Each entry has one link, so the number of entries is the sequence number of the last.
  const unsigned = { ...head, count: head.seq, kid: key.kid }
  const signed = { ...unsigned, signature: signatureOf(headText(unsigned), key) }
  await append(file, [signed])
  return signed
}

/**
 * Signs the earlier keys with a new one, so that their signatures can be verified when those keys
 * are gone.
 */
export async function vouchFor(
  file: string,
  earlier: readonly VerificationKey[],
  by: SigningKey,
): Promise<void> {
  const vouchers = earlier.map((key) => {
    const unsigned = { key: { kid: key.kid, publicKey: key.publicKey }, kid: by.kid }
    return { ...unsigned, signature: signatureOf(voucherText(unsigned), by) }
  })
  await append(file, vouchers)
}

const signatureOf = (text: Buffer, { privateKey }: SigningKey) =>
  sign(null, text, privateKey).toString('base64url')

async function append(file: string, lines: readonly object[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 })
}

/** A line, with the text that its signature covers. */
type Line = { line: number; signed?: SignedHead | Voucher; text: Buffer }

/**
 * The heads of a file that the keys, or keys they vouch for, have signed, and the lines that hold
 * no valid head or voucher.
 */
export async function readHeads(
  file: string,
  keys: readonly VerificationKey[],
): Promise<{ heads: SignedHead[]; faults: BadHead[] }> {
  const lines = (await readFile(file, 'utf8'))
    .split('\n')
    .filter((text) => text !== '')
    .map((text, index) => ({ line: index + 1, ...parsed(text) }))
  const known = withVouched(keys, lines)
  const faults = lines.flatMap((line) => faultOf(line, known) ?? [])
  const bad = new Set(faults.map(({ line }) => line))
  const good = lines.flatMap(({ line, signed }) => (signed && !bad.has(line) ? [signed] : []))
  return { heads: good.filter((signed): signed is SignedHead => !isVoucher(signed)), faults }
}

const isVoucher = (signed: SignedHead | Voucher): signed is Voucher => 'key' in signed

function parsed(text: string): Omit<Line, 'line'> {
  try {
    const signed = JSON.parse(text) as SignedHead | Voucher
    return { signed, text: isVoucher(signed) ? voucherText(signed) : headText(signed) }
  } catch {
    return { text: Buffer.alloc(0) }
  }
}

/** The given keys, and all keys that they vouch for, directly or through other keys. */
function withVouched(
  keys: readonly VerificationKey[],
  lines: readonly Line[],
): Map<string, string> {
  const known = new Map(keys.map(({ kid, publicKey }) => [kid, publicKey]))
  for (let before = -1; before !== known.size;) {
    before = known.size
    for (const line of lines) {
      const { signed } = line
      if (!signed || !isVoucher(signed) || known.has(signed.key.kid)) continue
      if (faultOf(line, known) === undefined) known.set(signed.key.kid, signed.key.publicKey)
    }
  }
  return known
}

function faultOf(
  { line, signed, text }: Line,
  known: ReadonlyMap<string, string>,
): BadHead | undefined {
  const bad = { kind: 'bad-signature', line } as const
  if (typeof signed?.kid !== 'string' || typeof signed.signature !== 'string') return bad
  const publicKey = known.get(signed.kid)
  if (publicKey === undefined) return { kind: 'unknown-key', line, kid: signed.kid }
  return verify(null, text, publicKey, Buffer.from(signed.signature, 'base64url')) ? undefined : bad
}
