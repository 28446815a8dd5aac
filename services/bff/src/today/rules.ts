// The next cut-offs, and a month compared with the previous one. Pure: it receives the calendar,
// the products and the report lines.
import { assetsByDate, flowsOf } from '@rmtools/contracts/bff/book-figures'
import type { AumLine, Product, SalesLine } from '@rmtools/contracts/bff/market'
import type { CutOff, Today } from '@rmtools/contracts/bff/today'
import { navDateFor, type Holidays } from '@rmtools/contracts/crm/nav-date'
import { jakarta } from '@rmtools/kit/clock'

/**
 * The next cut-off of each group of products on sale, and the NAV date of an order before it;
 * soonest first.
 */
export function nextCutOffs(products: readonly Product[], now: Date, holidays: Holidays): CutOff[] {
  const sold = products.filter(({ status }) => status === 'ACTIVE')
  return [...Map.groupBy(sold, ({ cutOff }) => cutOff)]
    .map(([cutOff, group]) => {
      const navDate = navDateFor(jakarta(now), cutOff, holidays)
      const closesAt = new Date(`${navDate}T${cutOff}:00+07:00`).toISOString()
      return {
        cutOff,
        closesAt,
        navDate,
        products: group.length,
        types: [...new Set(group.map(({ type }) => type))],
      }
    })
    .toSorted((one, other) => (one.closesAt < other.closesAt ? -1 : 1))
}

const currenciesOf = (lines: readonly { currency: string }[]) =>
  [...new Set(lines.map(({ currency }) => currency))].toSorted()
type Months = { thisMonth: string; lastMonth: string }

/** Sales of two months (yyyy-mm) per currency; switches are neither inflow nor outflow. */
export function monthlySales(
  lines: readonly SalesLine[],
  { thisMonth, lastMonth }: Months,
): NonNullable<Today['sales']>['items'] {
  const of = (currency: string, month: string) =>
    flowsOf(lines.filter((line) => line.currency === currency && line.month === month))
  return currenciesOf(lines).map((currency) => ({
    currency,
    thisMonth: of(currency, thisMonth),
    lastMonth: of(currency, lastMonth),
  }))
}

/** Assets on the last day of the report and at the end of the previous month, per currency. */
export function monthlyAum(
  lines: readonly AumLine[],
  { lastMonth }: Months,
  day: string,
): NonNullable<Today['aum']>['items'] {
  const dates = assetsByDate(lines, day)
  const lastIn = (currency: string, isMeant: (date: string) => boolean) =>
    dates.findLast((at) => at.currency === currency && isMeant(at.date))?.value ?? '0.00'
  return currenciesOf(lines).map((currency) => ({
    currency,
    now: lastIn(currency, (date) => date === day),
    lastMonthEnd: lastIn(currency, (date) => date.startsWith(lastMonth)),
  }))
}
