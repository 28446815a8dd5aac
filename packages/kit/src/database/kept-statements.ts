// Prepared statements of a connection. The server remembers a statement by its name and never looks at its text again; it keeps each
// until it is closed. So the least recently used is closed when there are too many: a text that is new is always planned once and kept.

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
  /** Parsing it was asked for; twice under one name would be an error. */
  isSent: boolean
  /** The server has it for certain. */
  isParsed: boolean
  /** What its rows look like, once they were described: it cannot change under the name. */
  shape: Shape | undefined
}

/** How many statements were parsed, and how many closed to make room. */
export type StatementCounts = { parsed: number; closed: number }

class KeptStatements {
  // In order of use: the first has not been used for longest.
  readonly #byText = new Map<string, KeptStatement>()
  #closing: string[] = []
  #made = 0

  /** The statement of a text, now the most recently used. */
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

  /** Names that the server may forget: closing one that it does not have is no error. */
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

  /** Names that were taken, and did not leave. */
  putBack(closing: readonly string[]): void {
    this.#closing.push(...closing)
  }

  /** These get other names when they are used again. */
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

/** The statements of a connection, which go with it. */
export function statementsOf(connection: Connection): KeptStatements {
  const known = byConnection.get(connection) ?? new KeptStatements()
  byConnection.set(connection, known)
  return known
}
