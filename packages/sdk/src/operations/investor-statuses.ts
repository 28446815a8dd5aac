// Generated from the contracts by `npm run generate`. Do not edit.

export type InvestorStatus = 'draft' | 'awaiting-investor' | 'submitted' | 'approved' | 'returned' | 'rejected' | 'syncing' | 'registered' | 'sync-failed'
