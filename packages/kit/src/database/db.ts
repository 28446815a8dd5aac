// PostgreSQL for the services: every statement runs within a scope.
import pg from 'pg'
import { sentOf, type Statement } from './building.ts'
import { databaseDown, isConnectionLost, isOverloaded } from './database-errors.ts'
import type { StatementCounts } from './kept-statements.ts'
import { Batch, type Rows, type Sent } from './pg-query.ts'
import { SET_SCOPE, scopeValues, type Origin, type Scope } from './scope.ts'
import {
  ClientTransaction,
  database,
  gathered,
  last,
  sent,
  withFreshPlans,
  type Db,
  type Transaction,
} from './transaction.ts'

export { sql, type Generated } from 'kysely'
export { statements, type Statement } from './building.ts'
export type { Db, Transaction } from './transaction.ts'

export type DatabaseOptions = {
  url: string
  /** The schema of unqualified names. */
  schema: string
  /** Maximum number of connections; small pools are faster on few cores. */
  poolSize?: number
  /** How long a caller waits for a connection before a 503. */
  acquireTimeoutMs?: number
  statementTimeoutMs?: number
  /** How long a statement waits for a lock before a 503. */
  lockTimeoutMs?: number
  onError?: (error: Error) => void
  /** Called with every statement before it is sent, for example to inspect its plan. */
  onStatement?: (text: string, parameters: readonly unknown[]) => void
}

/** A pool of connections of one role. */
export class Database {
  readonly #pool: pg.Pool
  readonly #hear: NonNullable<DatabaseOptions['onStatement']>
  readonly #counts: StatementCounts = { parsed: 0, closed: 0 }

  constructor(options: DatabaseOptions) {
    this.#hear = options.onStatement ?? (() => undefined)
    this.#pool = new pg.Pool({
      connectionString: options.url,
      max: options.poolSize ?? 8,
      connectionTimeoutMillis: options.acquireTimeoutMs ?? 2000,
      statement_timeout: options.statementTimeoutMs ?? 10_000,
      lock_timeout: options.lockTimeoutMs ?? 3000,
      idle_in_transaction_session_timeout: 15_000,
      options: `-c timezone=UTC -c search_path=${options.schema}`,
      keepAlive: true,
    })
    // A connection that breaks while in use emits an error, and an unhandled one ends the process.
    this.#pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)))
    this.#pool.on('error', () => undefined)
  }

  /** For reading: each statement is an implicit transaction of its own and takes one round trip. */
  reading(scope: Scope, origin: Origin): Db {
    const scoped = () => sent(SET_SCOPE, scopeValues(scope, origin))
    const submit = async <T>(statement: Statement<T>): Promise<Rows<T>> => {
      const one = this.#heard(statement)
      return await this.#withClient((client) =>
        withFreshPlans(() => last<T>(this.#send(client, [scoped(), one]))),
      )
    }
    const snapshot = async <R>(work: (db: Db) => Promise<R>) =>
      await this.#withClient((client) =>
        withFreshPlans(() => this.#inSnapshot(client, scoped(), work)),
      )
    return database(submit, snapshot)
  }

  async #inSnapshot<R>(
    client: pg.PoolClient,
    scoped: Sent,
    work: (db: Db) => Promise<R>,
  ): Promise<R> {
    const opening = [sent('begin isolation level repeatable read read only'), scoped]
    const db = gathered(
      (statements) => this.#send(client, statements, { wantsAll: true }),
      (one) => this.#heard(one),
      opening,
    )
    try {
      const result = await work(db)
      await this.#send(client, [sent('commit')])
      return result
    } catch (error) {
      await this.#send(client, [sent('rollback')]).catch(() => undefined)
      throw error
    }
  }

  /** Runs `work` in one transaction. `opening` statements are sent along with the begin. */
  async transaction<R>(
    scope: Scope,
    origin: Origin,
    work: (tx: Transaction) => Promise<R>,
    opening: readonly Statement<unknown>[] = [],
  ): Promise<R> {
    const once = async (client: pg.PoolClient) => {
      try {
        const begin = [
          sent('begin'),
          sent(SET_SCOPE, scopeValues(scope, origin)),
          ...opening.map(sentOf),
        ]
        const { rows: opened } = await last(this.#send(client, begin))
        const tx = new ClientTransaction(
          (statements) => this.#send(client, statements, { wantsAll: true }),
          {
            scope,
            origin,
            opened,
            heard: (one) => this.#heard(one),
          },
        )
        const result = await work(tx)
        await this.#send(client, [...tx.closing.map(sentOf), sent('commit')])
        return result
      } catch (error) {
        await this.#send(client, [sent('rollback')]).catch(() => undefined)
        throw error
      }
    }
    return await this.#withClient(async (client) => await withFreshPlans(() => once(client)))
  }

  /** Current connections, and callers that wait for one. */
  connections(): { busy: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
  }

  /** How many statements were prepared, and how many were closed to make room. */
  statements(): Readonly<StatementCounts> {
    return this.#counts
  }

  /** Whether the database answers a statement. */
  async isReady(): Promise<boolean> {
    try {
      await this.#withClient((client) => this.#send(client, [sent('select 1')]))
      return true
    } catch {
      return false
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.end()
  }

  #heard(statement: Statement<unknown>): Sent {
    const one = sentOf(statement)
    this.#hear(one.text, one.values)
    return one
  }

  /** Sends statements in one round trip. */
  #send(
    client: pg.PoolClient,
    statements: readonly Sent[],
    { wantsAll = false } = {},
  ): Promise<Rows<unknown>[]> {
    return new Promise((resolve, reject) => {
      const done = (error: unknown, results?: Rows<unknown>[]) =>
        results ? resolve(results) : reject(error)
      client.query(new Batch<unknown>(statements, done, { wantsAll, counts: this.#counts }))
    })
  }

  async #withClient<R>(use: (client: pg.PoolClient) => Promise<R>): Promise<R> {
    let client: pg.PoolClient
    try {
      client = await this.#pool.connect()
    } catch (cause) {
      throw databaseDown(cause)
    }
    let broken = false
    try {
      return await use(client)
    } catch (error) {
      broken = isConnectionLost(error)
      throw broken || isOverloaded(error) ? databaseDown(error) : error
    } finally {
      client.release(broken)
    }
  }
}
