// Connects outbox, sender, network and session for the signed-in user: one sender at a time, also
// across tabs.
import { AppState } from 'react-native'
import type { QueryClient } from '@tanstack/react-query'
import { reportCrash } from '../base/crashes.ts'
import { network } from '../base/network.ts'
import { createStore } from '../base/store.ts'
import { deviceVault } from '../vault/device-vault.ts'
import { nextTime } from './entries.ts'
import { Outbox } from './outbox.ts'
import { outgoing, type InputOf, type OperationName } from './outgoing.ts'
import { sendAll, type Sending } from './sender.ts'
import { alone, listenToTabs, notifyOtherTabs } from './tabs'

export type Engine = { owner: string; outbox: Outbox; nudge(): void; stop(): void }

export const engine = createStore<Engine | undefined>(undefined)
export const ownerOf = ({ userId, companyId }: { userId: string; companyId: string }) =>
  `${userId}.${companyId}`

/** Starts sending this user's entries on this device. */
export async function startEngine(owner: string, client: QueryClient): Promise<Engine> {
  const vault = await deviceVault()
  const outbox = new Outbox({ vault, owner, onWrite: () => notifyOtherTabs(owner) })
  const sendings: Record<string, Sending> = Object.fromEntries(
    Object.entries(outgoing).map(([name, way]) => [name, way.of(client)]),
  )
  let timer: ReturnType<typeof setTimeout> | undefined
  let isStopped = false
  let isSending = false
  let isNudged = false

  const round = async () => {
    // Another tab may have sent or written meanwhile.
    await outbox.load()
    const outcome = await sendAll({ outbox, vault, sendings, onFault: reportCrash })
    const next = nextTime(outbox.entries())
    clearTimeout(timer)
    const due = next === undefined ? undefined : Math.max(0, next - Date.now())
    const wait = outcome === 'offline' ? RETRY_OFFLINE_MS : due
    const isOver = outcome === 'ended' || outcome === 'outdated' || isStopped
    if (!isOver && wait !== undefined) timer = setTimeout(nudge, wait)
  }
  const send = async () => {
    isSending = true
    try {
      do {
        isNudged = false
        await alone(`rmtools-outbox-${owner}`, round)
      } while (isNudged)
    } finally {
      isSending = false
    }
  }
  // What remains is a failure of the phone's storage: it is reported and retried later.
  function afterFault(fault: unknown) {
    reportCrash(fault)
    if (!isStopped) timer = setTimeout(nudge, RETRY_OFFLINE_MS)
  }
  function nudge() {
    isNudged = !isStopped
    if (!isSending && !isStopped && network.get().isOnline && outbox.entries().length > 0)
      void send().catch(afterFault)
  }

  await outbox.load()
  const leave = [
    network.subscribe(() => {
      if (network.get().isOnline) void outbox.retryNow().then(nudge)
    }),
    listenToTabs(owner, () => void outbox.load()),
    watchForeground(nudge),
  ]
  const made: Engine = {
    owner,
    outbox,
    nudge,
    stop() {
      isStopped = true
      clearTimeout(timer)
      for (const end of leave) end()
      if (engine.get() === made) engine.set(undefined)
    },
  }
  engine.set(made)
  nudge()
  return made
}

const RETRY_OFFLINE_MS = 15_000

function watchForeground(nudge: () => void): () => void {
  const subscription = AppState.addEventListener('change', (state) => {
    if (state === 'active') nudge()
  })
  return () => subscription.remove()
}

type Queued<Name extends OperationName> = {
  record: string
  after?: string
  title: string
  input: InputOf<Name> & object
  base?: object
  bytes?: Uint8Array
}

/**
 * Writes a change to the outbox; it is sent when there is a network. Resolves once it is on disk.
 */
export async function queue<Name extends OperationName>(
  operation: Name,
  change: Queued<Name>,
): Promise<void> {
  const running = engine.get()
  if (!running) throw new Error('Nobody is signed in')
  const { base, input, ...rest } = change
  await running.outbox.add(
    {
      ...rest,
      operation,
      input: Object.fromEntries(Object.entries(input)),
      ...(base ? { base: { ...base } } : {}),
    },
    outgoing[operation].canMerge,
  )
  running.nudge()
}
