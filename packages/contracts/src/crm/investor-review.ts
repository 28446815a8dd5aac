// Maker and checker: who may decide on a case. The server enforces it; the screens use it to
// explain a disabled button.
import type { ProblemKind } from '../problem.ts'
import { staleVersion, wrongState } from '../problem.ts'
import { fourEyes } from './four-eyes.ts'
import {
  claimedByOther,
  seniorApprovalMissing,
  seniorApproverDecides,
} from './investor-problems.ts'
import { isReturnable, type InvestorStatus } from './investor-statuses.ts'

/** How long a reviewer's claim on a case lasts. */
export const CLAIM_MINUTES = 30

/** The facts on which permission for a decision depends. */
export type Reviewed = {
  rmId: string
  makers: readonly string[]
  status: InvestorStatus
  version: number
  claimedBy: string | null
  claimedAt: string | null
  isPep: boolean
  seniorApprovedBy: string | null
}

/** Makers of a case, and the RM of its book, may not decide on it. */
export function isMaker(
  { rmId, makers }: Pick<Reviewed, 'rmId' | 'makers'>,
  userId: string,
): boolean {
  return rmId === userId || makers.includes(userId)
}

/** The reviewer who has claimed the case at `now`; null if nobody has, or the claim has expired. */
export function holderOf(
  { claimedBy, claimedAt }: Pick<Reviewed, 'claimedBy' | 'claimedAt'>,
  now: Date,
): string | null {
  if (claimedBy === null || claimedAt === null) return null
  return Date.parse(claimedAt) + CLAIM_MINUTES * 60_000 > now.getTime() ? claimedBy : null
}

/** Whether another reviewer holds the case at `now`. */
export function isClaimedByOther(
  investor: Pick<Reviewed, 'claimedBy' | 'claimedAt'>,
  userId: string,
  now: Date,
): boolean {
  const holder = holderOf(investor, now)
  return holder !== null && holder !== userId
}

type Deciding = {
  decision: 'approve' | 'return' | 'reject'
  version: number
  userId: string
  now: Date
}

/** Why this user may not make this decision on this case; undefined if they may. */
export function refusalOf(
  investor: Reviewed,
  { decision, version, userId, now }: Deciding,
): ProblemKind | undefined {
  if (isMaker(investor, userId)) return fourEyes
  if (!(decision === 'return' ? isReturnable(investor.status) : investor.status === 'submitted'))
    return wrongState
  if (investor.version !== version) return staleVersion
  if (isClaimedByOther(investor, userId, now)) return claimedByOther
  if (decision === 'approve' && investor.isPep && investor.seniorApprovedBy === null)
    return seniorApprovalMissing
  if (decision === 'approve' && investor.isPep && investor.seniorApprovedBy === userId)
    return seniorApproverDecides
  return undefined
}
