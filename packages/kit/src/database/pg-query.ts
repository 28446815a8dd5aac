// Relies on pg's internals: pg is pinned, and db.test.ts guards them. Statements issued together
// take one round trip: bind and execute for each, then a single Sync, which makes them one implicit
// transaction. A scope is therefore set right before its statement. A common table expression that
// sets the scope within the same statement leaks rows.
import pg from 'pg'
import utils from 'pg/lib/utils.js'
import { serialize } from 'pg-protocol'
import { statementsOf, type KeptStatement, type StatementCounts } from './kept-statements.ts'
import type { Connection, Shape } from './kept-statements.ts'

export type Sent = { text: string; values: readonly unknown[] }
export type Rows<T> = { rows: T[]; rowCount: number }

type Parser = (text: string) => unknown
export type Field = { name: string; dataTypeID: number }

const camel = (name: string) =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

const TIMESTAMPTZ = 1184
const DATE = 1082

function parserOf(oid: number): Parser {
  // Instants stay text: converting to Date and back takes a tenth of a request's CPU time.
  if (oid === TIMESTAMPTZ) return instantText
  if (oid === DATE) return (text) => text
  return pg.types.getTypeParser(oid, 'text')
}

/**
 * Converts PostgreSQL's UTC text to RFC 3339 with milliseconds: `2026-11-23 06:05:00.5+00` to
 * `2026-11-23T06:05:00.500Z`.
 */
function instantText(text: string): string {
  if (text.length >= 26) return `${text.slice(0, 10)}T${text.slice(11, 23)}Z`
  const fraction = text.length > 22 ? text.slice(20, -3).padEnd(3, '0') : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}

export function shapeOf(fields: readonly Field[]): Shape {
  const names = fields.map(({ name }) => camel(name))
  return {
    names,
    parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID)),
    blank: Object.fromEntries(names.map((name) => [name, null])),
  }
}

const NOTHING: Shape = shapeOf([])

type Options = {
  /** Return the rows of every statement, not only of the last. */
  wantsAll?: boolean
  counts?: StatementCounts
}

/**
 * Statements sent in one round trip by a client's `query`. Yields camelCase rows of the last
 * statement, or of each.
 */
export class Batch<T> {
  readonly #statements: readonly Sent[]
  readonly #done: (error: unknown, results?: Rows<T>[]) => void
  readonly #first: number
  readonly #counts: StatementCounts
  readonly #kept: KeptStatement[] = []
  readonly #shapes: (Shape | undefined)[] = []
  readonly #results: Rows<T>[]
  /** The index of the statement whose response is being read. */
  #at = 0

  constructor(
    statements: readonly Sent[],
    done: (error: unknown, results?: Rows<T>[]) => void,
    { wantsAll = false, counts = { parsed: 0, closed: 0 } }: Options = {},
  ) {
    this.#statements = statements
    this.#done = done
    this.#first = wantsAll ? 0 : statements.length - 1
    this.#counts = counts
    this.#results = statements.map(() => ({ rows: [], rowCount: 0 }))
  }

  /**
   * Sends all messages as one buffer: a vectored write of small ones costs several times as much.
   */
  submit(connection: Connection): Error | null {
    const kept = statementsOf(connection)
    let closing: string[] = []
    try {
      const statements = this.#statements.map((one) => ({ ...one, statement: kept.use(one.text) }))
      closing = kept.takeClosing(this.#counts)
      const messages: Buffer[] = closing.map((name) => serialize.close({ type: 'S', name }))
      for (const { text, values, statement } of statements) {
        if (!statement.isSent) messages.push(serialize.parse({ name: statement.name, text }))
        statement.isSent = true
        this.#kept.push(statement)
        this.#shapes.push(statement.shape)
        messages.push(
          serialize.bind({
            statement: statement.name,
            values: [...values],
            valueMapper: utils.prepareValue,
          }),
        )
        if (!statement.shape) messages.push(serialize.describe({ type: 'P' }))
        messages.push(serialize.execute())
      }
      messages.push(serialize.sync())
      connection.stream.write(Buffer.concat(messages))
      return null
    } catch (error) {
      // Nothing was sent: the server does not know the statements to be parsed, and still has those
      // to be closed.
      kept.putBack(closing)
      kept.forget(this.#kept.filter(({ isParsed }) => !isParsed))
      return error instanceof Error
        ? error
        : new Error('a value could not be converted for PostgreSQL', { cause: error })
    }
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#shapes[this.#at] = shapeOf(fields)
  }
  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const shape = this.#shapes[this.#at]
    if (this.#at < this.#first || !shape) return
    const { names, parsers, blank } = shape
    const row = { ...blank }
    for (let index = 0; index < fields.length; index++) {
      const text = fields[index]
      const name = names[index]
      const parse = parsers[index]
      if (text !== null && text !== undefined && name !== undefined && parse)
        row[name] = parse(text)
    }
    this.#results[this.#at]?.rows.push(row as T)
  }
  handleCommandComplete({ text }: { text: string }): void {
    const result = this.#results[this.#at]
    // `SELECT 20`, `INSERT 0 1`; a tag of one word has no count.
    if (result) result.rowCount = Number(text.slice(text.lastIndexOf(' ') + 1)) || 0
    this.#at++
  }
  handleEmptyQuery(): void {}
  handleReadyForQuery(): void {
    for (const [index, statement] of this.#kept.entries()) {
      if (!statement.isParsed) this.#counts.parsed++
      statement.isParsed = true
      statement.shape = this.#shapes[index] ?? NOTHING
    }
    this.#done(null, this.#results)
  }
  handleError(error: unknown, connection: Connection): void {
    const kept = statementsOf(connection)
    // PostgreSQL does not report which of the new statements it parsed before the error: they get
    // new names, and the old names are closed in any case.
    kept.forget(isStalePlan(error) ? kept.all() : this.#kept.filter(({ isParsed }) => !isParsed))
    this.#done(error)
  }
}

/**
 * Whether a prepared statement became invalid. A migration that adds a column changes the result of
 * a prepared `select *`, and a pooler or an operator may make the server drop its statements.
 * PostgreSQL rejects both before executing; the connection has dropped its statements by then, so a
 * retry prepares them again.
 */
export function isStalePlan(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isForgotten = 'code' in error && error.code === INVALID_STATEMENT_NAME
  return isForgotten || /cached plan must not change result type/.test(error.message)
}

const INVALID_STATEMENT_NAME = '26000'
