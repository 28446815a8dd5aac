// Signed heads of the chain, one a line, in a file outside the database: without them a cut-off tail could not be told from an end.
import { sign, verify } from 'node:crypto'
import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { VerificationKey } from '@rmtools/kit/authenticate'
import type { SigningKey } from '../ports.ts'

export type SignedHead = { seq: number; hash: string; count: number; at: string; kid: string; signature: string }

const signedText = ({ seq, hash, count, at, kid }: Omit<SignedHead, 'signature'>) =>
  Buffer.from(`rmtools-audit-head:${JSON.stringify([seq, hash, count, at, kid])}`)

/** Signs a head and appends it to the file. */
export async function appendHead(file: string, head: { seq: number; hash: string; at: string }, key: SigningKey): Promise<SignedHead> {
  // Every entry has one link, so the number of entries is the sequence of the last.
  const unsigned = { ...head, count: head.seq, kid: key.kid }
  const signed = { ...unsigned, signature: sign(null, signedText(unsigned), key.privateKey).toString('base64url') }
  await mkdir(dirname(file), { recursive: true })
  await appendFile(file, `${JSON.stringify(signed)}\n`, { mode: 0o600 })
  return signed
}

/** The heads of a file; null for a line that none of the keys signed. */
export async function readHeads(file: string, keys: readonly VerificationKey[]): Promise<(SignedHead | null)[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    try {
      const head = JSON.parse(line) as SignedHead
      const key = keys.find(({ kid }) => kid === head.kid)
      return key && verify(null, signedText(head), key.publicKey, Buffer.from(head.signature, 'base64url')) ? head : null
    } catch {
      return null
    }
  })
}
