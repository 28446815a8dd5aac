// The payment of an order: how and until when to pay, the receipts, and the back office's decisions
// about other payers.
import Type, { type Static } from 'typebox'
import { can, endpoint, Named, Nullable, OneOf, Shape } from '../endpoint.ts'
import { Currency, Id, Instant, Money, Text, Version } from '../fields.ts'
import { NamedList } from '../list-names.ts'
import { problemKind, staleVersion, wrongState } from '../problem.ts'
import { paymentStates, receiptStandings } from './payment-rules.ts'

export const paymentMethods = [
  'virtual-account',
  'transfer',
  'qris',
  'direct-debit',
  'unknown',
] as const
export type PaymentMethod = (typeof paymentMethods)[number]
export const payerVerdicts = NamedList('PayerVerdict', ['accept', 'return'])
export type PayerVerdict = (typeof payerVerdicts)[number]

const Receipt = Named(
  'PaymentReceipt',
  Shape({
    id: Text(64),
    amount: Money,
    payerName: Nullable(Type.String()),
    at: Instant,
    standing: OneOf(receiptStandings),
    /** The back office's decision about a payer whose name differs from the investor's. */
    decision: Nullable(
      Shape({
        verdict: OneOf(payerVerdicts),
        reason: Type.String(),
        byName: Nullable(Type.String()),
        at: Instant,
      }),
    ),
  }),
)

/** A refund that does not end the order: an excess, or money from another payer. */
const Return = Named(
  'PaymentReturn',
  Shape({
    id: Text(64),
    amount: Money,
    cause: OneOf(['excess', 'other-payer']),
    status: OneOf(['pending', 'paid']),
    at: Instant,
  }),
)

const howToPay = {
  state: OneOf(paymentStates),
  method: OneOf(paymentMethods),
  bankName: Nullable(Type.String()),
  bankCode: Nullable(Type.String()),
  /** The virtual account, or the account to transfer to. */
  number: Nullable(Type.String()),
  holderName: Nullable(Type.String()),
  /** The payment reference of a transfer. */
  reference: Nullable(Type.String()),
  /** The content of a QRIS code. */
  qris: Nullable(Type.String()),
  amount: Nullable(Money),
  currency: Nullable(Currency),
  /**
   * The purchase fee: included in the amount, or paid on top of the ordered amount (and then
   * included here).
   */
  fee: Nullable(Shape({ amount: Money, isInside: Type.Boolean() })),
  /** The cut-off that gives the NAV date: money at this instant is late. */
  dueAt: Nullable(Instant),
  received: Money,
  missing: Money,
  excess: Money,
  returns: Type.Array(Return),
}

export const Payment = Named(
  'Payment',
  Shape({ ...howToPay, receipts: Type.Array(Receipt), changedAt: Instant }),
)
export type Payment = Static<typeof Payment>
export type PaymentReceipt = Payment['receipts'][number]

/** What the holder of the investor's link may see: amounts, but not other payers. */
export const PaymentForInvestor = Named('PaymentForInvestor', Shape(howToPay))
export type PaymentForInvestor = Static<typeof PaymentForInvestor>

export const payerDecided = problemKind(
  'payer-decided',
  409,
  'What happens to this money has already been decided',
)

export const payments = {
  decide: endpoint({
    method: 'POST',
    path: '/crm/instructions/{id}/payment/decision',
    summary: "Take money whose payer's name is unlike the investor's, or have it returned",
    description:
      "Money comes only from the investor's own account. Accept it where the name is the investor's in another form; the reason is kept in the audit trail.",
    access: can('payment.decide', 'reviewer', 'company-admin'),
    params: Shape({ id: Id }),
    body: Shape(
      {
        receiptId: Text(64),
        verdict: OneOf(payerVerdicts),
        reason: Text(500),
        version: Version,
      },
      {
        examples: [
          {
            receiptId: 'R-1',
            verdict: 'return',
            reason: 'Dibayar oleh suami investor',
            version: 7,
          },
        ],
      },
    ),
    reply: Payment,
    idempotent: true,
    problems: [payerDecided, staleVersion, wrongState],
  }),
}
