// How deep the requests of a screen wait for one another. Every API read is answered late, which
// separates a request that waits for another's reply from one that was merely sent a moment later.
import type { Page, Route } from 'playwright-core'

const DELAY_MS = 700
// A request caused by an answer is sent within this time.
const QUIET_MS = 200

type Read = {
  readonly path: string
  readonly began: number
  ended: number
  depth: number
  after: Read | undefined
}

const isRead = ({ pathname }: URL) =>
  /^\/(auth|crm|idty|dashboard|products|reports|investors|today|files)\b/.test(pathname)

/**
 * The longest chain of a screen's reads in which each starts only after the previous answer, first
 * to last; empty for a screen without reads. The session's renewal is left out: the page requests
 * it before any screen, and not within the console.
 */
export async function chainOf(page: Page, go: () => Promise<void>): Promise<string[]> {
  const reads: Read[] = []
  const hold = async (route: Route) => {
    const { pathname } = new URL(route.request().url())
    if (pathname.endsWith('/refresh-token') || pathname.endsWith('/live'))
      return await route.continue()
    const began = performance.now()
    const after = reads
      .filter(({ ended }) => ended <= began)
      .toSorted((one, other) => other.depth - one.depth)[0]
    const read: Read = {
      path: pathname,
      began,
      ended: Infinity,
      depth: (after?.depth ?? 0) + 1,
      after,
    }
    reads.push(read)
    await new Promise((next) => setTimeout(next, DELAY_MS))
    const reply = await route.fetch().catch(() => undefined)
    read.ended = performance.now()
    await (reply ? route.fulfill({ response: reply }) : route.abort())
  }
  await page.route(isRead, hold)
  await go()
  while (reads.some(({ ended }) => performance.now() - ended < QUIET_MS))
    await page.waitForTimeout(QUIET_MS / 4)
  await page.unroute(isRead, hold)
  const deepest = reads.toSorted((one, other) => other.depth - one.depth)[0]
  const chain: string[] = []
  for (let read = deepest; read; read = read.after)
    chain.unshift(read.path.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '$id'))
  return chain
}
