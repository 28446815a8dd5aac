// Runs statements: individually in a scope, in a transaction, or in one snapshot.
import type { Statement } from './building.ts'
import { isStalePlan, type Rows, type Sent } from './pg-query.ts'
import { SET_SCOPE, scopeValues, type Origin, type Scope } from './scope.ts'

/**
 * Runs statements in a scope. Rows have camelCase names, instants as RFC 3339 text, numerics as
 * text.
 */
export interface Db {
  all<T>(statement: Statement<T>): Promise<T[]>
  /** The first row, or undefined. */
  one<T>(statement: Statement<T>): Promise<T | undefined>
  /** Returns the number of affected rows. */
  run(statement: Statement<unknown>): Promise<number>
  /**
   * Reads in one snapshot: everything that `work` reads is consistent despite concurrent writes.
   * Statements issued together (`Promise.all`) share one round trip; one failure fails all of them.
   * Within a transaction, snapshots include its own writes.
   */
  snapshot<R>(work: (db: Db) => Promise<R>): Promise<R>
}

/** A transaction: all of its work happens, or none. */
export interface Transaction extends Db {
  /** Continues in another scope, e.g. that of the company a link belongs to. */
  enter(scope: Scope): Promise<void>
  /** Sends a statement along with the commit: one round trip for both. */
  closeWith(statement: Statement<unknown>): void
  /** The rows of the last statement that was sent along with the begin. */
  readonly opened: readonly unknown[]
  readonly origin: Origin
  readonly scope: Scope
}

type Sending = (statements: readonly Sent[]) => Promise<Rows<unknown>[]>
type TransactionContext = {
  scope: Scope
  origin: Origin
  opened: readonly unknown[]
  heard: (statement: Statement<unknown>) => Sent
}

/** A transaction on a connection. */
export class ClientTransaction implements Transaction {
  readonly #send: Sending
  readonly #db: Db
  readonly origin: Origin
  readonly opened: readonly unknown[]
  scope: Scope
  readonly closing: Statement<unknown>[] = []

  constructor(send: Sending, { scope, origin, opened, heard }: TransactionContext) {
    this.#send = send
    this.origin = origin
    this.scope = scope
    this.opened = opened
    this.#db = gathered(send, heard)
  }

  all<T>(statement: Statement<T>): Promise<T[]> {
    return this.#db.all(statement)
  }
  one<T>(statement: Statement<T>): Promise<T | undefined> {
    return this.#db.one(statement)
  }
  run(statement: Statement<unknown>): Promise<number> {
    return this.#db.run(statement)
  }
  async snapshot<R>(work: (db: Db) => Promise<R>): Promise<R> {
    return await work(this)
  }
  async enter(scope: Scope): Promise<void> {
    await this.#send([sent(SET_SCOPE, scopeValues(scope, this.origin))])
    this.scope = scope
  }
  closeWith(statement: Statement<unknown>): void {
    this.closing.push(statement)
  }
}

/** Builds a Db from a function that sends a statement. */
export function database(
  submit: <T>(statement: Statement<T>) => Promise<Rows<T>>,
  snapshot: Db['snapshot'],
): Db {
  return {
    all: async (statement) => (await submit(statement)).rows,
    one: async (statement) => (await submit(statement)).rows[0],
    run: async (statement) => (await submit(statement)).rowCount,
    snapshot,
  }
}

type Waiting = { one: Sent; resolve: (rows: Rows<never>) => void; reject: (error: unknown) => void }

/**
 * A connection's statements: those issued in the same tick take one round trip, with `opening`
 * before the first.
 */
export function gathered(
  send: Sending,
  heard: (statement: Statement<unknown>) => Sent,
  opening: readonly Sent[] = [],
): Db {
  let waiting: Waiting[] = []
  let before = opening
  const flush = () => {
    const [now, first] = [waiting, before]
    ;[waiting, before] = [[], []]
    send([...first, ...now.map(({ one }) => one)]).then(
      (results) =>
        now.forEach(({ resolve }, index) => resolve(results[first.length + index] as Rows<never>)),
      (error: unknown) => now.forEach(({ reject }) => reject(error)),
    )
  }
  const submit = async <T>(statement: Statement<T>): Promise<Rows<T>> =>
    await new Promise((resolve, reject) => {
      const one = heard(statement)
      // After everything in this tick has issued its statements.
      if (waiting.length === 0) process.nextTick(flush)
      waiting.push({ one, resolve: resolve as Waiting['resolve'], reject })
    })
  const db = database(submit, async (work) => await work(db))
  return db
}

/** The result of the last of several statements. */
export async function last<T>(results: Promise<Rows<unknown>[]>): Promise<Rows<T>> {
  return (await results).at(-1) as Rows<T>
}

/** Runs `work`, and once more if a migration invalidated a prepared statement (`isStalePlan`). */
export async function withFreshPlans<R>(work: () => Promise<R>): Promise<R> {
  try {
    return await work()
  } catch (error) {
    if (!isStalePlan(error)) throw error
    return await work()
  }
}

/** A statement from plain text. */
export function sent(text: string, values: readonly unknown[] = []): Sent {
  return { text, values }
}
