import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { gateway } from '@rmtools/contracts/bff/gateway'
import type { Operation } from '@rmtools/kit/service'
import { createLog } from '@rmtools/kit/log'
import { connectRedis, type RedisLink } from '@rmtools/kit/redis'
import { testRedis, type TestRedis } from '@rmtools/kit/testing-redis'
import { createThrottle, type Gate } from './throttle.ts'

const log = createLog('test', 'silent')
const POINTS = 10
const operation: Operation = {
  id: 'gateway.csrfToken',
  spec: { ...gateway.csrfToken, throttle: { points: POINTS, seconds: 60, by: 'address' } },
}
let server: TestRedis
let open: AsyncDisposable[]

beforeEach(async () => {
  server = await testRedis()
  open = [server]
})
afterEach(async () => {
  for (const part of open.toReversed()) await part[Symbol.asyncDispose]()
})

function newProcess(): { gate: Gate; link: RedisLink } {
  const link = connectRedis(server.url, log)
  open.push(link)
  return { gate: createThrottle(1, link), link }
}

const usable = async (...links: RedisLink[]) =>
  await vi.waitFor(
    () => expect(links.map((link) => link.isUsable())).toEqual(links.map(() => true)),
    5000,
  )

/** How many of `tries` calls are admitted. */
async function admitted(gate: Gate, tries: number, ip = '10.0.0.1'): Promise<number> {
  const outcomes = await Promise.allSettled(
    Array.from({ length: tries }, async () => await gate(operation, ip, null)),
  )
  for (const outcome of outcomes)
    if (outcome.status === 'rejected')
      expect(outcome.reason).toMatchObject({
        code: 'too-many-requests',
        retryAfterSeconds: expect.any(Number),
      })
  return outcomes.filter(({ status }) => status === 'fulfilled').length
}

describe('a throttle', () => {
  test('is one for all processes with Redis, and one for each address', async () => {
    await server.start()
    const [a, b] = [newProcess(), newProcess()]
    await usable(a.link, b.link)
    expect([await admitted(a.gate, 6), await admitted(b.gate, 50)]).toEqual([6, POINTS - 6])
    expect(await admitted(b.gate, 50, '10.0.0.2')).toBe(POINTS)
  })

  test('SECURITY 38: does not fail open with Redis down from the start', async () => {
    const { gate } = newProcess()
    expect(await admitted(gate, 50)).toBe(POINTS)
  })

  test('SECURITY 38: does not fail open when Redis goes down amid: what was counted before counts', async () => {
    await server.start()
    const { gate, link } = newProcess()
    await usable(link)
    expect(await admitted(gate, 6)).toBe(6)
    await server.stop()
    expect(await admitted(gate, 50)).toBe(POINTS - 6)
    await server.start()
    await usable(link)
    // The new Redis has no counts, but this process has.
    expect(await admitted(gate, 50)).toBe(0)
  })

  test('SECURITY 38: does not fail open when Redis is frozen, and keeps nobody waiting', async () => {
    await server.start()
    const { gate, link } = newProcess()
    await usable(link)
    server.freeze()
    const started = performance.now()
    expect(await admitted(gate, 50)).toBe(POINTS)
    expect(await admitted(gate, 50)).toBe(0)
    expect(performance.now() - started).toBeLessThan(900)
    server.thaw()
  })
})
