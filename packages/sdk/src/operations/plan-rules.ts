// Generated from the contracts by `npm run generate`. Do not edit.

export type PlanReason = 'mandate-missing' | 'outside-mandate' | 'investor-not-registered' | 'consent-not-in-force' | 'contact-of-staff' | 'risk-profile-missing' | 'above-risk-profile' | 'licence-expired' | 'product-not-offered' | 'bank-account-unfit' | 'below-minimum' | 'above-order-cap' | 'company-inactive' | 'debit-refused' | 'debit-insufficient' | 'not-paid' | 'paid-late' | 'refused-by-bib' | 'cancelled' | 'missed' | 'plan-ended'

export type PlanRunStatus = 'made' | 'done' | 'retrying' | 'skipped'

export type PlanStatus = 'awaiting-approval' | 'active' | 'paused' | 'completed' | 'stopped' | 'revoked' | 'declined' | 'expired'

export type PlanWay = 'direct-debit' | 'virtual-account'
