// How long bff caches each kind of response, and which changes expire it. Handlers need not know.
import type { Notice } from '@rmtools/contracts/notices'
import type { Cache, Dated, Lifetime } from '@rmtools/kit/cache'

const HOUR = 3600
const DAY = 24 * HOUR

type Policy = Lifetime & {
  /** The notices that expire a response; {name} stands for a part of its key. */
  readonly clearedBy: readonly string[]
}

export const cachePolicy = {
  tenant: { freshSeconds: 60, staleSeconds: HOUR, clearedBy: [] },
  names: { freshSeconds: 60, staleSeconds: HOUR, clearedBy: [] },
  products: { freshSeconds: 300, staleSeconds: DAY, clearedBy: ['product', 'nav'] },
  navs: { freshSeconds: HOUR, staleSeconds: 7 * DAY, clearedBy: ['nav:{code}'] },
  factSheet: { freshSeconds: HOUR, staleSeconds: 7 * DAY, clearedBy: ['product'] },
  portfolio: { freshSeconds: 60, staleSeconds: DAY, clearedBy: ['investor:{investor}', 'nav'] },
  transactions: { freshSeconds: 60, staleSeconds: DAY, clearedBy: ['investor:{investor}', 'nav'] },
  // Covers many investors: expiring it at each of their instructions would defeat the cache.
  aum: { freshSeconds: 300, staleSeconds: DAY, clearedBy: ['nav'] },
  sales: { freshSeconds: 300, staleSeconds: DAY, clearedBy: ['nav'] },
  reportInvestors: { freshSeconds: 300, staleSeconds: DAY, clearedBy: ['nav'] },
  reportTransactions: { freshSeconds: 300, staleSeconds: DAY, clearedBy: ['nav'] },
} as const satisfies Record<string, Policy>
export type Kept = keyof typeof cachePolicy

const clears: Record<string, (notice: Notice) => string[]> = {
  nav: ({ id }) => ['nav', `nav:${id}`],
  product: () => ['product'],
  investor: ({ id }) => [`investor:${id}`],
  instruction: ({ parentId }) => (parentId === null ? [] : [`investor:${parentId}`]),
}

/** The scope of a cached answer: always one company, and one user if it depends on the caller. */
export type KeyParts = { readonly company: string } & Readonly<Record<string, string>>

/** Reads through the cache by the policy above. */
export async function readKept<T>(
  cache: Cache,
  kept: Kept,
  parts: KeyParts,
  load: () => Promise<T>,
): Promise<Dated<T>> {
  const names = Object.keys(parts).sort()
  const key = [
    kept,
    ...names.map((name) => `${name}=${encodeURIComponent(parts[name] ?? '')}`),
  ].join('&')
  const policy: Policy = cachePolicy[kept]
  const tags = policy.clearedBy.map((tag) =>
    tag.replace(/\{(\w+)\}/, (_, name: string) => parts[name] ?? ''),
  )
  return await cache.read(key, policy, load, tags)
}

/** Expires the responses that a change affects. */
export async function clearFor(cache: Cache, notice: Notice): Promise<void> {
  const tags = clears[notice.kind]?.(notice) ?? []
  if (tags.length > 0) await cache.expire(tags)
}
