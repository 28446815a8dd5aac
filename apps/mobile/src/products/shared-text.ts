// A product as a text to share: facts and the warning, no promises.
import type { Product } from '@rmtools/contracts/bff/market'
import { productFees, productFields } from '@rmtools/look/product-fields'
import { performanceDisclaimer, type Language } from '@rmtools/look/words'

/** A product in a few lines. */
export function sharedText(product: Product, language: Language): string {
  const { type, manager, isin, riskLevel, latestNav, minimumSubscription } = productFields
  const shown = [riskLevel, ...(product.latestNav ? [latestNav] : []), minimumSubscription]
  return [
    product.name,
    [type, manager, isin].map(({ textOf }) => textOf(product, language)).join(' · '),
    ...[...shown, productFees.subscription].map(
      ({ label, textOf }) => `${label[language]}: ${textOf(product, language)}`,
    ),
    performanceDisclaimer[language],
  ].join('\n')
}
