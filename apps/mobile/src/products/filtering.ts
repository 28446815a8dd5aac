// Searches and filters the catalogue. Pure.
import type { Product } from '@rmtools/contracts/bff/market'
import { isMatch } from '../ui/search.ts'

export type ProductFilter = {
  search: string
  types: readonly Product['type'][]
  riskMax: number
  managers: readonly string[]
  currency: string | undefined
  isSyariahOnly: boolean
  isFavouriteOnly: boolean
}

export const noFilter: ProductFilter = {
  search: '',
  types: [],
  riskMax: 5,
  managers: [],
  currency: undefined,
  isSyariahOnly: false,
  isFavouriteOnly: false,
}

/** The matching products: those on offer first, then by name. */
export function matchingProducts(
  products: readonly Product[],
  filter: ProductFilter,
  favourites: ReadonlySet<string>,
): Product[] {
  const { search, types, riskMax, managers, currency, isSyariahOnly, isFavouriteOnly } = filter
  return products
    .filter(
      (product) =>
        isMatch(search, [product.name, product.manager, product.code, product.isin], null) &&
        (types.length === 0 || types.includes(product.type)) &&
        product.riskLevel <= riskMax &&
        (managers.length === 0 || managers.includes(product.manager)) &&
        (currency === undefined || product.currency === currency) &&
        (!isSyariahOnly || product.syariah) &&
        (!isFavouriteOnly || favourites.has(product.code)),
    )
    .toSorted(
      (a, b) =>
        Number(b.status === 'ACTIVE') - Number(a.status === 'ACTIVE') ||
        a.name.localeCompare(b.name),
    )
}

/** The number of active filters, not counting the search. */
export function filtersOn({
  types,
  riskMax,
  managers,
  currency,
  isSyariahOnly,
}: ProductFilter): number {
  return (
    types.length +
    managers.length +
    Number(riskMax < 5) +
    Number(currency !== undefined) +
    Number(isSyariahOnly)
  )
}
