// PostgreSQL as the services use it: every statement runs inside a scope, and nothing runs outside one.
import {
  CamelCasePlugin,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type CompiledQuery,
  type RawBuilder,
} from 'kysely'
import pg from 'pg'
import { Problem, unavailable } from '@rmtools/contracts/problem'
import { Batch, type Prepared, type Rows } from './pg-query.ts'
import { statementName, withFreshPlans } from './statement-names.ts'
import { SET_SCOPE, scopeValues, type Origin, type Scope } from './scope.ts'

export { sql, type Generated } from 'kysely'

/** Anything that compiles to one statement: a Kysely query or a `sql` fragment. */
export type Statement<T> = { compile(): CompiledQuery<T> } | RawBuilder<T>

/** Runs statements in a scope. Rows come in camelCase, instants as RFC 3339 text, numerics as text. */
export interface Db {
  /** All rows. */
  all<T>(statement: Statement<T>): Promise<T[]>
  /** The first row, or undefined. */
  one<T>(statement: Statement<T>): Promise<T | undefined>
  /** How many rows the statement touched. */
  run(statement: Statement<unknown>): Promise<number>
}

/** A transaction: what it does happens whole or not at all. */
export interface Transaction extends Db {
  /** Goes on in another scope, e.g. that of the company a link belongs to. */
  enter(scope: Scope): Promise<void>
  /** Has a statement sent along with the commit: one round trip for both. */
  closeWith(statement: Statement<unknown>): void
  /** Rows of the last statement that was sent along with the begin. */
  readonly opened: readonly unknown[]
  readonly origin: Origin
  readonly scope: Scope
}

export type DatabaseOptions = {
  url: string
  /** Where unqualified names are looked up. */
  schema: string
  /** Connections at most; small pools are faster on few cores. */
  poolSize?: number
  /** How long a caller waits for a connection before a 503. */
  acquireTimeoutMs?: number
  statementTimeoutMs?: number
  /** How long a statement waits for others' locks before a 503. */
  lockTimeoutMs?: number
  onError?: (error: Error) => void
  /** Hears every statement before it is sent, e.g. to look at its plan. */
  onStatement?: (text: string, parameters: readonly unknown[]) => void
}

/** The typed statement builder of a service's tables; it compiles and never runs anything itself. */
export function statements<Tables>(): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    plugins: [new CamelCasePlugin()],
  })
}

const fragments = statements<unknown>().withoutPlugins()

function compiled<T>(statement: Statement<T>): CompiledQuery<T> {
  return 'isRawBuilder' in statement ? statement.compile(fragments) : statement.compile()
}

/** A pool of connections of one role. */
export class Database {
  readonly #pool: pg.Pool
  readonly #hear: NonNullable<DatabaseOptions['onStatement']>

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
    // A connection that breaks while it is in use says so itself, and an error that nobody hears ends the process.
    this.#pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)))
    this.#pool.on('error', () => undefined)
  }

  /** Statements each in an implicit transaction of its own, one round trip each: for reading. */
  reading(scope: Scope, origin: Origin): Db {
    const scoped = () => prepared(SET_SCOPE, scopeValues(scope, origin))
    const submit = async <T>(statement: Statement<T>): Promise<Rows<T>> => {
      const { sql: text, parameters } = compiled(statement)
      this.#hear(text, parameters)
      return await this.#withClient((client) => withFreshPlans(() => send<T>(client, [scoped(), prepared(text, parameters)])))
    }
    return database(submit)
  }

  /** Runs `work` in one transaction. `opening` are statements that go along with the begin. */
  async transaction<R>(
    scope: Scope,
    origin: Origin,
    work: (tx: Transaction) => Promise<R>,
    opening: readonly Statement<unknown>[] = [],
  ): Promise<R> {
    const once = async (client: pg.PoolClient) => {
      try {
        const { rows: opened } = await send(client, [
          prepared('begin'),
          prepared(SET_SCOPE, scopeValues(scope, origin)),
          ...opening.map(preparedOf),
        ])
        const tx = new ClientTransaction(client, { scope, origin, opened }, this.#hear)
        const result = await work(tx)
        await send(client, [...tx.closing.map(preparedOf), prepared('commit')])
        return result
      } catch (error) {
        await send(client, [prepared('rollback')]).catch(() => undefined)
        throw error
      }
    }
    return await this.#withClient(async (client) => await withFreshPlans(() => once(client)))
  }

  /** Connections now, and callers that wait for one. */
  connections(): { busy: number; idle: number; waiting: number } {
    const { totalCount, idleCount, waitingCount } = this.#pool
    return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount }
  }

  /** Whether a statement comes back. */
  async isReady(): Promise<boolean> {
    try {
      await this.#withClient((client) => send(client, [prepared('select 1')]))
      return true
    } catch {
      return false
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#pool.end()
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

class ClientTransaction implements Transaction {
  readonly #client: pg.PoolClient
  readonly #db: Db
  readonly origin: Origin
  readonly opened: readonly unknown[]
  scope: Scope
  readonly closing: Statement<unknown>[] = []

  constructor(
    client: pg.PoolClient,
    { scope, origin, opened }: { scope: Scope; origin: Origin; opened: readonly unknown[] },
    hear: NonNullable<DatabaseOptions['onStatement']>,
  ) {
    this.#client = client
    this.origin = origin
    this.scope = scope
    this.opened = opened
    this.#db = database(async (statement) => {
      const { sql: text, parameters } = compiled(statement)
      hear(text, parameters)
      return await send(client, [prepared(text, parameters)])
    })
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
  async enter(scope: Scope): Promise<void> {
    await send(this.#client, [prepared(SET_SCOPE, scopeValues(scope, this.origin))])
    this.scope = scope
  }
  closeWith(statement: Statement<unknown>): void {
    this.closing.push(statement)
  }
}

function database(submit: <T>(statement: Statement<T>) => Promise<Rows<T>>): Db {
  return {
    all: async (statement) => (await submit(statement)).rows,
    one: async (statement) => (await submit(statement)).rows[0],
    run: async (statement) => (await submit(statement)).rowCount,
  }
}

function prepared(text: string, values: readonly unknown[] = []): Prepared {
  return { name: statementName(text), text, values }
}

function preparedOf(statement: Statement<unknown>): Prepared {
  const { sql: text, parameters } = compiled(statement)
  return prepared(text, parameters)
}

/** Sends statements in one round trip; answers the rows of the last. */
function send<T>(client: pg.PoolClient, statements: readonly Prepared[]): Promise<Rows<T>> {
  return new Promise((resolve, reject) => {
    client.query(new Batch<T>(statements, (error, result) => (result ? resolve(result) : reject(error))))
  })
}

// 57P0x: the server is stopping or starting; 08xxx: connection exceptions; 53300: too many connections; 25P0x: a session timed out.
const CONNECTION_LOST = /^(57P0[1-5]|08\d{3}|53300|25P0[34]|ECONN\w+|EPIPE|ETIMEDOUT)$/
// What works when it is tried again: 57014 too slow, 55P03 locked by others, 40xxx in the way of others, 53xxx out of disk or memory.
const OVERLOADED = /^(57014|55P03|40001|40P01|53\d{3})$/

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

const isOverloaded = (error: unknown) => OVERLOADED.test(codeOf(error))

function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return CONNECTION_LOST.test(codeOf(error)) || /Connection terminated|not queryable|connection error/i.test(error.message)
}

function databaseDown(cause: unknown): Error {
  if (cause instanceof Problem) return cause
  const problem = new Problem(unavailable, { retryAfterSeconds: 2 })
  problem.cause = cause
  return problem
}
