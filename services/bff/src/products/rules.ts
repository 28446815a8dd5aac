// Figures of a series of NAVs, and product search. Exact decimals, no clock.
import { searchKey } from '@rmtools/contracts/names'
import { Decimal } from 'decimal.js'
import {
  MAX_RANGE_YEARS,
  type ProductNavs,
  type ReturnPeriod,
} from '@rmtools/contracts/bff/products'
import type { NavPoint, Product } from '@rmtools/contracts/bff/market'
import { invalidInput, Problem } from '@rmtools/contracts/problem'

export type Range = { from: string; to: string }
export type ProductFilter = {
  type?: string
  riskMax?: number
  manager?: string
  syariah?: boolean
  currency?: string
  search?: string
}

const MONTHS: Record<Exclude<ReturnPeriod, 'ytd'>, number> = {
  '1m': 1,
  '3m': 3,
  '6m': 6,
  '1y': 12,
  '3y': 36,
}

/** Whether a product passes every filter that is set. */
export function isFound(product: Product, filter: ProductFilter): boolean {
  const { type, riskMax, manager, syariah, currency, search } = filter
  return (
    (type === undefined || product.type === type) &&
    (riskMax === undefined || product.riskLevel <= riskMax) &&
    (manager === undefined || product.manager.toLowerCase() === manager.toLowerCase()) &&
    (syariah === undefined || product.syariah === syariah) &&
    (currency === undefined || product.currency === currency) &&
    (search === undefined ||
      [product.name, product.code, product.isin, product.manager].some((text) =>
        searchKey(text).includes(searchKey(search)),
      ))
  )
}

/** A date some months earlier; the last day of a shorter month. */
export function monthsBefore(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const lastDay = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - months, Math.min(day, lastDay)))
    .toISOString()
    .slice(0, 10)
}

/**
 * The requested range, by default the year up to today. Throws 400 if it is reversed or too long.
 */
export function rangeOf({ from, to }: Partial<Range>, today: string): Range {
  const until = to ?? today
  const range = { from: from ?? monthsBefore(until, 12), to: until }
  if (range.from > range.to || range.from < monthsBefore(range.to, MAX_RANGE_YEARS * 12))
    throw new Problem(invalidInput, {
      errors: [
        {
          pointer: '/from',
          code: 'period',
          detail: `from <= to, at most ${MAX_RANGE_YEARS} years`,
        },
      ],
    })
  return range
}

/** The largest decline from a peak, in percent: zero or negative. */
export function maxDrawdown(points: readonly NavPoint[]): string | null {
  if (points.length < 2) return null
  let high = new Decimal(0)
  let deepest = new Decimal(0)
  for (const { nav } of points) {
    high = Decimal.max(high, nav)
    if (high.gt(0)) deepest = Decimal.min(deepest, new Decimal(nav).div(high).minus(1))
  }
  return percent(deepest)
}

/**
 * The change of the NAV over each period up to the latest point, from the last NAV on or before the
 * period's first day.
 */
export function returnsOf(points: readonly NavPoint[]): ProductNavs['returns'] {
  const latest = points.at(-1)
  const since = (day: (date: string) => string) => {
    if (!latest) return null
    const start = points.findLast(({ date }) => date <= day(latest.date))
    return start && new Decimal(start.nav).gt(0)
      ? percent(new Decimal(latest.nav).div(start.nav).minus(1))
      : null
  }
  const months = (count: number) => since((date) => monthsBefore(date, count))
  return {
    '1m': months(MONTHS['1m']),
    '3m': months(MONTHS['3m']),
    '6m': months(MONTHS['6m']),
    // The year starts from the last NAV of the previous year.
    ytd: since((date) => `${Number(date.slice(0, 4)) - 1}-12-31`),
    '1y': months(MONTHS['1y']),
    '3y': months(MONTHS['3y']),
  }
}

function percent(ratio: Decimal): string {
  const rounded = ratio.mul(100).toDecimalPlaces(4, Decimal.ROUND_HALF_UP)
  return rounded.isZero() ? '0.0000' : rounded.toFixed(4)
}
