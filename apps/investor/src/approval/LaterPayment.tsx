import { lazy, Suspense } from 'react'
import type { Continuation } from './PaymentPart.tsx'

// Only needed after signing, so readers and registrations do not load it.
const PaymentPart = lazy(async () => {
  const { PaymentPart: Part } = await import('./PaymentPart.tsx')
  return { default: Part }
})

/** The payment, once its code is loaded; until then `children`. */
export function LaterPayment({ token, children }: { token: string; children?: Continuation }) {
  return (
    <Suspense fallback={children?.(true)}>
      <PaymentPart token={token}>{children}</PaymentPart>
    </Suspense>
  )
}
