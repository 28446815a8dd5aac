// Bib's payment instructions and receipts. Bib's format may grow: a payment that we cannot parse is
// stored unchanged and never shown to an investor as payment details.
import { Ajv } from 'ajv'
import Type, { type Static } from 'typebox'
import { Money, Instant, Text } from '@rmtools/contracts/fields'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'
import { decoding } from '@rmtools/kit/validate'

export const paymentMethods = ['VIRTUAL_ACCOUNT', 'TRANSFER', 'QRIS', 'DIRECT_DEBIT'] as const

// A decision about it is sent to Bib with a key that contains it, in a header.
const ReceiptId = Type.String({ pattern: '^[!-~]{1,64}$' })

/** Money received. HELD: Bib does not accept it before the agent has decided about its payer. */
export const PaymentReceipt = Shape({
  id: ReceiptId,
  amount: Money,
  payerName: Nullable(Text(150)),
  at: Instant,
  status: OneOf(['TAKEN', 'HELD', 'RETURNED']),
})
export type PaymentReceipt = Static<typeof PaymentReceipt>

/** Money returned while the order stays valid. */
export const PaymentReturn = Shape({
  id: Text(64),
  amount: Money,
  cause: OneOf(['EXCESS', 'OTHER_PAYER']),
  status: OneOf(['PENDING', 'PAID']),
  at: Instant,
})
export type PaymentReturn = Static<typeof PaymentReturn>

const MAX_RECEIPTS = 50

/** Where and by when to pay a subscription, and what has been received so far. */
export const PaymentRequest = Shape({
  method: OneOf(paymentMethods),
  bankName: Text(100),
  bankCode: Nullable(Type.String({ pattern: '^[0-9]{3}$' })),
  /** The number of the virtual account, or of the account to transfer to; null for a debit. */
  virtualAccount: Nullable(Type.String({ pattern: '^[0-9]{8,20}$' })),
  holderName: Nullable(Text(150)),
  reference: Nullable(Text(64)),
  /** The payload of a QRIS code (EMVCo); printable ASCII. */
  qris: Nullable(Type.String({ pattern: '^[ -~]{20,512}$' })),
  amount: Money,
  currency: Type.String({ pattern: '^[A-Z]{3}$' }),
  /** The subscription fee, included in the order's amount or added to it. */
  fee: Nullable(Shape({ amount: Money, isInside: Type.Boolean() })),
  dueAt: Instant,
  receipts: Type.Array(PaymentReceipt, { maxItems: MAX_RECEIPTS }),
  returns: Type.Array(PaymentReturn, { maxItems: MAX_RECEIPTS }),
})
export type PaymentRequest = Static<typeof PaymentRequest>

/** The payment as transmitted: open, so that a future format is not an invalid message. */
export const AnyPayment = Type.Object({}, { additionalProperties: true })

// Instants are stored and compared in UTC; one that no calendar has makes the payment unreadable.
const isPayment = decoding(
  new Ajv({ strict: false, removeAdditional: true }),
).compile<PaymentRequest>(PaymentRequest)

// Fields that Bib omitted before it reported receipts.
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

/**
 * Parses a payment in the current or previous format; undefined for any other, and for one without
 * payment details.
 */
export function readPayment(said: object): PaymentRequest | undefined {
  const candidate: unknown = structuredClone({ ...ofBefore, ...said })
  if (!isPayment(candidate)) return undefined
  return isComplete(candidate) ? candidate : undefined
}

/** Whether it says what it is paid to; of a debit nobody pays anything by hand. */
function isComplete({ method, qris, virtualAccount }: PaymentRequest): boolean {
  if (method === 'DIRECT_DEBIT') return true
  return method === 'QRIS' ? qris !== null : virtualAccount !== null
}
