// One notion, one figure: the same data from every operation, file, document and screen function
// that shows it, as docs/FIGURES.md defines. It covers companies, currencies, switches,
// redemptions, a sold-off book and a pending order.
import { parseCsv } from 'hucre/csv'
import { streamXlsxRows } from 'hucre/xlsx'
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
import { minus, total } from '@rmtools/contracts/decimals'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { formatMoney, formatPercent } from '@rmtools/look/format'
import { createBffWorld, type BffWorld } from '../testing/bff-world.ts'
import { A, BAGUS, LINA_OF_B, RINA, SARI, type Person } from '../testing/people.ts'

// The figures that the apps calculate, loaded by path: the apps are separate workspaces, one with
// its own compiler.
type InApp = { value: string; count: number; inflow: string; outflow: string }
type AppFigures = {
  aumByDate(lines: readonly AumReportLine[], day: string): InApp[]
  aumByProduct(lines: readonly AumReportLine[], day: string): InApp[]
  aumByInvestor(lines: readonly InvestorReportLine[]): InApp[]
  salesByMonth(lines: readonly SalesReportLine[]): InApp[]
  salesByProduct(lines: readonly SalesReportLine[]): InApp[]
}
type Sums = {
  subscriptions: string
  redemptions: string
  net: string
  fees: string
  transactions: number
}
type Held = { value: string; share: string }
type ConsoleFigures = {
  aumTables(
    lines: readonly AumReportLine[],
    by: 'month' | 'product' | 'rm',
    day: string,
  ): { rows: Held[]; total: Held }[]
  salesTables(
    lines: readonly SalesReportLine[],
    by: 'month' | 'product' | 'rm',
  ): { rows: Sums[]; total: Sums }[]
}
const inApps = (path: string) => new URL(`../../../../apps/${path}`, import.meta.url).href
const { aumByDate, aumByInvestor, aumByProduct, salesByMonth, salesByProduct } = (await import(
  inApps('mobile/src/reports/figures.ts')
)) as AppFigures
const { aumTables, salesTables } = (await import(
  inApps('admin/src/reports/sums.ts')
)) as ConsoleFigures

const rina: Person = { id: RINA, role: 'rm' }
const sari: Person = { id: SARI, role: 'company-admin' }
const KNOWN = '0199a000-0000-7000-8000-0000000000c1'
const to = TEST_START.toISOString().slice(0, 10)
// As many months as the home screen shows.
const from = '2025-12-01'
const period = `from=${from}&to=${to}`
let world: BffWorld

const deal = (
  type: string,
  productCode: string,
  date: string,
  amount: string,
  more: object = {},
) => ({
  type,
  productCode,
  date,
  amount,
  ...more,
})
const holder = (tenant: string, rmId: string, externalId: string, transactions: object[]) => ({
  tenant,
  rmId,
  externalId,
  sourceId: `source-${externalId}`,
  sid: null,
  ifua: null,
  transactions,
})

beforeAll(async () => {
  world = await createBffWorld()
  world.known.push({ id: KNOWN, companyId: A, rmId: RINA, externalId: 'EXT-1' })
  world.simulator.control.seed({
    investors: [
      holder('TENANT-A', RINA, 'EXT-1', [
        deal('SUBSCRIPTION', 'ANDALAN-KAS', '2026-01-12', '3333333.33'),
        deal('SUBSCRIPTION', 'ANDALAN-OBLIGASI', '2026-02-10', '3333333.33'),
        deal('SUBSCRIPTION', 'ANDALAN-BERIMBANG', '2026-11-03', '3333333.33'),
        deal('SWITCHING', 'ANDALAN-KAS', '2026-11-04', '1000000', {
          targetProductCode: 'ANDALAN-OBLIGASI',
        }),
        deal('REDEMPTION', 'ANDALAN-OBLIGASI', '2026-11-05', '777777.77'),
        deal('SUBSCRIPTION', 'ELANG-DOLAR', '2026-03-10', '1234.56'),
      ]),
      // Sold off in another currency: from June the book has nothing in it.
      holder('TENANT-A', RINA, 'EXT-2', [
        deal('SUBSCRIPTION', 'DHARMA-DOLAR', '2026-02-10', '5000'),
        { type: 'REDEMPTION', productCode: 'DHARMA-DOLAR', date: '2026-06-10', all: true },
        deal('SUBSCRIPTION', 'ANDALAN-KAS', '2026-10-12', '250000'),
      ]),
      holder('TENANT-A', BAGUS, 'EXT-3', [
        deal('SUBSCRIPTION', 'DHARMA-GLOBAL', '2026-02-10', '9000'),
        { type: 'REDEMPTION', productCode: 'DHARMA-GLOBAL', date: '2026-09-10', all: true },
      ]),
      holder('TENANT-B', LINA_OF_B, 'EXT-9', [
        deal('SUBSCRIPTION', 'ANDALAN-KAS', '2026-02-10', '99999999'),
      ]),
    ],
  } as never)
  world.reserved.set(KNOWN, [
    {
      instructionId: KNOWN,
      productCode: 'ANDALAN-OBLIGASI',
      amount: null,
      units: '10.0000',
      allUnits: false,
      isAtBib: false,
      sentAt: null,
    },
  ])
})
afterAll(async () => await world[Symbol.asyncDispose]())

const json = async <T>(path: string, who: Person) =>
  JSON.parse((await world.get(path, who)).text) as T
const sumOf = (values: readonly string[]) => total(values.length === 0 ? ['0.00'] : values)

async function bytesOf(path: string, who: Person): Promise<Uint8Array> {
  const reply = await fetch(`${world.url}${path}`, {
    headers: { authorization: `Bearer ${await world.tokenOf(who)}` },
  })
  expect([path, reply.status]).toEqual([path, 200])
  return new Uint8Array(await reply.arrayBuffer())
}

/**
 * The figures of a column of a CSV file, as an Indonesian screen formats them, and of an Excel
 * file.
 */
async function columns(
  kind: string,
  title: string,
  query: string,
  who: Person,
): Promise<{ csv: string[]; xlsx: string[]; dates: string[] }> {
  const [head = [], ...lines] = parseCsv(
    (await world.get(`/reports/${kind}.csv?${query}`, who)).text,
  )
  const rows: unknown[][] = []
  for await (const { values } of streamXlsxRows(
    await bytesOf(`/reports/${kind}.xlsx?${query}`, who),
  ))
    rows.push([...values])
  const [titles = [], ...cells] = rows
  const plain = (written: unknown) =>
    Number(String(written).replaceAll('.', '').replace(',', '.')).toFixed(2)
  return {
    csv: lines.map((line) => plain(line[head.indexOf(title)])),
    xlsx: cells.map((line) => Number(line[titles.indexOf(title)]).toFixed(2)),
    dates: lines.map((line) => String(line[0])),
  }
}

type Report<L> = { asOf: string; items: L[] }

for (const [who, name] of [
  [rina, 'an RM'],
  [sari, 'the office'],
] as const)
  for (const currency of ['IDR', 'USD'])
    test(`assets in ${currency} of ${name} are one figure at home, in reports, files, print and both apps`, async () => {
      const query = `${period}&currency=${currency}`
      const home = await json<Dashboard>('/dashboard?months=12', who)
      const report = await json<Report<AumReportLine>>(`/reports/aum?${query}`, who)
      const investors = await json<Report<InvestorReportLine>>(
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
      const { csv, xlsx, dates } = await columns(
        'aum',
        'Dana kelolaan',
        `${query}&language=id`,
        who,
      )
      const last = dates.at(-1)
      const onLast = (values: string[]) => sumOf(values.filter((_, index) => dates[index] === last))
      if (report.items.some(({ date }) => date === day))
        expect([onLast(csv), onLast(xlsx)]).toEqual([figure?.value, figure?.value])
      const print = await pdfText(await bytesOf(`/reports/book.pdf?${query}&language=id`, who))
      expect(print).toContain(
        formatMoney(figure?.value ?? '0', currency, 'id').replaceAll('\u00a0', ' '),
      )
      expect(sumOf(byProduct?.rows.map(({ share }) => share) ?? [])).toBe(
        byProduct?.rows.length === 0 ? '0.00' : '100.00',
      )
      if (who === rina) {
        const today = (await json<Today>('/today', who)).aum?.items.find(
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
  const home = await json<Dashboard>('/dashboard?months=12', bagus)
  const report = await json<Report<AumReportLine>>(`/reports/aum?${period}&currency=USD`, bagus)
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
    const home = await json<Dashboard>('/dashboard?months=12', rina)
    const report = await json<Report<SalesReportLine>>(`/reports/sales?${query}`, rina)
    const investors = await json<Report<InvestorReportLine>>(
      `/reports/investors?${query}&limit=1000`,
      rina,
    )
    const transactions = await json<
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
    const { csv, xlsx } = await columns('sales', 'Penjualan bersih', `${query}&language=id`, rina)
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
  const portfolio = await json<Portfolio>(`/investors/${KNOWN}/portfolio`, rina)
  const print = await pdfText(await bytesOf(`/investors/${KNOWN}/statement?language=en`, rina))
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
    const { items } = await json<Report<InvestorReportLine>>(
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
