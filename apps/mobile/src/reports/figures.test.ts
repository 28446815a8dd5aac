import type { AumReportLine, SalesReportLine } from '@rmtools/contracts/bff/reports'
import { aumByDate, aumByProduct, byInvestor, salesByMonth, salesByProduct } from './figures.ts'

const aum = (date: string, productCode: string, value: string): AumReportLine =>
  ({ date, productCode, productName: `Dana ${productCode}`, value, investors: 2 }) as AumReportLine
const sale = (month: string, productCode: string, subscriptions: string, redemptions: string): SalesReportLine =>
  ({ month, productCode, productName: null, subscriptions, redemptions, switchIn: '9', switchOut: '9', transactions: 1 }) as SalesReportLine

test('assets are summed exactly at each date; products as of the latest', () => {
  const lines = [aum('2026-11-25', 'A', '0.10'), aum('2026-11-25', 'B', '0.20'), aum('2026-10-31', 'A', '5')]
  expect(aumByDate(lines).map(({ key, value }) => [key, value])).toEqual([
    ['2026-10-31', '5'],
    ['2026-11-25', '0.30'],
  ])
  expect(aumByProduct(lines).map(({ name, value }) => [name, value])).toEqual([
    ['Dana B', '0.20'],
    ['Dana A', '0.10'],
  ])
})

test('net sales leave switches out', () => {
  const lines = [sale('2026-11', 'A', '100', '30'), sale('2026-11', 'B', '50', '0'), sale('2026-10', 'A', '0', '10')]
  expect(salesByMonth(lines).map(({ key, value }) => [key, value])).toEqual([
    ['2026-10', '-10'],
    ['2026-11', '120'],
  ])
  expect(salesByProduct(lines).map(({ key, inflow, outflow }) => [key, inflow, outflow])).toEqual([
    ['A', '100', '40'],
    ['B', '50', '0'],
  ])
})

test('investors stand by how much they moved; those of other books are left out', () => {
  const line = (investorId: string | null, type: string, amount: string) => ({ investorId, investorName: investorId, type, amount })
  const sums = byInvestor([
    line('siti', 'SUBSCRIPTION', '10'),
    line('budi', 'REDEMPTION', '30'),
    line(null, 'SUBSCRIPTION', '99'),
    line('siti', 'SUBSCRIPTION', '5'),
  ])
  expect(sums.map(({ key, value, count }) => [key, value, count])).toEqual([
    ['budi', '-30', 1],
    ['siti', '15', 2],
  ])
})
