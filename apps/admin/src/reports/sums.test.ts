import { expect, test } from 'vitest'
import type { AumReportLine, SalesReportLine } from '@rmtools/contracts/bff/report-lines'
import { aumTables, salesTables } from './sums.ts'

const aum = (
  date: string,
  productCode: string,
  value: string,
  more: Partial<AumReportLine> = {},
): AumReportLine => ({
  date,
  rmId: 'r1',
  rmName: 'Rina',
  productCode,
  productName: productCode.toLowerCase(),
  currency: 'IDR',
  investors: 1,
  units: '1.0000',
  value,
  ...more,
})

test('sums are exact beyond what a double holds, and currencies stay apart', () => {
  const lines = [
    aum('2026-10-31', 'A', '9007199254740993.01'),
    aum('2026-10-31', 'B', '0.02'),
    aum('2026-10-31', 'U', '10.00', { currency: 'USD' }),
  ]
  const [rupiah, dollars] = aumTables(lines, 'month', '2026-10-31')
  expect(rupiah?.total.value).toBe('9007199254740993.03')
  expect([dollars?.currency, dollars?.total.value]).toEqual(['USD', '10.00'])
})

test('assets of products and RMs are those of the last day; months keep all days, and the total is of the last one', () => {
  const lines = [
    aum('2026-09-30', 'A', '1.00'),
    aum('2026-10-31', 'A', '30.00'),
    aum('2026-10-31', 'B', '10.00', { rmId: 'r2', rmName: null }),
  ]
  const [byProduct] = aumTables(lines, 'product', '2026-10-31')
  expect(
    byProduct?.rows.map(({ key, value, share, investors }) => [key, value, share, investors]),
  ).toEqual([
    ['A', '30.00', '75.00', 1],
    ['B', '10.00', '25.00', 1],
  ])
  const [byMonth] = aumTables(lines, 'month', '2026-10-31')
  expect(byMonth?.rows.map(({ key, value }) => [key, value])).toEqual([
    ['2026-09-30', '1.00'],
    ['2026-10-31', '40.00'],
  ])
  expect(byMonth?.total.value).toBe('40.00')
  expect(
    aumTables(lines, 'rm', '2026-10-31')[0]?.rows.map(({ name, investors }) => [name, investors]),
  ).toEqual([
    ['Rina', null],
    ['', null],
  ])
})

test('sales are summed over the period; nothing is zero, not minus zero', () => {
  const line: SalesReportLine = {
    month: '2026-10',
    rmId: 'r1',
    rmName: 'Rina',
    productCode: 'A',
    productName: 'a',
    currency: 'IDR',
    transactions: 2,
    subscriptions: '100.10',
    redemptions: '100.10',
    switchIn: '0.00',
    switchOut: '0.00',
    net: '0.00',
    fees: '0.50',
  }
  const [table] = salesTables(
    [line, { ...line, month: '2026-09', subscriptions: '0.20', redemptions: '0.00', net: '0.20' }],
    'month',
  )
  expect(table?.rows.map(({ key, net }) => [key, net])).toEqual([
    ['2026-09', '0.20'],
    ['2026-10', '0.00'],
  ])
  expect(table?.total).toMatchObject({
    transactions: 4,
    subscriptions: '100.30',
    net: '0.20',
    fees: '1.00',
  })
})

test('without lines there is nothing to show', () => {
  expect(aumTables([], 'month', '2026-10-31')).toEqual([])
  expect(salesTables([], 'rm')).toEqual([])
})
