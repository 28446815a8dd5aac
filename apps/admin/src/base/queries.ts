// Server state: each read is keyed by its operation and input, and refetched when a live update
// says that it changed.
import {
  keepPreviousData,
  QueryClient,
  queryOptions,
  useMutation,
  type QueryKey,
} from '@tanstack/react-query'
import { useState } from 'react'
import { acting } from '@rmtools/contracts/acts'
import { Problem } from '@rmtools/contracts/problem'
import { call, type GivenTo, type InputOf, type Noun, type Operation, type ReplyOf } from './api.ts'

const isWorthRetrying = (error: unknown) =>
  !(error instanceof Problem) || error.status === 0 || error.status === 503

export const queryClient = new QueryClient({
  defaultOptions: {
    // Without a network reads and writes fail visibly; by default both would wait silently.
    mutations: { networkMode: 'always' },
    queries: {
      networkMode: 'always',
      refetchOnReconnect: true,
      staleTime: 15_000,
      retry: (count, error) => count < 2 && isWorthRetrying(error),
      throwOnError: false,
      placeholderData: keepPreviousData,
    },
  },
})

/** The query of a read. */
export function ask<N extends Noun, O extends Operation<N>>(
  noun: N,
  operation: O,
  ...given: GivenTo<N, O>
) {
  const [input] = given
  const queryKey: QueryKey = [noun, operation, input]
  return queryOptions({ queryKey, queryFn: async () => await call([noun, operation], input) })
}

export type ListPage<T> = {
  items: readonly T[]
  nextCursor: string | null
  total?: { count: number; isCapped: boolean } | null | undefined
  /** For lists that come from Bib. */
  asOf?: string
  isStale?: boolean
}
/** The query of a list, for `useInfiniteQuery` and for DataTable. */
export type ListQuery<T> = {
  queryKey: QueryKey
  queryFn: (context: { pageParam: string | undefined }) => Promise<ListPage<T>>
  initialPageParam: string | undefined
  getNextPageParam: (page: ListPage<T>) => string | undefined
}
export type ItemOf<N extends Noun, O extends Operation<N>> =
  ReplyOf<N, O> extends { items: readonly (infer T)[] } ? T : never

/** The query of a list, page by page. */
export function askPages<N extends Noun, O extends Operation<N>>(
  noun: N,
  operation: O,
  input: InputOf<N, O>,
): ListQuery<ItemOf<N, O>> {
  return {
    queryKey: [noun, operation, 'pages', input],
    queryFn: async ({ pageParam: cursor }) => {
      const page = await call(
        [noun, operation],
        (cursor === undefined ? input : { ...(input as object), cursor }) as InputOf<N, O>,
      )
      return page as ListPage<ItemOf<N, O>>
    },
    initialPageParam: undefined,
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  }
}

/** Refetches all queries of the nouns. */
export async function refresh(...nouns: readonly Noun[]): Promise<void> {
  await Promise.all(
    nouns.map(async (noun) => await queryClient.invalidateQueries({ queryKey: [noun] })),
  )
}

export type ActOptions<R> = {
  /** Nouns whose reads become stale; the noun itself always does. */
  touches?: readonly Noun[]
  onDone?: (reply: R) => void
  /** For places without room to show `problem` beside the action. */
  onRefused?: (problem: Problem) => void
}

/**
 * Every write of the console goes through this hook: a second click does nothing, and a retry after
 * a lost answer takes effect once.
 */
export function useAct<N extends Noun, O extends Operation<N>>(
  noun: N,
  operation: O,
  options: ActOptions<ReplyOf<N, O>> = {},
) {
  const [acts] = useState(acting)
  const [problem, setProblem] = useState<Problem | null>(null)
  const mutation = useMutation({
    mutationFn: async ({
      input,
      idempotencyKey,
    }: {
      input: GivenTo<N, O>[0]
      idempotencyKey: string
    }) => await call([noun, operation], input, { idempotencyKey }),
    onMutate: () => setProblem(null),
    onError: (error) => {
      setProblem(asProblem(error))
      options.onRefused?.(asProblem(error))
    },
    onSuccess: async (reply) => {
      options.onDone?.(reply)
      await refresh(noun, ...(options.touches ?? []))
    },
  })
  return {
    /** Runs it; false if it was refused, and `problem` says why. */
    run: async (...given: GivenTo<N, O>) => {
      const [input] = given
      const idempotencyKey = acts.begin(input)
      if (idempotencyKey === undefined) return false
      const isDone = await mutation.mutateAsync({ input, idempotencyKey }).then(
        () => true,
        () => false,
      )
      acts.end(isDone)
      return isDone
    },
    isPending: mutation.isPending,
    problem,
    clear: () => setProblem(null),
  }
}

/** The error as a Problem; any other error is a bug and is logged. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error
  console.error(error)
  return new Problem({ code: 'internal-error', status: 500, title: 'Something went wrong' })
}
