// What instructions are at the server, as the query cache holds them.
import { useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import { api } from '../base/api.ts'

/** Instructions, newest first: of one investor, or of the own book. */
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

/** An instruction with its time line; one that was not sent yet is not asked for. */
export function useServerInstruction(id: string, isSent: boolean) {
  return useQuery({
    queryKey: ['instruction', id],
    queryFn: async () => await api.instructions.get({ id }),
    enabled: isSent && id !== '',
  })
}

/** Shows an instruction as the server answered it before its entry leaves the outbox. */
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
