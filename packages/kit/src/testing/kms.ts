// Google Cloud KMS for tests, and the metadata server that identifies a machine in Google's cloud.
// It implements as much of both as a program needs to wrap and unwrap a secret.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CRC32C } from '@google-cloud/storage'

/** What happens to a call instead of a response. */
export type KmsFault = 'down' | 'frozen' | 'busy' | 'denied' | 'damaged' | 'no-credentials'
export type TestKms = AsyncDisposable & {
  readonly url: string
  /** Makes a program use this as its machine's metadata server. */
  readonly environment: { GCE_METADATA_HOST: string; METADATA_SERVER_DETECTION: string }
  /** Faults of the next calls, one each. */
  readonly faults: KmsFault[]
  /** The fault of all calls. */
  fault: KmsFault | undefined
  /** The number of calls to the service itself. */
  calls: number
}

const TOKEN = 'token-of-tests'
const checksum = (bytes: Buffer) => {
  const sum = new CRC32C()
  sum.update(bytes)
  return String(sum.valueOf() >>> 0)
}
const keyOf = (name: string) => createHash('sha256').update(name).digest()

type Body = {
  plaintext?: string
  ciphertext?: string
  plaintextCrc32c?: string
  ciphertextCrc32c?: string
  additionalAuthenticatedData?: string
}
type Answer = { status: number; body: object }
const refusal = (status: number, name: string, message: string): Answer => ({
  status,
  body: { error: { code: status, status: name, message } },
})

/** Starts it on a free port. Every key name exists, and each has a key of its own. */
export async function startTestKms(): Promise<TestKms> {
  const server = createServer((incoming, reply) => void answer(incoming, reply))
  const answer = async (incoming: IncomingMessage, reply: ServerResponse) => {
    const url = new URL(incoming.url ?? '', 'http://kms')
    const isMetadata = url.pathname.startsWith('/computeMetadata/')
    const fault = (isMetadata ? undefined : kms.faults.shift()) ?? kms.fault
    if (fault === 'down') return void incoming.socket.destroy()
    if (fault === 'frozen' && !isMetadata) return
    const { status, body } = isMetadata
      ? metadata(incoming, fault)
      : await called(incoming, url.pathname, fault)
    reply
      .writeHead(status, { 'content-type': 'application/json', 'metadata-flavor': 'Google' })
      .end(JSON.stringify(body))
  }
  const called = async (
    incoming: IncomingMessage,
    path: string,
    fault: KmsFault | undefined,
  ): Promise<Answer> => {
    kms.calls++
    const sent = JSON.parse(Buffer.concat(await incoming.toArray()).toString()) as Body
    if (incoming.headers.authorization !== `Bearer ${TOKEN}`)
      return refusal(401, 'UNAUTHENTICATED', 'no valid credentials')
    if (fault === 'busy')
      return refusal(503, 'UNAVAILABLE', 'The service is currently unavailable.')
    if (fault === 'denied')
      return refusal(
        403,
        'PERMISSION_DENIED',
        "Permission 'cloudkms.cryptoKeyVersions.useToDecrypt' denied",
      )
    const [, name = '', act] = /^\/v1\/(.+):(encrypt|decrypt)$/.exec(path) ?? []
    const done = act === 'encrypt' ? encrypt(name, sent) : decrypt(name, sent)
    return fault === 'damaged'
      ? {
          ...done,
          body: { ...done.body, plaintext: Buffer.from('another secret').toString('base64') },
        }
      : done
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const kms: TestKms = {
    url: `http://${host}`,
    environment: { GCE_METADATA_HOST: host, METADATA_SERVER_DETECTION: 'assume-present' },
    faults: [],
    fault: undefined,
    calls: 0,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
  return kms
}

function metadata(incoming: IncomingMessage, fault: KmsFault | undefined): Answer {
  if (fault === 'no-credentials' || incoming.headers['metadata-flavor'] !== 'Google')
    return { status: 404, body: {} }
  return { status: 200, body: { access_token: TOKEN, expires_in: 3600, token_type: 'Bearer' } }
}

function encrypt(
  name: string,
  { plaintext = '', plaintextCrc32c, additionalAuthenticatedData = '' }: Body,
): Answer {
  const plain = Buffer.from(plaintext, 'base64')
  if (plaintextCrc32c !== undefined && plaintextCrc32c !== checksum(plain))
    return refusal(400, 'INVALID_ARGUMENT', 'checksum')
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(name), nonce).setAAD(
    Buffer.from(additionalAuthenticatedData),
  )
  const sealed = Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
  const answer = {
    name: `${name}/cryptoKeyVersions/1`,
    ciphertext: sealed.toString('base64'),
    ciphertextCrc32c: checksum(sealed),
  }
  return {
    status: 200,
    body: { ...answer, verifiedPlaintextCrc32c: plaintextCrc32c !== undefined },
  }
}

function decrypt(
  name: string,
  { ciphertext = '', ciphertextCrc32c, additionalAuthenticatedData = '' }: Body,
): Answer {
  const sealed = Buffer.from(ciphertext, 'base64')
  if (ciphertextCrc32c !== undefined && ciphertextCrc32c !== checksum(sealed))
    return refusal(400, 'INVALID_ARGUMENT', 'checksum')
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(name), sealed.subarray(0, 12))
    decipher.setAAD(Buffer.from(additionalAuthenticatedData)).setAuthTag(sealed.subarray(-16))
    const plain = Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()])
    return {
      status: 200,
      body: {
        plaintext: plain.toString('base64'),
        plaintextCrc32c: checksum(plain),
        usedPrimary: true,
      },
    }
  } catch {
    return refusal(400, 'INVALID_ARGUMENT', 'Decryption failed: the ciphertext is invalid.')
  }
}
