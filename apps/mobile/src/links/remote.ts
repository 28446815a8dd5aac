// The links of clients from the server. What is cached tells how a link was sent, never the link.
import { useQuery, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ClientLinkKind, ClientWay, LinkMessage } from '@rmtools/contracts/crm/client-links'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { api } from '../base/api.ts'

/** A kind of link, and the id of its instruction, plan or investor. */
export type LinkOf = { kind: ClientLinkKind; id: string }

const nouns = {
  approval: 'instruction',
  mandate: 'plan',
  registration: 'investor',
  page: 'investor',
} as const
const keyOf = ({ kind, id }: LinkOf) => [nouns[kind], id, 'link', kind] as const
const SOON_MS = 3000

const isOnItsWay = ({ state, waitsUntil }: LinkMessage) => state === 'queued' && waitsUntil === null

/** The link that a client can open now; the states of its messages change without announcement. */
export const useLink = (of: LinkOf) =>
  useQuery({
    queryKey: keyOf(of),
    queryFn: async () => await api.clientLinks.get(of),
    staleTime: 0,
    refetchInterval: ({ state }) =>
      (state.data?.link?.messages.some(isOnItsWay) ?? false) ? SOON_MS : false,
  })

/** Loads again how a link was sent. */
export async function linkChanged(client: QueryClient, of: LinkOf): Promise<void> {
  await client.invalidateQueries({ queryKey: keyOf(of) })
}

export type Channel = {
  /** Undefined until they are known. */
  ways: readonly ClientWay[] | undefined
  /** The chosen one, or the one that the client prefers. */
  way: ClientWay | undefined
  choose: (channel: ClientChannel) => void
}

/** The channels of a client, and the choice for one message. */
export function useChannel(investorId: string): Channel {
  const [chosen, choose] = useState<ClientChannel>()
  const { data } = useQuery({
    queryKey: ['investor', investorId, 'ways'],
    queryFn: async () => await api.clientLinks.ways({ id: investorId }),
    staleTime: 0,
  })
  const wanted = chosen ?? data?.preferred
  return {
    ways: data?.items,
    way: data?.items.find(({ channel }) => channel === wanted),
    choose,
  }
}
