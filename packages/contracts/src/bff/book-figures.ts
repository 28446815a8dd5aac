// The holdings and sales of a book: the one place that turns report lines into the figures of home
// screens, reports, files and print. docs/FIGURES.md defines each figure.
import { plus, rounded, total } from '../decimals.ts'
import type { AumLine, SalesLine } from './market.ts'
import { netSalesOf } from './sales.ts'

const JAKARTA_AHEAD_MS = 7 * 3600_000

/**
 * The last day that an assets report covers: `to`, or the day in Jakarta of Bib's response if that
 * is earlier. Not the date of the last line: a sold-off book has no line from the day on which it
 * became empty.
 */
export function reportDay({ to, asOf }: { to: string; asOf: string }): string {
  const answered = new Date(Date.parse(asOf) + JAKARTA_AHEAD_MS).toISOString().slice(0, 10)
  return to < answered ? to : answered
}

/** The total value of lines of one day and currency. */
export function assetsOf(lines: readonly Pick<AumLine, 'value'>[]): string {
  return rounded(total(lines.map(({ value }) => value)), 2)
}

/** The holders of one product. In a sum over products, a holder of two would count twice. */
export function holdersOf(lines: readonly Pick<AumLine, 'investors'>[]): number {
  return lines.reduce((count, { investors }) => count + investors, 0)
}

/** The lines of a report's last day: the current holdings. */
export function onLastDay<L extends Pick<AumLine, 'date'>>(lines: readonly L[], day: string): L[] {
  return lines.filter(({ date }) => date === day)
}

type Dated = Pick<AumLine, 'date' | 'currency' | 'value'>
export type AssetsAtDate = { date: string; currency: string; value: string }

/**
 * Assets at each date of a report and on its last day, in each currency, oldest first; zero where
 * nothing was held.
 */
export function assetsByDate(lines: readonly Dated[], day: string): AssetsAtDate[] {
  const dates = [...new Set([...lines.map(({ date }) => date), day])].toSorted()
  const currencies = [...new Set(lines.map(({ currency }) => currency))]
  return dates.flatMap((date) =>
    currencies.map((currency) => ({
      date,
      currency,
      value: assetsOf(lines.filter((line) => line.date === date && line.currency === currency)),
    })),
  )
}

type Sold = Pick<SalesLine, 'transactions' | 'subscriptions' | 'redemptions'>
export type Flows = { transactions: number; inflow: string; outflow: string; net: string }

/**
 * Inflow and outflow of lines of one currency. Switches count as transactions, but as neither
 * inflow nor outflow.
 */
export function flowsOf(lines: readonly Sold[]): Flows {
  return {
    transactions: lines.reduce((count, { transactions }) => count + transactions, 0),
    inflow: rounded(total(lines.map(({ subscriptions }) => subscriptions)), 2),
    outflow: rounded(total(lines.map(({ redemptions }) => redemptions)), 2),
    net: netSalesOf(lines),
  }
}

/** The sum of figures of one currency with two decimals, for the foot of a column. */
export const sumOf = (amounts: readonly string[]): string => rounded(amounts.reduce(plus, '0'), 2)
