// Maker and checker: decisions on cases, and their consequences.
import { consentNotInForce, lacksConsent } from '@rmtools/contracts/crm/consents'
import { contactOfStaff, reasonsMissing } from '@rmtools/contracts/crm/investor-problems'
import { refusalOf } from '@rmtools/contracts/crm/investor-review'
import type { investors } from '@rmtools/contracts/crm/investors'
import type { ReviewResult } from '@rmtools/contracts/crm/investor-decisions'
import { investorKinds } from '@rmtools/contracts/crm/kyc'
import { returnablePointers } from '@rmtools/contracts/crm/kyc-rules'
import type { Input } from '@rmtools/contracts/endpoint'
import { notFound, Problem, staleVersion, type ProblemKind } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import type { CrmPorts } from '../../ports.ts'
import { notifyRmOfCase } from '../../notifications/notify.ts'
import { requestHandOver } from '../case/editing.ts'
import { consentsOf } from '../consents/queries.ts'
import { shownForm } from '../case/detail.ts'
import { partsOf } from '../case/parts.ts'
import { contactsIn } from '../contacts/rules.ts'
import { staffFaults } from '../contacts/staff.ts'
import { openForm } from '../kyc/save.ts'
import { tellOfDecision } from '../news/telling.ts'
import { lockCase, markDecided, noteEvent, type KycCase } from '../queries.ts'
import { insertReasons } from './queries.ts'
import { withValues } from './returned.ts'

type Review = Input<typeof investors.review>
type Ports = Pick<CrmPorts, 'clock' | 'sealer'>
type Decider = { userId: string; ports: Ports }
type Reasons = NonNullable<Review['reasons']>

const outcomes = { approve: 'approved', return: 'returned', reject: 'rejected' } as const

/** Throws reasons-missing if a return names no existing field, or a rejection has no reason. */
export function requireReasons({ decision, reasons = [], note }: Review): void {
  const known = new Set(investorKinds.flatMap(returnablePointers))
  const strange = reasons.filter(({ pointer }) => !known.has(pointer))
  const isMissing =
    (decision === 'return' && reasons.length === 0) ||
    (decision === 'reject' && reasons.length === 0 && !note)
  if (strange.length > 0)
    throw new Problem(reasonsMissing, {
      errors: strange.map(({ pointer }) => ({ pointer, code: 'no-such-field' })),
    })
  if (isMissing)
    throw new Problem(reasonsMissing, { errors: [{ pointer: '/reasons', code: 'required' }] })
}

/**
 * Decides on each item separately: a refused one does not hold back the others. Locks in the order
 * of ids, so that two reviewers never deadlock.
 */
export async function reviewAll(
  db: Transaction,
  review: Review,
  actor: { userId: string },
  ports: Ports,
): Promise<ReviewResult[]> {
  const decider = { userId: actor.userId, ports }
  const results = new Map<string, ReviewResult>()
  for (const item of review.items.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    // A repeated id is one decision.
    if (!results.has(item.id)) results.set(item.id, await decide(db, item, review, decider))
  }
  return [...new Set(review.items.map(({ id }) => id))].map(
    (id) => results.get(id) ?? refused(id, notFound),
  )
}

async function decide(
  db: Transaction,
  item: { id: string; version: number },
  review: Review,
  { userId, ports }: Decider,
): Promise<ReviewResult> {
  const { decision, reasons = [], note } = review
  const now = ports.clock.now()
  const investor = await lockCase(db, item.id)
  if (!investor) return refused(item.id, notFound)
  const refusal = refusalOf(investor, { decision, version: item.version, userId, now })
  if (refusal) return refused(item.id, refusal)
  const unfit = decision === 'approve' ? await unfitness(db, investor, ports) : undefined
  if (unfit) return refused(item.id, unfit)
  const own = reasons.filter(({ pointer }) => returnablePointers(investor.kind).includes(pointer))
  if (decision === 'return' && own.length === 0) return refused(item.id, reasonsMissing)
  const to = outcomes[decision]
  const decided = await markDecided(db, item, {
    from: [investor.status],
    to,
    at: now.toISOString(),
    userId,
  })
  if (!decided) return refused(item.id, staleVersion)
  const detail =
    note ??
    (own.length > 0 ? own.map(({ pointer, reason }) => `${pointer}: ${reason}`).join('; ') : null)
  await noteEvent(db, { investorId: item.id, kind: to, status: to, by: 'user', detail })
  await follow(db, decided, { to, reasons: own, ports })
  return { id: item.id, status: decided.status, version: decided.version, problem: null }
}

/** Changes to a case while it waited that prevent its approval. */
async function unfitness(
  db: Transaction,
  investor: KycCase,
  ports: Ports,
): Promise<ProblemKind | undefined> {
  // An approval would pass the data on (UU 27/2022 art. 9).
  if (lacksConsent(await consentsOf(db, investor.id))) return consentNotInForce
  const contacts = contactsIn(investor.kind, await openForm(db, investor, ports))
  return (await staffFaults(db, contacts)).length > 0 ? contactOfStaff : undefined
}

type Following = { to: (typeof outcomes)[keyof typeof outcomes]; reasons: Reasons; ports: Ports }

async function follow(
  db: Transaction,
  decided: KycCase,
  { to, reasons, ports }: Following,
): Promise<void> {
  if (decided.status === 'approved') await requestHandOver(db, decided)
  if (decided.status === 'returned') {
    const at = {
      investor: decided,
      parts: await partsOf(db, decided, ports),
      shown: await shownForm(db, decided),
    }
    await insertReasons(db, decided.id, withValues(reasons, at, ports))
  }
  const params = {
    investorName: decided.displayName,
    fields: reasons.map(({ pointer }) => pointer),
  }
  await notifyRmOfCase(db, decided, { kind: `investor.${to}`, params })
  await tellOfDecision(db, decided)
}

function refused(id: string, { code, title, status }: ProblemKind): ReviewResult {
  return { id, status: null, version: null, problem: { type: `/problems/${code}`, title, status } }
}
