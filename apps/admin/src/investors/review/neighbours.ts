// Finds the next case in the queue.
import { refusalOf } from '@rmtools/contracts/crm/investor-review'
import type { Investor } from '@rmtools/contracts/crm/investor-cases'

export type Neighbours = {
  /** The number of waiting cases, up to a limit, and the position of this one, from 1. */
  readonly count: number
  readonly position: number | null
  readonly next: string | undefined
  readonly before: string | undefined
  /** The next case that this user may decide. */
  readonly nextOpen: string | undefined
}

type Walker = { userId: string | undefined; now: Date }

/** The neighbours of a case in the queue; for a case outside it, the start of the queue. */
export function neighboursOf(
  items: readonly Investor[],
  current: string,
  { userId, now }: Walker,
): Neighbours {
  const at = items.findIndex(({ id }) => id === current)
  const others = at === -1 ? [...items] : [...items.slice(at + 1), ...items.slice(0, at)]
  const mayDecide = (investor: Investor) =>
    userId !== undefined &&
    refusalOf(investor, { decision: 'return', version: investor.version, userId, now }) ===
      undefined
  return {
    count: items.length,
    position: at === -1 ? null : at + 1,
    next: (at === -1 ? items[0] : items[at + 1])?.id,
    before: at > 0 ? items[at - 1]?.id : undefined,
    nextOpen: others.find(mayDecide)?.id,
  }
}
