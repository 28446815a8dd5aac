// The steps of a call through a service: authentication, validation, transaction, handler,
// response.
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { forbidden, Problem, stepUpRequired, unauthenticated } from '@rmtools/contracts/problem'
import { FRESH_SECONDS, type Authenticator } from './authenticate.ts'
import type { Clock } from '../process/clock.ts'
import type { Database, Transaction } from '../database/db.ts'
import { disclosing, type DisclosureGate } from './disclosures.ts'
import { once, openingOf, replay, type Call } from './idempotency.ts'
import type { Logger } from '../process/log.ts'
import {
  elsewhere,
  nobody,
  scopeOf,
  type Actor,
  type Origin,
  type Scope,
} from '../database/scope.ts'
import { replyControls, serialiser, type ServiceReply } from './replies.ts'
import { inputReader } from './validate.ts'
import type { ServiceRequest } from './requests.ts'
import { isWithoutActor, type Implementation } from './handlers.ts'

/** What a push proves itself by. */
export type PushRequest = Pick<ServiceRequest, 'headers' | 'body'>

export type ServiceOptions = {
  name: string
  routes: readonly Implementation[]
  /** Absent from a service that owns no data. */
  database?: Database
  authenticator: Authenticator
  /** Verifies that a push comes from the outside system that it claims. Throws 401. */
  verifyPush?: (request: PushRequest, operation: string) => Promise<void>
  clock: Clock
  log: Logger
  /** Counts disclosures of personal data; required if an operation makes them. */
  disclosures?: DisclosureGate
}

type Run = (input: never, context: unknown, facts?: unknown) => Promise<unknown>

type Steps = {
  run: Run
  prove?: Run
  gather?: Run
  discard?: (facts: unknown) => Promise<void>
  isOutside: boolean
}

function stepsOf(id: string, spec: EndpointSpec, handler: unknown): Steps {
  const forms = (
    typeof handler === 'object' && handler !== null ? handler : {}
  ) as Partial<Steps> & { outside?: Run; handle?: Run }
  const run = forms.outside ?? forms.handle ?? (handler as Run)
  if (typeof run !== 'function') throw new Error(`${id} has no handler`)
  if (forms.outside && spec.idempotent)
    throw new Error(`${id}: an idempotent operation needs the transaction that keeps its key`)
  if (spec.access === 'link' && run !== handler && !forms.prove)
    throw new Error(
      `${id}: an operation of a link needs prove before it works outside a transaction`,
    )
  return { ...forms, run, isOutside: forms.outside !== undefined }
}

/** A call in progress, as its steps receive it. */
type Passage = {
  call: Call
  input: never
  origin: Origin
  scope: Scope
  context: object
  write: (result: unknown) => ServiceReply
}

export function pipeline(
  id: string,
  spec: EndpointSpec,
  handler: unknown,
  options: ServiceOptions,
): (request: ServiceRequest) => Promise<ServiceReply> {
  // Compiled at the first call: most of the hundreds of operations are idle in any hour, and each
  // costs memory and start-up time.
  const read = lazily(() => inputReader(spec))
  const write = lazily(() => serialiser(spec))
  const authorise = authoriser(id, spec, options)
  const steps = stepsOf(id, spec, handler)
  const { database, disclosures: gate } = options
  if (spec.discloses && !gate)
    throw new Error(`${id} discloses personal data: the service needs a disclosure gate`)
  const act = database ? transacted(spec, steps, database) : undefined

  return async (request) => {
    const actor = await authorise(request)
    const input = read(request) as never
    const origin = originOf(request, spec)
    const { controls, headers } = replyControls()
    const scope = actor ? scopeOf(actor) : nobody
    const begin = <R>(as: Scope, work: (tx: Transaction) => Promise<R>) =>
      database?.transaction(as, origin, work)
    const context = { actor, origin, headers: request.headers, reply: controls, begin }
    const answer = (result: unknown) => write(result, headers, request.requestId)
    const { prove } = steps
    const refused =
      prove && (await begin(scope, async (db) => await prove(input, { ...context, db })))
    if (refused) return answer(refused)
    const run = async () => {
      if (steps.isOutside || !act) return answer(await steps.run(input, context))
      const call = { operation: id, actor, request }
      return await act({ call, input, origin, scope, context, write: answer })
    }
    if (!gate || !actor || !spec.discloses) return await run()
    const disclosure = {
      what: spec.discloses,
      operation: id,
      input,
      actor,
      origin,
      headers: request.headers,
    }
    return await disclosing(gate, disclosure, options.log, run)
  }
}

/** Runs an operation on the database; discards what was gathered if the operation fails. */
function transacted(
  spec: EndpointSpec,
  { run, gather, discard }: Steps,
  database: Database,
): (passage: Passage) => Promise<ServiceReply> {
  const readsOnly =
    spec.method === 'GET' && !['public', 'link', 'service'].includes(String(spec.access))
  const decide = async (
    { call, input, origin, scope, context, write }: Passage,
    facts: unknown,
  ) => {
    if (readsOnly) {
      const readingIn = (companyId: string) =>
        database.reading(elsewhere(call.actor, companyId), origin)
      return write(
        await run(input, { ...context, db: database.reading(scope, origin), readingIn }, facts),
      )
    }
    const act = async (db: Transaction) => write(await run(input, { ...context, db }, facts))
    if (!spec.idempotent) return await database.transaction(scope, origin, act)
    return await database.transaction(
      scope,
      origin,
      async (db) => await once(db, call, () => act(db)),
      openingOf(call),
    )
  }
  if (!gather) return async (passage) => await decide(passage, undefined)
  return async (passage) => {
    const { call, input, origin, scope, context } = passage
    const replayed = spec.idempotent
      ? await replay(database.reading(scope, origin), call)
      : undefined
    if (replayed) return replayed
    const facts = await gather(input, context)
    try {
      const reply = await decide(passage, facts)
      if (reply.status >= 400) await discard?.(facts)
      return reply
    } catch (error) {
      // Other errors may hide a commit whose response was lost; the nightly check finds what
      // nothing refers to.
      if (error instanceof Problem && error.status < 500) await discard?.(facts)
      throw error
    }
  }
}

function authoriser(
  id: string,
  { access, fresh }: EndpointSpec,
  { authenticator, verifyPush, clock }: ServiceOptions,
): (request: ServiceRequest) => Promise<Actor | null> {
  return async (request) => {
    const { headers, isTrusted } = request
    if (!isTrusted) throw new Problem(unauthenticated)
    if (access === 'push') {
      if (!verifyPush) throw new Problem(unauthenticated)
      await verifyPush(request, id)
    }
    if (isWithoutActor(access)) return null
    const actor = await authenticator.verify(headers['authorization'])
    if (access !== 'session' && !actor.permissions.includes(access.permission))
      throw new Problem(forbidden)
    if (fresh && clock.now().getTime() - actor.factorAt > FRESH_SECONDS * 1000)
      throw new Problem(stepUpRequired)
    return actor
  }
}

function lazily<A extends unknown[], R>(make: () => (...args: A) => R): (...args: A) => R {
  let made: ((...args: A) => R) | undefined
  return (...args) => (made ??= make())(...args)
}

function originOf(request: ServiceRequest, { access }: EndpointSpec): Origin {
  const { requestId, ip, headers } = request
  const origin = { requestId, ip, device: device(headers['user-agent']) }
  return access === 'link' ? { ...origin, kind: 'investor' } : origin
}

const MAX_DEVICE = 200

// One line of printable characters: a line break in a user agent must not forge anything
// downstream.
function device(userAgent: string | undefined): string | null {
  return userAgent === undefined
    ? null
    : userAgent.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_DEVICE)
}
