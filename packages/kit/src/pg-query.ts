// Leans on pg's internals (pg is pinned; db.test.ts guards what is relied on). Statements that go together leave in one round trip:
// bind and execute of each, then a single Sync, which makes them one implicit transaction; so a scope is set right before its
// statement. A common table expression that sets the scope in the same statement leaks rows.
import pg from 'pg'
import utils from 'pg/lib/utils.js'
import { serialize } from 'pg-protocol'

export type Prepared = {
  /** Absent: the statement is parsed anew each time. */
  name: string | undefined
  text: string
  values: readonly unknown[]
}
export type Rows<T> = { rows: T[]; rowCount: number }

type Connection = {
  stream: { write(chunk: Buffer): boolean }
  parsedStatements: Record<string, string | undefined>
}
type Parser = (text: string) => unknown
type Shape = { names: string[]; parsers: Parser[]; blank: Record<string, unknown> }
type Field = { name: string; dataTypeID: number }

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

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

function shapeOf(fields: readonly Field[]): Shape {
  const names = fields.map(({ name }) => camel(name))
  return {
    names,
    parsers: fields.map(({ dataTypeID }) => parserOf(dataTypeID)),
    blank: Object.fromEntries(names.map((name) => [name, null])),
  }
}

// What the rows of a named statement look like: it cannot change under the name (see statement-names.ts), so a connection that
// knows it does not ask again. By connection, as each service looks tables up in a schema of its own.
const known = new WeakMap<Connection, Map<string, Shape>>()

function knownTo(connection: Connection): Map<string, Shape> {
  const shapes = known.get(connection) ?? new Map<string, Shape>()
  known.set(connection, shapes)
  return shapes
}

const NOTHING: Shape = shapeOf([])

/** Statements in one round trip, and the rows of the last in camelCase; handed to a client's `query`. */
export class Batch<T> {
  readonly #statements: readonly Prepared[]
  readonly #done: (error: unknown, result?: Rows<T>) => void
  readonly #shapes: (Shape | undefined)[] = []
  readonly #rows: T[] = []
  #rowCount = 0
  /** The statement that is being answered. */
  #at = 0

  constructor(statements: readonly Prepared[], done: (error: unknown, result?: Rows<T>) => void) {
    this.#statements = statements
    this.#done = done
  }

  // By these the client notes what a connection has parsed.
  get name(): string | undefined {
    return this.#statements[this.#at]?.name
  }
  get text(): string {
    return this.#statements[this.#at]?.text ?? ''
  }

  /** All messages leave as one buffer: a vectored write of small ones costs several times as much. */
  submit(connection: Connection): Error | null {
    const shapes = knownTo(connection)
    try {
      const messages: Buffer[] = []
      for (const { name, text, values } of this.#statements) {
        const isParsed = name !== undefined && connection.parsedStatements[name] !== undefined
        const shape = isParsed ? shapes.get(name) : undefined
        this.#shapes.push(shape)
        if (!isParsed) messages.push(serialize.parse({ name: name ?? '', text }))
        messages.push(serialize.bind({ statement: name ?? '', values: [...values], valueMapper: utils.prepareValue }))
        if (!shape) messages.push(serialize.describe({ type: 'P' }))
        messages.push(serialize.execute())
      }
      messages.push(serialize.sync())
      connection.stream.write(Buffer.concat(messages))
      return null
    } catch (error) {
      return error instanceof Error ? error : new Error('a value could not be sent', { cause: error })
    }
  }

  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#shapes[this.#at] = shapeOf(fields)
  }
  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    const shape = this.#shapes[this.#at]
    if (this.#at < this.#statements.length - 1 || !shape) return
    const { names, parsers, blank } = shape
    const row = { ...blank }
    for (let index = 0; index < fields.length; index++) {
      const text = fields[index]
      if (text !== null && text !== undefined) row[names[index] as string] = (parsers[index] as Parser)(text)
    }
    this.#rows.push(row as T)
  }
  handleCommandComplete({ text }: { text: string }): void {
    // `SELECT 20`, `INSERT 0 1`; a word alone counts nothing.
    this.#rowCount = Number(text.slice(text.lastIndexOf(' ') + 1)) || 0
    this.#at++
  }
  handleEmptyQuery(): void {}
  handleReadyForQuery(connection: Connection): void {
    const shapes = knownTo(connection)
    for (const [index, { name }] of this.#statements.entries()) {
      if (name !== undefined) shapes.set(name, this.#shapes[index] ?? NOTHING)
    }
    this.#done(null, { rows: this.#rows, rowCount: this.#rowCount })
  }
  handleError(error: unknown): void {
    this.#done(error)
  }
}
