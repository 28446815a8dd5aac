// Without a session, redirects to sign-in and afterwards back to the requested page.
import { toSearch } from '../base/search.ts'
import { useRouter } from '@tanstack/react-router'
import { useEffect, useSyncExternalStore, type ReactNode } from 'react'
import { paths } from '../base/paths.ts'
import { ScreenSkeleton } from './ScreenSkeleton.tsx'
import { onSession, sessionState } from '../base/session.ts'

export function Guard({ children }: { children: ReactNode }) {
  const state = useSyncExternalStore(onSession, sessionState)
  const router = useRouter()
  useEffect(() => {
    if (state !== 'signed-out') return
    // Read once, because the redirect changes the address.
    const { href } = router.state.location
    void router.navigate({ to: paths.signIn(), search: toSearch({ to: href }), replace: true })
  }, [state, router])
  return state === 'signed-in' ? children : <ScreenSkeleton />
}
