import { useCallback, useEffect, useReducer, useRef, useState } from 'react'
import { documentChanged, linkUsed } from '@rmtools/contracts/crm/approvals'
import { offline } from '@rmtools/contracts/fetch'
import type { Problem } from '@rmtools/contracts/problem'
import { useAct } from '../base/act.ts'
import { problemOf } from '../base/problems.ts'
import { api, type Answer, type Sender } from './api.ts'
import { approvalAfter, type ApprovalNews } from './approval-state.ts'

type Given = Parameters<typeof api.answer>[0]

/**
 * The approval behind a link: loaded, refetched when the reader returns to the tab, answered once.
 */
export function useApproval(token: string) {
  const [state, tell] = useReducer(approvalAfter, { phase: 'loading' })
  const load = useCallback(async () => {
    const [view, sender] = await Promise.allSettled([api.view({ token }), api.sender({ token })])
    const from = sender.status === 'fulfilled' ? sender.value : null
    if (view.status === 'fulfilled' && from)
      tell({ type: 'loaded', view: view.value, sender: from })
    else {
      const failed = [view, sender].find((one) => one.status === 'rejected')
      tell({ type: 'refused', problem: problemOf(failed?.reason), sender: from })
    }
  }, [token])
  useEffect(() => {
    void load()
    // Hours may have passed in another tab, and the cut-off with them.
    const onReturn = () => document.visibilityState === 'visible' && void load()
    document.addEventListener('visibilitychange', onReturn)
    return () => document.removeEventListener('visibilitychange', onReturn)
  }, [load])
  const answering = useAnswering(token, { load, tell })
  return { state, load, seen: () => tell({ type: 'seen' }), ...answering }
}

type Around = { load: () => Promise<void>; tell: (news: ApprovalNews) => void }

/**
 * Answers once, however often it is called; if the connection broke, it asks the server for the
 * outcome.
 */
function useAnswering(token: string, { load, tell }: Around) {
  const { isBusy, run } = useAct()
  const [problem, setProblem] = useState<Problem | null>(null)
  // The connection broke during an answer, which may have arrived all the same.
  const mayHaveArrived = useRef(false)
  const refused = async (refusal: Problem, decision: Given['decision']) => {
    if (refusal.code === offline.code) mayHaveArrived.current = true
    if (refusal.code === documentChanged.code) await load()
    const sender =
      refusal.code === linkUsed.code ? await api.sender({ token }).catch(() => null) : null
    const own = mayHaveArrived.current ? arrived(sender, decision) : undefined
    if (own) {
      tell({ type: 'answered', answer: own })
      return true
    }
    tell({ type: 'refused', problem: refusal, sender })
    setProblem(refusal)
    return false
  }
  const answer = async (given: Omit<Given, 'token'>) =>
    await run(async () => {
      setProblem(null)
      try {
        tell({ type: 'answered', answer: await api.answer({ token, ...given }) })
        return true
      } catch (error) {
        return await refused(problemOf(error), given.decision)
      }
    })
  return { isBusy, problem, answer, forgetProblem: () => setProblem(null) }
}

function arrived(sender: Sender | null, decision: Given['decision']): Answer | undefined {
  const isOwn = sender?.answeredAt && (decision === 'decline') === (sender.status === 'declined')
  if (!isOwn) return undefined
  const status = decision === 'decline' ? 'declined' : 'approved'
  return { status, navDate: '', at: sender.answeredAt ?? '' }
}
