// How a portfolio is spread: in percent with two places, each column adding up to 100.00.
import { compare, sharesOf, total } from '@rmtools/contracts/decimals'

type Held = { readonly currency: string; readonly value: string; readonly productType: string }

/** The share of each position in percent, among those in its currency. */
export function sharesOfPositions<H extends Held>(positions: readonly H[]): ReadonlyMap<H, string> {
  const perCurrency = [...Map.groupBy(positions, ({ currency }) => currency).values()]
  return new Map(
    perCurrency.flatMap((held) => {
      const shares = sharesOf(held.map(({ value }) => value))
      return held.map((position, index) => [position, shares[index] ?? '0.00'] as const)
    }),
  )
}

/** The shares by type of product, the largest first; of positions in one currency. */
export function sharesByType<H extends Held>(positions: readonly H[]): { type: H['productType']; percent: string }[] {
  const perType = [...Map.groupBy(positions, ({ productType }): H['productType'] => productType)]
  const shares = sharesOf(perType.map(([, held]) => total(held.map(({ value }) => value))))
  return perType.map(([type], index) => ({ type, percent: shares[index] ?? '0.00' })).toSorted((a, b) => compare(b.percent, a.percent))
}
