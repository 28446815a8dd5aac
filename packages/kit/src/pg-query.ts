// Leans on pg's internals (pg is pinned; db.test.ts guards what is relied on). One round trip carries the scope and the
// statement: bind and execute of a prepared `select set_config(…)`, then of the statement, before a single Sync, which makes
// them one implicit transaction. A common table expression that sets the scope in the same statement leaks rows.
import pg from 'pg'

export const SCOPE_STATEMENT = 'app_scope'

type Done = (error: Error | null, result: never) => void
type Message = { fields: { name: string; dataTypeID: number }[] }
type Connection = {
  stream: { write(chunk: Buffer): boolean }
  bind(config: { statement: string; values: string[] }): void
  execute(config: object): void
}

const camelNames = new Map<string, string>()

function camel(name: string): string {
  let known = camelNames.get(name)
  if (known === undefined) {
    known = name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    camelNames.set(name, known)
  }
  return known
}

const TIMESTAMPTZ = 1184
const DATE = 1082
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    // Instants stay text: through Date and back costs a tenth of a request's CPU.
    if (oid === TIMESTAMPTZ) return instantText
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
}

/** PostgreSQL's UTC text to RFC 3339 with milliseconds: `2026-11-23 06:05:00.5+00` to `2026-11-23T06:05:00.500Z`. */
function instantText(text: string): string {
  const fraction = text.length > 22 ? text.slice(20, -3).padEnd(3, '0').slice(0, 3) : '000'
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${fraction}Z`
}

// pg exports the class, its type declaration does not show the methods that are overridden here.
const Query = pg.Query as unknown as new (
  config: object,
  values?: undefined,
  callback?: Done,
) => {
  handleRowDescription(message: Message): void
  handleDataRow(message: object): void
  handleCommandComplete(message: object, connection: Connection): void
  prepare(connection: Connection): void
  submit(connection: pg.Connection): Error | undefined
}

/** A query whose rows come in camelCase. */
export class CamelQuery extends Query {
  constructor(config: { text: string; values: unknown[]; name?: string }, callback: unknown) {
    super({ ...config, types, queryMode: 'extended' }, undefined, callback as Done)
  }
  /** The messages of a query leave as one buffer: a vectored write of small ones costs several times as much. */
  override submit(connection: pg.Connection): Error | undefined {
    const { stream } = connection as unknown as Connection
    const chunks: Buffer[] = []
    // Shadows the method for the moment; deleting it uncovers the stream's own again.
    stream.write = (chunk) => chunks.push(chunk) > 0
    try {
      return super.submit(connection)
    } finally {
      delete (stream as Partial<typeof stream>).write
      if (chunks.length > 0) stream.write(chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks))
    }
  }
  override handleRowDescription(message: Message): void {
    for (const field of message.fields) field.name = camel(field.name)
    super.handleRowDescription(message)
  }
}

/** A CamelQuery that sets the scope in the same round trip. */
export class ScopedQuery extends CamelQuery {
  readonly #scope: string[]
  #scopeDone = false

  constructor(config: { text: string; values: unknown[]; name?: string }, scope: string[], callback: unknown) {
    super(config, callback)
    this.#scope = scope
  }
  override prepare(connection: Connection): void {
    connection.bind({ statement: SCOPE_STATEMENT, values: this.#scope })
    connection.execute({})
    super.prepare(connection)
  }
  override handleDataRow(message: object): void {
    if (this.#scopeDone) super.handleDataRow(message)
  }
  override handleCommandComplete(message: object, connection: Connection): void {
    if (this.#scopeDone) super.handleCommandComplete(message, connection)
    else this.#scopeDone = true
  }
}
