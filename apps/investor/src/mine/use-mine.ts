// The states of the client's own page: closed, waiting for a code, open.
import { useCallback, useEffect, useState } from 'react'
import { VISIT_MINUTES, visitEnded } from '@rmtools/contracts/crm/client-page'
import type { Problem } from '@rmtools/contracts/problem'
import { problemOf } from '../base/problems.ts'
import { api, type Home, type Sender } from './api.ts'
import { keepVisit, keptVisit } from './kept-visit.ts'

type State =
  | { phase: 'loading' }
  | { phase: 'failed'; problem: Problem }
  | { phase: 'unknown' }
  | { phase: 'ended'; sender: Sender }
  | { phase: 'closed'; sender: Sender; wasOpen: boolean }
  | { phase: 'open'; sender: Sender; visit: string; home: Home; ahead: number }

const IDLE_MS = VISIT_MINUTES * 60_000

export function useMine(token: string) {
  const [state, setState] = useState<State>({ phase: 'loading' })

  const show = useCallback(
    async (sender: Sender, visit: string) => {
      try {
        const home = await api.home({ visit })
        setState({ phase: 'open', sender, visit, home, ahead: Date.parse(home.now) - Date.now() })
      } catch (error) {
        const problem = problemOf(error)
        const isOver = problem.code === visitEnded.code || problem.code === 'not-found'
        if (!isOver) return setState({ phase: 'failed', problem })
        keepVisit(token, null)
        setState({ phase: 'closed', sender, wasOpen: true })
      }
    },
    [token],
  )

  const load = useCallback(async () => {
    try {
      const sender = await api.sender({ token })
      const visit = keptVisit(token)
      // A link that has ended has no phone to send a code to.
      if (sender.phone === null) setState({ phase: 'ended', sender })
      else if (visit === null) setState({ phase: 'closed', sender, wasOpen: false })
      else await show(sender, visit)
    } catch (error) {
      const problem = problemOf(error)
      setState(problem.code === 'not-found' ? { phase: 'unknown' } : { phase: 'failed', problem })
    }
  }, [token, show])
  useEffect(() => void load(), [load])

  const visit = state.phase === 'open' ? state.visit : null
  const sender = 'sender' in state ? state.sender : null
  /** Nothing stays on a screen that somebody left: the visit has ended on the server by then. */
  const close = useCallback(
    (wasOpen: boolean) => {
      keepVisit(token, null)
      if (sender) setState({ phase: 'closed', sender, wasOpen })
    },
    [token, sender],
  )
  useEffect(() => {
    if (visit === null) return
    const timer = setTimeout(() => close(true), IDLE_MS)
    return () => clearTimeout(timer)
  }, [visit, state, close])

  return {
    state,
    load,
    /** Opens the page by a code. Throws the refusal. */
    open: async (code: string) => {
      if (!sender) return
      const answer = await api.open({ token, code })
      keepVisit(token, answer.visit)
      await show(sender, answer.visit)
    },
    refresh: async () => {
      if (sender && visit !== null) await show(sender, visit)
    },
    leave: async () => {
      if (visit !== null) await api.close({ visit }).catch(() => undefined)
      close(false)
    },
    /** Ends the visit here after the server has refused it. */
    lapse: () => close(true),
  }
}
