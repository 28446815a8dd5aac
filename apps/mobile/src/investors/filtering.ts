// Searches and filters the book of investors.
import { isOneOf, keysOf } from '@rmtools/contracts/keys'
import type { InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'
import { internationalPhone } from '../leads/rules.ts'
import { isMatch } from '../ui/search.ts'
import type { SeenInvestor } from './rules.ts'

/** The status filters that RMs use; the first status of each gives its label. */
const groups = {
  returned: ['returned'],
  draft: ['draft'],
  'awaiting-investor': ['awaiting-investor'],
  submitted: ['submitted', 'approved', 'syncing'],
  registered: ['registered'],
  'sync-failed': ['sync-failed'],
  rejected: ['rejected'],
} as const satisfies Partial<Record<InvestorStatus, readonly InvestorStatus[]>>

export type StateGroup = keyof typeof groups
export const stateGroups = keysOf(groups)

/** The filter to which a status belongs. */
export function groupOf(status: InvestorStatus): StateGroup | undefined {
  return stateGroups.find((group) => isOneOf(groups[group], status))
}

type Filter = {
  search: string
  group?: StateGroup | undefined
  kind?: SeenInvestor['kind'] | undefined
}

/**
 * The matching investors. The words may be in any order, and a phone number matches in any
 * notation.
 */
export function matchingInvestors<I extends SeenInvestor>(
  investors: readonly I[],
  { search, group, kind }: Filter,
): I[] {
  return investors.filter((investor) => {
    if (group && groupOf(investor.status) !== group) return false
    if (kind && investor.kind !== kind) return false
    const { displayName, email, sid, ifua, externalId, phone } = investor
    return isMatch(
      search,
      [displayName, email, sid, ifua, externalId],
      phone === null ? null : internationalPhone(phone),
    )
  })
}
