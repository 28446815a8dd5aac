// The cache, outbox and notifications of one user in one company. Another user or company gets its
// own workspace.
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client'
import { useEffect, useState, type ReactNode } from 'react'
import { AppState } from 'react-native'
import { useCompany, useMe } from '../account/remote.ts'
import { useLiveNews } from '../notifications/live.ts'
import { usePushLinks, usePushToken } from '../notifications/push'
import type { Who } from '../sessions/session.ts'
import { ownerOf, startEngine, type Engine } from '../sync/engine.ts'
import { brand } from '../ui/theme.ts'
import { StepUp } from '../account/StepUpSheet.tsx'
import { createQueryClient, KEPT_MS, persisterFor } from './query.ts'

/** Raised when the format of the cache changes, which discards older copies. */
const SHAPE = '1'

/** Opens the store of this user and company, and resumes sending. */
export function Workspace({ who, children }: { who: Who; children: ReactNode }) {
  const owner = ownerOf(who)
  const [client] = useState(createQueryClient)
  const [persister] = useState(() => persisterFor(owner))
  const [isReady, setReady] = useState(false)

  useEffect(() => {
    let engine: Engine | undefined
    let isGone = false
    const start = async () => {
      const started = await startEngine(owner, client)
      if (isGone) return started.stop()
      engine = started
      setReady(true)
    }
    void start()
    const subscription = AppState.addEventListener('change', () => void persister.flush())
    return () => {
      isGone = true
      subscription.remove()
      engine?.stop()
      void persister.flush()
    }
  }, [client, owner, persister])

  if (!isReady) return null
  return (
    <PersistQueryClientProvider
      client={client}
      // The cache may be older than the last change: it is shown and refetched.
      onSuccess={() => void client.invalidateQueries()}
      persistOptions={{
        persister,
        maxAge: KEPT_MS,
        buster: SHAPE,
        dehydrateOptions: { shouldDehydrateQuery: ({ state }) => state.data !== undefined },
      }}
    >
      <Follow>{children}</Follow>
    </PersistQueryClientProvider>
  )
}

/** Background work of every screen. */
function Follow({ children }: { children: ReactNode }) {
  const { data: company } = useCompany()
  useMe()
  useLiveNews()
  usePushLinks()
  usePushToken()
  const colour = company?.settings.brandColour
  useEffect(() => {
    if (colour) brand.set(colour)
  }, [colour])
  return (
    <>
      {children}
      <StepUp />
    </>
  )
}
