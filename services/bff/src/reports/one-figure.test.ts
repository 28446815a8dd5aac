// One notion, one figure: the same data from every operation, file, document and screen function
// that shows it, as docs/FIGURES.md defines. It covers companies, currencies, switches,
// redemptions, a sold-off book and a pending order.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import type { Portfolio } from '@rmtools/contracts/bff/market'
import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
} from '@rmtools/contracts/bff/report-lines'
import type { Today } from '@rmtools/contracts/bff/today'
import { reportDay } from '@rmtools/contracts/bff/book-figures'
import { sharesByType, sharesOfPositions } from '@rmtools/contracts/bff/shares'
import { minus } from '@rmtools/contracts/decimals'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { formatMoney, formatPercent } from '@rmtools/look/format'
import { BAGUS, type Person } from '../testing/people.ts'
import {
  aumByDate,
  aumByInvestor,
  aumByProduct,
  aumTables,
  createFigureWorld,
  KNOWN,
  period,
  rina,
  salesByMonth,
  salesByProduct,
  salesTables,
  sari,
  sumOf,
  to,
  type FigureWorld,
  type InApp,
  type Report,
} from './one-figure-world.ts'

let world: FigureWorld
beforeAll(async () => void (world = await createFigureWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

for (const [who, name] of [
  [rina, 'an RM'],
  [sari, 'the office'],
] as const)
  for (const currency of ['IDR', 'USD'])
    test(`assets in ${currency} of ${name} are one figure at home, in reports, files, print and both apps`, async () => {
      const query = `${period}&currency=${currency}`
      const home = await world.json<Dashboard>('/dashboard?months=12', who)
      const report = await world.json<Report<AumReportLine>>(`/reports/aum?${query}`, who)
      const investors = await world.json<Report<InvestorReportLine>>(
        `/reports/investors?${query}&limit=1000`,
        who,
      )
      const day = reportDay({ to, asOf: report.asOf })
      expect(day).toBe(to)
      const ofHome = (list: readonly { currency: string; value: string }[] = []) =>
        sumOf(list.filter((one) => one.currency === currency).map(({ value }) => value))
      const figure = home.aum?.byMonth.filter((month) => month.currency === currency).at(-1)
      const byProduct = aumTables(report.items, 'product', day)[0]
      const shown = {
        'home by product': ofHome(home.aum?.byProduct),
        'home by RM': ofHome(home.aum?.byRm),
        'console by month': aumTables(report.items, 'month', day)[0]?.rows.at(-1)?.value,
        'console total': byProduct?.total.value,
        'console by product': sumOf(byProduct?.rows.map(({ value }) => value) ?? []),
        'app total': aumByDate(report.items, day).at(-1)?.value,
        'app by product': sumOf(aumByProduct(report.items, day).map(({ value }) => value)),
      }
      expect(figure?.date).toBe(day)
      expect(Object.entries(shown).filter(([, value]) => value !== figure?.value)).toEqual([])
      // Bib rounds each line of a report: lines are by product there, by investor here.
      expect(
        Math.abs(
          Number(
            minus(
              sumOf(aumByInvestor(investors.items).map(({ value }) => value)),
              figure?.value ?? '0',
            ),
          ),
        ),
      ).toBeLessThan(0.05)
      const { csv, xlsx, dates } = await world.columns(
        'aum',
        'Dana kelolaan',
        `${query}&language=id`,
        who,
      )
      const last = dates.at(-1)
      const onLast = (values: string[]) => sumOf(values.filter((_, index) => dates[index] === last))
      if (report.items.some(({ date }) => date === day))
        expect([onLast(csv), onLast(xlsx)]).toEqual([figure?.value, figure?.value])
      const print = await pdfText(
        await world.bytesOf(`/reports/book.pdf?${query}&language=id`, who),
      )
      expect(print).toContain(
        formatMoney(figure?.value ?? '0', currency, 'id').replaceAll('\u00a0', ' '),
      )
      expect(sumOf(byProduct?.rows.map(({ share }) => share) ?? [])).toBe(
        byProduct?.rows.length === 0 ? '0.00' : '100.00',
      )
      if (who === rina) {
        const today = (await world.json<Today>('/today', who)).aum?.items.find(
          (one) => one.currency === currency,
        )
        const months = home.aum?.byMonth.filter((month) => month.currency === currency) ?? []
        expect([today?.now, today?.lastMonthEnd]).toEqual([
          figure?.value,
          months.find(({ month }) => month === '2026-10')?.value,
        ])
      }
    })

test('what was sold off is nothing on every screen, not what it was on the last day with units', async () => {
  const bagus: Person = { id: BAGUS, role: 'rm' }
  const home = await world.json<Dashboard>('/dashboard?months=12', bagus)
  const report = await world.json<Report<AumReportLine>>(
    `/reports/aum?${period}&currency=USD`,
    bagus,
  )
  const day = reportDay({ to, asOf: report.asOf })
  expect(report.items.length).toBeGreaterThan(3)
  expect({
    home: home.aum?.byMonth.at(-1)?.value,
    products: home.aum?.byProduct,
    console: aumTables(report.items, 'product', day)[0]?.total.value,
    app: aumByDate(report.items, day).at(-1)?.value,
    appProducts: aumByProduct(report.items, day),
  }).toEqual({ home: '0.00', products: [], console: '0.00', app: '0.00', appProducts: [] })
})

test.each(['IDR', 'USD'])(
  'sales in %s are one figure at home, in reports, files, print and both apps',
  async (currency) => {
    const query = `${period}&currency=${currency}`
    const home = await world.json<Dashboard>('/dashboard?months=12', rina)
    const report = await world.json<Report<SalesReportLine>>(`/reports/sales?${query}`, rina)
    const investors = await world.json<Report<InvestorReportLine>>(
      `/reports/investors?${query}&limit=1000`,
      rina,
    )
    const transactions = await world.json<
      Report<{ currency: string; type: string; amount: string; fee: string }>
    >(`/reports/transactions?${period}&limit=100`, rina)
    const done = transactions.items.filter((one) => one.currency === currency)
    const of = (type: string) =>
      sumOf(done.filter((one) => one.type === type).map(({ amount }) => amount))
    const wanted = {
      inflow: of('SUBSCRIPTION'),
      outflow: of('REDEMPTION'),
      net: minus(of('SUBSCRIPTION'), of('REDEMPTION')),
      transactions: done.length,
    }
    const summed = (
      lines: readonly { inflow: string; outflow: string; net: string; transactions: number }[] = [],
    ) => ({
      inflow: sumOf(lines.map(({ inflow }) => inflow)),
      outflow: sumOf(lines.map(({ outflow }) => outflow)),
      net: sumOf(lines.map(({ net }) => net)),
      transactions: lines.reduce((sum, line) => sum + line.transactions, 0),
    })
    const ofCurrency = <L extends { currency: string }>(lines: readonly L[] = []) =>
      lines.filter((line) => line.currency === currency)
    const inApp = (sums: readonly InApp[]) =>
      summed(sums.map((one) => ({ ...one, net: one.value, transactions: one.count })))
    const table = salesTables(report.items, 'product')[0]
    const console = table && {
      inflow: table.total.subscriptions,
      outflow: table.total.redemptions,
      net: table.total.net,
      transactions: table.total.transactions,
    }
    const { csv, xlsx } = await world.columns(
      'sales',
      'Penjualan bersih',
      `${query}&language=id`,
      rina,
    )
    expect(Number(wanted.inflow)).toBeGreaterThan(0)
    expect({
      byMonth: summed(ofCurrency(home.sales?.byMonth)),
      byProduct: summed(ofCurrency(home.sales?.byProduct)),
      byRm: summed(ofCurrency(home.sales?.byRm)),
      console,
      appMonths: inApp(salesByMonth(report.items)),
      appProducts: inApp(salesByProduct(report.items)),
      files: [sumOf(csv), sumOf(xlsx)],
      fees: table?.total.fees,
      investors: [
        sumOf(investors.items.map(({ inflow }) => inflow)),
        sumOf(investors.items.map(({ outflow }) => outflow)),
      ],
    }).toEqual({
      byMonth: wanted,
      byProduct: wanted,
      byRm: wanted,
      console: wanted,
      appMonths: wanted,
      appProducts: wanted,
      files: [wanted.net, wanted.net],
      fees: sumOf(done.map(({ fee }) => fee)),
      investors: [wanted.inflow, wanted.outflow],
    })
  },
)

test('a portfolio says one value, gain and share on its screens, in its statement and in the report', async () => {
  const portfolio = await world.json<Portfolio>(`/investors/${KNOWN}/portfolio`, rina)
  const print = await pdfText(
    await world.bytesOf(`/investors/${KNOWN}/statement?language=en`, rina),
  )
  const shares = sharesOfPositions(portfolio.positions)
  expect(portfolio.totals.map(({ currency }) => currency).toSorted()).toEqual(['IDR', 'USD'])
  for (const { currency, value, cost, gain } of portfolio.totals) {
    const held = portfolio.positions.filter((position) => position.currency === currency)
    expect([
      sumOf(held.map((one) => one.value)),
      sumOf(held.map((one) => one.cost)),
      sumOf(held.map((one) => one.gain)),
      minus(value, cost),
    ]).toEqual([value, cost, gain, gain])
    const { items } = await world.json<Report<InvestorReportLine>>(
      `/reports/investors?${period}&currency=${currency}`,
      rina,
    )
    expect(items.find(({ externalId }) => externalId === 'EXT-1')?.value).toBe(value)
    expect(sumOf(held.map((position) => shares.get(position) ?? ''))).toBe('100.00')
    expect(sumOf(sharesByType(held).map(({ percent }) => percent))).toBe('100.00')
    for (const said of [value, cost, gain].map((amount) => formatMoney(amount, currency, 'en')))
      expect(print).toContain(said.replaceAll('\u00a0', ' '))
    for (const position of held) expect(print).toContain(formatPercent(shares.get(position), 'en'))
  }
})

test('shares of types are the sums of the shares of their positions', () => {
  const held = ['A', 'B', 'C'].map((productCode) => ({
    productCode,
    currency: 'IDR',
    value: '1.00',
    productType: productCode === 'C' ? 'X' : 'Y',
  }))
  expect([[...sharesOfPositions(held).values()], sharesByType(held)]).toEqual([
    ['33.34', '33.33', '33.33'],
    [
      { type: 'Y', percent: '66.67' },
      { type: 'X', percent: '33.33' },
    ],
  ])
  const equal = ['A', 'B', 'C', 'D', 'E', 'F'].map((productCode, index) => ({
    productCode,
    currency: 'IDR',
    value: '1.00',
    productType: index < 5 ? 'Y' : 'X',
  }))
  expect(sumOf(sharesByType(equal).map(({ percent }) => percent))).toBe('100.00')
})
