import { useSyncExternalStore } from 'react'
import { useStore } from '../base/store.ts'
import { engine } from './engine.ts'
import type { Entry } from './entries.ts'

const none: readonly Entry[] = []
const never = () => () => undefined

/** The entries of the outbox, in the order of creation. */
export function useOutbox(): readonly Entry[] {
  const outbox = useStore(engine)?.outbox
  return useSyncExternalStore(
    outbox?.subscribe ?? never,
    outbox?.entries ?? (() => none),
    () => none,
  )
}

/** The outbox entries of one record. */
export function useWaiting(record: string): readonly Entry[] {
  return useOutbox().filter((entry) => entry.record === record)
}
