import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import type { Duplicate } from '@rmtools/contracts/crm/leads'
import { useStore } from '../base/store.ts'
import { session } from '../sessions/session.ts'
import { useOutbox, useWaiting } from '../sync/use-outbox.ts'
import { useServerActivities, useServerLead, useServerLeads } from './remote.ts'
import { activitiesWithWaiting, leadRecord, withWaiting, type SeenLead } from './rules.ts'

const nobody = { userId: '', companyId: '' }
/** A phone loads at most this many pages of a book. */
const MOST_PAGES = 30

function useWho() {
  const state = useStore(session)
  return state.status === 'signed-in' ? state.who : nobody
}

/** The RM's own book, including the outbox. */
export function useLeads() {
  const query = useServerLeads()
  const entries = useOutbox()
  const who = useWho()
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const pages = data?.pages.length ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetching && pages > 0 && pages < MOST_PAGES) void fetchNextPage()
  }, [hasNextPage, isFetching, pages, fetchNextPage])
  const leads = useMemo(
    () => withWaiting(data?.pages.flatMap(({ items }) => items) ?? [], entries, who),
    [data, entries, who],
  )
  return { ...query, leads }
}

/** One lead merged with its outbox entries; the list supplies it until it is fetched. */
export function useLead(id: string): {
  lead: SeenLead | undefined
  isLoading: boolean
  error: unknown
  at: number
  refetch: () => Promise<unknown>
} {
  const { leads } = useLeads()
  const waiting = useWaiting(leadRecord(id))
  const who = useWho()
  const listed = leads.find((lead) => lead.id === id)
  const query = useServerLead(id, !waiting.some(({ operation }) => operation === 'leads.create'))
  const lead = useMemo(
    () => (query.data ? withWaiting([query.data], waiting, who)[0] : listed),
    [query.data, waiting, who, listed],
  )
  return {
    lead,
    isLoading: query.isLoading && !listed,
    error: query.error,
    at: query.dataUpdatedAt,
    refetch: query.refetch,
  }
}

/** The history of a lead, newest first. */
export function useActivities(id: string) {
  const waiting = useWaiting(leadRecord(id))
  const query = useServerActivities(
    id,
    !waiting.some(({ operation }) => operation === 'leads.create'),
  )
  const activities = useMemo(
    () => activitiesWithWaiting(query.data?.items ?? [], waiting),
    [query.data, waiting],
  )
  return { ...query, activities }
}

/**
 * Other records with this phone or e-mail in the company, as the server answered when the lead was
 * added.
 */
export function useDuplicates(id: string): readonly Duplicate[] {
  const { data } = useQuery<Duplicate[]>({
    queryKey: ['lead-duplicates', id],
    queryFn: () => [],
    enabled: false,
  })
  return data ?? []
}
