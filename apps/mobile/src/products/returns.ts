// Return periods: their labels and display order.
import { returnPeriods, type ReturnPeriod } from '@rmtools/contracts/bff/products'
import { returnCaptions } from '@rmtools/look/figure-meanings'

export const periodWords: readonly (readonly [ReturnPeriod, { id: string; en: string }])[] =
  returnPeriods.map((period) => [period, returnCaptions[period]])

/** Ranges of the price chart. */
export const ranges = ['1m', '3m', '6m', '1y', '3y'] as const
export type Range = (typeof ranges)[number]

const months: Record<Range, number> = { '1m': 1, '3m': 3, '6m': 6, '1y': 12, '3y': 36 }

/** The first day of a range that ends today; clamped to the end of a shorter month. */
export function startOf(range: Range, today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const at = new Date(Date.UTC(year, month - 1 - months[range], 1))
  const last = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
  at.setUTCDate(Math.min(day, last))
  return at.toISOString().slice(0, 10)
}
