// Server state, cached on the device and sealed, so that the app opens at once with the last known
// data.
import { onlineManager, QueryClient } from '@tanstack/react-query'
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client'
import { Problem } from '@rmtools/contracts/problem'
import { deviceVault } from '../vault/device-vault.ts'

const DAY_MS = 86_400_000
/** Data older than this is not shown any more. */
export const KEPT_MS = 14 * DAY_MS
const WRITE_AFTER_MS = 1000

/** A cache that shows the device's data first and refetches in the background. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a network a read fails visibly; one that waits silently would look like an empty
        // list.
        networkMode: 'always',
        refetchOnReconnect: true,
        staleTime: 15_000,
        gcTime: KEPT_MS,
        retry: (count, error) =>
          count < 2 &&
          onlineManager.isOnline() &&
          !(error instanceof Problem && error.status > 0 && error.status < 500),
        retryDelay: (count) => 500 * 2 ** count,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/**
 * Stores the cache of one user in one company. Writes are batched: a loading list must not cause
 * ten of them.
 */
export function persisterFor(owner: string): Persister & { flush(): Promise<void> } {
  const key = `seen/${owner}`
  let waiting: PersistedClient | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const flush = async () => {
    clearTimeout(timer)
    timer = undefined
    if (!waiting) return
    const client = waiting
    waiting = undefined
    await (await deviceVault()).write({ [key]: client })
  }
  return {
    persistClient(client) {
      waiting = client
      timer ??= setTimeout(() => void flush(), WRITE_AFTER_MS)
    },
    restoreClient: async () => await (await deviceVault()).read<PersistedClient>(key),
    async removeClient() {
      waiting = undefined
      await (await deviceVault()).write({ [key]: null })
    },
    flush,
  }
}
