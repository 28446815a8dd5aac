import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { defaultQuestionnaire } from '@rmtools/contracts/crm/risk-questionnaires'
import { today } from '@rmtools/look/format'
import { api } from '../base/api.ts'
import { useStore } from '../base/store.ts'
import { session } from '../sessions/session.ts'
import { useOutbox, useWaiting } from '../sync/use-outbox.ts'
import { caseQuery, useServerCase, useServerInvestors } from './remote.ts'
import {
  caseWithWaiting,
  investorRecord,
  withWaitingCases,
  type CaseContext,
  type SeenCase,
} from './rules.ts'

const nobody = { userId: '', companyId: '' }
const DAY_MS = 86_400_000
/** A phone loads at most this many pages of a book. */
const MOST_PAGES = 20
/** Open cases to prefetch, so that they open without a network. */
const AHEAD = 12

function useWho() {
  const state = useStore(session)
  return state.status === 'signed-in' ? state.who : nobody
}

/** The RM's own book, including the outbox. */
export function useInvestors() {
  const query = useServerInvestors()
  const client = useQueryClient()
  const entries = useOutbox()
  const who = useWho()
  const { data, hasNextPage, isFetching, fetchNextPage } = query
  const pages = data?.pages.length ?? 0
  useEffect(() => {
    if (hasNextPage && !isFetching && pages > 0 && pages < MOST_PAGES) void fetchNextPage()
  }, [hasNextPage, isFetching, pages, fetchNextPage])
  const investors = useMemo(
    () => withWaitingCases(data?.pages.flatMap(({ items }) => items) ?? [], entries, who),
    [data, entries, who],
  )
  useEffect(() => {
    const open =
      data?.pages[0]?.items.filter(({ status }) => status === 'draft' || status === 'returned') ??
      []
    for (const { id } of open.slice(0, AHEAD))
      void client.prefetchQuery({ ...caseQuery(id), staleTime: DAY_MS })
  }, [client, data])
  return { ...query, investors }
}

/** What the KYC rules depend on: today's date, the regions, the questionnaire, the banks. */
export function useCaseContext(): CaseContext {
  const provinces = useRegions('')
  const banks = useBanks()
  const { data: questionnaire = defaultQuestionnaire } = useQuestionnaire()
  return useMemo(
    () => ({
      today: today(),
      // Without the list every province counts as known: the server checks again.
      regions: {
        provinces: provinces.length > 0 ? new Set(provinces.map(({ code }) => code)) : anyProvince,
      },
      questionnaire,
      bankNames: new Map(banks.map(({ code, name }) => [code, name])),
    }),
    [provinces, banks, questionnaire],
  )
}

const anyProvince: ReadonlySet<string> = new Set(
  Array.from({ length: 100 }, (_, code) => String(code).padStart(2, '0')),
)
const none: never[] = []
const lasting = { staleTime: DAY_MS } as const

/** The company's current questionnaire. */
export const useQuestionnaire = () =>
  useQuery({
    queryKey: ['risk-questionnaire'],
    queryFn: async () => await api.riskProfiles.questionnaire(),
    ...lasting,
  })

export const useBanks = () =>
  useQuery({ queryKey: ['banks'], queryFn: async () => await api.reference.banks(), ...lasting })
    .data?.items ?? none

export const useCountries = () =>
  useQuery({
    queryKey: ['countries'],
    queryFn: async () => await api.reference.countries(),
    ...lasting,
  }).data?.items ?? none

/** Provinces (parent ''), or the regions within a province or city; empty until they are loaded. */
export function useRegions(parent: string | undefined) {
  const levelInside = parent?.includes('.') ? 'district' : 'city'
  const level = parent === '' ? 'province' : levelInside
  const { data } = useQuery({
    queryKey: ['places', parent],
    queryFn: async () => await api.reference.locations({ level, ...(parent ? { parent } : {}) }),
    enabled: parent !== undefined,
    ...lasting,
  })
  return data?.items ?? none
}

/** One case merged with its outbox entries. */
export function useCase(id: string): {
  seen: SeenCase | undefined
  isLoading: boolean
  error: unknown
  at: number
  refetch: () => Promise<unknown>
} {
  const waiting = useWaiting(investorRecord(id))
  const who = useWho()
  const context = useCaseContext()
  const query = useServerCase(
    id,
    !waiting.some(({ operation }) => operation === 'investors.create'),
  )
  const seen = useMemo(
    () => caseWithWaiting(query.data, waiting, { who, context }),
    [query.data, waiting, who, context],
  )
  return {
    seen,
    isLoading: query.isLoading,
    error: query.error,
    at: query.dataUpdatedAt,
    refetch: query.refetch,
  }
}
