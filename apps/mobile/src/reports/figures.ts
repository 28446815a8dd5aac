// Sums of report lines by month, product and investor: exact decimals, pure.
import {
  assetsByDate,
  assetsOf,
  flowsOf,
  holdersOf,
  onLastDay,
} from '@rmtools/contracts/bff/book-figures'
import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
} from '@rmtools/contracts/bff/report-lines'
import { compare, isZero, minus, plus } from '@rmtools/contracts/decimals'

export type Sum = { key: string; name: string; value: string; count: number }

const grouped = <L>(lines: readonly L[], keyOf: (line: L) => string): Map<string, L[]> => {
  const groups = new Map<string, L[]>()
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line])
  return groups
}

/** Assets at each date of a report in one currency, oldest first; `day` is the last date. */
export function aumByDate(lines: readonly AumReportLine[], day: string): Sum[] {
  return assetsByDate(lines, day).map(({ date, value }) => ({
    key: date,
    name: date,
    value,
    count: holdersOf(lines.filter((line) => line.date === date)),
  }))
}

/** Assets by product on the last day of a report, largest first. */
export function aumByProduct(lines: readonly AumReportLine[], day: string): Sum[] {
  return largestFirst(
    [...grouped(onLastDay(lines, day), ({ productCode }) => productCode)].map(([code, of]) => ({
      key: code,
      name: of[0]?.productName ?? code,
      value: assetsOf(of),
      count: holdersOf(of),
    })),
  )
}

export type SalesSum = Sum & { inflow: string; outflow: string }

const salesOf = (key: string, name: string, of: readonly SalesReportLine[]): SalesSum => {
  const { inflow, outflow, net, transactions } = flowsOf(of)
  return { key, name, inflow, outflow, value: net, count: transactions }
}

/** Sales per month, oldest first. */
export function salesByMonth(lines: readonly SalesReportLine[]): SalesSum[] {
  return [...grouped(lines, ({ month }) => month)]
    .map(([month, of]) => salesOf(month, month, of))
    .toSorted((a, b) => a.key.localeCompare(b.key))
}

/** Sales by product, largest inflow first. */
export function salesByProduct(lines: readonly SalesReportLine[]): SalesSum[] {
  return [...grouped(lines, ({ productCode }) => productCode)]
    .map(([code, of]) => salesOf(code, of[0]?.productName ?? code, of))
    .toSorted((a, b) => compare(b.inflow, a.inflow))
}

export type InvestorSum = SalesSum & { investorId: string | null }
type Worth = (line: InvestorReportLine) => string

const investorSums = (lines: readonly InvestorReportLine[], worthOf: Worth): InvestorSum[] =>
  lines.map((line) => ({
    key: line.externalId,
    name: line.investorName ?? line.externalId,
    investorId: line.investorId,
    inflow: line.inflow,
    outflow: line.outflow,
    value: worthOf(line),
    count: line.products,
  }))

/** Assets by investor, largest first, without investors who hold nothing any more. */
export const aumByInvestor = (lines: readonly InvestorReportLine[]): InvestorSum[] =>
  investorSums(lines, ({ value }) => value)
    .filter(({ value }) => !isZero(value))
    .toSorted((a, b) => compare(b.value, a.value))

/**
 * Subscriptions and redemptions by investor, largest turnover first, without inactive investors.
 */
export const salesByInvestor = (lines: readonly InvestorReportLine[]): InvestorSum[] =>
  investorSums(lines, ({ inflow, outflow }) => minus(inflow, outflow))
    .filter(({ inflow, outflow }) => !isZero(inflow) || !isZero(outflow))
    .toSorted((a, b) => compare(plus(b.inflow, b.outflow), plus(a.inflow, a.outflow)))

const largestFirst = (sums: Sum[]) => sums.toSorted((a, b) => compare(b.value, a.value))
