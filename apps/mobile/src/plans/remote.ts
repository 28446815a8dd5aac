// Recurring plans from the server, in the query cache.
import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Plan } from '@rmtools/contracts/crm/plans'
import { api } from '../base/api.ts'

/** Plans, newest first: of one investor, or of the RM's own book. */
export function usePlans(investorId?: string) {
  return useInfiniteQuery({
    queryKey: ['plans', investorId ?? 'all'],
    queryFn: async ({ pageParam }) =>
      await api.plans.list({
        limit: 50,
        ...(investorId ? { investorId } : {}),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** A plan with its runs and its history. */
export function usePlan(id: string) {
  return useQuery({
    queryKey: ['plan', id],
    queryFn: async () => await api.plans.get({ id }),
    enabled: id !== '',
  })
}

/** Loads again what a plan's change made old. */
export async function planSettled(client: QueryClient, { id }: Plan): Promise<void> {
  void client.invalidateQueries({ queryKey: ['plans'] })
  await client.invalidateQueries({ queryKey: ['plan', id] })
}
