// Generated from the contracts by `npm run generate`. Do not edit.

export type MessageChannel = 'email' | 'sms'

export type MessageKind = 'approval-link' | 'approval-code' | 'registration-link' | 'registration-code' | 'registration-returned' | 'registration-refused' | 'link-expires' | 'page-link' | 'page-code' | 'welcome' | 'identifiers-ready' | 'contact-changed' | 'bank-account-changed' | 'risk-profile-changed' | 'risk-profile-expires' | 'order-allotted' | 'order-settled' | 'order-refused' | 'order-cancelled' | 'allocation-corrected' | 'refund-pending' | 'refund-paid' | 'payment-due' | 'payment-received' | 'payment-short' | 'payment-excess' | 'payment-late' | 'payment-held' | 'payment-returned' | 'payment-missed' | 'plan-link' | 'plan-signed' | 'plan-debit' | 'plan-retry' | 'plan-skipped' | 'plan-changed' | 'statement-ready'
