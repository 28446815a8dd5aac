// A key of Google Cloud KMS
// (https://cloud.google.com/kms/docs/reference/rest/v1/projects.locations.keyRings.cryptoKeys),
// used with the machine's identity (Application Default Credentials). Over REST, because the
// official client adds gRPC for two calls at start.
import { request } from 'undici'
import { KeyHolderError, type KeyHolder } from './key-holder.ts'

export type GoogleKmsOptions = {
  /** projects/…/locations/…/keyRings/…/cryptoKeys/… */
  key: string
  url: string
  callMs: number
}

const SCOPE = 'https://www.googleapis.com/auth/cloudkms'
/**
 * Additional authenticated data: anything else that was wrapped with the same key does not open.
 */
const PURPOSE = Buffer.from('rmtools data secret').toString('base64')

/** A key holder for the key. */
export function googleKms({ key, url, callMs }: GoogleKmsOptions): KeyHolder {
  // With the project given, the library does not request it.
  const opened = import('google-auth-library').then(
    ({ GoogleAuth }) => new GoogleAuth({ scopes: [SCOPE], projectId: key.split('/')[1] ?? '' }),
  )
  const post = async (
    path: string,
    body: object,
    signal: AbortSignal,
  ): Promise<{ status: number; text: string }> => {
    const token = await (await opened).getAccessToken()
    const headers = { authorization: `Bearer ${token ?? ''}`, 'content-type': 'application/json' }
    const reply = await request(`${url}/v1/${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
      signal,
    })
    return { status: reply.statusCode, text: await reply.body.text() }
  }
  const call = async (
    act: 'encrypt' | 'decrypt',
    body: object,
  ): Promise<Record<string, unknown>> => {
    const signal = AbortSignal.timeout(callMs)
    const { status, text } = await untilAborted(post(`${key}:${act}`, body, signal), signal).catch(
      (cause: unknown) => {
        throw new KeyHolderError(`no answer: ${reasonOf(cause, signal)}`, {
          isPassing: true,
          cause,
        })
      },
    )
    if (status !== 200)
      throw new KeyHolderError(`answered ${status} ${saidIn(text)}`, {
        isPassing: status === 429 || status >= 500,
      })
    return objectOf(text)
  }
  return {
    async wrap(secret) {
      const plain = Buffer.from(secret)
      const body = {
        plaintext: plain.toString('base64'),
        plaintextCrc32c: await checksumOf(plain),
        additionalAuthenticatedData: PURPOSE,
      }
      const answer = await call('encrypt', body)
      const wrapped = await bytesOf(answer, 'ciphertext')
      if (answer['verifiedPlaintextCrc32c'] !== true) throw damaged
      return wrapped.toString('base64')
    },
    async unwrap(wrapped) {
      const body = {
        ciphertext: wrapped,
        ciphertextCrc32c: await checksumOf(Buffer.from(wrapped, 'base64')),
        additionalAuthenticatedData: PURPOSE,
      }
      return (await bytesOf(await call('decrypt', body), 'plaintext')).toString('utf8')
    },
  }
}

/**
 * CRC-32C in the service's format: a 64-bit number, which is text in JSON. Loaded only where such a
 * key is configured, to save memory elsewhere.
 */
export async function checksumOf(bytes: Buffer): Promise<string> {
  const { CRC32C } = await import('@google-cloud/storage')
  const checksum = new CRC32C()
  checksum.update(bytes)
  return String(checksum.valueOf() >>> 0)
}

/** Limits the wait for credentials, whose library has a timeout of its own. */
async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = Promise.withResolvers<never>()
  signal.addEventListener('abort', () => aborted.reject(signal.reason), { once: true })
  return await Promise.race([work, aborted.promise])
}

function reasonOf(cause: unknown, signal: AbortSignal): string {
  if (signal.aborted) return 'it took too long'
  return cause instanceof Error ? cause.message.slice(0, 200) : 'unknown'
}

const damaged = new KeyHolderError('its answer was damaged in transit', { isPassing: true })

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null) return { ...value }
  } catch (cause) {
    throw new KeyHolderError('its answer is not JSON', { isPassing: true, cause })
  }
  throw damaged
}

/** A secret with a flipped bit would seal data that nothing can open again. */
async function bytesOf(answer: Record<string, unknown>, name: string): Promise<Buffer> {
  const text = answer[name]
  if (typeof text !== 'string' || text === '') throw damaged
  const bytes = Buffer.from(text, 'base64')
  if (answer[`${name}Crc32c`] !== (await checksumOf(bytes))) throw damaged
  return bytes
}

/** The status and message of an error of Google's APIs. */
function saidIn(text: string): string {
  try {
    const { error } = objectOf(text)
    const [status, message] =
      typeof error === 'object' && error !== null
        ? [Reflect.get(error, 'status'), Reflect.get(error, 'message')]
        : []
    return `${String(status ?? '')} ${String(message ?? '')}`.trim().slice(0, 300)
  } catch {
    return ''
  }
}
