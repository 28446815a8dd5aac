import { useCallback, useEffect, useRef, useState } from 'react'
import { documentChanged } from '@rmtools/contracts/crm/approvals'
import { offline } from '@rmtools/contracts/fetch'
import type { Problem } from '@rmtools/contracts/problem'
import { useAct } from '../base/act.ts'
import { endedLink, problemOf, type EndedLink } from '../base/problems.ts'
import { api, type Answer, type Sender, type View } from './api.ts'

export type MandateState =
  | { phase: 'loading' }
  /** Loading failed; a retry may help. */
  | { phase: 'failed'; problem: Problem }
  | { phase: 'ended'; ending: EndedLink; sender: Sender | null }
  | { phase: 'open'; view: View; sender: Sender }
  | { phase: 'done'; answer: Answer; view: View; sender: Sender }

type Given = Omit<Parameters<typeof api.answer>[0], 'token'>

/** The mandate behind a link: loaded, answered once. */
export function useMandate(token: string) {
  const [state, setState] = useState<MandateState>({ phase: 'loading' })
  const [problem, setProblem] = useState<Problem | null>(null)
  const { isBusy, run } = useAct()
  // The connection broke during an answer, which may have arrived all the same.
  const mayHaveArrived = useRef(false)
  const load = useCallback(async () => setState(await loaded(token)), [token])
  useEffect(() => void load(), [load])

  const refused = async (refusal: Problem, decision: Given['decision']) => {
    if (refusal.code === offline.code) mayHaveArrived.current = true
    const sender = endedLink(refusal) ? await api.sender({ token }).catch(() => null) : null
    const own = mayHaveArrived.current ? arrived(sender, decision) : undefined
    if (own) return setState((now) => (now.phase === 'open' ? done(now, own) : now))
    const ending = endedLink(refusal)
    if (ending) return setState({ phase: 'ended', ending, sender })
    if (refusal.code === documentChanged.code) await load()
    setProblem(refusal)
  }
  const answer = async (given: Given) =>
    await run(async () => {
      setProblem(null)
      try {
        const reply = await api.answer({ token, ...given })
        setState((now) => (now.phase === 'open' ? done(now, reply) : now))
        return true
      } catch (error) {
        await refused(problemOf(error), given.decision)
        return false
      }
    })
  return { state, load, isBusy, problem, answer, forgetProblem: () => setProblem(null) }
}

async function loaded(token: string): Promise<MandateState> {
  const [view, sender] = await Promise.allSettled([api.view({ token }), api.sender({ token })])
  const from = sender.status === 'fulfilled' ? sender.value : null
  if (view.status === 'fulfilled' && from) return { phase: 'open', view: view.value, sender: from }
  const failed = [view, sender].find((one) => one.status === 'rejected')
  const problem = problemOf(failed?.reason)
  const ending = endedLink(problem)
  return ending ? { phase: 'ended', ending, sender: from } : { phase: 'failed', problem }
}

const done = (
  { view, sender }: Extract<MandateState, { phase: 'open' }>,
  answer: Answer,
): MandateState => ({ phase: 'done', answer, view, sender })

function arrived(sender: Sender | null, decision: Given['decision']): Answer | undefined {
  if (!sender?.answeredAt) return undefined
  const status = sender.answer ?? 'signed'
  const isOwn = (decision === 'decline') === (status === 'declined')
  return isOwn ? { status, nextRuns: [], at: sender.answeredAt } : undefined
}
