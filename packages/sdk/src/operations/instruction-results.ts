// Generated from the contracts by `npm run generate`. Do not edit.
import type { CalendarDate, Instant, Money } from './fields.ts'
import type { PaymentState } from './payment-rules.ts'
import type { PayerVerdict } from './payments.ts'

export type AllocatedTarget = {
  navDate: CalendarDate
  nav: string
  units: string
  amount: Money
}

export type Allocation = {
  navDate: CalendarDate | null
  nav: string | null
  units: string | null
  amount: string | null
  fee: string | null
  target: AllocatedTarget | null
}

export type Correction = {
  before: Allocation
  after: Allocation
}

export type PaymentStep = {
  state: PaymentState
  amount: Money | null
  received: Money
  missing: Money
  excess: Money
  verdict: PayerVerdict | null
}

export type Refund = {
  amount: Money
  status: 'pending' | 'paid'
  reason: string | null
  announcedAt: Instant
  paidAt: Instant | null
}

export type RefundStep = {
  amount: Money
  status: 'pending' | 'paid'
  reason: string | null
  at: Instant
}
