// Server state: kept on the device, sealed, so that the app opens at once with what was last seen.
import { onlineManager, QueryClient } from '@tanstack/react-query'
import type { PersistedClient, Persister } from '@tanstack/react-query-persist-client'
import { Problem } from '@rmtools/contracts/problem'
import { deviceVault } from '../vault/device-vault.ts'

const DAY_MS = 86_400_000
/** What was seen longer ago than this is not shown any more. */
export const KEPT_MS = 14 * DAY_MS
const WRITE_AFTER_MS = 1000

/** A cache that answers from the device first and asks the server behind it. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // Without a network a read fails and says so; a read that waited in silence would look like an empty list.
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

/** Keeps the cache of one person in one company. Writes are gathered: a list that loads is no reason to write ten times. */
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
