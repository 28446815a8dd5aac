// Redis: a second cache layer, messages to other processes, shared counters. Nothing depends on it:
// each use works without it when it is down or frozen, and callers together wait at most
// COMMAND_MS.
import { createRequire } from 'node:module'
import type * as Ioredis from 'ioredis'
import type {
  BusDriver,
  CacheBusMessage,
  CreateBusDriverResult,
  CreateDriverResult,
  L2CacheDriver,
} from 'bentocache/types'
import type { Logger } from '../process/log.ts'

const COMMAND_MS = 250
const CONNECT_MS = 500
const REST_MS = 1000
const MAX_RECONNECT_MS = 1000

export type RedisLink = AsyncDisposable & {
  readonly client: Ioredis.Redis
  /** Whether a command is worth trying: connected, and no failure a moment ago. */
  isUsable(): boolean
  /**
   * Runs a command. Throws at once when Redis is not usable; after a failure it is not used for a
   * second.
   */
  ask<T>(command: (client: Ioredis.Redis) => Promise<T>): Promise<T>
  /** Calls back each time Redis becomes usable. */
  onReady(callback: () => void): void
}

/** Connects to Redis in the background: no caller waits for the connection. */
export function connectRedis(url: string, log: Logger): RedisLink {
  // Loaded only where Redis is configured, to save memory elsewhere.
  const { Redis } = createRequire(import.meta.url)('ioredis') as typeof Ioredis
  // By default ioredis queues commands without limit while disconnected, and waits forever for a
  // frozen server.
  const client = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 1,
    commandTimeout: COMMAND_MS,
    connectTimeout: CONNECT_MS,
    retryStrategy: (times) => Math.min(50 * 2 ** times, MAX_RECONNECT_MS),
  })
  const callbacks: (() => void)[] = []
  let restsUntil = 0
  let isAway = false
  const away = (error: Error) => {
    if (!isAway) log.warn({ error: error.message }, 'Redis is not reachable; continuing without it')
    isAway = true
  }
  const back = () => {
    if (isAway) log.info('Redis is back')
    isAway = false
    for (const callback of callbacks) callback()
  }
  client.on('error', away)
  client.on('ready', back)

  const isUsable = () => client.status === 'ready' && Date.now() >= restsUntil
  return {
    client,
    isUsable,
    async ask(command) {
      if (!isUsable()) throw new Error('Redis is not reachable')
      try {
        const answer = await command(client)
        // A frozen server keeps its connection: its first answer shows that it is back.
        if (isAway) back()
        return answer
      } catch (error) {
        restsUntil = Date.now() + REST_MS
        away(error instanceof Error ? error : new Error(String(error)))
        throw error
      }
    },
    onReady: (callback) => void callbacks.push(callback),
    async [Symbol.asyncDispose]() {
      client.disconnect()
    },
  }
}

/** The second layer of the cache. If it fails, the cache continues in memory alone. */
export function redisLayer(link: RedisLink): CreateDriverResult<L2CacheDriver> {
  const layer = (prefix: string): L2CacheDriver => {
    const at = (key: string) => `${prefix}:${key}`
    return {
      type: 'l2',
      namespace: (name) => layer(at(name)),
      get: async (key) => (await link.ask((client) => client.get(at(key)))) ?? undefined,
      pull: async (key) => (await link.ask((client) => client.getdel(at(key)))) ?? undefined,
      set: async (key, value, ttl) =>
        (await link.ask((client) =>
          ttl ? client.set(at(key), value, 'PX', ttl) : client.set(at(key), value),
        )) === 'OK',
      delete: async (key) => (await link.ask((client) => client.unlink(at(key)))) > 0,
      deleteMany: async (keys) =>
        keys.length > 0 && (await link.ask((client) => client.unlink(...keys.map(at)))) > 0,
      clear: async () => await clearPrefix(link, prefix),
      disconnect: async () => undefined,
    }
  }
  return { options: {}, factory: () => layer('cache') }
}

async function clearPrefix(link: RedisLink, prefix: string): Promise<void> {
  let cursor = '0'
  do {
    const [next, keys] = await link.ask((client) =>
      client.scan(cursor, 'MATCH', `${prefix}:*`, 'COUNT', 1000),
    )
    if (keys.length > 0) await link.ask((client) => client.unlink(...keys))
    cursor = next
  } while (cursor !== '0')
}

type Heard = { busId: string; payload: CacheBusMessage }

/** Invalidates the caches of other processes. Bentocache's own driver needs an older ioredis. */
export function redisBus(link: RedisLink): CreateBusDriverResult {
  const driver = (): BusDriver => {
    const subscriber = link.client.duplicate({ autoResubscribe: false })
    const handlers = new Map<string, (message: CacheBusMessage) => void>()
    let ownId = ''
    const subscribe = async () => {
      if (subscriber.status === 'ready' && handlers.size > 0)
        await subscriber.subscribe(...handlers.keys()).catch(() => undefined)
    }
    subscriber.on('error', () => undefined)
    subscriber.on('ready', () => void subscribe())
    subscriber.on('message', (channel: string, text: string) => {
      const { busId, payload } = JSON.parse(text) as Heard
      if (busId !== ownId) handlers.get(channel)?.(payload)
    })
    return {
      setId(id: string) {
        ownId = id
        return this
      },
      onReconnect: (callback: () => void) => void subscriber.on('reconnecting', callback),
      publish: async (channel: string, payload: unknown) =>
        void (await link.ask((client) =>
          client.publish(channel, JSON.stringify({ busId: ownId, payload })),
        )),
      subscribe: async (channel: string, handler: (message: never) => void) => {
        handlers.set(channel, handler as (message: CacheBusMessage) => void)
        await subscribe()
      },
      unsubscribe: async (channel: string) => void handlers.delete(channel),
      disconnect: async () => subscriber.disconnect(),
    } as BusDriver
  }
  return { options: { retryQueue: { enabled: true, maxSize: 1000 } }, factory: driver }
}
