// Idempotency-Key: the key and the response are stored in the transaction of the change, so a crash
// leaves both or neither.
import { createHash } from 'node:crypto'
import { idempotencyKeyMissing, idempotencyKeyReused, Problem } from '@rmtools/contracts/problem'
import { readCookie } from './cookies.ts'
import { sql, type Db, type Statement, type Transaction } from '../database/db.ts'
import { isInParts } from './reply-body.ts'
import { identity, type Actor } from '../database/scope.ts'
import type { ServiceReply } from './replies.ts'
import type { ServiceRequest } from './requests.ts'

export type Call = {
  readonly operation: string
  readonly actor: Actor | null
  readonly request: ServiceRequest
}
type Stored = { operation: string; requestHash: Buffer; status: number; body: string | null }

const NOT_FOUND = 404
const KEY = /^[\x21-\x7e]{8,200}$/

/** The idempotency key of a call, and its owner. Throws 400 without a key. */
function keyOf({ actor, request }: Call): { caller: string; key: string } {
  const key = request.headers['idempotency-key']
  if (key === undefined || !KEY.test(key))
    throw new Problem(idempotencyKeyMissing, {
      detail: 'Send a key of 8 to 200 visible characters, new for each request',
    })
  return { caller: actor ? `${actor.userId}:${actor.companyId}` : `:${strangerOf(request)}`, key }
}

/**
 * A caller without a session is identified by the token of the link, else by the cookie of the
 * page, else by the IP address.
 */
function strangerOf({ params, headers, ip }: ServiceRequest): string {
  const page = readCookie(headers['cookie'], '__Host-csrf')
  const token = typeof params['token'] === 'string' ? params['token'] : undefined
  return createHash('sha256')
    .update(token ?? page ?? ip ?? '')
    .digest('base64url')
}

/**
 * Statements to send along with the begin. They make a later call with the same key wait for the
 * first to commit, and then find its response. Throws 400 without a key.
 */
export function openingOf(call: Call): Statement<unknown>[] {
  const { caller, key } = keyOf(call)
  const lock = createHash('sha256').update(`${caller} ${key}`).digest().readBigInt64BE()
  return [sql`select pg_advisory_xact_lock(${String(lock)}::bigint)`, storedAnswer(call)]
}

function storedAnswer(call: Call): Statement<Stored> {
  const { caller, key } = keyOf(call)
  return sql<Stored>`select operation, request_hash, status, body from idempotency_key where caller = ${caller} and key = ${key}`
}

/**
 * Acts once per caller and key in a transaction opened with `openingOf`: a repetition gets the
 * stored response, also in parallel and after a crash. Throws 422 if the key was used for another
 * request.
 */
export async function once(
  db: Transaction,
  call: Call,
  act: () => Promise<ServiceReply>,
): Promise<ServiceReply> {
  const repeated = replayOf(call, db.opened[0] as Stored | undefined)
  if (repeated) return repeated
  const { caller, key } = keyOf(call)
  const scope = db.scope
  const reply = await act()
  if (db.scope !== scope) await db.enter(scope)
  // A call with an invalid token has no effect to repeat, so it stores no row.
  if (call.actor === null && reply.status === NOT_FOUND) return reply
  if (isInParts(reply.body))
    throw new Error(`${call.operation}: a streamed response cannot be kept for a repeated call`)
  const body = stored(call, reply.body?.toString() ?? null)
  db.closeWith(sql`insert into idempotency_key (caller, key, operation, request_hash, status, body)
    values (${caller}, ${key}, ${call.operation}, ${hashOf(call)}, ${reply.status}, ${body})`)
  return reply
}

/**
 * The stored response to a repetition, before any outside system is asked; undefined the first
 * time.
 */
export async function replay(db: Db, call: Call): Promise<ServiceReply | undefined> {
  return replayOf(call, await db.one(storedAnswer(call)))
}

function replayOf(call: Call, row: Stored | undefined): ServiceReply | undefined {
  if (!row) return undefined
  if (row.operation !== call.operation || !row.requestHash.equals(hashOf(call)))
    throw new Problem(idempotencyKeyReused)
  return {
    status: row.status,
    headers: { 'content-type': contentType(row.status), 'idempotent-replay': 'true' },
    body: restored(call, row.body),
  }
}

// The token of a link is never stored, not even in a response that contains addresses with it.
const TOKEN_PLACE = '{the token}'
const tokenOf = ({ request }: Call) =>
  typeof request.params['token'] === 'string' ? request.params['token'] : undefined

function stored(call: Call, body: string | null): string | null {
  const token = tokenOf(call)
  return token === undefined ? body : (body?.replaceAll(token, TOKEN_PLACE) ?? null)
}

function restored(call: Call, body: string | null): string | null {
  const token = tokenOf(call)
  return token === undefined ? body : (body?.replaceAll(TOKEN_PLACE, token) ?? null)
}

function hashOf({ operation, request }: Call): Buffer {
  const hash = createHash('sha256')
    .update(operation)
    .update(JSON.stringify([request.params, request.query]))
  if (request.body) hash.update(request.body)
  return hash.digest()
}

function contentType(status: number): string {
  return status >= 400
    ? 'application/problem+json; charset=utf-8'
    : 'application/json; charset=utf-8'
}

const KEPT_HOURS = 24

/** Deletes keys after 24 hours; a scheduled job calls it. */
export async function forgetIdempotencyKeys(db: Transaction): Promise<void> {
  await db.enter(identity)
  await db.run(
    sql`delete from idempotency_key where created_at < now() - make_interval(hours => ${KEPT_HOURS}::int)`,
  )
}
