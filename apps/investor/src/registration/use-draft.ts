import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { offline } from '@rmtools/contracts/fetch'
import { staleVersion, type Problem } from '@rmtools/contracts/problem'
import { endedLink, problemOf } from '../base/problems.ts'
import { api, type Registration } from './api.ts'
import { draftAfter, draftOf, sendable, type Draft } from './draft.ts'
import { tidy } from '@rmtools/contracts/crm/kyc-values'

const PAUSE_MS = 1200
const RETRY_MS = 5000
/** After a refusal of single fields the rest is sent again, at most this often in one save. */
const ROUNDS = 4

export type Saving = 'saved' | 'unsaved' | 'saving' | 'failed'

/** Saves the draft while it is edited, one save at a time; failed saves are kept and retried. */
export function useDraft(token: string, first: Registration, onEnded: (problem: Problem) => void) {
  const [draft, tell] = useReducer(draftAfter, first, draftOf)
  const latest = useRef<Draft>(draft)
  latest.current = draft
  const [saving, setSaving] = useState<Saving>('saved')
  const [problem, setProblem] = useState<Problem | null>(null)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const news = useCallback((one: Parameters<typeof draftAfter>[1]) => {
    // A save reads the state between two renders.
    latest.current = draftAfter(latest.current, one)
    tell(one)
  }, [])

  const reload = useCallback(
    async () => news({ type: 'loaded', known: await api.view({ token }) }),
    [news, token],
  )

  const saveOnce = useSavingOnce(token, latest, { news, reload })

  const save = useCallback(async (): Promise<boolean> => {
    if (isEmpty(latest.current.edits)) return true
    setSaving('saving')
    try {
      for (let round = 0; round < ROUNDS && (await saveOnce()) === 'again'; round++);
      setProblem(null)
      const isAll = isEmpty(latest.current.edits)
      setSaving(isAll ? 'saved' : 'unsaved')
      return isAll
    } catch (error) {
      const refusal = problemOf(error)
      if (endedLink(refusal)) onEnded(refusal)
      setProblem(refusal)
      setSaving('failed')
      return false
    }
  }, [saveOnce, onEnded])

  /** Saves everything that can be saved. Resolves to whether all edits are on the server. */
  const flush = useCallback(async (): Promise<boolean> => {
    const next = queue.current.then(save)
    queue.current = next
    return await next
  }, [save])

  const act = useActing(queue, { reload, onEnded })
  useSavingInTime({
    edits: draft.edits,
    flush,
    hasFailed: saving === 'failed' && problem?.code !== undefined && isWorthRetrying(problem),
  })
  const type = useCallback(
    (name: string, value: unknown) => news({ type: 'typed', name, value }),
    [news],
  )
  return { draft, saving, problem, type, flush, act, reload }
}
export type DraftControl = ReturnType<typeof useDraft>

type Telling = {
  news: (one: Parameters<typeof draftAfter>[1]) => void
  reload: () => Promise<void>
}

/**
 * Sends the edits that can be saved; 'again' if refused fields, or a newer version, leave more to
 * send.
 */
function useSavingOnce(
  token: string,
  latest: { readonly current: Draft },
  { news, reload }: Telling,
) {
  return useCallback(async (): Promise<'again' | 'done'> => {
    const sent = sendable(latest.current)
    if (isEmpty(sent)) return 'done'
    const { kind, version } = latest.current.known
    const values = Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [name, tidy(value)]),
    )
    try {
      news({ type: 'saved', known: await api.save({ token, version, [kind]: values }), sent })
      return 'done'
    } catch (error) {
      const refusal = problemOf(error)
      if (refusal.code === staleVersion.code) await reload()
      else if (refusal.errors && refusal.errors.length > 0)
        news({ type: 'refused', errors: refusal.errors })
      else throw refusal
      return 'again'
    }
  }, [latest, news, reload, token])
}

const isEmpty = (values: object) => Object.keys(values).length === 0

const isWorthRetrying = ({ code, status }: Problem) =>
  code === offline.code || status >= 500 || status === 429

/**
 * Saves after a pause in typing, after a failure, when the network returns, and before the page
 * closes.
 */
function useSavingInTime({
  edits,
  flush,
  hasFailed,
}: {
  edits: Draft['edits']
  flush: () => Promise<boolean>
  hasFailed: boolean
}): void {
  useEffect(() => {
    if (isEmpty(edits)) return undefined
    const timer = setTimeout(() => void flush(), hasFailed ? RETRY_MS : PAUSE_MS)
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    const save = () => void flush()
    addEventListener('beforeunload', warn)
    addEventListener('online', save)
    addEventListener('visibilitychange', save)
    return () => {
      clearTimeout(timer)
      removeEventListener('beforeunload', warn)
      removeEventListener('online', save)
      removeEventListener('visibilitychange', save)
    }
  }, [edits, flush, hasFailed])
}

type Acting = { reload: () => Promise<void>; onEnded: (problem: Problem) => void }

/** Runs another change to the case between two saves, and reloads the case. */
function useActing(queue: { current: Promise<unknown> }, { reload, onEnded }: Acting) {
  return useCallback(
    async <T>(work: () => Promise<T>): Promise<T> => {
      const next = queue.current.then(async () => {
        try {
          const result = await work()
          await reload()
          return result
        } catch (error) {
          const refusal = problemOf(error)
          if (endedLink(refusal)) onEnded(refusal)
          throw refusal
        }
      })
      queue.current = next.catch(() => undefined)
      return await next
    },
    [queue, reload, onEnded],
  )
}
