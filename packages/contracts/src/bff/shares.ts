// The composition of a portfolio, in percent with two decimals. The shares of positions add up to
// 100.00, and those of types are sums of them, so that no two screens show different figures for
// one holding.
import { compare, sharesOf, total } from '../decimals.ts'

type Held = { readonly currency: string; readonly value: string; readonly productType: string }

/** Each position's share, in percent of the positions in its currency. */
export function sharesOfPositions<H extends Held>(positions: readonly H[]): ReadonlyMap<H, string> {
  const currencies = [...new Set(positions.map(({ currency }) => currency))]
  return new Map(
    currencies.flatMap((currency) => {
      const held = positions.filter((position) => position.currency === currency)
      const shares = sharesOf(held.map(({ value }) => value))
      return held.map((position, index) => [position, shares[index] ?? '0.00'] as const)
    }),
  )
}

/** The shares by type of product, largest first, for positions in one currency. */
export function sharesByType<H extends Held>(
  positions: readonly H[],
): { type: H['productType']; percent: string }[] {
  const shares = sharesOfPositions(positions)
  const types = [...new Set(positions.map(({ productType }): H['productType'] => productType))]
  return types
    .map((type) => {
      const own = positions.filter(({ productType }) => productType === type)
      return { type, percent: total(own.map((position) => shares.get(position) ?? '0.00')) }
    })
    .toSorted((a, b) => compare(b.percent, a.percent))
}
