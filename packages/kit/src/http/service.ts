// A service: operations of the contract with their handlers, behind one pipeline. The pipeline knows no HTTP, so that a call
// from the same process and a call over the network take the same way: authenticate, authorise, validate, transaction,
// handler, serialise.
import type { Contract, EndpointSpec, Input, Reply } from '@rmtools/contracts/endpoint'
import { forbidden, Problem, stepUpRequired, unauthenticated } from '@rmtools/contracts/problem'
import { FRESH_SECONDS, type Authenticator } from './authenticate.ts'
import type { Clock } from '../process/clock.ts'
import type { Database, Db, Transaction } from '../database/db.ts'
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
import {
  asProblem,
  problemReply,
  replyControls,
  serialiser,
  type ReplyControls,
  type ServiceReply,
} from './replies.ts'
import { isInParts, reportingBreaks } from './reply-body.ts'
import { inputReader } from './validate.ts'
import type { ServiceRequest } from './requests.ts'

export type { ReplyControls, ServiceReply } from './replies.ts'
export type { ServiceRequest } from './requests.ts'

type ActorFor<S extends EndpointSpec> = S['access'] extends (typeof withoutActor)[number]
  ? null
  : Actor
// Reading one's own companies needs a statement at a time; everything else may need several in one transaction.
type DbFor<S extends EndpointSpec> = S['method'] extends 'GET'
  ? S['access'] extends 'public' | 'link' | 'service'
    ? Transaction
    : Db
  : Transaction

export type Context<S extends EndpointSpec = EndpointSpec> = {
  readonly db: DbFor<S>
  readonly actor: ActorFor<S>
  /** Reads in another company where the actor holds the same role; throws for any other. */
  readonly readingIn: (companyId: string) => Db
  readonly origin: Origin
  /** As the caller sent them; only `origin` says where a request comes from. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly reply: ReplyControls
}
export type OutsideContext<S extends EndpointSpec = EndpointSpec> = Omit<
  Context<S>,
  'db' | 'readingIn'
> & {
  /** Opens a transaction; several may follow each other. */
  begin<R>(scope: Scope, work: (tx: Transaction) => Promise<R>): Promise<R>
}

/** What a handler answers: the reply (a file also in parts), or a problem that commits first what was written. */
type Answer<S> = Promise<
  Reply<S> | Problem | (S extends { readonly produces: string } ? AsyncIterable<Uint8Array> : never)
>
type Handler<S extends EndpointSpec> =
  | ((input: Input<S>, context: Context<S>) => Answer<S>)
  | Outside<S>
  | Gathered<S>
/**
 * Judges who asks, in a transaction of its own, before anything else is done. A problem that is returned ends the call and commits
 * what was written, e.g. a line in the audit trail; one that is thrown commits nothing.
 */
type Prove<S extends EndpointSpec> = (
  input: Input<S>,
  context: Context<S>,
) => Promise<Problem | undefined>
type Outside<S extends EndpointSpec> = {
  outside: (input: Input<S>, context: OutsideContext<S>) => Answer<S>
  prove?: Prove<S>
}
type Gathered<S extends EndpointSpec> = {
  gather: (input: Input<S>, context: OutsideContext<S>) => Promise<unknown>
  handle: (input: Input<S>, context: Context<S>, facts: never) => Answer<S>
  prove?: Prove<S>
  discard?: (facts: never) => Promise<void>
}
export type Handlers<C extends Contract> = { readonly [K in keyof C]: Handler<C[K]> }

export type Implementation = {
  readonly noun: string
  readonly contract: Contract
  readonly handlers: Record<string, unknown>
}

/** Binds a contract to its handlers. */
export function implement<C extends Contract>(
  noun: string,
  contract: C,
  handlers: Handlers<C>,
): Implementation {
  return { noun, contract, handlers }
}

/**
 * A handler that opens its transactions itself: for work that must not hold a connection, such as hashing a password or
 * waiting for an outside system. For holders of a link `prove` is needed: until it has passed nothing is decoded, kept or sent.
 */
export function outside<S extends EndpointSpec>(
  handle: Outside<S>['outside'],
  prove?: Prove<S>,
): Outside<S> {
  return { outside: handle, ...(prove ? { prove } : {}) }
}

type Around<S extends EndpointSpec, Facts> = {
  /** Required for operations opened by a link: an invalid token must not make the service collect anything. */
  prove?: Prove<S>
  /** Takes back what was gathered when it came to nothing. */
  discard?: (facts: Facts) => Promise<void>
}

/**
 * A handler in two steps: `gather` asks outside systems before there is a transaction, `handle` then decides and writes inside
 * one. Works with an idempotency key, which lives in that transaction.
 */
export function gathering<S extends EndpointSpec, Facts>(
  gather: (input: Input<S>, context: OutsideContext<S>) => Promise<Facts>,
  handle: (input: Input<S>, context: Context<S>, facts: Facts) => Answer<S>,
  { prove, discard }: Around<S, Facts> = {},
): Gathered<S> {
  const gathered: Gathered<S> = { gather, handle: handle as Gathered<S>['handle'] }
  if (prove) gathered.prove = prove
  if (discard) gathered.discard = discard as NonNullable<Gathered<S>['discard']>
  return gathered
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
  /** Counts what takes personal data out; needed where an operation does. */
  disclosures?: DisclosureGate
}

/** The operations of contracts by noun, as a service that implements them names them. */
export function operationsOf(contracts: Record<string, Contract>): Operation[] {
  return Object.entries(contracts).flatMap(([noun, contract]) =>
    Object.entries(contract).map(([name, spec]) => ({ id: `${noun}.${name}`, spec })),
  )
}

/** Builds a service from its routes. */
export function createService(options: ServiceOptions): Service {
  const operations = new Map<
    string,
    { spec: EndpointSpec; run: (request: ServiceRequest) => Promise<ServiceReply> }
  >()
  for (const { noun, contract, handlers } of options.routes)
    for (const [name, spec] of Object.entries(contract))
      operations.set(`${noun}.${name}`, {
        spec,
        run: pipeline(`${noun}.${name}`, spec, handlers[name], options),
      })
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
        const log = (err: unknown) =>
          options.log.error({ requestId: request.requestId, err }, 'an answer broke off')
        return { ...reply, body: reportingBreaks(reply.body, log) }
      } catch (error) {
        return problemReply(
          asProblem(error, operation.spec, options.log, request.requestId),
          request.requestId,
        )
      }
    },
  }
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
      `${id}: an operation of a link proves its token before it does anything outside a transaction`,
    )
  return { ...forms, run, isOutside: forms.outside !== undefined }
}

/** One call on its way: what its steps are given. */
type Passage = {
  call: Call
  input: never
  origin: Origin
  scope: Scope
  context: object
  write: (result: unknown) => ServiceReply
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
  const steps = stepsOf(id, spec, handler)
  const { database, disclosures: gate } = options
  if (spec.discloses && !gate)
    throw new Error(`${id} takes personal data out: the service needs to count that`)
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

/** How an operation is carried out on the database: what was gathered for nothing is taken back. */
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
      // Other errors may hide a commit whose answer was lost; what nothing refers to is found by the nightly check.
      if (error instanceof Problem && error.status < 500) await discard?.(facts)
      throw error
    }
  }
}

const withoutActor = ['public', 'link', 'service', 'push'] as const
const isWithoutActor = (access: EndpointSpec['access']): access is (typeof withoutActor)[number] =>
  withoutActor.some((one) => one === access)

function authoriser(
  { access, fresh }: EndpointSpec,
  { authenticator, verifyPush, clock }: ServiceOptions,
): (request: ServiceRequest) => Promise<Actor | null> {
  return async ({ headers, isTrusted }) => {
    if (!isTrusted) throw new Problem(unauthenticated)
    if (access === 'push') {
      if (!verifyPush) throw new Problem(unauthenticated)
      await verifyPush(headers['authorization'])
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

// One line of printable characters: a user agent with a line break must not forge anything downstream.
function device(userAgent: string | undefined): string | null {
  return userAgent === undefined
    ? null
    : userAgent.replace(/[^\x20-\x7e]/g, '?').slice(0, MAX_DEVICE)
}
