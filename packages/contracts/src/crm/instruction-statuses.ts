// The kinds of an instruction, and the states on its way.
export const instructionTypes = ['subscription', 'redemption', 'switching'] as const
export const instructionStatuses = [
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
] as const
export type InstructionStatus = (typeof instructionStatuses)[number]
