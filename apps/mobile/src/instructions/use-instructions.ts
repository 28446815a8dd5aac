import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { api } from '../app/api.ts'
import { useStore } from '../app/store.ts'
import { useProducts } from '../products/remote.ts'
import { session } from '../sessions/session.ts'
import { useOutbox, useWaiting } from '../sync/use-outbox.ts'
import { useServerInstruction, useServerInstructions } from './remote.ts'
import { instructionOf, instructionRecord, withWaitingInstructions, type ProductNames } from './rules.ts'

const nobody = { userId: '', companyId: '' }

function useWho() {
  const state = useStore(session)
  return state.status === 'signed-in' ? state.who : nobody
}

function useProductNames(): ProductNames {
  const { data } = useProducts()
  return useMemo(() => new Map(data?.items.map((product) => [product.code, product])), [data])
}

/** Instructions of the own book, or of one investor, with what waits on the device. */
export function useInstructions(investorId?: string) {
  const query = useServerInstructions(investorId)
  const entries = useOutbox()
  const who = useWho()
  const products = useProductNames()
  const items = useMemo(
    () => withWaitingInstructions(query.data?.pages.flatMap((page) => page.items) ?? [], entries, { who, products, investorId }),
    [query.data, entries, who, products, investorId],
  )
  return { ...query, items }
}

/** One instruction with its time line. */
export function useInstruction(id: string) {
  const [entry] = useWaiting(instructionRecord(id))
  const who = useWho()
  const products = useProductNames()
  const query = useServerInstruction(id, entry === undefined)
  const unsent = useMemo(() => entry && instructionOf(entry, who, products), [entry, who, products])
  return {
    ...query,
    instruction: query.data?.instruction ?? unsent,
    events: query.data?.events ?? [],
    entry: query.data ? undefined : entry,
  }
}

/** Days on which the exchange is closed. */
export function useHolidays(): ReadonlySet<string> {
  const { data } = useQuery({ queryKey: ['holidays'], queryFn: async () => await api.reference.holidays(), staleTime: 86_400_000 })
  return useMemo(() => new Set(data?.items.map(({ date }) => date)), [data])
}
