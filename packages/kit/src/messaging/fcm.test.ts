import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { fcmMessenger, serviceAccount, type ServiceAccount } from './fcm.ts'
import { AddressGone, noReceipt, type Message, type Messenger } from './messaging.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const fcmError = (code: number, errorCode: string) => ({
  status: code,
  body: {
    error: {
      code,
      details: [{ '@type': 'type.googleapis.com/google.firebase.fcm.v1.FcmError', errorCode }],
    },
  },
})
const push = {
  id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
  channel: 'push',
  to: 'c9:APA91bTheTokenOfThePhone',
  title: 'Disetujui',
  text: 'Siti Rahmawati telah disetujui',
  data: { notificationId: 'n', kind: 'investor.approved', link: '/investors/1' },
} as const

type Call = { path: string; authorization: string | undefined; body: Record<string, unknown> }
let server: Server
let url: string
let account: ServiceAccount
let calls: Call[]
let assertions: string[]
let others: Message[]
let messenger: Messenger
/** FCM's next responses; 200 when there are none. */
let answers: { status: number; body: object }[]

beforeEach(async () => {
  ;[calls, assertions, others, answers] = [[], [], [], []]
  server = createServer(async (incoming, reply) => {
    const answer = await answerTo(incoming)
    reply
      .writeHead(answer.status, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer.body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  account = {
    project_id: 'rmtools-test',
    client_email: 'push@rmtools-test.example',
    private_key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    token_uri: `${url}/token`,
  }
  const rest: Messenger = {
    async send(message) {
      others.push(message)
      return noReceipt
    },
    async [Symbol.asyncDispose]() {},
  }
  messenger = fcmMessenger(
    { account, appleBundle: 'id.rmtools.mobile', fcmUrl: url, exchangeUrl: url },
    rest,
  )
})
afterEach(async () => {
  await messenger[Symbol.asyncDispose]()
  server.closeAllConnections()
  await new Promise((done) => server.close(done))
})

async function answerTo(incoming: IncomingMessage) {
  const text = Buffer.concat(await incoming.toArray()).toString()
  if (incoming.url === '/token') {
    const assertion = new URLSearchParams(text).get('assertion') ?? ''
    const { payload } = await jwtVerify(assertion, publicKey, {
      issuer: account.client_email,
      audience: account.token_uri,
    })
    assertions.push(String(payload['scope']))
    return { status: 200, body: { access_token: `access-${assertions.length}`, expires_in: 3599 } }
  }
  const body = JSON.parse(text) as Record<string, unknown>
  calls.push({ path: incoming.url ?? '', authorization: incoming.headers.authorization, body })
  if (incoming.url === '/iid/v1:batchImport') {
    const [apple = ''] = body['apns_tokens'] as string[]
    const result = apple.startsWith('00')
      ? { status: 'Invalid token' }
      : { status: 'OK', registration_token: `ios:${apple.slice(0, 4)}` }
    return { status: 200, body: { results: [{ apns_token: apple, ...result }] } }
  }
  return answers.shift() ?? { status: 200, body: { name: 'projects/rmtools-test/messages/1' } }
}

const sent = () =>
  calls
    .filter(({ path }) => path.endsWith(':send'))
    .map(({ body }) => body['message'] as Record<string, unknown>)

describe('a messenger over FCM', () => {
  test('sends pushes as the service account with one cached token; a repetition replaces the first', async () => {
    await Promise.all([messenger.send(push), messenger.send(push)])
    await messenger.send(push)
    expect(assertions).toEqual(['https://www.googleapis.com/auth/firebase.messaging'])
    expect(calls.map(({ path, authorization }) => [path, authorization])).toEqual(
      Array.from({ length: 3 }, () => [
        '/v1/projects/rmtools-test/messages:send',
        'Bearer access-1',
      ]),
    )
    expect(sent()[0]).toMatchObject({
      token: push.to,
      notification: { title: 'Disetujui', body: 'Siti Rahmawati telah disetujui' },
      data: { link: '/investors/1' },
      android: { notification: { tag: push.id } },
      apns: { headers: { 'apns-collapse-id': push.id } },
    })
  })

  test('exchanges a token of Apple’s once', async () => {
    const to = 'ab12'.repeat(16)
    await messenger.send({ ...push, to })
    await messenger.send({ ...push, to })
    expect(calls.filter(({ path }) => path === '/iid/v1:batchImport')).toMatchObject([
      { body: { application: 'id.rmtools.mobile', apns_tokens: [to] } },
    ])
    expect(sent().map(({ token }) => token)).toEqual(['ios:ab12', 'ios:ab12'])
    await expect(messenger.send({ ...push, to: '00'.repeat(32) })).rejects.toThrow(AddressGone)
  })

  test.each([
    [404, 'UNREGISTERED'],
    [403, 'SENDER_ID_MISMATCH'],
    [400, 'INVALID_ARGUMENT'],
  ])('says that nobody is there on %i %s', async (status, code) => {
    answers = [fcmError(status, code)]
    await expect(messenger.send(push)).rejects.toThrow(AddressGone)
  })

  test('throws on temporary failures, without the token or the text, so that the job is retried', async () => {
    answers = [
      fcmError(429, 'QUOTA_EXCEEDED'),
      fcmError(503, 'UNAVAILABLE'),
      { status: 400, body: { error: { code: 400 } } },
    ]
    for (const expected of [
      'FCM answered 429 QUOTA_EXCEEDED',
      'FCM answered 503 UNAVAILABLE',
      'FCM answered 400 ',
    ]) {
      const error = await messenger.send(push).then(
        () => undefined,
        (thrown: unknown) => thrown,
      )
      expect(error).not.toBeInstanceOf(AddressGone)
      expect(error).toMatchObject({ message: expected })
    }
    await messenger.send(push)
  })

  test('asks for a new access token when the old one was revoked', async () => {
    await messenger.send(push)
    answers = [{ status: 401, body: {} }]
    await messenger.send(push)
    expect(calls.map(({ authorization }) => authorization)).toEqual([
      'Bearer access-1',
      'Bearer access-1',
      'Bearer access-2',
    ])
  })

  test('leaves e-mail and SMS to the others', async () => {
    const sms = { id: 'x', channel: 'sms', to: '+628120000001', text: 'kode' } as const
    await messenger.send(sms)
    expect([others, calls]).toEqual([[sms], []])
  })
})

test('a service account is read from its JSON, and refused when a part is missing', () => {
  expect(serviceAccount(JSON.stringify(account)).project_id).toBe('rmtools-test')
  expect(() => serviceAccount('{"project_id":"x"}')).toThrow('client_email')
})
