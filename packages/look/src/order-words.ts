// An order in words: quantity, fee, risk and signature. Screens and documents share these
// functions.
import { formatMoney, formatPercent, formatUnits } from './format.ts'
import { riskBands, say, type Bilingual, type Language } from './words.ts'

type OrderType = 'subscription' | 'redemption' | 'switching'
export type Quantity = {
  readonly allUnits: boolean
  readonly units: string | null
  readonly amount: string | null
  readonly currency: string
}

const allUnits = say('Semua unit', 'All units')
const units = say('unit', 'units')

/** The quantity: money, units, or all. */
export function quantityOf(order: Quantity, language: Language): string {
  if (order.allUnits) return allUnits[language]
  if (order.units === null) return formatMoney(order.amount, order.currency, language)
  return `${formatUnits(order.units, language)} ${units[language]}`
}

/** A risk band by number and name: `3 · Moderat`. */
export function bandOf(band: number | null | undefined, language: Language): string {
  const named = Object.entries(riskBands).find(([key]) => Number(key) === band)?.[1]
  return named ? `${band} · ${named[language]}` : '–'
}

/** A fee, with its percentage. */
export function feeOf(
  {
    feeAmount,
    feePercent,
    currency,
  }: { feeAmount: string | null; feePercent: string; currency: string },
  language: Language,
): string {
  const percent = formatPercent(feePercent, language)
  return feeAmount === null ? percent : `${formatMoney(feeAmount, currency, language)} (${percent})`
}

/** Whether the fee is included, by type of order. */
export const feeWithin: Readonly<Record<OrderType, Bilingual>> = {
  subscription: say('sudah termasuk dalam jumlah pembelian', 'included in the subscription amount'),
  redemption: say('dipotong dari hasil penjualan kembali', 'deducted from the redemption proceeds'),
  switching: say('dipotong dari nilai yang dialihkan', 'deducted from the switched value'),
}

/** How an approval was signed. */
export const signatureLevels = {
  'drawn-and-otp': say('Tanda tangan dan kode sekali pakai', 'Signature and one-time code'),
  certified: say(
    'Tanda tangan elektronik tersertifikasi (PSrE)',
    'Certified electronic signature (PSrE)',
  ),
} as const

/** A licence with its type once: numbers often start with it. */
export function licenceOf(number: string): string {
  return /^WAPERD/i.test(number) ? number : `WAPERD ${number}`
}
