// Report lines summed exactly, per currency: rupiah and dollars are never added up. Pure.
import {
  assetsByDate,
  assetsOf,
  holdersOf,
  onLastDay,
  sumOf,
} from '@rmtools/contracts/bff/book-figures'
import type { AumReportLine, SalesReportLine } from '@rmtools/contracts/bff/report-lines'
import { netSalesOf } from '@rmtools/contracts/bff/sales'
import { compare, rounded, sharesOf, total } from '@rmtools/contracts/decimals'

export type Grouping = 'month' | 'product' | 'rm'
type Line = {
  rmId: string
  rmName: string | null
  productCode: string
  productName: string | null
  currency: string
}

export type AumRow = {
  key: string
  name: string
  value: string
  units: string | null
  investors: number | null
  share: string
}
export type SalesRow = { key: string; name: string; transactions: number } & Record<
  SalesSum,
  string
>
export const salesSums = [
  'subscriptions',
  'redemptions',
  'switchIn',
  'switchOut',
  'net',
  'fees',
] as const
export type SalesSum = (typeof salesSums)[number]

export type PerCurrency<Row> = { currency: string; rows: readonly Row[]; total: Row; date: string }

/** Assets at each month end, or by product or RM on the last day of the report. */
export function aumTables(
  lines: readonly AumReportLine[],
  by: Grouping,
  day: string,
): PerCurrency<AumRow>[] {
  return perCurrency(lines).map(([currency, all]) => {
    const now = onLastDay(all, day)
    const row = (key: string, name: string, of: readonly AumReportLine[]): AumRow => ({
      key,
      name,
      value: assetsOf(of),
      // Units of different funds cannot be added; an investor who holds two products would count
      // twice.
      units: by === 'product' ? rounded(total(of.map(({ units }) => units)), 4) : null,
      investors: by === 'product' ? holdersOf(of) : null,
      share: '100.00',
    })
    const sum: AumRow = { ...row('', '', now), units: null, investors: null }
    if (by !== 'month') {
      const rows = groupsOf(now, namesOf(by)).map(({ key, name, of }) => row(key, name, of))
      return { currency, date: day, rows: byValue(withShares(rows)), total: sum }
    }
    const months = assetsByDate(all, day).map(({ date, value }) => ({
      ...row(date, date, []),
      value,
    }))
    return { currency, date: day, rows: months, total: sum }
  })
}

/** Sales of the period by month, product or RM. */
export function salesTables(
  lines: readonly SalesReportLine[],
  by: Grouping,
): PerCurrency<SalesRow>[] {
  return perCurrency(lines).map(([currency, all]) => {
    const row = (key: string, name: string, of: readonly SalesReportLine[]): SalesRow => ({
      key,
      name,
      transactions: of.reduce((count, { transactions }) => count + transactions, 0),
      subscriptions: sumOf(of.map((line) => line.subscriptions)),
      redemptions: sumOf(of.map((line) => line.redemptions)),
      switchIn: sumOf(of.map((line) => line.switchIn)),
      switchOut: sumOf(of.map((line) => line.switchOut)),
      net: netSalesOf(of),
      fees: sumOf(of.map((line) => line.fees)),
    })
    const grouped = groupsOf(all, by === 'month' ? ({ month }) => [month, month] : namesOf(by))
    const rows = grouped.map(({ key, name, of }) => row(key, name, of))
    const ordered = by === 'month' ? byKey(rows) : rows.toSorted((a, b) => compare(b.net, a.net))
    return { currency, date: '', rows: ordered, total: row('', '', all) }
  })
}

function perCurrency<L extends Line>(lines: readonly L[]): [string, L[]][] {
  return [...Map.groupBy(lines, ({ currency }) => currency)].toSorted(
    ([a], [b]) => rank(a) - rank(b) || a.localeCompare(b),
  )
}
const rank = (currency: string) => (currency === 'IDR' ? 0 : 1)

const namesOf =
  (by: 'product' | 'rm') =>
  (line: Line): [string, string] =>
    by === 'product'
      ? [line.productCode, line.productName ?? line.productCode]
      : [line.rmId, line.rmName ?? '']

function groupsOf<L>(lines: readonly L[], wordsOf: (line: L) => [key: string, name: string]) {
  return [...Map.groupBy(lines, (line) => wordsOf(line)[0])].map(([key, of]) => ({
    key,
    name: of[0] ? wordsOf(of[0])[1] : key,
    of,
  }))
}

/** Adds each row's share of the total. */
function withShares(rows: readonly AumRow[]): AumRow[] {
  const shares = sharesOf(rows.map(({ value }) => value))
  return rows.map((row, index) => ({ ...row, share: shares[index] ?? '0.00' }))
}

const byKey = <R extends { key: string }>(rows: readonly R[]) =>
  rows.toSorted((a, b) => (a.key < b.key ? -1 : 1))
const byValue = <R extends { value: string }>(rows: readonly R[]) =>
  rows.toSorted((a, b) => compare(b.value, a.value))
