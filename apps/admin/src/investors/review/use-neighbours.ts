import { useQuery } from '@tanstack/react-query'
import { ask } from '../../base/queries.ts'
import { useAddress } from '../../base/search.ts'
import { neighboursOf, type Neighbours } from './neighbours.ts'
import { queueInput, queueReaders } from './queue.ts'

// How far J and K go; beyond it they start again at the longest waiting case.
const WALKED = 100

/** The cases around one, in the order and under the filters of the address. */
export function useNeighbours(current: string, userId: string | undefined): Neighbours {
  const [address] = useAddress(queueReaders)
  const { data } = useQuery(ask('investors', 'list', { ...queueInput(address), limit: WALKED }))
  return neighboursOf(data?.items ?? [], current, { userId, now: new Date() })
}
