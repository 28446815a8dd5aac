// Investors from the server, in the query cache.
import { queryOptions, useInfiniteQuery, useQuery, type QueryClient } from '@tanstack/react-query'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { api } from '../base/api.ts'

const MESSAGES_AT_A_TIME = 5

/**
 * The whole book of investors, page by page. The device does the filtering, so that it works
 * without a network.
 */
export function useServerInvestors() {
  return useInfiniteQuery({
    queryKey: ['investors'],
    queryFn: async ({ pageParam }) =>
      await api.investors.list({ limit: 100, ...(pageParam ? { cursor: pageParam } : {}) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** The query of one case. */
export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['investor', id],
    queryFn: async () => await api.investors.get({ id }),
  })

/** A case; not fetched before it has been sent. */
export function useServerCase(id: string, isSent: boolean) {
  return useQuery({ ...caseQuery(id), enabled: isSent })
}

export const useHistory = (id: string, isSent: boolean) =>
  useQuery({
    queryKey: ['investor', id, 'history'],
    queryFn: async () => await api.investors.history({ id }),
    enabled: isSent,
  })

/** The messages to an investor, latest first; their states change without an announcement. */
export const useMessages = (id: string) =>
  useInfiniteQuery({
    queryKey: ['investor', id, 'message-log'],
    queryFn: async ({ pageParam }) =>
      await api.clientMessages.list({
        id,
        limit: MESSAGES_AT_A_TIME,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
    staleTime: 0,
  })

/** How an investor wants to be written to. */
export const useMessagePreference = (id: string) =>
  useQuery({
    queryKey: ['investor', id, 'message-preference'],
    queryFn: async () => await api.clientMessages.preference({ id }),
    staleTime: 0,
  })

/**
 * An investor's holdings. They are about money, so every visit fetches them again and shows the
 * cached ones meanwhile.
 */
export const usePortfolio = (id: string, isRegistered: boolean) =>
  useQuery({
    queryKey: ['portfolio', id],
    queryFn: async () => await api.portfolios.get({ id }),
    enabled: isRegistered,
    staleTime: 0,
  })

/** Allocated transactions of an investor, newest first. */
export function useTransactions(id: string) {
  return useInfiniteQuery({
    queryKey: ['portfolio', id, 'transactions'],
    queryFn: async ({ pageParam }) =>
      await api.portfolios.transactions({
        id,
        limit: 50,
        ...(pageParam ? { cursor: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })
}

/** Links to the documents, valid for five minutes. */
export const useDocumentLinks = (id: string, isSent: boolean) =>
  useQuery({
    queryKey: ['investor', id, 'documents'],
    queryFn: async () => await api.documents.list({ id }),
    enabled: isSent,
    staleTime: 4 * 60_000,
  })

/** Puts the server's answer into the cache before the entry leaves the outbox. */
export async function investorSettled(client: QueryClient, detail: InvestorDetail): Promise<void> {
  // An answer to an earlier request must not overwrite this change.
  await client.cancelQueries({ queryKey: ['investor', detail.id], exact: true })
  client.setQueryData(['investor', detail.id], detail)
  for (const key of ['investors', 'today'] as const)
    void client.invalidateQueries({ queryKey: [key] })
}

/**
 * Refetches a case before its entry leaves the outbox, so that nothing disappears from the screen
 * in between.
 */
export async function caseChanged(
  client: QueryClient,
  _reply: unknown,
  { id }: { id: string },
): Promise<void> {
  await client.fetchQuery({ ...caseQuery(id), staleTime: 0 }).catch(() => undefined)
  for (const key of ['investors', 'today'] as const)
    void client.invalidateQueries({ queryKey: [key] })
  void client.invalidateQueries({ queryKey: ['investor', id, 'documents'] })
}
