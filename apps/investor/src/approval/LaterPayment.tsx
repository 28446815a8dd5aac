import { lazy, Suspense, type ReactNode } from 'react'

// Only needed after signing, so readers and registrations do not load it.
const PaymentPart = lazy(async () => {
  const { PaymentPart: Part } = await import('./PaymentPart.tsx')
  return { default: Part }
})

/** The payment, once its code is loaded; until then `children`. */
export function LaterPayment({ token, children }: { token: string; children?: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <PaymentPart token={token}>{children}</PaymentPart>
    </Suspense>
  )
}
