import type { Problem } from '@rmtools/contracts/problem'
import type { Sender, View } from './api.ts'

export const steps = ['review', 'sign', 'code', 'decline'] as const
export type Step = (typeof steps)[number]

/** The properties of every step of an approval. */
export type StepProps = {
  view: View
  sender: Sender
  go: (step: Step) => void
  /** The refusal of the last answer. */
  problem: Problem | null
  isBusy: boolean
}
