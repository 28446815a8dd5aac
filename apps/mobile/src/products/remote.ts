// Products and prices from the server, in the query cache. Favourites are a preference of the user.
import {
  queryOptions,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import { api } from '../base/api.ts'

const HOUR_MS = 3_600_000

/** All products in one list. The device does the filtering, so that it works without a network. */
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

/** Prices since a day, with returns and drawdown; a year by default. */
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

/** The RM's favourite products, the same on every device. */
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

/** The codes of the stored favourites, whichever release wrote them. */
function codesIn(kept: unknown): string[] {
  if (typeof kept !== 'object' || kept === null || !('codes' in kept)) return []
  return Array.isArray(kept.codes) ? kept.codes.filter((code) => typeof code === 'string') : []
}
