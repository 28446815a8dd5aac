// The queue of the reviewers: what the address asks for, and which case comes next.
import { useQuery } from '@tanstack/react-query'
import { refusalOf } from '@rmtools/contracts/crm/investor-review'
import type { Investor } from '@rmtools/contracts/crm/investors'
import { investorKinds } from '@rmtools/contracts/crm/kyc'
import { ask } from '../../app/queries.ts'
import { date, flag, id, oneOf, text, useAddress, type SearchOf } from '../../app/search.ts'

export const orders = ['queue', 'newest', 'oldest'] as const
export const queueReaders = {
  search: text(),
  kind: oneOf(investorKinds),
  rmId: id,
  claimed: oneOf(['mine', 'others', 'none']),
  isPep: flag,
  from: date,
  to: date,
  order: oneOf(orders),
}
export type QueueAddress = SearchOf<typeof queueReaders>

/** What is asked of the list: submitted cases, longest waiting first unless said otherwise. */
export const queueInput = ({ order = 'queue', ...filters }: QueueAddress) => ({ ...filters, order, status: 'submitted' as const })

// As far as J and K walk; whoever has more waiting starts anew at the longest waiting one.
const WALKED = 100

export type Neighbours = {
  /** How many wait, as far as one walks; and the place of this case among them, from 1. */
  readonly count: number
  readonly place: number | null
  readonly next: string | undefined
  readonly before: string | undefined
  /** The next one that this user may decide on. */
  readonly nextOpen: string | undefined
}

/** The cases around one, in the order and under the filters of the address. */
export function useNeighbours(current: string, userId: string | undefined): Neighbours {
  const [address] = useAddress(queueReaders)
  const { data } = useQuery(ask('investors', 'list', { ...queueInput(address), limit: WALKED }))
  return neighboursOf(data?.items ?? [], current, { userId, now: new Date() })
}

type Walker = { userId: string | undefined; now: Date }

/** Around a case in the queue; around one that is not in it the queue starts anew. */
export function neighboursOf(items: readonly Investor[], current: string, { userId, now }: Walker): Neighbours {
  const at = items.findIndex(({ id }) => id === current)
  const others = at === -1 ? [...items] : [...items.slice(at + 1), ...items.slice(0, at)]
  const mayDecide = (investor: Investor) =>
    userId !== undefined && refusalOf(investor, { decision: 'return', version: investor.version, userId, now }) === undefined
  return {
    count: items.length,
    place: at === -1 ? null : at + 1,
    next: (at === -1 ? items[0] : items[at + 1])?.id,
    before: at > 0 ? items[at - 1]?.id : undefined,
    nextOpen: others.find(mayDecide)?.id,
  }
}
