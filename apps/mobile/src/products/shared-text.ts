// A product as a text to share: facts and the warning, no promises.
import type { Product } from '@rmtools/contracts/bff/market'
import { formatDate, formatMoney, formatPercent, formatUnits } from '@rmtools/look/format'
import { nouns, performanceDisclaimer, productTypes, type Language } from '@rmtools/look/words'

/** A product in a few lines. */
export function sharedText(product: Product, language: Language): string {
  const { name, manager, type, riskLevel, latestNav, minimumSubscription, currency, fees, isin } =
    product
  const nav = latestNav
    ? `${nouns.nav[language]}: ${formatUnits(latestNav.nav, language)} (${formatDate(latestNav.date, language)})`
    : undefined
  const isIndonesian = language === 'id'
  return [
    name,
    `${productTypes[type][language]} · ${manager} · ${isin}`,
    `${isIndonesian ? 'Risiko' : 'Risk'}: ${riskLevel}/5`,
    nav,
    `${isIndonesian ? 'Pembelian minimal' : 'Subscription at least'}: ${formatMoney(minimumSubscription, currency, language)}`,
    `${nouns.fee[language]}: ${formatPercent(fees.subscription, language)}`,
    performanceDisclaimer[language],
  ]
    .filter(Boolean)
    .join('\n')
}
