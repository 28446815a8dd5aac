// Bib's products as crm needs them to check a sale. Read through the cache: fresh for a minute, stale for a day when Bib is
// down; never while a transaction is open.
import type { Bib } from '@rmtools/bib/client'
import type { Portfolio, Product } from '@rmtools/bib/partner'
import type { Cache } from '@rmtools/kit/cache'

export type Catalogue = {
  /** A product of a company; undefined when Bib does not know it. Throws 503 when Bib is down and nothing is kept. */
  product(tenant: string, code: string): Promise<Product | undefined>
  /** What an investor holds, at most some seconds old; undefined when Bib cannot be asked. */
  portfolio(tenant: string, externalId: string): Promise<Portfolio | undefined>
}

const PRODUCTS = { freshSeconds: 60, staleSeconds: 86_400 }

/** A catalogue over Bib's partner API. */
export function createCatalogue(bib: Bib, cache: Cache): Catalogue {
  return {
    async product(tenant, code) {
      const { value } = await cache.read(`products:${tenant}`, PRODUCTS, async () => (await bib.forTenant(tenant).partner.products()).items)
      return value.find((product) => product.code === code)
    },
    async portfolio(tenant, externalId) {
      // A balance from yesterday is no balance: unknown is better, and Bib checks again.
      return await bib
        .forTenant(tenant)
        .partner.portfolio({ externalId })
        .catch(() => undefined)
    },
  }
}
