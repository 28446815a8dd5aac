// Handlers of a service's operations, and what each of them receives.
import type { Contract, EndpointSpec, Input, Reply } from '@rmtools/contracts/endpoint'
import type { Problem } from '@rmtools/contracts/problem'
import type { Db, Transaction } from '../database/db.ts'
import type { Actor, Origin, Scope } from '../database/scope.ts'
import type { ReplyControls } from './replies.ts'

type ActorFor<S extends EndpointSpec> = S['access'] extends (typeof withoutActor)[number]
  ? null
  : Actor

// A GET needs one statement at a time; every other method may need several in one transaction.
type DbFor<S extends EndpointSpec> = S['method'] extends 'GET'
  ? S['access'] extends 'public' | 'link' | 'service'
    ? Transaction
    : Db
  : Transaction

type Context<S extends EndpointSpec = EndpointSpec> = {
  readonly db: DbFor<S>
  readonly actor: ActorFor<S>
  /** Reads in another company where the actor holds the same role. Throws for any other. */
  readonly readingIn: (companyId: string) => Db
  readonly origin: Origin
  /** As the caller sent them; only `origin` is a trustworthy source of the caller's address. */
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly reply: ReplyControls
}

export type OutsideContext<S extends EndpointSpec = EndpointSpec> = Omit<
  Context<S>,
  'db' | 'readingIn'
> & {
  /** Runs a transaction; a handler may run several, one after the other. */
  begin<R>(scope: Scope, work: (tx: Transaction) => Promise<R>): Promise<R>
}

/**
 * A handler's result: the reply (a file may come in parts), or a problem, which still commits what
 * was written.
 */
type Answer<S> = Promise<
  Reply<S> | Problem | (S extends { readonly produces: string } ? AsyncIterable<Uint8Array> : never)
>

type Handler<S extends EndpointSpec> =
  | ((input: Input<S>, context: Context<S>) => Answer<S>)
  | Outside<S>
  | Gathered<S>

/**
 * Authenticates the caller in a transaction of its own, before anything else is done. Returning a
 * problem ends the call and commits what was written, e.g. a line in the audit trail; throwing one
 * commits nothing.
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
 * A handler that opens its transactions itself: for work that must not hold a connection, such as
 * hashing a password or waiting for an outside system. Operations for holders of a link need
 * `prove`: nothing is decoded, stored or sent before it has passed.
 */
export function outside<S extends EndpointSpec>(
  handle: Outside<S>['outside'],
  prove?: Prove<S>,
): Outside<S> {
  return { outside: handle, ...(prove ? { prove } : {}) }
}

type Around<S extends EndpointSpec, Facts> = {
  /**
   * Required for operations that a link opens: an invalid token must not make the service gather
   * anything.
   */
  prove?: Prove<S>
  /** Discards what was gathered if the call fails. */
  discard?: (facts: Facts) => Promise<void>
}

/**
 * A handler in two steps: `gather` asks outside systems before there is a transaction; `handle`
 * then decides and writes inside one. Supports an idempotency key, which is stored in that
 * transaction.
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
