// A file that is streamed while it is produced, over both of its hops: service, gateway, browser.
import { get, type IncomingMessage } from 'node:http'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { endpoint } from '@rmtools/contracts/endpoint'
import { createHttp, mount, serveHttp, type FastifyInstance } from './http.ts'
import { createLog } from '../process/log.ts'
import { createService, implement } from './service.ts'
import { testClock } from '../testing/clock.ts'
import { httpTransport, type Transport } from './transport.ts'

const log = createLog('test', 'silent')
const PART = Buffer.alloc(64 * 1024, 'x')
const PARTS = 1000
let made = 0
let ended = 0
let failAt = Infinity

const file = endpoint({
  method: 'GET',
  path: '/file',
  summary: 'A file',
  access: 'public',
  produces: 'text/csv',
})
const routes = [
  implement(
    'files',
    { file },
    {
      file: async () => {
        made = ended = 0
        return (async function* () {
          try {
            while (made < PARTS) {
              if (made === failAt) throw new Error('the database has gone')
              made += 1
              yield PART
            }
          } finally {
            ended += 1
          }
        })()
      },
    },
  ),
]
const authenticator = {
  verify: async () => await Promise.reject(new Error('nobody signs in')),
  async [Symbol.asyncDispose]() {},
}

let service: FastifyInstance
let gateway: FastifyInstance
let transport: Transport
beforeAll(async () => {
  const behind = createService({ name: 'behind', routes, authenticator, clock: testClock(), log })
  service = serveHttp(behind, { log, serviceKey: 'key' })
  await service.listen({ port: 0, host: '127.0.0.1' })
  transport = httpTransport({ url: service.listeningOrigin, serviceKey: 'key' })
  gateway = createHttp({ log })
  mount(
    gateway,
    behind.operations,
    async (_http, operation, request) => await transport.call(operation, request),
  )
  await gateway.listen({ port: 0, host: '127.0.0.1' })
})
afterAll(async () => {
  await gateway.close()
  await transport[Symbol.asyncDispose]()
  await service.close()
})

const asked = async () =>
  await new Promise<IncomingMessage>((done, failed) =>
    get(`${gateway.listeningOrigin}/file`, done).once('error', failed),
  )

test('it comes whole, without a length', async () => {
  failAt = Infinity
  const reply = await fetch(`${gateway.listeningOrigin}/file`)
  expect([
    reply.status,
    reply.headers.get('content-type'),
    reply.headers.get('content-length'),
  ]).toEqual([200, 'text/csv', null])
  expect((await reply.arrayBuffer()).byteLength).toBe(PART.length * PARTS)
  expect([made, ended]).toEqual([PARTS, 1])
})

test('no more is produced than a slow reader takes', async () => {
  failAt = Infinity
  const reply = await asked()
  // Waits until nothing moves any more: the buffers of both connections are full.
  let before = -1
  await vi.waitUntil(() => (made > 0 && made === before) || ((before = made), false), {
    timeout: 10_000,
    interval: 300,
  })
  expect(made).toBeLessThan(PARTS / 2)
  let bytes = 0
  for await (const part of reply) bytes += (part as Buffer).length
  expect(bytes).toBe(PART.length * PARTS)
})

test('a reader that goes ends the making', async () => {
  failAt = Infinity
  const reply = await asked()
  reply.once('error', () => undefined).destroy()
  await vi.waitUntil(() => ended === 1, { timeout: 10_000 })
  expect(made).toBeLessThan(PARTS)
})

test('one that breaks off never passes for a whole one', async () => {
  failAt = 10
  const reply = await fetch(`${gateway.listeningOrigin}/file`)
  expect(reply.status).toBe(200)
  await expect(reply.arrayBuffer()).rejects.toThrow(/terminated/)
  expect(ended).toBe(1)
})
