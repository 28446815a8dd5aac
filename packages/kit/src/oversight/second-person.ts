// Changes that wait for a second person's decision: their record, who may decide, and the rule that
// nobody decides on an own request. Each service keeps its own in its table `pending_change` and
// defines what a kind does once approved. The contract says which permission a decision takes.
import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { forbidden, notFound, Problem } from '@rmtools/contracts/problem'
import {
  changeDecided,
  changeExpired,
  changeNeeds,
  decisionReasonMissing,
  ownPeopleDecide,
  type ChangeKind,
  type pendingChanges,
  type PendingChange,
} from '@rmtools/contracts/second-person'
import { activeCompany } from '../database/acting.ts'
import type { Clock } from '../process/clock.ts'
import { sql, type Db, type Transaction } from '../database/db.ts'
import type { Actor } from '../database/scope.ts'
import type { Handlers } from '../http/service.ts'

const DAY_MS = 86_400_000
/** A request without a decision expires after a week; whoever still wants the change asks again. */
const DAYS = 7
/** The list ends here; requests beyond have waited for less time. */
const MOST = 200

export type Asked = { kind: ChangeKind; subject: string; payload: object }
/**
 * The other people who could decide, the time, and whether the caller may proceed if there is
 * nobody else, which the platform's staff never may.
 */
export type Asking = { deciders: readonly string[]; now: Date; mayBeAlone: boolean }

/**
 * Stores a change until a second person decides, in place of an earlier one of the same subject
 * that still waits, and returns its id. Undefined if there is nobody else: the caller then applies
 * the change at once, and the record says that one person did it alone.
 */
export async function waitsForSecond(
  db: Db,
  { kind, subject, payload }: Asked,
  { deciders, now, mayBeAlone }: Asking,
): Promise<string | undefined> {
  const at = now.toISOString()
  const isAlone = deciders.length === 0 && mayBeAlone
  // Serialises two simultaneous requests: the later one replaces the earlier.
  await db.run(sql`
    select pg_advisory_xact_lock(hashtextextended(concat_ws(':', 'pending_change', ${activeCompany}, ${kind}::text, ${subject}::text), 0))`)
  await dropWaiting(db, { kind, subject }, now)
  const row = await db.one(sql<{ id: string }>`
    insert into pending_change (kind, subject, payload, asked_at, expires_at, decision, decided_at)
    values (${kind}, ${subject}, ${JSON.stringify(payload)}, ${at}, ${new Date(now.getTime() + DAYS * DAY_MS).toISOString()},
      ${isAlone ? 'alone' : null}, ${isAlone ? at : null}) returning id`)
  return isAlone ? undefined : row?.id
}

type Waiting = PendingChange & { decision: string | null }
const columns = sql`c.id, c.kind, c.subject, c.payload, c.asked_by, c.asked_at, c.expires_at, c.decision`

/** Withdraws a subject's waiting changes, which another change has superseded. */
export async function dropWaiting(
  db: Db,
  { kind, subject }: Omit<Asked, 'payload'>,
  now: Date,
): Promise<void> {
  await db.run(sql`
    update pending_change c set decision = 'replaced', decided_at = ${now.toISOString()}
    where c.kind = ${kind} and c.subject = ${subject} and c.decision is null`)
}

/** Waiting changes, oldest first; only those of the given kinds or subject, if any. */
export async function waitingChanges(
  db: Db,
  people: 'known_user' | 'auth_user',
  now: Date,
  of: Partial<Asked> = {},
): Promise<PendingChange[]> {
  const { kind = null, subject = null } = of
  return await db.all(sql<PendingChange>`
    select ${columns}, (select u.full_name from ${sql.table(people)} u where u.id = c.asked_by) as asked_by_name
    from pending_change c where c.decision is null and c.expires_at > ${now.toISOString()}
      and (${kind}::text is null or c.kind = ${kind}) and (${subject}::text is null or c.subject = ${subject})
    order by c.asked_at, c.id limit ${sql.lit(MOST)}`)
}

async function lockChange(db: Db, id: string): Promise<Waiting | undefined> {
  return await db.one(
    sql<Waiting>`select ${columns}, null as asked_by_name from pending_change c where c.id = ${id} for update`,
  )
}

/** Applies an approved change. The payload was stored by the same code. */
export type Apply = (db: Transaction, payload: never, actor: Actor) => Promise<void>
export type Changes = Partial<Record<ChangeKind, Apply>>
type Wiring = {
  people: 'known_user' | 'auth_user'
  clock: Clock
  kinds: Changes
  /** Notifies the person who asked. */
  tell: (
    db: Transaction,
    userId: string,
    told: { kind: string; reason: string; decision: 'approved' | 'rejected' },
  ) => Promise<void>
}
type Deciding = Handlers<typeof pendingChanges>

/** The handlers of a service's list of waiting changes and of the decisions on them. */
export function secondPersonHandlers({ people, clock, kinds, tell }: Wiring): Deciding {
  return {
    list: async (_, { db }) => ({ items: await waitingChanges(db, people, clock.now()) }),

    decide: async ({ id, decision, reason }, { db, actor }) => {
      const { change, apply } = await openChange(db, id, { kinds, now: clock.now() })
      const isOwn = change.askedBy === actor.userId
      const isPermitted = actor.permissions.includes(changeNeeds[change.kind])
      requireFit({ decision, reason, isOwn, isPermitted, isGuest: actor.isGuest === true })
      const told = decision === 'approve' ? 'approved' : 'rejected'
      const kept = isOwn ? 'withdrawn' : told
      await db.run(sql`
        update pending_change set decision = ${kept}, decided_at = ${clock.now().toISOString()},
          decided_by = ${actor.userId}, reason = ${reason ?? null} where id = ${id}`)
      if (decision === 'approve') await apply(db, change.payload as never, actor)
      if (!isOwn && change.askedBy !== null)
        await tell(db, change.askedBy, {
          kind: change.kind,
          reason: reason ?? '',
          decision: told,
        })
    },
  }
}

/**
 * A change that is open for a decision, and how to apply it. Throws not-found, change-decided,
 * change-expired.
 */
async function openChange(
  db: Transaction,
  id: string,
  { kinds, now }: { kinds: Changes; now: Date },
): Promise<{ change: Waiting; apply: Apply }> {
  const change = await lockChange(db, id)
  const apply = change && kinds[change.kind]
  if (!change || !apply) throw new Problem(notFound)
  if (change.decision !== null) throw new Problem(changeDecided)
  if (Date.parse(change.expiresAt) <= now.getTime()) throw new Problem(changeExpired)
  return { change, apply }
}

type Fit = {
  decision: 'approve' | 'reject'
  reason: string | undefined
  isOwn: boolean
  isPermitted: boolean
  isGuest: boolean
}

/**
 * Throws four-eyes for one's own change, own-people-decide, forbidden without the permission for
 * the change itself, decision-reason-missing.
 */
function requireFit({ decision, reason, isOwn, isPermitted, isGuest }: Fit): void {
  if (isOwn && decision === 'approve') throw new Problem(fourEyes)
  if (!isOwn && isGuest) throw new Problem(ownPeopleDecide)
  if (!isOwn && !isPermitted) throw new Problem(forbidden)
  if (!isOwn && decision === 'reject' && (reason ?? '').trim() === '')
    throw new Problem(decisionReasonMissing, { errors: [{ pointer: '/reason', code: 'required' }] })
}
