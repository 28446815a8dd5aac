// Leans on pg's internals (pg is pinned; db.test.ts guards what is relied on). Statements that go together leave in one round trip:
// bind and execute of each, then a single Sync, which makes them one implicit transaction; so a scope is set right before its
// statement. A common table expression that sets the scope in the same statement leaks rows.
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
  // Instants stay text: through Date and back costs a tenth of a request's CPU.
  if (oid === TIMESTAMPTZ) return instantText
  if (oid === DATE) return (text) => text
  return pg.types.getTypeParser(oid, 'text')
}

/** PostgreSQL's UTC text to RFC 3339 with milliseconds: `2026-11-23 06:05:00.5+00` to `2026-11-23T06:05:00.500Z`. */
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
  /** Rows of every statement are wanted, not of the last alone. */
  wantsAll?: boolean
  counts?: StatementCounts
}

/** Statements in one round trip, and their rows in camelCase, of the last or of each; handed to a client's `query`. */
export class Batch<T> {
  readonly #statements: readonly Sent[]
  readonly #done: (error: unknown, results?: Rows<T>[]) => void
  readonly #first: number
  readonly #counts: StatementCounts
  readonly #kept: KeptStatement[] = []
  readonly #shapes: (Shape | undefined)[] = []
  readonly #results: Rows<T>[]
  /** The statement that is being answered. */
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

  /** All messages leave as one buffer: a vectored write of small ones costs several times as much. */
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
      // Nothing has left: what was to be parsed is not known to the server, and what was to be closed is.
      kept.putBack(closing)
      kept.forget(this.#kept.filter(({ isParsed }) => !isParsed))
      return error instanceof Error
        ? error
        : new Error('a value could not be sent', { cause: error })
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
    // `SELECT 20`, `INSERT 0 1`; a word alone counts nothing.
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
    // PostgreSQL does not report which of the new ones were parsed before the error: they get new
    // names, and these are closed in any case.
    kept.forget(isStalePlan(error) ? kept.all() : this.#kept.filter(({ isParsed }) => !isParsed))
    this.#done(error)
  }
}

/**
 * A migration that adds a column changes the result of a prepared `select *`, and a pooler or an
 * operator may make the server drop its statements. PostgreSQL rejects both before executing; the
 * connection has dropped its statements by then, so a retry prepares them again.
 */
export function isStalePlan(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const isForgotten = 'code' in error && error.code === INVALID_STATEMENT_NAME
  return isForgotten || /cached plan must not change result type/.test(error.message)
}

const INVALID_STATEMENT_NAME = '26000'
