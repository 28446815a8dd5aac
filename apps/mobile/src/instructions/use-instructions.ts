import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { api } from '../base/api.ts'
import { useIsOnline } from '../base/network.ts'
import { useStore } from '../base/store.ts'
import { useProducts } from '../products/remote.ts'
import { session } from '../sessions/session.ts'
import { useOutbox, useWaiting } from '../sync/use-outbox.ts'
import { useServerInstruction, useServerInstructions } from './remote.ts'
import {
  instructionOf,
  instructionRecord,
  isSought,
  withWaitingInstructions,
  type ProductNames,
} from './rules.ts'

const nobody = { userId: '', companyId: '' }

function useWho() {
  const state = useStore(session)
  return state.status === 'signed-in' ? state.who : nobody
}

function useProductNames(): ProductNames {
  const { data } = useProducts()
  return useMemo(() => new Map(data?.items.map((product) => [product.code, product])), [data])
}

const PAUSE_MS = 300

/** The typed text, after a pause in typing. */
function usePaused(typed: string): string {
  const [paused, setPaused] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(typed), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return paused
}

/**
 * Instructions of the RM's own book, or of one investor, including those in the outbox. The server
 * does the searching, since it knows Bib's numbers and the investors'. Without a network the search
 * covers what is on the device.
 */
export function useInstructions(investorId?: string, typed = '') {
  const isOnline = useIsOnline()
  const search = usePaused(typed.trim())
  const query = useServerInstructions(investorId, { search: isOnline ? search : '' })
  const entries = useOutbox()
  const who = useWho()
  const products = useProductNames()
  const items = useMemo(
    () =>
      withWaitingInstructions(query.data?.pages.flatMap((page) => page.items) ?? [], entries, {
        who,
        products,
        investorId,
      }).filter((item) => search === '' || (isOnline && !item.sync) || isSought(item, search)),
    [query.data, entries, who, products, investorId, search, isOnline],
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
    paidBy: query.data?.paidBy ?? null,
    entry: query.data ? undefined : entry,
  }
}

/** Days on which the exchange is closed. */
export function useHolidays(): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: ['holidays'],
    queryFn: async () => await api.reference.holidays(),
    staleTime: 86_400_000,
  })
  return useMemo(() => new Set(data?.items.map(({ date }) => date)), [data])
}
