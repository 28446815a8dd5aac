// Bib's results for an instruction and their later changes: an allocation, its correction, a
// refund.
import Type, { type Static } from 'typebox'
import { Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { CalendarDate, Instant, Money } from '../fields.ts'
import { paymentStates } from './payment-rules.ts'
import { payerVerdicts } from './payments.ts'

const figure = Nullable(Type.String())

/** For a switch: the purchase in the target product. */
export const AllocatedTarget = Named(
  'AllocatedTarget',
  Shape({
    navDate: CalendarDate,
    nav: Type.String(),
    units: Type.String(),
    amount: Money,
  }),
)
export type AllocatedTarget = Static<typeof AllocatedTarget>

/** The figures of an allocation. */
export const Allocation = Named(
  'Allocation',
  Shape({
    navDate: Nullable(CalendarDate),
    nav: figure,
    units: figure,
    amount: figure,
    fee: figure,
    target: Nullable(AllocatedTarget),
  }),
)
export type Allocation = Static<typeof Allocation>

/** An allocation as it was and as it is now. */
export const Correction = Named('Correction', Shape({ before: Allocation, after: Allocation }))
export type Correction = Static<typeof Correction>

export const refundStatuses = ['pending', 'paid'] as const
const money = { amount: Money, status: OneOf(refundStatuses), reason: Nullable(Type.String()) }

/** A refund to the investor: the reason, its start, and the time of payment. */
export const Refund = Named(
  'Refund',
  Shape({ ...money, announcedAt: Instant, paidAt: Nullable(Instant) }),
)
export type Refund = Static<typeof Refund>

/** A step of a refund in the time line. */
export const RefundStep = Named('RefundStep', Shape({ ...money, at: Instant }))
export type RefundStep = Static<typeof RefundStep>

/** A step of a payment in the history: the new state, or the back office's decision. */
export const PaymentStep = Named(
  'PaymentStep',
  Shape({
    state: OneOf(paymentStates),
    amount: Nullable(Money),
    received: Money,
    missing: Money,
    excess: Money,
    verdict: Nullable(OneOf(payerVerdicts)),
  }),
)
export type PaymentStep = Static<typeof PaymentStep>
