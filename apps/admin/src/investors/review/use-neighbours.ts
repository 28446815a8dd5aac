import { useQuery } from '@tanstack/react-query'
import { ask } from '../../base/queries.ts'
import { useAddress } from '../../base/search.ts'
import { neighboursOf, type Neighbours } from './neighbours.ts'
import { queueInput, queueReaders } from './queue.ts'

// As far as J and K walk; whoever has more waiting starts anew at the longest waiting one.
const WALKED = 100

/** The cases around one, in the order and under the filters of the address. */
export function useNeighbours(current: string, userId: string | undefined): Neighbours {
  const [address] = useAddress(queueReaders)
  const { data } = useQuery(ask('investors', 'list', { ...queueInput(address), limit: WALKED }))
  return neighboursOf(data?.items ?? [], current, { userId, now: new Date() })
}
