// Generated from the contracts by `npm run generate`. Do not edit.

export type InstructionStatus = 'draft' | 'awaiting-approval' | 'approved' | 'declined' | 'expired' | 'cancelled' | 'sent' | 'received' | 'payment-pending' | 'paid' | 'sent-to-manager' | 'allocated' | 'settled' | 'rejected'

export type InstructionType = 'subscription' | 'redemption' | 'switching'
