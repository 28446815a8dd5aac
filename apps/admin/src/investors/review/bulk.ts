// Which of the selected cases a bulk decision may take: the safe ones. Each of the others is named with its reason.
import { refusalOf } from '@rmtools/contracts/crm/investor-review'
import type { Investor, InvestorDetail } from '@rmtools/contracts/crm/investors'

export type Excluded = { readonly investor: Investor; readonly code: string }
export type Sorted = { readonly taken: readonly Investor[]; readonly excluded: readonly Excluded[] }

/** An open question of the checks is answered by looking at the case, not in bulk. */
export const QUESTIONS = 'open-questions'

type Sorting = {
  decision: 'approve' | 'return'
  userId: string
  now: Date
  details?: ReadonlyMap<string, Pick<InvestorDetail, 'warnings'>>
}

/** Sorts the selection; approving needs the details, as a case with questions is not safe to approve unseen. */
export function sortSelection(
  rows: readonly Investor[],
  { decision, userId, now, details }: Sorting,
): Sorted {
  const codeOf = (investor: Investor): string | undefined => {
    const refusal = refusalOf(investor, { decision, version: investor.version, userId, now })
    if (refusal) return refusal.code
    return decision === 'approve' && details?.get(investor.id)?.warnings.length !== 0
      ? QUESTIONS
      : undefined
  }
  const judged = rows.map((investor) => ({ investor, code: codeOf(investor) }))
  return {
    taken: judged.filter(({ code }) => code === undefined).map(({ investor }) => investor),
    excluded: judged.filter((one): one is Excluded => one.code !== undefined),
  }
}
