// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate, Currency, Instant, Search } from './fields.ts'
import type { NavPoint, Percent, Product, ProductCode, ProductType } from './market.ts'

export type ProductNavs = {
  asOf: Instant
  isStale: boolean
  productCode: ProductCode
  items: Array<NavPoint>
  maxDrawdown: Percent | null
  returns: {
    '1m': Percent | null
    '3m': Percent | null
    '6m': Percent | null
    ytd: Percent | null
    '1y': Percent | null
    '3y': Percent | null
  }
}

export type ProductsListInput = {
  type?: ProductType
  /** Highest risk level */
  riskMax?: number
  manager?: string
  syariah?: boolean
  currency?: Currency
  search?: Search
}

export type ProductsGetInput = {
  code: ProductCode
}

export type ProductsFactSheetInput = {
  code: ProductCode
}

export type ProductsNavsInput = {
  code: ProductCode
  from?: CalendarDate
  to?: CalendarDate
}

export type ProductsApi = {
  /**
   * Products that the active company may sell
   *
   * Needs the permission `product.read`.
   */
  list: Method<ProductsListInput, {
    asOf: Instant
    isStale: boolean
    items: Array<Product>
  }>
  /**
   * A product
   *
   * Needs the permission `product.read`.
   */
  get: Method<ProductsGetInput, {
    asOf: Instant
    isStale: boolean
    product: Product
  }>
  /**
   * The fact sheet of a product, as PDF
   *
   * Needs the permission `product.read`.
   */
  factSheet: Method<ProductsFactSheetInput, Uint8Array>
  /**
   * Published NAV of a product, oldest first, with returns and drawdown
   *
   * From `from` to `to`, both included and at most three years apart; by default the year up to today.
   *
   * Needs the permission `product.read`.
   */
  navs: Method<ProductsNavsInput, ProductNavs>
}

export const products = {
  list: {"method":"GET","path":"/products","query":["type","riskMax","manager","syariah","currency","search"],"reply":"json"},
  get: {"method":"GET","path":"/products/{code}","reply":"json"},
  factSheet: {"method":"GET","path":"/products/{code}/factsheet","reply":"bytes"},
  navs: {"method":"GET","path":"/products/{code}/navs","query":["from","to"],"reply":"json"},
} as const satisfies Operations[string]
