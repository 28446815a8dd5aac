// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Currency, Id, Instant, Money, Version } from './fields.ts'
import type { PaymentState } from './payment-rules.ts'

export type PayerVerdict = 'accept' | 'return'

export type Payment = {
  state: PaymentState
  method: 'virtual-account' | 'transfer' | 'qris' | 'direct-debit' | 'unknown'
  bankName: string | null
  bankCode: string | null
  number: string | null
  holderName: string | null
  reference: string | null
  qris: string | null
  amount: Money | null
  currency: Currency | null
  fee: {
    amount: Money
    isInside: boolean
  } | null
  dueAt: Instant | null
  received: Money
  missing: Money
  excess: Money
  returns: Array<PaymentReturn>
  receipts: Array<PaymentReceipt>
  changedAt: Instant
}

export type PaymentForInvestor = {
  state: PaymentState
  method: 'virtual-account' | 'transfer' | 'qris' | 'direct-debit' | 'unknown'
  bankName: string | null
  bankCode: string | null
  number: string | null
  holderName: string | null
  reference: string | null
  qris: string | null
  amount: Money | null
  currency: Currency | null
  fee: {
    amount: Money
    isInside: boolean
  } | null
  dueAt: Instant | null
  received: Money
  missing: Money
  excess: Money
  returns: Array<PaymentReturn>
}

export type PaymentReceipt = {
  id: string
  amount: Money
  payerName: string | null
  at: Instant
  standing: 'taken' | 'held' | 'returned'
  decision: {
    verdict: PayerVerdict
    reason: string
    byName: string | null
    at: Instant
  } | null
}

export type PaymentReturn = {
  id: string
  amount: Money
  cause: 'excess' | 'other-payer'
  status: 'pending' | 'paid'
  at: Instant
}

export type PaymentsDecideInput = {
  id: Id
  receiptId: string
  verdict: PayerVerdict
  reason: string
  version: Version
}

export type PaymentsApi = {
  /**
   * Take money whose payer's name is unlike the investor's, or have it returned
   *
   * Money comes only from the investor's own account. Accept it where the name is the investor's in another form; the reason is kept in the audit trail.
   *
   * Needs the permission `payment.decide`.
   */
  decide: Method<PaymentsDecideInput, Payment>
}

export const payments = {
  decide: {"method":"POST","path":"/crm/instructions/{id}/payment/decision","body":["receiptId","verdict","reason","version"],"reply":"json","needsKey":true},
} as const satisfies Operations[string]
