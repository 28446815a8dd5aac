import { useQuery } from '@tanstack/react-query'
import { ask } from '../../base/queries.ts'
import { useAddress } from '../../base/search.ts'
import { neighboursOf, type Neighbours } from './neighbours.ts'
import { queueInput, queueReaders } from './queue.ts'

// How far J and K go; then they restart at the longest waiting case.
const WALKED = 100

/** The cases before and after this one, in the order and with the filters of the address. */
export function useNeighbours(current: string, userId: string | undefined): Neighbours {
  const [address] = useAddress(queueReaders)
  const { data } = useQuery(ask('investors', 'list', { ...queueInput(address), limit: WALKED }))
  return neighboursOf(data?.items ?? [], current, { userId, now: new Date() })
}
