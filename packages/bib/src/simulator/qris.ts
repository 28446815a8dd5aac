// QRIS payloads of the simulator. Their form is right, so any reader decodes them, but no bank knows
// the merchant.
import { qrisChecksum } from '@rmtools/contracts/crm/qris'

// The highest amount of one QRIS payment in Indonesia.
const MOST = 10_000_000
const NAME_AT_MOST = 25

/** The payload that pays an amount, or null where QRIS cannot: too much, or not in rupiah. */
export function qrisFor(pay: {
  account: string
  amount: string
  currency: string
  name: string
}): string | null {
  if (pay.currency !== 'IDR' || Number(pay.amount) > MOST) return null
  const fields = [
    field('00', '01'),
    field('01', '12'),
    field('26', field('00', 'ID.CO.SIMULATOR.WWW') + field('01', pay.account)),
    field('52', '6211'),
    field('53', '360'),
    field('54', pay.amount),
    field('58', 'ID'),
    field('59', pay.name.replace(/[^ -~]/g, '').slice(0, NAME_AT_MOST)),
    field('60', 'JAKARTA'),
    field('62', field('01', pay.account)),
    '6304',
  ].join('')
  return fields + qrisChecksum(fields)
}

const field = (tag: string, value: string) =>
  `${tag}${String(value.length).padStart(2, '0')}${value}`
