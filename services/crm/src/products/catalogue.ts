// Bib's products, for crm to check sales. Read through the cache, never while a transaction is
// open: fresh for a minute or until Bib reports a change, stale for a day if Bib is down.
import type { Bib } from '@rmtools/bib/client'
import { soldBy, type Portfolio, type Product } from '@rmtools/bib/partner'
import type { Cache, Dated } from '@rmtools/kit/cache'

/**
 * The tenant of the products, the company's own cut-off, and the number of product changes received
 * (crm's sequence product_edition).
 */
export type Shelf = { tenant: string; cutOffDefault: string | null; edition: number }

export type Catalogue = {
  /**
   * A product of a company; undefined if Bib does not know it. Throws 503 if Bib is down and
   * nothing is cached.
   */
  product(shelf: Shelf, code: string): Promise<Product | undefined>
  /** An investor's holdings, at most some seconds old; undefined if Bib is unreachable. */
  portfolio(tenant: string, externalId: string): Promise<Portfolio | undefined>
  /**
   * An investor's holdings to look at, with the time of the figures: the last known ones if Bib is
   * down. Throws if there are none.
   */
  holdings(tenant: string, externalId: string): Promise<Dated<Portfolio>>
}

const PRODUCTS = { freshSeconds: 60, staleSeconds: 86_400 }
const HOLDINGS = { freshSeconds: 60, staleSeconds: 7 * 86_400 }

/** A catalogue over Bib's partner API. */
export function createCatalogue(bib: Bib, cache: Cache): Catalogue {
  const read = async ({ tenant, edition }: Shelf) =>
    await cache.read(
      `products:${tenant}`,
      PRODUCTS,
      async () => ({ edition, items: (await bib.forTenant(tenant).partner.products()).items }),
      [`products:${tenant}`],
    )
  return {
    async product(shelf, code) {
      let kept = await read(shelf)
      // Requested before the change was received, by this process or another; a stale answer was
      // already retried a moment ago.
      if (kept.value.edition < shelf.edition && !kept.isStale) {
        await cache.expire([`products:${shelf.tenant}`])
        kept = await read(shelf)
      }
      const found = kept.value.items.find((product) => product.code === code)
      return found && soldBy(shelf.cutOffDefault, found)
    },
    async portfolio(tenant, externalId) {
      // Yesterday's balance is useless: unknown is better, and Bib checks again.
      return await bib
        .forTenant(tenant)
        .partner.portfolio({ externalId })
        .catch(() => undefined)
    },
    async holdings(tenant, externalId) {
      return await cache.read(
        `holdings:${tenant}:${externalId}`,
        HOLDINGS,
        async () => await bib.forTenant(tenant).partner.portfolio({ externalId }),
      )
    },
  }
}
