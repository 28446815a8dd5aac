// Prepared statements of a connection. The server identifies a statement by its name, never
// compares its text again, and keeps it until it is closed. Above a maximum the least recently used
// is closed. A new text is therefore always planned once and kept.

export type Connection = { stream: { write(chunk: Buffer): boolean } }
export type Shape = {
  names: string[]
  parsers: ((text: string) => unknown)[]
  blank: Record<string, unknown>
}

export const AT_MOST = 500

export type KeptStatement = {
  readonly text: string
  readonly name: string
  /** Its parse message was sent; parsing the same name twice would be an error. */
  isSent: boolean
  /** The server has confirmed it. */
  isParsed: boolean
  /** The columns of its rows, once described: they cannot change under the same name. */
  shape: Shape | undefined
}

/** How many statements were parsed, and how many were closed to make room. */
export type StatementCounts = { parsed: number; closed: number }

class KeptStatements {
  // In order of use: the first is the least recently used.
  readonly #byText = new Map<string, KeptStatement>()
  #closing: string[] = []
  #made = 0

  /** Returns the statement of a text and makes it the most recently used. */
  use(text: string): KeptStatement {
    const known = this.#byText.get(text)
    if (known) this.#byText.delete(text)
    const statement = known ?? {
      text,
      name: `s${++this.#made}`,
      isSent: false,
      isParsed: false,
      shape: undefined,
    }
    this.#byText.set(text, statement)
    return statement
  }

  /** Names to close on the server; closing an unknown name is allowed. */
  takeClosing(counts: StatementCounts): string[] {
    const closing = this.#closing
    this.#closing = []
    for (const { text, name } of this.#byText.values()) {
      if (this.#byText.size <= AT_MOST) break
      this.#byText.delete(text)
      closing.push(name)
      counts.closed++
    }
    return closing
  }

  /** Returns names that were taken but not sent. */
  putBack(closing: readonly string[]): void {
    this.#closing.push(...closing)
  }

  /** The statements get new names at their next use. */
  forget(statements: Iterable<KeptStatement>): void {
    for (const { text, name } of statements) {
      if (this.#byText.get(text)?.name !== name) continue
      this.#byText.delete(text)
      this.#closing.push(name)
    }
  }

  all(): Iterable<KeptStatement> {
    return this.#byText.values()
  }
}

const byConnection = new WeakMap<Connection, KeptStatements>()

/** The statements of a connection; they end with it. */
export function statementsOf(connection: Connection): KeptStatements {
  const known = byConnection.get(connection) ?? new KeptStatements()
  byConnection.set(connection, known)
  return known
}
