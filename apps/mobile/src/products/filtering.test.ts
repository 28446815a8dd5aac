import type { Product } from '@rmtools/contracts/bff/market'
import { filtersOn, matchingProducts, noFilter } from './filtering.ts'

const product = (code: string, more: Partial<Product>): Product =>
  ({
    code,
    isin: `ID${code}`,
    name: code,
    manager: 'Andalan',
    type: 'EQUITY',
    riskLevel: 4,
    currency: 'IDR',
    syariah: false,
    status: 'ACTIVE',
    ...more,
  }) as Product
const products = [
  product('CASH', { name: 'Kas Rupiah', type: 'MONEY_MARKET', riskLevel: 1 }),
  product('SHARES', { name: 'Saham Syariah', syariah: true, manager: 'Bahtera' }),
  product('DOLLAR', { name: 'Dolar', currency: 'USD', riskLevel: 3, type: 'MIXED' }),
  product('OLD', { name: 'Awal', status: 'CLOSED' }),
]
const found = (filter: Partial<typeof noFilter>, favourites: string[] = []) =>
  matchingProducts(products, { ...noFilter, ...filter }, new Set(favourites)).map(
    ({ code }) => code,
  )

test('what is offered stands before what is not', () => {
  expect(found({})).toEqual(['DOLLAR', 'CASH', 'SHARES', 'OLD'])
})

test('filters and search narrow it down together', () => {
  expect(found({ riskMax: 3 })).toEqual(['DOLLAR', 'CASH'])
  expect(found({ riskMax: 3, currency: 'IDR' })).toEqual(['CASH'])
  expect(found({ isSyariahOnly: true })).toEqual(['SHARES'])
  expect(found({ types: ['MIXED', 'MONEY_MARKET'] })).toEqual(['DOLLAR', 'CASH'])
  expect(found({ managers: ['Bahtera'] })).toEqual(['SHARES'])
  expect(found({ search: 'rupiah kas' })).toEqual(['CASH'])
  expect(found({ isFavouriteOnly: true }, ['OLD'])).toEqual(['OLD'])
})

test('filters are counted, the search is not one', () => {
  expect(filtersOn({ ...noFilter, search: 'x' })).toBe(0)
  expect(filtersOn({ ...noFilter, riskMax: 2, types: ['BOND'], currency: 'USD' })).toBe(3)
})
