// Secrets at rest: sealed columns, keyed hashes, random tokens.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals and opens sensitive text (AES-256-GCM) and hashes it for lookup (HMAC-SHA-256), each with a key of its own. */
export type Sealer = {
  /** `context` binds the sealed text to its place: a value moved to another row or column does not open. */
  seal(text: string, context: string): Buffer
  open(sealed: Uint8Array, context: string): string
  /** The same text gives the same hash: for uniqueness and search without opening. */
  index(text: string): Buffer
}

/** A sealer from a secret of any length. */
export function createSealer(secret: string): Sealer {
  const key = createHmac('sha256', secret).update('seal').digest()
  const indexKey = createHmac('sha256', secret).update('index').digest()
  return {
    seal(text, context) {
      const nonce = randomBytes(NONCE_BYTES)
      const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([nonce, cipher.getAuthTag(), body])
    },
    open(sealed, context) {
      const bytes = Buffer.from(sealed)
      const decipher = createDecipheriv(ALGORITHM, key, bytes.subarray(0, NONCE_BYTES)).setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
      return decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)).toString('utf8') + decipher.final('utf8')
    },
    index: (text) => createHmac('sha256', indexKey).update(text).digest(),
  }
}

/** A one-time token of 256 bits, base64url. Only its hash is stored. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** How a random token is stored: plain SHA-256, as there is nothing to guess in 256 random bits. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A one-time password of six random digits. */
export function randomOtp(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Compares in a time that does not depend on where the two differ. */
export function equalSecret(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const [a, b] = [createHash('sha256').update(left).digest(), createHash('sha256').update(right).digest()]
  return timingSafeEqual(a, b)
}

/** Shows only the end of an identifier: `************0001`. */
export function maskEnd(value: string, visible = 4): string {
  return '*'.repeat(Math.max(0, value.length - visible)) + value.slice(-visible)
}

/** A phone number or e-mail address as it may be shown to somebody who has not proved it: `+62****0001`, `s***@example.com`. */
export function maskContact(value: string): string {
  const at = value.indexOf('@')
  return at < 0 ? value.slice(0, 3) + maskEnd(value.slice(3)) : `${value.slice(0, 1)}***${value.slice(at)}`
}
