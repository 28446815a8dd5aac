// Date ranges of NAV charts, and series indexed to 100. Pure.
import { Decimal } from 'decimal.js'
import type { NavPoint } from '@rmtools/contracts/bff/market'
import type { ReturnPeriod } from '@rmtools/contracts/bff/products'

export type Range = { from: string; to: string }

const months: Readonly<Record<Exclude<ReturnPeriod, 'ytd'>, number>> = {
  '1m': 1,
  '3m': 3,
  '6m': 6,
  '1y': 12,
  '3y': 36,
}

/** The days of a preset range that ends today. */
export function rangeOf(period: ReturnPeriod, today: string): Range {
  if (period === 'ytd') return { from: `${today.slice(0, 4)}-01-01`, to: today }
  return { from: monthsBefore(today, months[period]), to: today }
}

/** The same day this many months earlier, or the last day of that month. */
export function monthsBefore(date: string, count: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const first = new Date(Date.UTC(year, month - 1 - count, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

export type IndexedSeries = readonly (readonly [date: string, index: string])[]

/**
 * Indexes each series to 100 on the first day that all of them have. Without such a day they cannot
 * be compared.
 */
export function indexedFrom100(series: readonly (readonly NavPoint[])[]): IndexedSeries[] {
  const filled = series.filter((points) => points.length > 0)
  if (filled.length === 0) return series.map(() => [])
  const start = filled
    .map((points) => points[0]?.date ?? '')
    .reduce((latest, date) => (date > latest ? date : latest))
  return series.map((points) => {
    const shown = points.filter(({ date }) => date >= start)
    const base = shown[0]?.nav
    if (base === undefined) return []
    return shown.map(
      ({ date, nav }) => [date, new Decimal(nav).div(base).mul(100).toFixed(4)] as const,
    )
  })
}
