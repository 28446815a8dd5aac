// Why a decision is not available to the reviewer; undefined if it is.
import { CLAIM_MINUTES, refusalOf } from '@rmtools/contracts/crm/investor-review'
import { investors } from '@rmtools/contracts/crm/investors'
import type { InvestorDetail } from '@rmtools/contracts/crm/investor-cases'
import { formatTime } from '@rmtools/look/format'
import { problemText } from '@rmtools/look/problems'
import { investorStates } from '@rmtools/look/states'
import { useSay, type Say } from '../../base/language.ts'
import { useMay, useMe } from '../../base/me.ts'
import type { Reason } from './may-mark.ts'
import { words } from './words.ts'

export type CaseDecision = 'approve' | 'return' | 'reject'
type Deciding = Pick<
  InvestorDetail,
  | 'rmId'
  | 'makers'
  | 'status'
  | 'version'
  | 'claimedBy'
  | 'claimedByName'
  | 'claimedAt'
  | 'isPep'
  | 'seniorApprovedBy'
>

/** The reason for each decision: a code, and its text. */
export function useReasons(
  investor: Deciding | undefined,
  isStale: boolean,
  now: Date,
): (decision: CaseDecision) => Reason | undefined {
  const say = useSay()
  const me = useMe()
  const may = useMay(investors.review)
  return (decision) => {
    if (may === false) return { code: 'role', text: say(words.whyRole) }
    if (!investor || !me) return { code: 'loading', text: say(words.whyLoading) }
    if (isStale) return { code: 'stale', text: say(words.whyStale) }
    const refusal = refusalOf(investor, { decision, version: investor.version, userId: me.id, now })
    return refusal && { code: refusal.code, text: refusalWords(refusal.code, investor, say) }
  }
}

/** The rule's refusal as a text with names. */
export function refusalWords(
  code: string,
  investor: Pick<Deciding, 'status' | 'claimedByName' | 'claimedAt'>,
  say: Say,
): string {
  if (code === 'four-eyes') return say(words.whyMaker)
  if (code === 'wrong-state')
    return say(words.whyState, { state: say(investorStates[investor.status].word).toLowerCase() })
  if (code === 'senior-approval-missing') return say(words.whyPep)
  if (code === 'claimed-by-other')
    return say(words.heldByOther, {
      name: investor.claimedByName ?? '',
      time: claimEnd(investor.claimedAt, say),
    })
  return problemText(code, say.language)
}

/** The time when a claim ends. */
export function claimEnd(claimedAt: string | null, say: Say): string {
  if (claimedAt === null) return ''
  return formatTime(
    new Date(Date.parse(claimedAt) + CLAIM_MINUTES * 60_000).toISOString(),
    say.language,
  )
}
