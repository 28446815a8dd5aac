// Leads from the server, in the query cache.
import {
  useInfiniteQuery,
  useQuery,
  type InfiniteData,
  type QueryClient,
} from '@tanstack/react-query'
import type { Reply } from '@rmtools/contracts/endpoint'
import type { Lead, leads } from '@rmtools/contracts/crm/leads'
import { api } from '../base/api.ts'

type LeadPage = Reply<typeof leads.list>

/**
 * The whole book of leads, page by page. The device does the filtering, so that it works without a
 * network.
 */
export function useServerLeads() {
  return useInfiniteQuery({
    queryKey: ['leads'],
    queryFn: async ({ pageParam }) =>
      await api.leads.list({
        limit: 100,
        count: true,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** A lead; not fetched before it has been sent. */
export function useServerLead(id: string, isSent: boolean) {
  return useQuery({
    queryKey: ['lead', id],
    queryFn: async () => await api.leads.get({ id }),
    enabled: isSent,
  })
}

/** The time line of a lead. */
export function useServerActivities(id: string, isSent: boolean) {
  return useQuery({
    queryKey: ['lead-activities', id],
    queryFn: async () => await api.leadActivities.list({ id, limit: 100 }),
    enabled: isSent,
  })
}

/** Puts the server's answer into the cache before the entry leaves the outbox. */
export function leadSettled(client: QueryClient, lead: Lead): void {
  client.setQueryData(['lead', lead.id], lead)
  client.setQueryData<InfiniteData<LeadPage, string>>(
    ['leads'],
    (data) => data && { ...data, pages: withLead(data.pages, lead) },
  )
  void client.invalidateQueries({ queryKey: ['leads'] })
  void client.invalidateQueries({ queryKey: ['lead-activities', lead.id] })
  void client.invalidateQueries({ queryKey: ['today'] })
}

function withLead(pages: LeadPage[], lead: Lead): LeadPage[] {
  const isKnown = pages.some(({ items }) => items.some(({ id }) => id === lead.id))
  return pages.map((page, index) => {
    if (isKnown)
      return { ...page, items: page.items.map((other) => (other.id === lead.id ? lead : other)) }
    return index === 0 ? { ...page, items: [lead, ...page.items] } : page
  })
}
