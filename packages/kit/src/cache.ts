// What is read from outside is kept: in memory first, in Redis second where there is one. When the source fails the last
// answer is served, with the instant at which it was true.
import { BentoCache, bentostore } from 'bentocache'
import { memoryDriver } from 'bentocache/drivers/memory'
import type { Clock } from './clock.ts'

export type Dated<T> = { readonly value: T; readonly asOf: string }

export type Lifetime = {
  /** How long an answer is fresh. */
  readonly freshSeconds: number
  /** How long it may be served after that when the source fails. */
  readonly staleSeconds: number
}

export type Cache = AsyncDisposable & {
  /** The answer for `key`, loaded when it is not fresh; one load for any number of callers. Throws what `load` throws when nothing is kept. */
  read<T>(key: string, lifetime: Lifetime, load: () => Promise<T>): Promise<Dated<T>>
  /** Forgets an answer. */
  forget(key: string): Promise<void>
}

const MEMORY_ITEMS = 5000

/** A cache in this process. */
export function createCache(clock: Clock): Cache {
  const store = bentostore().useL1Layer(memoryDriver({ maxItems: MEMORY_ITEMS, maxSize: '50mb' }))
  const bento = new BentoCache({ default: 'kept', stores: { kept: store } })
  return {
    async read<T>(key: string, { freshSeconds, staleSeconds }: Lifetime, load: () => Promise<T>) {
      return await bento.getOrSet<Dated<T>>({
        key,
        ttl: freshSeconds * 1000,
        grace: staleSeconds * 1000,
        // How long not to ask a failing source again for this key.
        graceBackoff: '5s',
        factory: async () => ({ value: await load(), asOf: clock.now().toISOString() }),
      })
    },
    forget: async (key) => void (await bento.delete({ key })),
    async [Symbol.asyncDispose]() {
      await bento.disconnectAll()
    },
  }
}
