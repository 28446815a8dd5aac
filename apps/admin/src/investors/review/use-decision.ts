// Sends a decision on one case; a refusal by the server is a problem of this case.
import { useRef, useState } from 'react'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { Problem } from '@rmtools/contracts/problem'
import { useAct } from '../../base/queries.ts'
import type { CaseDecision } from './use-reasons.ts'

export type DecisionDetails = { reasons?: { pointer: string; reason: string }[]; note?: string }

/** `onTaken` runs after a decision, before the lists are fetched again. */
export function useDecision(
  investor: Pick<InvestorDetail, 'id' | 'version'> | undefined,
  onTaken: (decision: CaseDecision) => void,
) {
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const sent = useRef<CaseDecision>('approve')
  const review = useAct('investors', 'review', {
    onDone: ({ results: [result] }) => {
      if (result?.problem) setRefusal(Problem.fromBody(result.problem))
      else onTaken(sent.current)
    },
  })
  const decide = async (decision: CaseDecision, details: DecisionDetails = {}) => {
    if (!investor) return
    setRefusal(null)
    sent.current = decision
    const { id, version } = investor
    await review.run({ items: [{ id, version }], decision, ...details })
  }
  const clear = () => {
    setRefusal(null)
    review.clear()
  }
  return { decide, isPending: review.isPending, problem: review.problem ?? refusal, clear }
}
