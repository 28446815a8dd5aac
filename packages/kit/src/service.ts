// A service: operations of the contract with their handlers, behind one pipeline. The pipeline knows no HTTP, so that a call
// from the same process and a call over the network take the same way: authenticate, authorise, validate, transaction,
// handler, serialise.
import fastJson from 'fast-json-stringify'
import type { Contract, EndpointSpec, Input, Reply } from '@rmtools/contracts/endpoint'
import { forbidden, internalError, Problem, unauthenticated } from '@rmtools/contracts/problem'
import type { Authenticator } from './authenticate.ts'
import type { Clock } from './clock.ts'
import type { Database, Db, Transaction } from './db.ts'
import { constraintProblem } from './constraint.ts'
import { once, openingOf, replay, type Call } from './idempotency.ts'
import type { Logger } from './log.ts'
import { nobody, scopeOf, type Actor, type Origin, type Scope } from './scope.ts'
import { isInParts, withBreakHeard, type ReplyBody } from './reply-body.ts'
import { inputReader, type RawInput } from './validate.ts'

/** A call as it reaches a service, by whatever transport. Header names are lower-case. */
export type ServiceRequest = RawInput & {
  /** Path and query as they came, for transports that pass them on. */
  url: string
  headers: Readonly<Record<string, string | undefined>>
  requestId: string
  ip: string | null
  /** From bff or another service of the installation, not from outside. */
  isTrusted: boolean
}
export type ServiceReply = { status: number; headers: Record<string, string | string[]>; body: ReplyBody }

export type ReplyControls = {
  header(name: string, value: string): void
  /** Adds a Set-Cookie line. */
  cookie(line: string): void
}

type ActorFor<S extends EndpointSpec> = S['access'] extends 'public' | 'link' | 'service' | 'push' ? null : Actor
// Reading one's own companies needs a statement at a time; everything else may need several in one transaction.
type DbFor<S extends EndpointSpec> = S['method'] extends 'GET'
  ? S['access'] extends 'public' | 'link' | 'service'
    ? Transaction
    : Db
  : Transaction

export type Context<S extends EndpointSpec = EndpointSpec> = {
  readonly db: DbFor<S>
  readonly actor: ActorFor<S>
  readonly origin: Origin
  /** As the caller sent them: where a request comes from is told by `origin` alone. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly reply: ReplyControls
}
export type OutsideContext<S extends EndpointSpec = EndpointSpec> = Omit<Context<S>, 'db'> & {
  /** Opens a transaction; several may follow each other. */
  begin<R>(scope: Scope, work: (tx: Transaction) => Promise<R>): Promise<R>
}

/** What a handler answers: the reply (a file also in parts), or a problem that commits first what was written. */
type Answer<S> = Promise<Reply<S> | Problem | (S extends { readonly produces: string } ? AsyncIterable<Uint8Array> : never)>
type Handler<S extends EndpointSpec> = ((input: Input<S>, context: Context<S>) => Answer<S>) | Outside<S> | Gathered<S>
type Outside<S extends EndpointSpec> = { outside: (input: Input<S>, context: OutsideContext<S>) => Answer<S> }
type Gathered<S extends EndpointSpec> = {
  gather: (input: Input<S>, context: OutsideContext<S>) => Promise<unknown>
  handle: (input: Input<S>, context: Context<S>, facts: never) => Answer<S>
}
export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> }

export type Implementation = { readonly noun: string; readonly contract: Contract; readonly handlers: Record<string, unknown> }

/** Binds a contract to its handlers. */
export function implement<C extends Contract>(noun: string, contract: C, handlers: Handlers<C>): Implementation {
  return { noun, contract, handlers }
}

/**
 * A handler that opens its transactions itself: for work that must not hold a connection, such as hashing a password or
 * waiting for an outside system.
 */
export function outside<S extends EndpointSpec>(handle: Outside<S>['outside']): Outside<S> {
  return { outside: handle }
}

/**
 * A handler in two steps: `gather` asks outside systems before there is a transaction, `handle` then decides and writes inside
 * one. Works with an idempotency key, which lives in that transaction.
 */
export function gathering<S extends EndpointSpec, Facts>(
  gather: (input: Input<S>, context: OutsideContext<S>) => Promise<Facts>,
  handle: (input: Input<S>, context: Context<S>, facts: Facts) => Answer<S>,
): Gathered<S> {
  return { gather, handle: handle as Gathered<S>['handle'] }
}

export type Operation = { readonly id: string; readonly spec: EndpointSpec }
export type Service = {
  readonly name: string
  readonly operations: readonly Operation[]
  /** Whether what it stands on is there. */
  isReady(): Promise<boolean>
  /** Runs an operation; never throws: refusals and faults are answers. */
  call(operationId: string, request: ServiceRequest): Promise<ServiceReply>
}

export type ServiceOptions = {
  name: string
  routes: readonly Implementation[]
  /** Absent in a service that owns no data. */
  database?: Database
  authenticator: Authenticator
  /** Checks the signed token of the message broker; throws 401. */
  verifyPush?: (authorization: string | undefined) => Promise<void>
  clock: Clock
  log: Logger
}

/** The operations of contracts by noun, as a service that implements them names them. */
export function operationsOf(contracts: Record<string, Contract>): Operation[] {
  return Object.entries(contracts).flatMap(([noun, contract]) =>
    Object.entries(contract).map(([name, spec]) => ({ id: `${noun}.${name}`, spec })),
  )
}

/** Builds a service from its routes. */
export function createService(options: ServiceOptions): Service {
  const operations = new Map<string, { spec: EndpointSpec; run: (request: ServiceRequest) => Promise<ServiceReply> }>()
  for (const { noun, contract, handlers } of options.routes)
    for (const [name, spec] of Object.entries(contract))
      operations.set(`${noun}.${name}`, { spec, run: pipeline(`${noun}.${name}`, spec, handlers[name], options) })
  return {
    name: options.name,
    operations: [...operations].map(([id, { spec }]) => ({ id, spec })),
    isReady: async () => (options.database ? await options.database.isReady() : true),
    async call(operationId, request) {
      const operation = operations.get(operationId)
      if (!operation) throw new Error(`${options.name} has no operation ${operationId}`)
      try {
        const reply = await operation.run(request)
        if (!isInParts(reply.body)) return reply
        const log = (err: unknown) => options.log.error({ requestId: request.requestId, err }, 'an answer broke off')
        return { ...reply, body: withBreakHeard(reply.body, log) }
      } catch (error) {
        return problemReply(asProblem(error, operation.spec, options.log, request.requestId), request.requestId)
      }
    },
  }
}

type Run = (input: never, context: unknown, facts?: unknown) => Promise<unknown>
type Steps = { run: Run; gather?: Run; isOutside: boolean }

function stepsOf(id: string, spec: EndpointSpec, handler: unknown): Steps {
  const {
    outside: alone,
    gather,
    handle,
  } = typeof handler === 'object' && handler !== null ? (handler as { outside?: Run; gather?: Run; handle?: Run }) : {}
  const run = alone ?? handle ?? (handler as Run)
  if (typeof run !== 'function') throw new Error(`${id} has no handler`)
  if (alone && spec.idempotent) throw new Error(`${id}: an idempotent operation needs the transaction that keeps its key`)
  return { run, isOutside: alone !== undefined, ...(gather ? { gather } : {}) }
}

function pipeline(
  id: string,
  spec: EndpointSpec,
  handler: unknown,
  options: ServiceOptions,
): (request: ServiceRequest) => Promise<ServiceReply> {
  // Compiled when first called: most of hundreds of operations are idle in any one hour, and each takes memory and start-up time.
  const read = lazily(() => inputReader(spec))
  const write = lazily(() => serialiser(spec))
  const authorise = authoriser(spec, options)
  const { run, gather, isOutside } = stepsOf(id, spec, handler)
  const readsOnly = spec.method === 'GET' && !['public', 'link', 'service'].includes(String(spec.access))

  return async (request) => {
    const actor = await authorise(request)
    const input = read(request) as never
    const origin: Origin = {
      requestId: request.requestId,
      ip: request.ip,
      device: device(request.headers['user-agent']),
      ...(spec.access === 'link' ? { kind: 'investor' as const } : {}),
    }
    const { controls, headers } = replyControls()
    const context = { actor, origin, headers: request.headers, reply: controls }
    const { database } = options
    const scope = actor ? scopeOf(actor) : nobody
    const begin = <R>(as: Scope, work: (tx: Transaction) => Promise<R>) => database?.transaction(as, origin, work)
    if (isOutside || !database) return write(await run(input, { ...context, begin }), headers, request.requestId)
    const call: Call = { operation: id, actor, request }
    const replayed = gather && spec.idempotent ? await replay(database.reading(scope, origin), call) : undefined
    if (replayed) return replayed
    const facts = gather && (await gather(input, { ...context, begin }))
    if (readsOnly) return write(await run(input, { ...context, db: database.reading(scope, origin) }, facts), headers, request.requestId)
    const act = async (db: Transaction) => write(await run(input, { ...context, db }, facts), headers, request.requestId)
    if (!spec.idempotent) return await database.transaction(scope, origin, act)
    return await database.transaction(scope, origin, async (db) => await once(db, call, () => act(db)), openingOf(call))
  }
}

function authoriser(
  { access }: EndpointSpec,
  { authenticator, verifyPush }: ServiceOptions,
): (request: ServiceRequest) => Promise<Actor | null> {
  return async ({ headers, isTrusted }) => {
    if (!isTrusted) throw new Problem(unauthenticated)
    if (access === 'push') {
      if (!verifyPush) throw new Problem(unauthenticated)
      await verifyPush(headers['authorization'])
    }
    if (access === 'public' || access === 'link' || access === 'service' || access === 'push') return null
    const actor = await authenticator.verify(headers['authorization'])
    if (access !== 'session' && !actor.permissions.includes(access.permission)) throw new Problem(forbidden)
    return actor
  }
}

type Write = (result: unknown, headers: ServiceReply['headers'], requestId: string) => ServiceReply

function lazily<A extends unknown[], R>(make: () => (...args: A) => R): (...args: A) => R {
  let made: ((...args: A) => R) | undefined
  return (...args) => (made ??= make())(...args)
}

function serialiser(spec: EndpointSpec): Write {
  const stringify = spec.reply ? fastJson(spec.reply as never) : undefined
  return (result, headers, requestId) => {
    if (result instanceof Problem) return problemReply(result, requestId, headers)
    if (spec.produces) return { status: 200, headers: { 'content-type': spec.produces, ...headers }, body: result as ReplyBody }
    if (!stringify) return { status: spec.status ?? 204, headers, body: null }
    return {
      status: spec.status ?? 200,
      headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
      body: stringify(result),
    }
  }
}

function replyControls(): { controls: ReplyControls; headers: Record<string, string | string[]> } {
  const headers: Record<string, string | string[]> = {}
  const cookies: string[] = []
  return {
    headers,
    controls: {
      header: (name, value) => void (headers[name] = value),
      cookie: (line) => {
        cookies.push(line)
        headers['set-cookie'] = cookies
      },
    },
  }
}

/** A problem as an answer. */
export function problemReply(problem: Problem, requestId: string, headers: ServiceReply['headers'] = {}): ServiceReply {
  const answered: ServiceReply['headers'] = { 'content-type': 'application/problem+json; charset=utf-8', ...headers }
  if (problem.retryAfterSeconds !== undefined) answered['retry-after'] = String(Math.ceil(problem.retryAfterSeconds))
  return {
    status: problem.status,
    headers: answered,
    body: JSON.stringify(problem.toBody(requestId)),
  }
}

/** What went wrong as a problem; what nobody foresaw is logged with its stack and answered as 500 without a word of it. */
export function asProblem(error: unknown, spec: EndpointSpec | undefined, log: Logger, requestId: string): Problem {
  if (error instanceof Problem) {
    if (error.status >= 500) log.warn({ requestId, err: error.cause ?? error }, error.message)
    return error
  }
  const known = constraintProblem(error, spec?.problems ?? [])
  if (known) return known
  log.error({ requestId, err: error }, 'request failed')
  return new Problem(internalError)
}

const MAX_DEVICE = 200

// One line of printable characters: a user agent with a line break must not forge anything downstream.
function device(userAgent: string | undefined): string | null {
  return userAgent === undefined ? null : userAgent.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_DEVICE)
}
