// The payload of a QRIS code, in EMVCo's form: fields of a two-digit tag, a two-digit length and a
// value. A banking app pays what the code says, so we draw none that says something else.
import { compare } from '../decimals.ts'
import type { PaymentState } from './payment-rules.ts'

const tags = { version: '00', currency: '53', amount: '54', tip: '55', checksum: '63' } as const
const RUPIAH = '360'
const CHECKSUM_DIGITS = 4

/** The fields of a payload; undefined if it is damaged or not of this form. */
export function qrisFields(payload: string): ReadonlyMap<string, string> | undefined {
  const fields = new Map<string, string>()
  let rest = payload
  while (rest !== '') {
    const [head = '', tag = '', digits = ''] = /^(\d\d)(\d\d)/.exec(rest) ?? []
    const value = rest.slice(head.length, head.length + Number(digits))
    if (head === '' || value.length < Number(digits) || fields.has(tag)) return undefined
    fields.set(tag, value)
    rest = rest.slice(head.length + value.length)
  }
  const isWhole =
    fields.get(tags.version) === '01' &&
    fields.get(tags.checksum) === qrisChecksum(payload.slice(0, -CHECKSUM_DIGITS))
  return isWhole ? fields : undefined
}

/** CRC-16/CCITT-FALSE of a payload up to its checksum, the checksum's tag and length included. */
export function qrisChecksum(text: string): string {
  let sum = 0xffff
  for (const letter of text) {
    sum ^= letter.charCodeAt(0) << 8
    for (let bit = 0; bit < 8; bit += 1) sum = (sum << 1) ^ (sum & 0x8000 ? 0x1021 : 0)
    sum &= 0xffff
  }
  return sum.toString(16).toUpperCase().padStart(CHECKSUM_DIGITS, '0')
}

/**
 * Whether a code pays exactly this amount. One without an amount lets the payer enter it; one that
 * adds a tip or a fee of its own does not pay the amount.
 */
export function isQrisFor(payload: string, due: { amount: string; currency: string }): boolean {
  const fields = qrisFields(payload)
  if (!fields || due.currency !== 'IDR' || fields.has(tags.tip)) return false
  const amount = fields.get(tags.amount)
  const isDue =
    amount === undefined ||
    (/^\d{1,13}(\.\d{1,2})?$/.test(amount) && compare(amount, due.amount) === 0)
  return fields.get(tags.currency) === RUPIAH && isDue
}

/**
 * The code to draw now. Once part of the amount has been paid, a code that contains the whole
 * amount would pay too much.
 */
export function qrisToDraw({ qris, state }: Drawn): string | null {
  if (qris === null || state === 'waiting') return state === 'waiting' ? qris : null
  return state === 'short' && qrisFields(qris)?.has(tags.amount) === false ? qris : null
}
type Drawn = { qris: string | null; state: PaymentState }
