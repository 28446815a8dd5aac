// The dialog that asks for the password again: before masked data, exports, roles, templates and
// company settings. With the correct password the request continues.
import { lazy, Suspense, useEffect, useState } from 'react'
import { stepUpBy } from '../base/step-up.ts'

// Loaded on demand: the dialog's components would double the size of the first screen.
const StepUpQuestion = lazy(async () => ({
  default: (await import('./StepUpQuestion.tsx')).StepUpQuestion,
}))

type Answer = (isGiven: boolean) => void

export function StepUp() {
  const [answer, setAnswer] = useState<Answer | null>(null)
  useEffect(
    () => stepUpBy(async () => await new Promise<boolean>((resolve) => setAnswer(() => resolve))),
    [],
  )
  if (!answer) return null
  const close = (isGiven: boolean) => {
    setAnswer(null)
    answer(isGiven)
  }
  return (
    <Suspense>
      <StepUpQuestion onAnswer={close} />
    </Suspense>
  )
}
