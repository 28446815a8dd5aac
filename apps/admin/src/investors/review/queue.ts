// The review queue: the filters in the address.
import { investorKinds } from '@rmtools/contracts/crm/kyc'
import { date, flag, id, instant, oneOf, text, type SearchOf } from '../../base/search.ts'

export const orders = ['queue', 'newest', 'oldest'] as const
export const queueReaders = {
  search: text(),
  kind: oneOf(investorKinds),
  rmId: id,
  claimed: oneOf(['mine', 'others', 'none']),
  isPep: flag,
  waitingBefore: instant,
  from: date,
  to: date,
  order: oneOf(orders),
}
export type QueueAddress = SearchOf<typeof queueReaders>

/** The query of the list: submitted cases, longest waiting first by default. */
export const queueInput = ({ order = 'queue', ...filters }: QueueAddress) => ({
  ...filters,
  order,
  status: 'submitted' as const,
})

/** The filter's choice for politically exposed persons; undefined if both are shown. */
export function pepChoice(isPep: boolean | undefined): 'yes' | 'no' | undefined {
  if (isPep === undefined) return undefined
  return isPep ? 'yes' : 'no'
}
