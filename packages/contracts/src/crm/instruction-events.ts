// The time line of an instruction: what happened to it, and by whom.
import Type, { type Static } from 'typebox'
import { Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { Instant } from '../fields.ts'
import { Correction, PaymentStep, RefundStep } from './instruction-results.ts'
import { instructionStatuses } from './instruction-statuses.ts'

export const InstructionEvent = Named(
  'InstructionEvent',
  Shape({
    status: OneOf(instructionStatuses),
    at: Instant,
    by: OneOf(['rm', 'back-office', 'investor', 'bib', 'system']),
    detail: Nullable(Type.String()),
    about: OneOf(['status', 'correction', 'refund', 'payment']),
    correction: Nullable(Correction),
    refund: Nullable(RefundStep),
    payment: Nullable(PaymentStep),
  }),
)
export type InstructionEvent = Static<typeof InstructionEvent>
