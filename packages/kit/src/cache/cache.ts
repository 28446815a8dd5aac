// Caches answers from outside systems: in memory first, then in Redis if configured. When the
// source fails, the last answer is served with the instant at which it was valid.
import { BentoCache, bentostore, errors } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import { Problem } from '@rmtools/contracts/problem'
import type { Clock } from '../process/clock.ts'
import { redisBus, redisLayer, type RedisLink } from './redis.ts'

/**
 * An answer, the instant at which it was valid, and whether it is stale: served because the source
 * fails.
 */
export type Dated<T> = { readonly value: T; readonly asOf: string; readonly isStale: boolean }

export type Lifetime = {
  /** How long an answer is fresh. */
  readonly freshSeconds: number
  /** For how long after that it may be served if the source fails. */
  readonly staleSeconds: number
}

export type Cache = AsyncDisposable & {
  /**
   * Returns the answer for `key` and loads it unless it is fresh; concurrent callers share one
   * load. Throws the error of `load`: always when the source refuses (4xx), and when it fails and
   * no usable answer is cached. `tags` name what the answer depends on.
   */
  read<T>(
    key: string,
    lifetime: Lifetime,
    load: () => Promise<T>,
    tags?: readonly string[],
  ): Promise<Dated<T>>
  /** Removes an answer. */
  forget(key: string): Promise<void>
  /**
   * Makes answers with any of the tags stale: the next read reloads them and falls back on them if
   * the source fails.
   */
  expire(tags: readonly string[]): Promise<void>
}

const MEMORY_ITEMS = 5000
// How long to wait before asking a failing source again for this key.
const BACKOFF_SECONDS = 5
const MAX_MISSED = 1000

/** A cache in this process, and in Redis where there is one. */
export function createCache(clock: Clock, redis?: RedisLink): Cache {
  const memory = bentostore().useL1Layer(memoryDriver({ maxItems: MEMORY_ITEMS, maxSize: '50mb' }))
  const store = redis ? memory.useL2Layer(redisLayer(redis)).useBus(redisBus(redis)) : memory
  const bento = new BentoCache({ default: 'kept', prefix: 'kept', stores: { kept: store } })
  // Bentocache would create it lazily and miss invalidations from other processes until then.
  bento.use('kept')
  const missed = missedExpiries(redis, async (tags) => void (await bento.deleteByTag({ tags })))
  return {
    async read<T>(
      key: string,
      { freshSeconds, staleSeconds }: Lifetime,
      load: () => Promise<T>,
      tags: readonly string[] = [],
    ) {
      const now = () => clock.now().getTime()
      const isUsable = (kept: Dated<T> | undefined) =>
        kept !== undefined && now() - Date.parse(kept.asOf) <= (freshSeconds + staleSeconds) * 1000
      let refusal: unknown
      const answer = await bento
        .getOrSet<Dated<T>>({
          key,
          tags: [...tags],
          ttl: freshSeconds * 1000,
          grace: (freshSeconds + staleSeconds) * 1000,
          graceBackoff: 0,
          // By default Bentocache serves an expired answer once more while it loads a new one in
          // the background.
          timeout: null,
          factory: async ({ gracedEntry, setTtl }) => {
            try {
              return { value: await load(), asOf: clock.now().toISOString(), isStale: false }
            } catch (error) {
              const kept = gracedEntry?.value as Dated<T> | undefined
              if (kept && isOutage(error) && isUsable(kept)) {
                setTtl(BACKOFF_SECONDS * 1000)
                return { ...kept, isStale: true }
              }
              refusal = error
              throw error
            }
          },
        })
        .catch((error: unknown) => {
          throw error instanceof errors.E_FACTORY_ERROR ? error.cause : error
        })
      // With a stored answer, Bentocache would return that even when the source refuses.
      if (refusal !== undefined) throw refusal
      return answer
    },
    forget: async (key) => void (await bento.delete({ key })),
    async expire(tags) {
      missed.add(tags)
      await bento.deleteByTag({ tags: [...tags] })
    },
    async [Symbol.asyncDispose]() {
      await bento.disconnectAll()
    },
  }
}

/**
 * Whether the source failed rather than refused: only then may a stale answer replace a new one.
 */
function isOutage(error: unknown): boolean {
  return !(error instanceof Problem) || error.status >= 500 || error.status === 429
}

/** Collects the tags that expire while Redis is unreachable, and sends them on reconnection. */
function missedExpiries(redis: RedisLink | undefined, send: (tags: string[]) => Promise<void>) {
  const pending = new Set<string>()
  redis?.onReady(() => {
    const tags = [...pending]
    pending.clear()
    if (tags.length > 0) void send(tags).catch(() => undefined)
  })
  return {
    add(tags: readonly string[]) {
      if (!redis || redis.isUsable()) return
      for (const tag of tags) if (pending.size < MAX_MISSED) pending.add(tag)
    },
  }
}
