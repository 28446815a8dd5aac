import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Type from 'typebox'
import { afterEach, expect, test } from 'vitest'
import { client } from '@rmtools/contracts/client'
import { endpoint, Shape } from '@rmtools/contracts/endpoint'
import {
  createOutbound,
  type Outbound,
  type OutboundCall,
  type OutboundConfig,
} from './outbound.ts'

const contract = {
  read: endpoint({
    method: 'GET',
    path: '/things/{id}',
    summary: '',
    access: 'service',
    params: Shape({ id: Type.String() }),
    reply: Shape({ name: Type.String() }),
  }),
  write: endpoint({
    method: 'POST',
    path: '/things',
    summary: '',
    access: 'service',
    body: Shape({ name: Type.String() }),
    reply: Shape({ name: Type.String() }),
    status: 202,
  }),
}

type Handler = (request: IncomingMessage, response: ServerResponse, count: number) => void
const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

async function listen(
  handler: Handler,
): Promise<{ url: string; seen: IncomingMessage[]; server: Server }> {
  const seen: IncomingMessage[] = []
  const server = createServer((request, response) => {
    seen.push(request)
    request.resume()
    request.on('end', () => handler(request, response, seen.length))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, server }
}

function open(
  baseUrl: string,
  config: Partial<OutboundConfig> = {},
): { api: ReturnType<typeof client<typeof contract>>; outbound: Outbound } {
  const outbound = createOutbound({ baseUrl, budgetMs: 300, ...config })
  closers.push(outbound.close)
  return { api: client(contract, outbound.send), outbound }
}

const json = (response: ServerResponse, status: number, body: unknown, headers = {}) =>
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify(body))

test('sends the fixed headers over what a caller gives, under the path of the base URL, and drops unknown fields of the answer', async () => {
  const { url, seen } = await listen((_, response) =>
    json(response, 200, { name: 'a', secret: 'b' }),
  )
  const { api } = open(`${url}/base/`, { headers: { authorization: 'Bearer ours' } })
  expect(await api.read({ id: 'x/../y' }, { headers: { authorization: 'Bearer theirs' } })).toEqual(
    { name: 'a' },
  )
  expect(seen[0]?.url).toBe('/base/things/x%2F..%2Fy')
  expect(seen[0]?.headers.authorization).toBe('Bearer ours')
})

test('a silent server costs the budget and no more, and is not asked twice', async () => {
  const { url, seen } = await listen(() => {})
  const { api } = open(url)
  const started = performance.now()
  await expect(api.read({ id: '1' })).rejects.toMatchObject({
    code: 'unavailable',
    status: 503,
    retryAfterSeconds: expect.any(Number),
  })
  expect(performance.now() - started).toBeGreaterThan(290)
  expect(performance.now() - started).toBeLessThan(600)
  expect(seen).toHaveLength(1)
})

test('a body that never ends costs the budget too', async () => {
  const { url } = await listen(
    (_, response) =>
      void response.writeHead(200, { 'content-type': 'application/json' }).write('{"name"'),
  )
  const { api } = open(url)
  const started = performance.now()
  await expect(api.read({ id: '1' })).rejects.toMatchObject({ code: 'unavailable' })
  expect(performance.now() - started).toBeLessThan(600)
})

test('a read is tried a second time after a reset or a 503, a write is not', async () => {
  const { url, seen } = await listen((request, response, count) =>
    count === 1 ? request.socket.destroy() : json(response, count === 3 ? 503 : 200, { name: 'a' }),
  )
  const { api } = open(url)
  expect(await api.read({ id: '1' })).toEqual({ name: 'a' })
  expect(seen).toHaveLength(2)
  await expect(api.write({ name: 'a' })).rejects.toMatchObject({ code: 'unavailable' })
  expect(seen).toHaveLength(3)
})

test('a redirect is not followed: 502', async () => {
  const other = await listen((_, response) => json(response, 200, { name: 'stolen' }))
  const { url } = await listen(
    (_, response) => void response.writeHead(302, { location: `${other.url}/things/1` }).end(),
  )
  const { api } = open(url)
  await expect(api.read({ id: '1' })).rejects.toMatchObject({
    code: 'upstream-invalid',
    status: 502,
  })
  expect(other.seen).toHaveLength(0)
})

test.each([
  ['a wrong type', (response: ServerResponse) => json(response, 200, { name: 1 })],
  ['no JSON', (response: ServerResponse) => response.writeHead(200).end('<html>')],
  [
    'a prototype',
    (response: ServerResponse) => response.writeHead(200).end('{"name":"a","__proto__":{"x":1}}'),
  ],
  ['too much', (response: ServerResponse) => json(response, 200, { name: 'x'.repeat(5000) })],
  ['a refusal of our credentials', (response: ServerResponse) => json(response, 401, {})],
])('an answer that is %s becomes 502', async (_, answer) => {
  const { url } = await listen((_request, response) => void answer(response))
  const { api, outbound } = open(url, { maxResponseBytes: 1000 })
  await expect(api.read({ id: '1' })).rejects.toMatchObject({
    code: 'upstream-invalid',
    status: 502,
  })
  expect(outbound.breakerState()).toBe('closed')
})

test('the value of a bad answer is not in the problem', async () => {
  const { url } = await listen((_, response) =>
    json(response, 200, { name: { nik: '3174015203850001' } }),
  )
  const { api } = open(url)
  const problem = await api.read({ id: '1' }).catch((error: unknown) => error)
  expect(problem).toMatchObject({ code: 'upstream-invalid', detail: '/name must be string' })
})

test('429 keeps its Retry-After, other refusals keep their code', async () => {
  const { url } = await listen((_, response, count) =>
    count === 1
      ? json(response, 429, {}, { 'retry-after': '7' })
      : json(response, 409, { type: '/problems/source-id-taken', title: 'Taken', status: 409 }),
  )
  const { api } = open(url)
  await expect(api.write({ name: 'a' })).rejects.toMatchObject({
    code: 'too-many-requests',
    status: 429,
    retryAfterSeconds: 7,
  })
  await expect(api.write({ name: 'a' })).rejects.toMatchObject({
    code: 'source-id-taken',
    status: 409,
  })
})

test('the breaker opens after failures in a row, calls nobody meanwhile, and closes after a success', async () => {
  let isDown = true
  const { url, seen } = await listen((_, response) =>
    json(response, isDown ? 500 : 202, { name: 'a' }),
  )
  const { api, outbound } = open(url, { breakerFailures: 3, breakerOpenMs: 50 })
  for (let count = 0; count < 3; count++)
    await expect(api.write({ name: 'a' })).rejects.toMatchObject({ code: 'unavailable' })
  expect(outbound.breakerState()).toBe('open')
  await expect(api.write({ name: 'a' })).rejects.toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: 1,
  })
  expect(seen).toHaveLength(3)
  isDown = false
  await expect
    .poll(() => api.write({ name: 'a' }).catch(() => undefined), { interval: 10 })
    .toEqual({ name: 'a' })
  expect(outbound.breakerState()).toBe('closed')
})

test('the bulkhead lets so many through, so many wait, and refuses the rest at once', async () => {
  const waiting: ServerResponse[] = []
  const { url, seen } = await listen((_, response) => void waiting.push(response))
  const { api } = open(url, { maxConcurrent: 2, maxQueued: 1, budgetMs: 2000 })
  const calls = [1, 2, 3].map(() => api.write({ name: 'a' }))
  await expect(api.write({ name: 'a' })).rejects.toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: 1,
  })
  await expect.poll(() => waiting.length).toBe(2)
  expect(seen).toHaveLength(2)
  for (const response of waiting.splice(0)) json(response, 202, { name: 'a' })
  await expect.poll(() => waiting.length).toBe(1)
  for (const response of waiting) json(response, 202, { name: 'a' })
  await expect(Promise.all(calls)).resolves.toHaveLength(3)
})

test('waiting for a slot is within the budget', async () => {
  const { url } = await listen(() => {})
  const { api } = open(url, { maxConcurrent: 1, maxQueued: 5 })
  const started = performance.now()
  const outcomes = await Promise.allSettled([1, 2, 3].map(() => api.write({ name: 'a' })))
  expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true)
  expect(performance.now() - started).toBeLessThan(600)
})

test('it is seen by method, path template and outcome, never by body', async () => {
  const calls: OutboundCall[] = []
  const { url } = await listen((_, response) => json(response, 200, { name: 'a' }))
  const { api } = open(url, { observe: (call) => calls.push(call) })
  await api.read({ id: '3174015203850001' })
  expect(calls).toEqual([
    { method: 'GET', path: '/things/{id}', status: 200, ms: expect.any(Number), outcome: 'ok' },
  ])
})
