// The news in Bib's report on an instruction: a corrected allocation, a step of a refund. Pure.
import type { InstructionRecord } from '@rmtools/bib/internal'
import type {
  Allocation,
  Correction,
  Refund,
  RefundStep,
} from '@rmtools/contracts/crm/instruction-results'
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { compare } from '@rmtools/contracts/decimals'

/** The stored state of an instruction before an event. */
export type Known = Allocation & {
  status: InstructionStatus
  statusReason: string | null
  bibSequence: number
  refund: Refund | null
  /** It was cancelled here, whatever Bib has reported since. */
  wasCancelledHere: boolean
}
type Said = Pick<
  InstructionRecord,
  'status' | 'navDate' | 'nav' | 'units' | 'amount' | 'fee' | 'target' | 'corrected' | 'refund'
>

const isSame = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : compare(one, other) === 0

/** Before and after, if a known allocation has changed. */
export function correctionOf(known: Known, said: Said): Correction | undefined {
  if (!said.corrected || known.nav === null) return undefined
  const { navDate, nav, units, amount, fee, target } = known
  const before: Allocation = { navDate, nav, units, amount, fee, target }
  const after: Allocation = {
    navDate: said.navDate ?? navDate,
    nav: said.nav ?? nav,
    units: said.units ?? units,
    amount: said.amount ?? amount,
    fee: said.fee ?? fee,
    target: said.target ?? target,
  }
  const isUnchanged =
    (['nav', 'units', 'amount'] as const).every((figure) =>
      isSame(before[figure], after[figure]),
    ) &&
    isSame(before.target?.nav ?? null, after.target?.nav ?? null) &&
    isSame(before.target?.units ?? null, after.target?.units ?? null)
  return isUnchanged ? undefined : { before, after }
}

/** The refund in its new state, and the step to it; undefined if nothing is new. */
export function refundNewsOf(
  { refund: known }: Known,
  { refund: said }: Said,
  { at, reason }: { at: string; reason: string | null },
): { refund: Refund; step: RefundStep } | undefined {
  if (!said) return undefined
  const status = said.status === 'PAID' ? 'paid' : 'pending'
  if (known?.status === status && compare(known.amount, said.amount) === 0) return undefined
  const isPaidNow = status === 'paid' && known?.status === 'pending'
  const cause = isPaidNow ? known.reason : reason
  const { amount } = said
  const refund: Refund = {
    amount,
    status,
    reason: cause,
    announcedAt: isPaidNow ? known.announcedAt : at,
    paidAt: status === 'paid' ? at : null,
  }
  return { refund, step: { amount, status, reason: cause, at } }
}

/**
 * Whether Bib reports only that a refund already known was paid: its status belongs to an earlier
 * round.
 */
export const isOnlyPayingBack = (known: Known, news: { refund: Refund } | undefined): boolean =>
  known.refund?.status === 'pending' && news?.refund.status === 'paid'
