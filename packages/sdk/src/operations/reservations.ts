// Generated from the contracts by `npm run generate`. Do not edit.
import type { Id, Instant, Money, Units } from './fields.ts'

export type Reservation = {
  instructionId: Id
  productCode: string
  amount: Money | null
  units: Units | null
  allUnits: boolean
  /** Bib has received it and includes it in the portfolio */
  isAtBib: boolean
  sentAt: Instant | null
}
