// One person in one company: their cache, their outbox, their news. Another person or company is another workspace.
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

/** Raised when what is kept changes its shape: older copies are forgotten. */
const SHAPE = '1'

/** Opens what the device keeps for this person and company, and goes on sending. */
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
      // What was kept may be older than what was done last: it is shown, and asked for again.
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

/** What goes on behind every screen. */
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
