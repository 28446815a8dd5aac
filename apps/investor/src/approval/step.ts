import type { Problem } from '@rmtools/contracts/problem'
import type { Sender, View } from './api.ts'

export const steps = ['review', 'sign', 'code', 'decline'] as const
export type Step = (typeof steps)[number]

/** What every step of an approval is given. */
export type StepProps = {
  view: View
  sender: Sender
  go: (step: Step) => void
  /** Why the last answer was refused. */
  problem: Problem | null
  isBusy: boolean
}
