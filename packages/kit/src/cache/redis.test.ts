import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import { createCache, type Cache } from './cache.ts'
import { systemClock } from '../process/clock.ts'
import { createLog } from '../process/log.ts'
import { connectRedis, type RedisLink } from './redis.ts'
import { TEST_START } from '../testing/clock.ts'
import { testRedis, type TestRedis } from '../testing/redis.ts'

const log = createLog('test', 'silent')
const lifetime = { freshSeconds: 60, staleSeconds: 600 }
let server: TestRedis
let open: AsyncDisposable[]

beforeEach(async () => {
  server = await testRedis()
  open = [server]
})
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const part of open.toReversed()) await part[Symbol.asyncDispose]()
})

/** One process of the installation, with its own connection and memory. */
function newProcess(): { cache: Cache; link: RedisLink } {
  const link = connectRedis(server.url, log)
  const cache = createCache(systemClock, link)
  open.push(link, cache)
  return { cache, link }
}

const usable = async (...links: RedisLink[]) =>
  await vi.waitFor(
    () => expect(links.map((link) => link.isUsable())).toEqual(links.map(() => true)),
    5000,
  )
const timed = async <T>(work: Promise<T>): Promise<[T, number]> => {
  const started = performance.now()
  return [await work, performance.now() - started]
}

describe('with Redis', () => {
  test('a second process finds what the first has cached', async () => {
    await server.start()
    const [a, b] = [newProcess(), newProcess()]
    await usable(a.link, b.link)
    await a.cache.read('greeting', lifetime, async () => 'hello')
    const load = vi.fn(async () => 'asked again')
    expect((await b.cache.read('greeting', lifetime, load)).value).toBe('hello')
    expect(load).not.toHaveBeenCalled()
  })

  test('no process serves as fresh what another has expired', async () => {
    await server.start()
    const [a, b] = [newProcess(), newProcess()]
    await usable(a.link, b.link)
    await vi.waitFor(async () =>
      expect(await a.link.client.pubsub('NUMSUB', 'bentocache.notifications:kept')).toEqual([
        'bentocache.notifications:kept',
        2,
      ]),
    )
    await a.cache.read('nav', lifetime, async () => 'old', ['nav'])
    await b.cache.read('nav', lifetime, async () => 'unused', ['nav'])
    await a.cache.expire(['nav'])
    await vi.waitFor(
      async () =>
        expect((await b.cache.read('nav', lifetime, async () => 'new', ['nav'])).value).toBe('new'),
      5000,
    )
  })
})

describe('SECURITY 38: Redis down', () => {
  test('from the start: answers are right and quick, and it is used once it comes', async () => {
    const { cache, link } = newProcess()
    const [first, ms] = await timed(cache.read('key', lifetime, async () => 'loaded'))
    expect(first).toMatchObject({ value: 'loaded', isStale: false })
    expect(ms).toBeLessThan(600)
    expect((await cache.read('key', lifetime, async () => 'not asked')).value).toBe('loaded')
    await server.start()
    await usable(link)
    await cache.read('later', lifetime, async () => 'kept')
    const other = newProcess()
    await usable(other.link)
    expect((await other.cache.read('later', lifetime, async () => 'asked again')).value).toBe(
      'kept',
    )
  })

  test('amid: answers are right and quick while it is gone and after', async () => {
    await server.start()
    const { cache, link } = newProcess()
    await usable(link)
    await cache.read('key', lifetime, async () => 'one')
    await server.stop()
    for (let index = 0; index < 20; index++) {
      const [answer, ms] = await timed(cache.read(`other ${index}`, lifetime, async () => index))
      expect(answer.value).toBe(index)
      expect(ms).toBeLessThan(600)
    }
    expect((await cache.read('key', lifetime, async () => 'two')).value).toBe('one')
    await server.start()
    await usable(link)
    expect((await cache.read('key', lifetime, async () => 'two')).value).toBe('one')
  })

  test('frozen: one caller waits a quarter of a second, the others not at all', async () => {
    await server.start()
    const { cache, link } = newProcess()
    await usable(link)
    server.freeze()
    const [answer, first] = await timed(cache.read('a', lifetime, async () => 'a'))
    expect(answer.value).toBe('a')
    expect(first).toBeLessThan(900)
    const [, rest] = await timed(
      Promise.all(
        Array.from(
          { length: 100 },
          async (_, index) => await cache.read(`b${index}`, lifetime, async () => index),
        ),
      ),
    )
    expect(rest).toBeLessThan(200)
    server.thaw()
    await usable(link)
    await vi.waitFor(
      async () => expect(await link.ask(async (client) => await client.ping())).toBe('PONG'),
      5000,
    )
  })

  test('a process that starts later does not serve as fresh what was expired during an outage', async () => {
    await server.start()
    const a = newProcess()
    await usable(a.link)
    await a.cache.read('nav', lifetime, async () => 'old', ['nav'])
    server.freeze()
    await expect(a.link.ask(async (client) => await client.ping())).rejects.toThrow('timed out')
    await a.cache.expire(['nav'])
    server.thaw()
    // The next command reconnects and sends the expiries that were missed.
    await vi.waitFor(async () => await a.link.ask(async (client) => await client.ping()), 5000)
    const b = newProcess()
    await usable(b.link)
    await vi.waitFor(
      async () =>
        expect((await b.cache.read('nav', lifetime, async () => 'new', ['nav'])).value).toBe('new'),
      5000,
    )
  })
})

describe('a source that fails', () => {
  const down = async (): Promise<string> => await Promise.reject(new Problem(unavailable))

  test('is replaced by the cached answer, marked as stale and with its own instant', async () => {
    const cache = createCache(systemClock)
    open.push(cache)
    const fresh = await cache.read('key', lifetime, async () => 'value', ['tag'])
    await cache.expire(['tag'])
    expect(await cache.read('key', lifetime, down, ['tag'])).toEqual({ ...fresh, isStale: true })
  })

  test('throws its own problem when nothing is kept', async () => {
    const cache = createCache(systemClock)
    open.push(cache)
    await expect(cache.read('key', lifetime, down)).rejects.toMatchObject({ code: 'unavailable' })
  })

  test('may refuse: a refusal is not an outage', async () => {
    const cache = createCache(systemClock)
    open.push(cache)
    await cache.read('key', lifetime, async () => 'value', ['tag'])
    await cache.expire(['tag'])
    const gone = async (): Promise<string> =>
      await Promise.reject(new Problem({ code: 'gone', status: 410, title: 'Gone' }))
    for (let tries = 0; tries < 2; tries++)
      await expect(cache.read('key', lifetime, gone, ['tag'])).rejects.toMatchObject({
        code: 'gone',
      })
  })

  test('is not replaced when the cached answer is too old', async () => {
    let now = TEST_START.getTime()
    const cache = createCache({ now: () => new Date(now) })
    open.push(cache)
    await cache.read('key', lifetime, async () => 'value', ['tag'])
    await cache.expire(['tag'])
    now += (lifetime.freshSeconds + lifetime.staleSeconds + 1) * 1000
    await expect(cache.read('key', lifetime, down, ['tag'])).rejects.toMatchObject({
      code: 'unavailable',
    })
  })
})
