// Generated from the contracts by `npm run generate`. Do not edit.

export type PaymentState = 'waiting' | 'short' | 'paid' | 'over' | 'twice' | 'late' | 'held' | 'unpaid' | 'refunding' | 'refunded' | 'ended' | 'ask-office'
