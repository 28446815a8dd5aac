import type { KycContext } from '@rmtools/contracts/crm/kyc-faults'
import type { Sender } from './api.ts'
import type { Part } from './steps.ts'
import type { DraftControl } from './use-draft.ts'

/** What every step of a registration is given. */
export type WalkProps = {
  token: string
  sender: Sender
  control: DraftControl
  parts: readonly Part[]
  context: KycContext | undefined
  go: (step: string) => void
  /** Which part this is, from 0; -1 for none. */
  at: number
  next: () => void
  back: () => void
}
