// Instructions from the server, in the query cache.
import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { api } from '../base/api.ts'

/** Instructions, newest first: of one investor, or of the RM's own book. */
export function useServerInstructions(
  investorId: string | undefined,
  { isSent = true, search = '' } = {},
) {
  return useInfiniteQuery({
    queryKey: ['instructions', investorId ?? 'all', ...(search === '' ? [] : [search])],
    queryFn: async ({ pageParam }) =>
      await api.instructions.list({
        limit: 50,
        ...(investorId ? { investorId } : {}),
        ...(search === '' ? {} : { search }),
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    enabled: isSent,
  })
}

/** An instruction with its time line; not fetched before it has been sent. */
export function useServerInstruction(id: string, isSent: boolean) {
  return useQuery({
    queryKey: ['instruction', id],
    queryFn: async () => await api.instructions.get({ id }),
    enabled: isSent && id !== '',
  })
}

/** Puts the server's answer into the cache before the entry leaves the outbox. */
export async function instructionSettled(
  client: QueryClient,
  { id, investorId }: Instruction,
): Promise<void> {
  await client
    .fetchQuery({
      queryKey: ['instruction', id],
      queryFn: async () => await api.instructions.get({ id }),
      staleTime: 0,
    })
    .catch(() => undefined)
  for (const key of [['instructions'], ['today'], ['portfolio', investorId]] as const)
    void client.invalidateQueries({ queryKey: key })
}
