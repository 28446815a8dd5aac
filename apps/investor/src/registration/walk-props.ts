import type { KycContext } from '@rmtools/contracts/crm/kyc-faults'
import type { Sender } from './api.ts'
import type { Part } from './steps.ts'
import type { DraftControl } from './use-draft.ts'

/** The properties of every step of a registration. */
export type WalkProps = {
  token: string
  sender: Sender
  control: DraftControl
  parts: readonly Part[]
  context: KycContext | undefined
  go: (step: string) => void
  /** The index of this part, from 0; -1 for none. */
  at: number
  next: () => void
  back: () => void
}
