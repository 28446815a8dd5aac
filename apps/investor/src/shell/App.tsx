import { lazy, Suspense } from 'react'
import { Approval } from '../approval/Approval.tsx'
import { Waiting } from '../ui/Waiting.tsx'
import { LinkEnded } from '../ui/LinkEnded.tsx'
import { SpeechProvider } from '../base/language.tsx'
import { routeOf } from '../base/paths.ts'

// Most links are approvals, so that page is part of the entry, which saves a round trip.
const Registration = lazy(async () => ({
  default: (await import('../registration/Registration.tsx')).Registration,
}))

const Mine = lazy(async () => ({ default: (await import('../mine/Mine.tsx')).Mine }))
const PlanSigning = lazy(async () => ({
  default: (await import('../plan/PlanSigning.tsx')).PlanSigning,
}))
const EvidencePage = lazy(async () => ({
  default: (await import('../evidence/EvidencePage.tsx')).EvidencePage,
}))
const MyPlan = lazy(async () => ({ default: (await import('../plan/MyPlan.tsx')).MyPlan }))

/** The page for the address. */
export function App() {
  const route = routeOf(location.pathname)
  return (
    <SpeechProvider>
      <Suspense fallback={<Waiting />}>
        {route.page === 'approve' && <Approval token={route.token} />}
        {route.page === 'register' && <Registration token={route.token} />}
        {route.page === 'mine' && <Mine token={route.token} />}
        {route.page === 'plan' && <PlanSigning token={route.token} />}
        {route.page === 'my-plan' && <MyPlan token={route.token} />}
        {route.page === 'evidence' && <EvidencePage hash={route.hash} />}
        {route.page === 'unknown' && <LinkEnded ending="not-found" page={null} sender={null} />}
      </Suspense>
    </SpeechProvider>
  )
}
