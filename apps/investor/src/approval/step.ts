import type { Problem } from '@rmtools/contracts/problem'
import type { Sender, View } from './api.ts'

export const steps = ['review', 'sign', 'code', 'decline'] as const
export type Step = (typeof steps)[number]

/** What is signed, as the steps of signing show it. */
export type Signed = {
  company: string
  /** A short line above the title. */
  name: string
  consent: string
  /** What the statement says, for readers of English. */
  meaning: string
  phone: string
}

/** The properties of the steps of signing, whatever is signed. */
export type SigningProps = Omit<StepProps, 'view' | 'sender'> & { signed: Signed }

/** The properties of every step of an approval. */
export type StepProps = {
  view: View
  sender: Sender
  go: (step: Step) => void
  /** The refusal of the last answer. */
  problem: Problem | null
  isBusy: boolean
}
