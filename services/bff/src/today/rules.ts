// The next cut-offs, and a month against the one before. Pure: the calendar, the products and the report lines are given.
import { Decimal } from 'decimal.js'
import { netSalesOf } from '@rmtools/contracts/bff/sales'
import type { AumLine, Product, SalesLine } from '@rmtools/contracts/bff/market'
import type { CutOff, Today } from '@rmtools/contracts/bff/today'
import { navDateFor, type Holidays } from '@rmtools/contracts/crm/nav-date'
import { jakarta } from '@rmtools/kit/clock'

/** When each group of products that are sold closes next, and whose NAV an order gets until then; the soonest first. */
export function nextCutOffs(products: readonly Product[], now: Date, holidays: Holidays): CutOff[] {
  const sold = products.filter(({ status }) => status === 'ACTIVE')
  return [...Map.groupBy(sold, ({ cutOff }) => cutOff)]
    .map(([cutOff, group]) => {
      const navDate = navDateFor(jakarta(now), cutOff, holidays)
      const closesAt = new Date(`${navDate}T${cutOff}:00+07:00`).toISOString()
      return { cutOff, closesAt, navDate, products: group.length, types: [...new Set(group.map(({ type }) => type))] }
    })
    .toSorted((one, other) => (one.closesAt < other.closesAt ? -1 : 1))
}

const currenciesOf = (lines: readonly { currency: string }[]) => [...new Set(lines.map(({ currency }) => currency))].toSorted()
const money = (amount: Decimal) => (amount.isZero() ? '0.00' : amount.toFixed(2))
const total = (amounts: readonly string[]) => amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0))

type Months = { thisMonth: string; lastMonth: string }

/** Sales of two months (yyyy-mm) per currency; switches are neither in- nor outflow. */
export function monthlySales(lines: readonly SalesLine[], { thisMonth, lastMonth }: Months): NonNullable<Today['sales']>['items'] {
  const of = (currency: string, month: string) => {
    const own = lines.filter((line) => line.currency === currency && line.month === month)
    const [inflow, outflow] = [total(own.map(({ subscriptions }) => subscriptions)), total(own.map(({ redemptions }) => redemptions))]
    const transactions = own.reduce((count, line) => count + line.transactions, 0)
    return { transactions, inflow: money(inflow), outflow: money(outflow), net: netSalesOf(own) }
  }
  return currenciesOf(lines).map((currency) => ({ currency, thisMonth: of(currency, thisMonth), lastMonth: of(currency, lastMonth) }))
}

/** Assets on the last day of the report and at the end of the month before, per currency. */
export function monthlyAum(lines: readonly AumLine[], { lastMonth }: Months): NonNullable<Today['aum']>['items'] {
  const lastDay = lines.reduce((latest, { date }) => (date > latest ? date : latest), '')
  const monthEnd = lines.reduce((latest, { date }) => (date.startsWith(lastMonth) && date > latest ? date : latest), '')
  const at = (currency: string, day: string) =>
    money(total(lines.filter((line) => line.currency === currency && line.date === day).map(({ value }) => value)))
  return currenciesOf(lines).map((currency) => ({ currency, now: at(currency, lastDay), lastMonthEnd: at(currency, monthEnd) }))
}
