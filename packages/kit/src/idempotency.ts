// Idempotency-Key: the key and the answer are written in the transaction of the change, so a crash leaves both or neither.
import { createHash } from 'node:crypto'
import { idempotencyKeyMissing, idempotencyKeyReused, Problem } from '@rmtools/contracts/problem'
import { sql, type Transaction } from './db.ts'
import { identity, type Actor } from './scope.ts'
import type { ServiceReply, ServiceRequest } from './service.ts'

type Call = { operation: string; actor: Actor | null; request: ServiceRequest }
type Stored = { operation: string; requestHash: Buffer; status: number; body: string | null }

const KEY = /^[\x21-\x7e]{8,200}$/

/**
 * Acts once per caller and key: a repetition gets the stored answer, also in parallel and after a crash.
 * Refuses with 400 without a key and 422 when the key came with another request.
 */
export async function once(db: Transaction, { operation, actor, request }: Call, act: () => Promise<ServiceReply>): Promise<ServiceReply> {
  const key = request.headers['idempotency-key']
  if (key === undefined || !KEY.test(key))
    throw new Problem(idempotencyKeyMissing, { detail: 'Send a key of 8 to 200 visible characters, new for each intention' })
  const caller = actor ? `${actor.userId}:${actor.companyId}` : ':'
  const requestHash = hashOf(operation, request)
  // Later comers with the same key wait here until the first has committed, and then find its answer.
  const lock = createHash('sha256').update(`${caller} ${key}`).digest().readBigInt64BE()
  await db.all(sql`select pg_advisory_xact_lock(${lock.toString()}::bigint)`)
  const stored = await db.one(
    sql<Stored>`select operation, request_hash, status, body from idempotency_key where caller = ${caller} and key = ${key}`,
  )
  if (stored) {
    if (stored.operation !== operation || !stored.requestHash.equals(requestHash)) throw new Problem(idempotencyKeyReused)
    return {
      status: stored.status,
      headers: { 'content-type': contentType(stored.status), 'idempotent-replay': 'true' },
      body: stored.body,
    }
  }
  const scope = db.scope
  const reply = await act()
  if (db.scope !== scope) await db.enter(scope)
  await db.run(sql`insert into idempotency_key (caller, key, operation, request_hash, status, body)
    values (${caller}, ${key}, ${operation}, ${requestHash}, ${reply.status}, ${reply.body?.toString() ?? null})`)
  return reply
}

function hashOf(operation: string, request: ServiceRequest): Buffer {
  const hash = createHash('sha256')
    .update(operation)
    .update(JSON.stringify([request.params, request.query]))
  if (request.body) hash.update(request.body)
  return hash.digest()
}

function contentType(status: number): string {
  return status >= 400 ? 'application/problem+json; charset=utf-8' : 'application/json; charset=utf-8'
}

const KEPT_HOURS = 24

/** Forgets keys after 24 hours; a scheduled job calls it. */
export async function forgetIdempotencyKeys(db: Transaction): Promise<void> {
  await db.enter(identity)
  await db.run(sql`delete from idempotency_key where created_at < now() - make_interval(hours => ${KEPT_HOURS}::int)`)
}
