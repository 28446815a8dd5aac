import { lazy, Suspense, type ReactNode } from 'react'

// Only who has signed pays: who still reads, or registers, does not load it.
const PaymentPart = lazy(async () => {
  const { PaymentPart: Part } = await import('./PaymentPart.tsx')
  return { default: Part }
})

/** The payment, once its code is there; until then what happens next. */
export function LaterPayment({ token, children }: { token: string; children?: ReactNode }) {
  return (
    <Suspense fallback={children}>
      <PaymentPart token={token}>{children}</PaymentPart>
    </Suspense>
  )
}
