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
