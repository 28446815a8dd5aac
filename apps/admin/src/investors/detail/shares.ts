// How a portfolio is spread. Shares are shown, never reckoned with, so doubles are exact enough.

type Held = { readonly currency: string; readonly value: string; readonly productType: string }

/** The share of a position in percent, among those in its currency. */
export function shareOf(position: Held, positions: readonly Held[]): number {
  const all = positions.filter(({ currency }) => currency === position.currency).reduce((sum, { value }) => sum + Number(value), 0)
  return all === 0 ? 0 : (Number(position.value) / all) * 100
}

/** The shares by type of product, the largest first; of positions in one currency. */
export function sharesByType<H extends Held>(positions: readonly H[]): { type: H['productType']; percent: number }[] {
  const types = [...new Set(positions.map(({ productType }) => productType))]
  return types
    .map((type) => ({
      type,
      percent: positions.filter(({ productType }) => productType === type).reduce((sum, one) => sum + shareOf(one, positions), 0),
    }))
    .toSorted((a, b) => b.percent - a.percent)
}
