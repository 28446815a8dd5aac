// The dialog that asks for the password once more: before masked data, files of many people, roles, templates and settings of companies.
// What was asked for goes on by itself when it is right.
import { lazy, Suspense, useEffect, useState } from 'react'
import { stepUpBy } from '../base/step-up.ts'

// Loaded when it is asked: a dialog's components would double what the first screen loads.
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
