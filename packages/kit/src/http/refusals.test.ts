// Responses that a server sends before any operation is reached: from Node's parser, limits and
// content types.
import { connect, type AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import Type from 'typebox'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { endpoint, Shape } from '@rmtools/contracts/endpoint'
import { bodyLimitOf } from './body-limit.ts'
import { createHttp, mount, type FastifyInstance } from './http.ts'
import { createLog } from '../process/log.ts'
import { asProblem, problemReply } from './replies.ts'
import { inputReader } from './validate.ts'

const form = endpoint({
  method: 'POST',
  path: '/form',
  summary: 'A small form',
  access: 'public',
  body: Shape({
    name: Type.String({ maxLength: 50 }),
    more: Type.Optional(Type.Array(Type.Integer(), { maxItems: 5 })),
  }),
  reply: Shape({ name: Type.String() }),
})
const picture = endpoint({
  method: 'PUT',
  path: '/picture',
  summary: 'A file',
  access: 'public',
  upload: { maxBytes: 1000 },
})

const old = endpoint({
  method: 'POST',
  path: '/old',
  summary: 'A form that will go',
  access: 'public',
  body: Shape({ name: Type.String({ maxLength: 50 }) }),
  deprecated: { since: '2027-01-01', sunset: '2027-07-01' },
})

const log = createLog('test', 'silent')
let app: FastifyInstance
beforeAll(async () => {
  app = createHttp({ log })
  mount(
    app,
    [
      { id: 'a.form', spec: form },
      { id: 'a.picture', spec: picture },
      { id: 'a.old', spec: old },
    ],
    async (_http, { spec }, request) => {
      try {
        return {
          status: 200,
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(inputReader(spec)(request)),
        }
      } catch (error) {
        return problemReply(asProblem(error, spec, log, request.requestId), request.requestId)
      }
    },
  )
  app.get('/stream', (_request, reply) => {
    reply.hijack()
    reply.raw.writeHead(200, { 'content-type': 'text/plain' })
    reply.raw.write('first')
  })
  await app.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => await app.close())

/** The response on a raw connection. */
async function raw(
  sent: string,
): Promise<{ status: number; headers: Headers; body: { type?: string; status?: number } }> {
  const socket = connect({ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1' })
  socket.write(sent)
  const parts = await socket.toArray()
  const [head = '', body = ''] = Buffer.concat(parts).toString().split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Headers(
    lines.map((line) => [
      line.slice(0, line.indexOf(':')),
      line.slice(line.indexOf(':') + 1).trim(),
    ]),
  )
  return { status: Number(first.split(' ')[1]), headers, body: JSON.parse(body) }
}

test('a broken request behind a response in progress ends the connection, not the response', async () => {
  const socket = connect({ port: (app.server.address() as AddressInfo).port, host: '127.0.0.1' })
  let received = ''
  socket.on('error', () => undefined)
  await new Promise<void>((resolve) => {
    socket.on('data', (part) => {
      received += String(part)
      if (received.includes('first')) resolve()
    })
    socket.write('GET /stream HTTP/1.1\r\nHost: x\r\n\r\n')
  })
  const closed = new Promise((resolve) => socket.once('close', resolve))
  socket.write('HELO rm.example.co.id\r\n\r\n')
  await closed
  expect(received.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200'])
})

const END = 'Connection: close\r\n\r\n'

describe('SECURITY 18, 60: requests that Node itself refuses', () => {
  test.each([
    [
      'a head of 20 kB',
      `GET / HTTP/1.1\r\nHost: x\r\nCookie: ${'a'.repeat(20_000)}\r\n${END}`,
      431,
      'headers-too-large',
    ],
    ['no HTTP at all', 'HELO rm.example.co.id\r\n\r\n', 400, 'invalid-input'],
    [
      'a forged length',
      `POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 1x\r\n${END}`,
      400,
      'invalid-input',
    ],
    [
      'two lengths',
      `POST /form HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n${END}`,
      400,
      'invalid-input',
    ],
    ['no host', `GET / HTTP/1.1\r\n${END}`, 400, 'invalid-input'],
    ['two hosts', `GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n${END}`, 400, 'invalid-input'],
    [
      'an expectation',
      `POST /form HTTP/1.1\r\nHost: x\r\nExpect: wonders\r\nContent-Length: 0\r\n${END}`,
      400,
      'invalid-input',
    ],
  ])('%s has the headers and the form of every answer', async (_, sent, status, code) => {
    const answer = await raw(sent)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      status,
      'application/problem+json; charset=utf-8',
    ])
    expect(answer.body).toMatchObject({ type: `/problems/${code}`, status })
    for (const [name, value] of [
      ['content-security-policy', "default-src 'none'; frame-ancestors 'none'"],
      ['strict-transport-security', 'max-age=31536000; includeSubDomains'],
      ['x-content-type-options', 'nosniff'],
      ['x-frame-options', 'DENY'],
      ['cache-control', 'no-store'],
    ] as const)
      expect([name, answer.headers.get(name)]).toEqual([name, value])
  })
})

const post = async (payload: string | Buffer, type = 'application/json') => {
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: '/form',
    headers: { 'content-type': type },
    payload,
  })
  const { errors } = JSON.parse(body) as { errors?: { code: string; pointer: string }[] }
  return [statusCode, errors?.[0]?.code]
}

describe('SECURITY 28: a body', () => {
  test('must have a content type that the operation accepts', async () => {
    expect(await post('{"name":"Siti"}')).toEqual([200, undefined])
    expect(await post('{"name":"Siti"}', 'application/json; charset=utf-8')).toEqual([
      200,
      undefined,
    ])
    expect(await post('{"name":"Siti"}', 'application/octet-stream')).toEqual([415, undefined])
    const upload = await app.inject({
      method: 'PUT',
      url: '/picture',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    })
    expect(upload.statusCode).toBe(415)
  })

  test.each([
    ['a key twice', '{"name":"Siti","name":"Budi"}', 'repeated-key'],
    ['a key twice, once in disguise', '{"name":"Siti","n\\u0061me" : "Budi"}', 'repeated-key'],
    ['a key twice within', '{"name":{"a":1,"b":{"a":1},"a":2}}', 'repeated-key'],
    ['a string without an end', '{"name":"Siti', 'json'],
    ['brackets that close nothing', ']]}', 'json'],
  ])('with %s is refused by name', async (_, body, code) => {
    expect(await post(body)).toEqual([400, code])
  })

  test.each([
    ['the same key in two objects', '[{"a":1},{"a":1}]'],
    ['quotes and colons within a string', '{"name":"\\"name\\":","more":[1,2]}'],
    ['a backslash at the end of a string', '{"name":"\\\\","more":[]}'],
  ])('with %s is read', async (_, body) => {
    expect((await post(body))[1]).not.toBe('repeated-key')
    expect((await post(body))[1]).not.toBe('json')
  })

  test('is as large as its form can be, and no larger', async () => {
    expect(bodyLimitOf(form)).toBe(16 * 1024)
    expect(await post(`{"name":"${'a'.repeat(20_000)}"}`)).toEqual([413, undefined])
    const limits = Object.fromEntries(everyEndpoint.map(({ id, spec }) => [id, bodyLimitOf(spec)]))
    for (const id of [
      'sessions.login',
      'registration.register',
      'registration.verifyUnique',
      'codes.verify',
      'leads.create',
    ])
      expect([id, (limits[id] ?? Infinity) <= 64 * 1024]).toEqual([id, true])
    expect(limits['approvals.answer']).toBe(1024 * 1024)
    // Its properties are not ours to name.
    expect(limits['whatsappReports.push']).toBe(1024 * 1024)
  })

  test.each([
    ['^\\+[1-9][0-9]{6,14}(;ext=[0-9]{1,6})?$', true],
    ['^[*+]$', true],
    ['^[0-9]+$', false],
    ['^\\++$', false],
    ['^[0-9]{3,}$', false],
    ['[0-9]{3}', false],
  ])('of one text after the pattern %s has an end: %s', (pattern, hasEnd) => {
    const limit = bodyLimitOf({ ...form, body: Shape({ text: Type.String({ pattern }) }) })
    expect(limit).toBe(hasEnd ? 16 * 1024 : 1024 * 1024)
  })
})

describe('a deprecated operation', () => {
  const announced = {
    deprecation: '@1798761600',
    sunset: 'Thu, 01 Jul 2027 00:00:00 GMT',
  }
  const post = async (url: string, payload: string, type = 'application/json') =>
    await app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })

  test.each([
    ['success', 200, '{"name":"Rani"}', 'application/json'],
    ['bad input', 400, '{"name":5}', 'application/json'],
    ['a body that is too large', 413, `{"name":"${'x'.repeat(2_000_000)}"}`, 'application/json'],
    ['another type', 415, '{}', 'text/plain'],
  ])('says so when the answer is %s', async (_what, status, body, type) => {
    const reply = await post('/old', body, type)
    expect(reply.statusCode).toBe(status)
    expect(reply.headers).toMatchObject(announced)
  })

  test('is specific: other operations do not list it', async () => {
    const { headers } = await post('/form', '{"name":"Rani"}')
    expect(headers).not.toHaveProperty('deprecation')
    expect(headers).not.toHaveProperty('sunset')
  })
})
