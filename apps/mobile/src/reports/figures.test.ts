import type {
  AumReportLine,
  InvestorReportLine,
  SalesReportLine,
} from '@rmtools/contracts/bff/report-lines'
import {
  aumByDate,
  aumByInvestor,
  aumByProduct,
  salesByInvestor,
  salesByMonth,
  salesByProduct,
} from './figures.ts'

const aum = (date: string, productCode: string, value: string): AumReportLine =>
  ({ date, productCode, productName: `Dana ${productCode}`, value, investors: 2 }) as AumReportLine
const sale = (
  month: string,
  productCode: string,
  subscriptions: string,
  redemptions: string,
): SalesReportLine =>
  ({
    month,
    productCode,
    productName: null,
    subscriptions,
    redemptions,
    switchIn: '9',
    switchOut: '9',
    transactions: 1,
  }) as SalesReportLine

test('assets are summed exactly at each date; products as of the latest', () => {
  const lines = [
    aum('2026-11-25', 'A', '0.10'),
    aum('2026-11-25', 'B', '0.20'),
    aum('2026-10-31', 'A', '5'),
  ]
  expect(aumByDate(lines, '2026-11-25').map(({ key, value }) => [key, value])).toEqual([
    ['2026-10-31', '5.00'],
    ['2026-11-25', '0.30'],
  ])
  expect(aumByProduct(lines, '2026-11-25').map(({ name, value }) => [name, value])).toEqual([
    ['Dana B', '0.20'],
    ['Dana A', '0.10'],
  ])
})

test('net sales leave switches out', () => {
  const lines = [
    sale('2026-11', 'A', '100', '30'),
    sale('2026-11', 'B', '50', '0'),
    sale('2026-10', 'A', '0', '10'),
  ]
  expect(salesByMonth(lines).map(({ key, value }) => [key, value])).toEqual([
    ['2026-10', '-10.00'],
    ['2026-11', '120.00'],
  ])
  expect(salesByProduct(lines).map(({ key, inflow, outflow }) => [key, inflow, outflow])).toEqual([
    ['A', '100.00', '40.00'],
    ['B', '50.00', '0.00'],
  ])
})

const line = (name: string, value: string, inflow: string, outflow: string): InvestorReportLine =>
  ({
    externalId: `EXT-${name}`,
    investorId: name,
    investorName: name === 'gone' ? null : name,
    products: 1,
    value,
    inflow,
    outflow,
  }) as InvestorReportLine

test('investors stand by what they hold, and by how much they moved; who has neither is left out', () => {
  const lines = [
    line('siti', '10', '15', '0.00'),
    line('budi', '0.00', '0.00', '30'),
    line('ani', '70', '0.00', '0.00'),
  ]
  expect(aumByInvestor(lines).map(({ name, value }) => [name, value])).toEqual([
    ['ani', '70'],
    ['siti', '10'],
  ])
  expect(salesByInvestor(lines).map(({ name, value }) => [name, value])).toEqual([
    ['budi', '-30.00'],
    ['siti', '15.00'],
  ])
})

test('an investor whom nobody here knows by name goes by the id at Bib', () => {
  expect(aumByInvestor([line('gone', '10', '0', '0')]).map(({ name }) => name)).toEqual([
    'EXT-gone',
  ])
})
