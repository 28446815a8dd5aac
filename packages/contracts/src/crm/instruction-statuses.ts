// The types of an instruction, and its statuses.
import { NamedList } from '../list-names.ts'

export const instructionTypes = NamedList('InstructionType', [
  'subscription',
  'redemption',
  'switching',
])
export const instructionStatuses = NamedList('InstructionStatus', [
  'draft',
  'awaiting-approval',
  'approved',
  'declined',
  'expired',
  'cancelled',
  'sent',
  'received',
  'payment-pending',
  'paid',
  'sent-to-manager',
  'allocated',
  'settled',
  'rejected',
])
export type InstructionStatus = (typeof instructionStatuses)[number]

/** The statuses in which the RM may cancel an instruction: it was not sent to Bib. */
export const cancellable: readonly InstructionStatus[] = ['draft', 'awaiting-approval', 'approved']
/** The statuses in which the approval link may be sent or resent: the investor has not answered. */
export const sendable: readonly InstructionStatus[] = ['draft', 'awaiting-approval', 'expired']
