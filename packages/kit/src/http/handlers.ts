// What a service answers its operations with: handlers, and what each of them is given.
import type { Contract, EndpointSpec, Input, Reply } from '@rmtools/contracts/endpoint'
import type { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '../database/db.ts'
import type { Actor, Origin, Scope } from '../database/scope.ts'
import type { ReplyControls } from './replies.ts'

type ActorFor<S extends EndpointSpec> = S['access'] extends (typeof withoutActor)[number]
  ? null
  : Actor

// Reading one's own companies needs a statement at a time; everything else may need several in one transaction.
type DbFor<S extends EndpointSpec> = S['method'] extends 'GET'
  ? S['access'] extends 'public' | 'link' | 'service'
    ? Transaction
    : Db
  : Transaction

type Context<S extends EndpointSpec = EndpointSpec> = {
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

const withoutActor = ['public', 'link', 'service', 'push'] as const

export const isWithoutActor = (
  access: EndpointSpec['access'],
): access is (typeof withoutActor)[number] => withoutActor.some((one) => one === access)
