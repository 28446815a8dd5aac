// The sums of the home screen, and that they are those of the reports.
import { parseCsv } from 'hucre/csv'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Dashboard } from '@rmtools/contracts/bff/dashboard'
import type { Today } from '@rmtools/contracts/bff/today'
import { TEST_START } from '@rmtools/kit/testing-clock'
import { BAGUS, SARI, type Person } from '../testing/people.ts'
import { createReportsWorld, type ReportsWorld } from './reports-world.ts'

const sari: Person = { id: SARI, role: 'company-admin' }
const to = TEST_START.toISOString().slice(0, 10)
let world: ReportsWorld

beforeAll(async () => void (world = await createReportsWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

describe('the dashboard', () => {
  test('sums assets and sales per currency, month, product and RM', async () => {
    const { status, body } = await world.get('/dashboard?months=24', sari)
    expect(status).toBe(200)
    expect(body.aum?.byRm.map(({ rmName }) => rmName).sort()).toEqual(['=Rina', 'Bagus'])
    expect(body.aum?.byMonth.length).toBeGreaterThan(6)
    expect(body.sales?.byRm).toMatchObject([
      { inflow: '10000000.00', outflow: '0.00', net: '10000000.00', transactions: 1 },
      { inflow: '10000000.00' },
    ])
    expect(body.sales?.byMonth.map(({ inflow }) => inflow)).toEqual(['20000000.00'])
  })

  test('of an RM without investors is empty, not an error', async () => {
    const { status, body } = await world.get('/dashboard', { id: SARI, role: 'rm' })
    expect([status, body.aum?.byMonth, body.sales?.byRm]).toEqual([200, [], []])
  })

  test('without Bib shows the counts', async () => {
    world.simulator.control.setFaults({ down: { on: true } })
    const { status, body } = await world.get('/dashboard?months=7', sari)
    expect([status, body.aum, body.sales, body.leads]).toEqual([200, null, null, []])
    world.simulator.control.clearFaults()
  })
})

describe('net sales', () => {
  test('are one figure on the home screen, the day of an RM, the report and its files: switches are neither in nor out', async () => {
    const thisMonth = to.slice(0, 7)
    const date = `${thisMonth}-02`
    world.simulator.control.seed({
      investors: [
        {
          tenant: 'TENANT-A',
          rmId: BAGUS,
          externalId: 'EXT-SWITCH',
          sourceId: 'switching',
          sid: null,
          ifua: null,
          transactions: [
            { type: 'SUBSCRIPTION', productCode: 'ANDALAN-KAS', date, amount: '9000000' },
            {
              type: 'SWITCHING',
              productCode: 'ANDALAN-KAS',
              targetProductCode: 'ANDALAN-OBLIGASI',
              date: `${thisMonth}-03`,
              amount: '4000000',
            },
            {
              type: 'REDEMPTION',
              productCode: 'ANDALAN-KAS',
              date: `${thisMonth}-04`,
              amount: '1000000',
            },
          ],
        },
      ],
    })
    const bagus: Person = { id: BAGUS, role: 'rm' }
    const sum = (lines: readonly { net: string }[]) =>
      lines.reduce((total, { net }) => total + Number(net), 0).toFixed(2)
    const month = `from=${thisMonth}-01&to=${to}`
    const report = JSON.parse((await world.get(`/reports/sales?${month}`, bagus)).text) as {
      items: { net: string; switchIn: string }[]
    }
    const home = JSON.parse((await world.get('/dashboard?months=1', bagus)).text) as Dashboard
    const day = JSON.parse((await world.get('/today', bagus)).text) as Today
    const [head = [], ...lines] = parseCsv(
      (await world.get(`/reports/sales.csv?${month}`, bagus)).text,
    )
    const [titles = [], ...rows] = (await world.sheetOf(`/reports/sales.xlsx?${month}`, bagus)).rows
    // A CSV file formats figures as the screens do.
    const plain = (written: unknown) => String(written).replaceAll('.', '').replace(',', '.')
    expect(report.items.some(({ switchIn }) => Number(switchIn) > 0)).toBe(true)
    const inReport = report.items as unknown as {
      productCode: string
      net: string
      subscriptions: string
      redemptions: string
    }[]
    const wanted = inReport
      .reduce((total, line) => total + Number(line.subscriptions) - Number(line.redemptions), 0)
      .toFixed(2)
    expect({
      report: sum(report.items),
      csv: sum(lines.map((line) => ({ net: plain(line[head.indexOf('Penjualan bersih')]) }))),
      xlsx: sum(rows.map((row) => ({ net: String(row[titles.indexOf('Penjualan bersih')]) }))),
      byMonth: sum(home.sales?.byMonth ?? []),
      byProduct: sum(home.sales?.byProduct ?? []),
      byRm: sum(home.sales?.byRm ?? []),
      day: day.sales?.items[0]?.thisMonth.net,
    }).toEqual({
      report: wanted,
      csv: wanted,
      xlsx: wanted,
      byMonth: wanted,
      byProduct: wanted,
      byRm: wanted,
      day: wanted,
    })
    expect(inReport.find(({ productCode }) => productCode === 'ANDALAN-OBLIGASI')?.net).toBe('0.00')
    const ofFund = Object.fromEntries(
      (home.sales?.byProduct ?? []).map(({ productCode, net }) => [productCode, net]),
    )
    for (const { productCode, net } of inReport)
      expect([productCode, ofFund[productCode]]).toEqual([productCode, net])
  })
})
