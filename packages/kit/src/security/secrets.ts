// Secrets at rest: sealed columns, keyed hashes, random tokens.
import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  randomBytes,
  randomInt,
  timingSafeEqual,
} from 'node:crypto'
import { isWrapped } from './key-holder.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals and opens sensitive text (AES-256-GCM) and hashes it for lookup (HMAC-SHA-256), each with a
 * key of its own.
 */
export type Sealer = {
  /**
   * `context` binds the sealed text to its place: a value that was moved to another row or column
   * does not open.
   */
  seal(text: string, context: string): Buffer
  open(sealed: Uint8Array, context: string): string
  sealBytes(bytes: Uint8Array, context: string): Buffer
  openBytes(sealed: Uint8Array, context: string): Buffer
  /** Whether it was sealed with the current key. */
  isCurrent(sealed: Uint8Array, context: string): boolean
  /** The same text gives the same hash: for uniqueness and search without opening. */
  index(text: string): Buffer
}

export type SealerKeys = {
  /** Former secrets, newest first: they open but no longer seal. */
  previous?: readonly string[]
  /**
   * The key of the hashes, which outlive a change of the sealing secret; defaults to the sealing
   * secret.
   */
  indexSecret?: string | null
}

type Key = { id: Buffer; key: Buffer }
/** Precedes what was sealed with a key that has an id. */
const MARK = Buffer.from([0xd5, 0x4b, 0x01])
const ID_BYTES = 4
const HEAD_BYTES = MARK.length + ID_BYTES

/** A sealer from secrets of any length. Throws if there are former secrets but no index secret. */
export function createSealer(
  secret: string,
  { previous = [], indexSecret = null }: SealerKeys = {},
): Sealer {
  // With another index key no identity number would be found, and each could be registered twice.
  if (previous.length > 0 && indexSecret === null)
    throw new Error('DATA_SECRET_PREVIOUS needs INDEX_SECRET, which is the first DATA_SECRET')
  if ([secret, ...previous, indexSecret ?? ''].some(isWrapped))
    throw new Error('a secret is still wrapped')
  const current = keyOf(secret)
  const keys = [current, ...previous.map(keyOf)]
  const indexKey = createHmac('sha256', indexSecret ?? secret)
    .update('index')
    .digest()

  function openBytes(sealed: Uint8Array, context: string): Buffer {
    const bytes = Buffer.from(sealed)
    const named =
      bytes.subarray(0, MARK.length).equals(MARK) &&
      keys.find(({ id }) => id.equals(bytes.subarray(MARK.length, HEAD_BYTES)))
    if (named) {
      const opened = decrypt(named, bytes.subarray(HEAD_BYTES), context)
      if (opened) return opened
    }
    // Sealed without a key id, in the format from before there could be several keys.
    for (const key of keys) {
      const opened = decrypt(key, bytes, context)
      if (opened) return opened
    }
    throw new Error('sealed with an unknown key, or for another context')
  }

  const sealBytes = (bytes: Uint8Array, context: string): Buffer => {
    const sealed = encrypt(current, bytes, context)
    // Until the first change of keys an earlier version, which does not know key ids, may run
    // beside this one.
    return previous.length === 0 ? sealed : Buffer.concat([MARK, current.id, sealed])
  }
  return {
    seal: (text, context) => sealBytes(Buffer.from(text), context),
    open: (sealed, context) => openBytes(sealed, context).toString('utf8'),
    sealBytes,
    openBytes,
    isCurrent(sealed, context) {
      const bytes = Buffer.from(sealed)
      if (bytes.subarray(0, HEAD_BYTES).equals(Buffer.concat([MARK, current.id]))) return true
      return decrypt(current, bytes, context) !== undefined
    },
    index: (text) => createHmac('sha256', indexKey).update(text).digest(),
  }
}

function keyOf(secret: string): Key {
  const id = createHmac('sha256', secret).update('key-id').digest().subarray(0, ID_BYTES)
  return { id, key: createHmac('sha256', secret).update('seal').digest() }
}

function encrypt({ key }: Key, bytes: Uint8Array, context: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(context))
  const body = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), body])
}

function decrypt({ key }: Key, sealed: Buffer, context: string): Buffer | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, NONCE_BYTES)).setAAD(
      Buffer.from(context),
    )
    decipher.setAuthTag(sealed.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES))
    return Buffer.concat([
      decipher.update(sealed.subarray(NONCE_BYTES + TAG_BYTES)),
      decipher.final(),
    ])
  } catch {
    return undefined
  }
}

/** A one-time token of 256 bits, base64url. Only its hash is stored. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** A token that follows from another one, for whoever holds both that one and the secret. */
export function tokenAfter(token: string, secret: string): string {
  return createHmac('sha256', secret).update(`token after ${token}`).digest('base64url')
}

/** The stored form of a random token: plain SHA-256, since 256 random bits cannot be guessed. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** A one-time password of six random digits. */
export function randomOtp(): string {
  return String(randomInt(1_000_000)).padStart(6, '0')
}

/** Compares in constant time, wherever the two differ. */
export function equalSecret(left: string | Uint8Array, right: string | Uint8Array): boolean {
  const [a, b] = [
    createHash('sha256').update(left).digest(),
    createHash('sha256').update(right).digest(),
  ]
  return timingSafeEqual(a, b)
}

/** Masks all but the end of an identifier: `************0001`. */
export function maskEnd(value: string, visible = 4): string {
  return '*'.repeat(Math.max(0, value.length - visible)) + value.slice(-visible)
}

/**
 * Masks a phone number or e-mail address for somebody who has not proved it: `+62****0001`,
 * `s***@example.com`.
 */
export function maskContact(value: string): string {
  const at = value.indexOf('@')
  return at < 0
    ? value.slice(0, 3) + maskEnd(value.slice(3))
    : `${value.slice(0, 1)}***${value.slice(at)}`
}
