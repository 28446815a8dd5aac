// Products and their prices at the server, as the query cache holds them; favourites are a preference of the user.
import {
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../base/api.ts'

const HOUR_MS = 3_600_000

/** Everything that can be sold: one list, filtered on the device, so that it works without a network. */
export const useProducts = () =>
  useQuery({
    queryKey: ['products'],
    queryFn: async () => await api.products.list(),
    staleTime: 60_000,
  })

/** One product, from the list. */
export function useProduct(code: string) {
  const query = useProducts()
  return { ...query, product: query.data?.items.find((product) => product.code === code) }
}

const navQuery = (code: string, from?: string) =>
  queryOptions({
    queryKey: ['navs', code, from ?? 'year'],
    queryFn: async () => await api.products.navs({ code, ...(from ? { from } : {}) }),
    staleTime: HOUR_MS,
  })

/** Prices from a day on, with returns and drawdown; by default of a year. */
export const useNavs = (code: string, from?: string) => useQuery(navQuery(code, from))

/** Prices of several products. */
export const useNavsOf = (codes: readonly string[]) =>
  useQueries({ queries: codes.map((code) => navQuery(code)) })

const FAVOURITES = 'products.favourites'
const favouritesQuery = queryOptions({
  queryKey: ['preferences'],
  queryFn: async () => await api.preferences.list(),
  staleTime: 5 * 60_000,
})

/** The products that the RM marked, on every device alike. */
export function useFavourites(): { codes: ReadonlySet<string>; toggle: (code: string) => void } {
  const client = useQueryClient()
  const { data } = useQuery(favouritesQuery)
  const kept = data?.items.find(({ key }) => key === FAVOURITES)?.value
  const codes: ReadonlySet<string> = new Set(codesIn(kept))
  const { mutate } = useMutation({
    mutationFn: async (next: string[]) =>
      await api.preferences.put({ key: FAVOURITES, value: { codes: next } }),
    onMutate: (next) => {
      client.setQueryData<typeof data>(['preferences'], (before) => ({
        items: [
          ...(before?.items.filter(({ key }) => key !== FAVOURITES) ?? []),
          { key: FAVOURITES, value: { codes: next }, updatedAt: new Date().toISOString() },
        ],
      }))
    },
    onError: () => void client.invalidateQueries({ queryKey: ['preferences'] }),
  })
  return {
    codes,
    toggle: (code) =>
      mutate(codes.has(code) ? [...codes].filter((other) => other !== code) : [...codes, code]),
  }
}

/** The codes of what was kept as favourites, by this release or another. */
function codesIn(kept: unknown): string[] {
  if (typeof kept !== 'object' || kept === null || !('codes' in kept)) return []
  return Array.isArray(kept.codes) ? kept.codes.filter((code) => typeof code === 'string') : []
}
