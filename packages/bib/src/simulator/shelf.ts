// Products at the simulated time.
import type { BibProduct } from '../partner.ts'
import { closedCodes, productCodes, termsOf } from './products.ts'
import type { World } from './world.ts'

/** The path of a product's fact sheet: public, as managers publish theirs. */
export const factSheetPath = (code: string) => `/factsheets/${code}.pdf`

export type ProductStatus = BibProduct['status']

/** A product that the fault switch suspends is suspended for everybody until the switch is off. */
export function statusOf(world: World, code: string): ProductStatus {
  if (closedCodes.has(code)) return 'CLOSED'
  return world.faults.isOn('productSuspended', code) ? 'SUSPENDED' : 'ACTIVE'
}

export function productOf(world: World, code: string): BibProduct | undefined {
  if (!productCodes.includes(code)) return undefined
  const latestNav = world.navs.latest(code) ?? null
  const price = latestNav === null ? '100.0000' : percentOfNominal(latestNav.nav)
  const terms = termsOf(code, world.clock.now(), price)
  return (
    terms && {
      ...terms,
      factsheetUrl: `${world.url()}${factSheetPath(code)}`,
      status: statusOf(world, code),
      latestNav,
    }
  )
}

export function allProducts(world: World): BibProduct[] {
  return productCodes.flatMap((code) => productOf(world, code) ?? [])
}

/** Does work that may change products' status, and publishes the changes. */
export function announcingStatus<R>(world: World, work: () => R): R {
  const before = new Map(productCodes.map((code) => [code, statusOf(world, code)]))
  const result = work()
  for (const code of productCodes) {
    const status = statusOf(world, code)
    if (before.get(code) !== status)
      world.events.emit('product.changed', null, code, { productCode: code, status })
  }
  return result
}

/** A NAV per rupiah of nominal as percent, both with four decimals: the point moves two places. */
function percentOfNominal(nav: string): string {
  const [whole = '0', fraction = '0000'] = nav.split('.')
  return `${String(Number(whole + fraction.slice(0, 2)))}.${fraction.slice(2)}00`
}
