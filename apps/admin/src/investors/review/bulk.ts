// The selected cases that a bulk decision includes: only the safe ones. The others are listed with
// their reason.
import { refusalOf } from '@rmtools/contracts/crm/investor-review'
import type { Investor, InvestorDetail } from '@rmtools/contracts/crm/investor-cases'

export type Excluded = { readonly investor: Investor; readonly code: string }
export type Sorted = { readonly taken: readonly Investor[]; readonly excluded: readonly Excluded[] }

/** An open finding requires a look at the case, so it cannot be decided in bulk. */
export const QUESTIONS = 'open-questions'

type Sorting = {
  decision: 'approve' | 'return'
  userId: string
  now: Date
  details?: ReadonlyMap<string, Pick<InvestorDetail, 'warnings'>>
}

/**
 * Divides the selection; approval needs the details, because a case with findings must not be
 * approved unseen.
 */
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
