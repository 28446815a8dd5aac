// How Bib says what is to be paid and what has come. Bib's form may grow: what we cannot read is kept as it was said and shown to nobody
// as something to pay to.
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import Type, { type Static } from 'typebox'
import { Money, Instant, Text } from '@rmtools/contracts/fields'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'

export const paymentMethods = ['VIRTUAL_ACCOUNT', 'TRANSFER', 'QRIS'] as const

/** Money that came. HELD: Bib does not take it before the agent has decided about its payer. */
export const PaymentReceipt = Shape({
  id: Text(64),
  amount: Money,
  payerName: Nullable(Text(150)),
  at: Instant,
  status: OneOf(['TAKEN', 'HELD', 'RETURNED']),
})
export type PaymentReceipt = Static<typeof PaymentReceipt>

/** Money that goes back while the order stands. */
export const PaymentReturn = Shape({
  id: Text(64),
  amount: Money,
  cause: OneOf(['EXCESS', 'OTHER_PAYER']),
  status: OneOf(['PENDING', 'PAID']),
  at: Instant,
})
export type PaymentReturn = Static<typeof PaymentReturn>

const MAX_RECEIPTS = 50

/** Where and until when a subscription is to be paid, and what has come so far. */
export const PaymentRequest = Shape({
  method: OneOf(paymentMethods),
  bankName: Text(100),
  bankCode: Nullable(Type.String({ pattern: '^[0-9]{3}$' })),
  /** Of the virtual account or of the account to transfer to. */
  virtualAccount: Nullable(Type.String({ pattern: '^[0-9]{8,20}$' })),
  holderName: Nullable(Text(150)),
  reference: Nullable(Text(64)),
  /** What a QRIS picture says (EMVCo); printable. */
  qris: Nullable(Type.String({ pattern: '^[ -~]{20,512}$' })),
  amount: Money,
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  /** Of the purchase: inside the amount ordered, or on top of it. */
  fee: Nullable(Shape({ amount: Money, isInside: Type.Boolean() })),
  dueAt: Instant,
  receipts: Type.Array(PaymentReceipt, { maxItems: MAX_RECEIPTS }),
  returns: Type.Array(PaymentReturn, { maxItems: MAX_RECEIPTS }),
})
export type PaymentRequest = Static<typeof PaymentRequest>

/** As it travels: open, so that a form of tomorrow is no message that cannot be understood. */
export const AnyPayment = Type.Object({}, { additionalProperties: true })

const isPayment = formats
  .default(new Ajv({ strict: false, removeAdditional: true }))
  .compile<PaymentRequest>(PaymentRequest)

// What Bib left out before it told of receipts.
const ofBefore = {
  method: 'VIRTUAL_ACCOUNT',
  bankCode: null,
  virtualAccount: null,
  holderName: null,
  reference: null,
  qris: null,
  fee: null,
  receipts: [],
  returns: [],
}

/** A payment in the form that we know, of today or before; undefined for any other, and for one that names nowhere to pay to. */
export function readPayment(said: object): PaymentRequest | undefined {
  const candidate: unknown = structuredClone({ ...ofBefore, ...said })
  if (!isPayment(candidate)) return undefined
  const isComplete =
    candidate.method === 'QRIS' ? candidate.qris !== null : candidate.virtualAccount !== null
  return isComplete ? candidate : undefined
}
