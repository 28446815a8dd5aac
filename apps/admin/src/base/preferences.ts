// Display preferences, stored on the server: the same in every browser. A change shows at once and
// is saved in the background.
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { call, type ReplyOf } from './api.ts'
import { ask, queryClient } from './queries.ts'

const mine = () => ({ ...ask('preferences', 'list'), staleTime: Infinity })
type Kept = ReplyOf<'preferences', 'list'>

/** Stored values are validated: an older console may have written them. */
export type ReadPreference<T> = (kept: Readonly<Record<string, unknown>>) => T

/** A preference and its setter. Until it is loaded, the default applies. */
export function usePreference<T extends object>(
  key: string,
  read: ReadPreference<T>,
): [T, (value: T) => void] {
  const { data } = useQuery(mine())
  const value = read(
    Object.fromEntries(Object.entries(data?.items.find((item) => item.key === key)?.value ?? {})),
  )
  const keep = useCallback(
    (next: T) => void keepPreference(key, Object.fromEntries(Object.entries(next))),
    [key],
  )
  return [value, keep]
}

async function keepPreference(key: string, value: Record<string, unknown>): Promise<void> {
  const { queryKey } = mine()
  const updatedAt = new Date().toISOString()
  queryClient.setQueryData<Kept>(queryKey, (before) => ({
    items: [...(before?.items.filter((item) => item.key !== key) ?? []), { key, value, updatedAt }],
  }))
  // A change that cannot be saved is undone on the screen too.
  await call(['preferences', 'put'], { key, value }).catch(
    async () => await queryClient.invalidateQueries({ queryKey }),
  )
}
