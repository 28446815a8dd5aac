// Sums of report lines by month, product and investor: exact decimals, pure.
import type { AumReportLine, InvestorReportLine, SalesReportLine } from '@rmtools/contracts/bff/reports'
import { compare, isZero, minus, plus, total } from '@rmtools/contracts/decimals'

export type Sum = { key: string; name: string; value: string; count: number }

const grouped = <L>(lines: readonly L[], keyOf: (line: L) => string): Map<string, L[]> => {
  const groups = new Map<string, L[]>()
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line])
  return groups
}

/** Assets at each date, oldest first. */
export function aumByDate(lines: readonly AumReportLine[]): Sum[] {
  return [...grouped(lines, ({ date }) => date)]
    .map(([date, of]) => ({
      key: date,
      name: date,
      value: total(of.map(({ value }) => value)),
      count: of.reduce((sum, { investors }) => sum + investors, 0),
    }))
    .toSorted((a, b) => a.key.localeCompare(b.key))
}

/** Assets by product at the latest date, largest first. */
export function aumByProduct(lines: readonly AumReportLine[]): Sum[] {
  const latest = lines.reduce((last, { date }) => (date > last ? date : last), '')
  return largestFirst(
    [
      ...grouped(
        lines.filter(({ date }) => date === latest),
        ({ productCode }) => productCode,
      ),
    ].map(([code, of]) => ({
      key: code,
      name: of[0]?.productName ?? code,
      value: total(of.map(({ value }) => value)),
      count: of.reduce((sum, { investors }) => sum + investors, 0),
    })),
  )
}

export type SalesSum = Sum & { inflow: string; outflow: string }

const salesOf = (key: string, name: string, of: readonly SalesReportLine[]): SalesSum => {
  // Switches are neither inflow nor outflow of the book.
  const inflow = total(of.map(({ subscriptions }) => subscriptions))
  const outflow = total(of.map(({ redemptions }) => redemptions))
  return { key, name, inflow, outflow, value: minus(inflow, outflow), count: of.reduce((sum, { transactions }) => sum + transactions, 0) }
}

/** Sales of each month, oldest first. */
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

/** Assets by investor, largest first; who sold everything is left out. */
export const aumByInvestor = (lines: readonly InvestorReportLine[]): InvestorSum[] =>
  investorSums(lines, ({ value }) => value)
    .filter(({ value }) => !isZero(value))
    .toSorted((a, b) => compare(b.value, a.value))

/** What investors put in and took out, most moved first; who did nothing is left out. */
export const salesByInvestor = (lines: readonly InvestorReportLine[]): InvestorSum[] =>
  investorSums(lines, ({ inflow, outflow }) => minus(inflow, outflow))
    .filter(({ inflow, outflow }) => !isZero(inflow) || !isZero(outflow))
    .toSorted((a, b) => compare(plus(b.inflow, b.outflow), plus(a.inflow, a.outflow)))

const largestFirst = (sums: Sum[]) => sums.toSorted((a, b) => compare(b.value, a.value))
