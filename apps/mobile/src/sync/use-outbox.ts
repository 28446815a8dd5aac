import { useSyncExternalStore } from 'react'
import { useStore } from '../base/store.ts'
import { engine } from './engine.ts'
import type { Entry } from './entries.ts'

const none: readonly Entry[] = []
const never = () => () => undefined

/** What waits on this device, in the order in which it was made. */
export function useOutbox(): readonly Entry[] {
  const outbox = useStore(engine)?.outbox
  return useSyncExternalStore(
    outbox?.subscribe ?? never,
    outbox?.entries ?? (() => none),
    () => none,
  )
}

/** What waits of one record. */
export function useWaiting(record: string): readonly Entry[] {
  return useOutbox().filter((entry) => entry.record === record)
}
