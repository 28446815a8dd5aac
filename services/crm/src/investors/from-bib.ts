// Applies Bib's reports on investors: from events, replies to a hand-over, and look-ups.
import type { InvestorStatusEvent } from '@rmtools/bib/events'
import type { InvestorRecord } from '@rmtools/bib/internal'
import type { InvestorStatus } from '@rmtools/contracts/crm/investor-statuses'
import type { Transaction } from '@rmtools/kit/db'
import { revokePageLink } from '../client-links/link.ts'
import { keepOutcome } from './bank-accounts/queries.ts'
import { notifyOfCase, notifyRmOfCase } from '../notifications/notify.ts'
import { applyState, isExternalIdElsewhere, type AppliedState } from './bib/queries.ts'
import { tellOfRegistration } from './news/telling.ts'
import { lockCase, noteEvent, type KycCase } from './queries.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/**
 * Statuses in which Bib's report changes a case. A case that was returned or rejected here
 * meanwhile is no longer in transit.
 */
const onItsWay: readonly InvestorStatus[] = ['approved', 'syncing', 'sync-failed', 'registered']

/** `older`: a later event overtook it; `unknown`: no investor of this company has this id. */
export type Outcome = 'applied' | 'older' | 'unknown'
type State = Omit<InvestorRecord, 'updatedAt'>

/**
 * Applies an investor.status event in the scope of its company; false if it is not newer than the
 * stored state, or concerns no investor of that company. A repeated or older event changes nothing.
 */
export async function applyInvestorStatus(
  db: Transaction,
  { data, sequence }: Pick<InvestorStatusEvent, 'data' | 'sequence'>,
): Promise<boolean> {
  return (await applyRecord(db, { ...data, sequence })) === 'applied'
}

/**
 * Applies Bib's record of an investor, whatever its source; `isAnswer` if it is the reply to a
 * hand-over.
 */
export async function applyRecord(
  db: Transaction,
  state: State,
  isAnswer = false,
): Promise<Outcome> {
  const investor = UUID.test(state.sourceId) ? await lockCase(db, state.sourceId) : undefined
  if (!investor) return 'unknown'
  // Bib may answer a replay with its earlier refusal: the case must not stay in transit forever.
  const isRefusedAgain =
    isAnswer &&
    state.status === 'REJECTED' &&
    investor.status === 'syncing' &&
    state.sequence === Number(investor.bibSequence)
  if (state.sequence <= Number(investor.bibSequence) && !isRefusedAgain) return 'older'
  const conflict = await externalIdConflict(db, investor, state)
  const next = nextOf(investor, state, conflict)
  await applyState(db, investor.id, next)
  for (const { sourceId, status, reason } of state.bankAccounts)
    if (UUID.test(sourceId))
      await keepOutcome(db, {
        id: sourceId,
        investorId: investor.id,
        status: status === 'ACCEPTED' ? 'accepted' : 'refused',
        reason: reason?.code ?? null,
      })
  await report(db, investor, { ...state, next })
  await tellOfRegistration(db, investor, next)
  return 'applied'
}

/**
 * An id that would overwrite another, or that belongs to another investor: it is never applied
 * silently, a person decides.
 */
async function externalIdConflict(
  db: Transaction,
  investor: KycCase,
  { externalId, previousExternalId }: State,
): Promise<string | null> {
  if (externalId === null || externalId === investor.externalId) return null
  const isMerge = previousExternalId !== null && previousExternalId === investor.externalId
  if (investor.externalId !== null && !isMerge)
    return `Bib names the external id ${externalId}, here it is ${investor.externalId}`
  return (await isExternalIdElsewhere(db, investor.id, externalId))
    ? `Bib names the external id ${externalId}, which another investor has`
    : null
}

function nextOf(investor: KycCase, state: State, conflict: string | null): AppliedState {
  const { externalId, sid, ifua, linked, sequence, status } = state
  const reasons = state.reasons
    .map(({ code, field, detail }) => [code, field, detail].filter(Boolean).join(' '))
    .join('; ')
  const isRegistered = status === 'REGISTERED' || status === 'SID_CREATED'
  const same = {
    status: investor.status,
    externalId: investor.externalId,
    sid: investor.sid,
    ifua: investor.ifua,
    isLinked: investor.isLinked,
    syncError: investor.syncError,
    sequence,
  }
  if (!onItsWay.includes(investor.status)) return same
  if (status === 'REJECTED')
    return {
      ...same,
      status: investor.status === 'registered' ? 'registered' : 'sync-failed',
      syncError: reasons || 'refused by Bib',
    }
  if (!isRegistered) return same
  if (conflict !== null) return { ...same, syncError: conflict }
  return {
    ...same,
    status: 'registered',
    externalId: externalId ?? investor.externalId,
    sid: sid ?? investor.sid,
    ifua: ifua ?? investor.ifua,
    isLinked: linked,
    syncError: null,
  }
}

async function report(
  db: Transaction,
  investor: KycCase,
  { status, next, linked }: State & { next: AppliedState },
): Promise<void> {
  const note = async (kind: string, detail: string | null = null) =>
    await noteEvent(db, { investorId: investor.id, kind, status: next.status, by: 'bib', detail })
  if (next.syncError !== null && next.syncError !== investor.syncError) {
    await note('sync-failed', next.syncError)
    const told = {
      kind: 'investor.sync-failed',
      params: { investorName: investor.displayName, reason: next.syncError },
    } as const
    await notifyRmOfCase(db, investor, told)
    if (investor.reviewedBy !== null) await notifyOfCase(db, investor.reviewedBy, investor.id, told)
  }
  if (next.status === 'registered' && investor.status !== 'registered') {
    await note('registered', next.externalId)
    await notifyRmOfCase(db, investor, {
      kind: 'investor.registered',
      params: { investorName: investor.displayName },
    })
  }
  if (next.externalId !== investor.externalId && investor.externalId !== null) {
    // Two records became one: whoever held the link of one may not be the owner of the other.
    await revokePageLink(db, investor.id)
    await note('external-id-merged', `${investor.externalId} → ${next.externalId}`)
  }
  if (status === 'SID_CREATED' && next.sid !== investor.sid)
    await note('sid-created', linked ? `${next.sid}, linked from another agent` : next.sid)
}
