// Generated from the contracts by `npm run generate`. Do not edit.
import type { Instant } from './fields.ts'
import type { Correction, PaymentStep, RefundStep } from './instruction-results.ts'
import type { InstructionStatus } from './instruction-statuses.ts'

export type InstructionEvent = {
  status: InstructionStatus
  at: Instant
  by: 'rm' | 'back-office' | 'investor' | 'bib' | 'system'
  detail: string | null
  about: 'status' | 'correction' | 'refund' | 'payment'
  correction: Correction | null
  refund: RefundStep | null
  payment: PaymentStep | null
}
