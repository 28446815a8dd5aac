// What PostgreSQL says about a statement without running it: its parameters and result columns.
import pg from 'pg'
import type { Fillable } from './inserts.ts'

export type Column = {
  name: string
  type: string
  /**
   * `false` if the table forbids null and no outer join adds it; undefined if PostgreSQL cannot
   * tell, as for an expression.
   */
  mayBeNull: boolean | undefined
  /** The texts that a check of the table allows. */
  words: readonly string[] | undefined
}
export type Description = { values: readonly string[]; columns: readonly Column[] }
type Field = { name: string; tableID: number; columnID: number; dataTypeID: number }
type Known = {
  table: string
  column: string
  isRequired: boolean
  isFilled: boolean
  check: string | null
}

/** Prepares statements on one connection, with the search path of a service's schema. */
export class Describer implements AsyncDisposable {
  readonly #client: pg.Client
  readonly #types = new Map<number, string>()
  readonly #columns = new Map<string, Known>()

  private constructor(client: pg.Client) {
    this.#client = client
  }

  static async on(url: string, schema: string): Promise<Describer> {
    const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
    await client.connect()
    const describer = new Describer(client)
    await describer.#learn()
    return describer
  }

  async #learn(): Promise<void> {
    const types = await this.#client.query<{ oid: number; name: string }>(
      `select oid::int, case when typtype = 'e' then 'enum' else typname end as name from pg_type`,
    )
    for (const { oid, name } of types.rows) this.#types.set(oid, name)
    const columns = await this.#client.query<Known & { key: string }>(
      `select a.attrelid || '.' || a.attnum as key, c.relname as table, a.attname as column, a.attnotnull as "isRequired",
         a.atthasdef or a.attidentity <> '' as "isFilled",
         (select string_agg(pg_get_constraintdef(k.oid), ' ') from pg_constraint k
           where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum]) as check
       from pg_attribute a join pg_class c on c.oid = a.attrelid
       where c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped and c.relnamespace = current_schema()::regnamespace`,
    )
    for (const { key, ...known } of columns.rows) this.#columns.set(key, known)
  }

  /** Throws PostgreSQL's error for a statement that it cannot prepare. */
  async describe(text: string): Promise<Description> {
    const { parameters, fields } = await this.#prepared(text)
    const optional = optionalTables(text)
    const columns = fields.map(({ name, tableID, columnID, dataTypeID }): Column => {
      const known = this.#columns.get(`${tableID}.${columnID}`)
      return {
        name: camelCase(name),
        type: this.#nameOf(dataTypeID),
        mayBeNull: known ? isNullable(text, known, optional) : isSubSelect(text, name) || undefined,
        words: known && wordsOf(text, known),
      }
    })
    return { values: parameters.map((oid) => this.#nameOf(oid)), columns }
  }

  /** The columns that an insert must name to fill them. */
  fillable(): Fillable {
    const open = [...this.#columns.values()].filter(
      ({ isRequired, isFilled }) => !isRequired && !isFilled,
    )
    const byTable = Map.groupBy(open, ({ table }) => table)
    return new Map(
      [...byTable].map(([table, columns]) => [table, columns.map(({ column }) => column)]),
    )
  }

  #nameOf(oid: number): string {
    return this.#types.get(oid) ?? `${oid}`
  }

  async #prepared(text: string): Promise<Prepared> {
    return await new Promise((resolve, reject) => {
      this.#client.query(new Preparing(text, resolve, reject))
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.end()
  }
}

/** The name that the driver gives to a column. */
export const camelCase = (name: string): string =>
  name.replaceAll(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

type Prepared = { parameters: readonly number[]; fields: readonly Field[] }

/** Has a statement parsed and described only; passed to a client's `query`. */
class Preparing {
  readonly #text: string
  readonly #done: (prepared: Prepared) => void
  readonly #failed: (error: unknown) => void
  #parameters: readonly number[] = []
  #fields: readonly Field[] = []
  #forget = () => {}

  constructor(text: string, done: (prepared: Prepared) => void, failed: (error: unknown) => void) {
    this.#text = text
    this.#done = done
    this.#failed = failed
  }

  submit(connection: pg.Connection): void {
    // The client passes on the row description, but not the parameter types.
    const hear = ({ dataTypeIDs }: { dataTypeIDs: readonly number[] }) => {
      this.#parameters = dataTypeIDs
    }
    connection.once('parameterDescription', hear)
    this.#forget = () => connection.off('parameterDescription', hear)
    connection.parse({ name: '', text: this.#text, types: [] }, true)
    connection.describe({ type: 'S', name: '' }, true)
    connection.sync()
  }
  handleRowDescription({ fields }: { fields: readonly Field[] }): void {
    this.#fields = fields
  }
  handleError(error: unknown): void {
    this.#forget()
    this.#failed(error)
  }
  handleReadyForQuery(): void {
    this.#forget()
    this.#done({ parameters: this.#parameters, fields: this.#fields })
  }
}

/**
 * The tables that an outer join may leave out of a row, as far as the text shows: those that it
 * names, and those in its sub-selects.
 */
function optionalTables(text: string): Set<string> {
  const tables = new Set<string>()
  for (const match of text.matchAll(
    /\b(?:left|full)\s+(?:outer\s+)?join\s+(?:lateral\s+)?(\(|"?\w+"?)/g,
  )) {
    const [whole, first = ''] = match
    if (first !== '(') tables.add(first.replaceAll('"', ''))
    else
      for (const [, name = ''] of bracketed(text, match.index + whole.length).matchAll(
        /\b(?:from|join)\s+"?(\w+)"?/g,
      ))
        tables.add(name)
  }
  return tables
}

/**
 * Whether a column is a sub-select that may find no row: `(select u.full_name from …) as rm_name`.
 * A count always finds one.
 */
function isSubSelect(text: string, name: string): boolean {
  const end = new RegExp(`\\) as "?${name}"?(?!\\w)`).exec(text)?.index ?? -1
  let depth = 1
  let at = end
  while (at > 0 && depth > 0) {
    at--
    if (text[at] === ')') depth++
    if (text[at] === '(') depth--
  }
  // `exists (…)` and `array(…)` are different constructs.
  const isAlone = /(?:,|\bselect|\breturning)\s*$/.test(text.slice(0, at))
  return end > 0 && isAlone && /^\(\s*select (?!count\(|coalesce\()/.test(text.slice(at))
}

function bracketed(text: string, from: number): string {
  let depth = 1
  let at = from
  for (; at < text.length && depth > 0; at++) {
    if (text[at] === '(') depth++
    if (text[at] === ')') depth--
  }
  return text.slice(from, at - 1)
}

/** A statement's own condition on a column takes precedence: `where licence_number is not null`. */
function isNullable(text: string, known: Known, optional: ReadonlySet<string>): boolean {
  const isSaid = new RegExp(`\\b${known.column}"? is not null`).test(text)
  return !isSaid && (!known.isRequired || optional.has(known.table))
}

/**
 * `CHECK ((status = ANY (ARRAY['new'::text, 'lost'::text])))` lists the texts; `where status in
 * ('new', 'lost')` narrows them.
 */
function wordsOf(text: string, { column, check }: Known): readonly string[] | undefined {
  const all = check?.match(/= ANY \(ARRAY\[([^\]]*)\]/)?.[1]
  if (all === undefined) return undefined
  const asked = text.match(
    new RegExp(`\\b${column}"? (?:in \\(((?:'[^']*'(?:, )?)+)\\)|= ('[^']*'))`),
  )
  return quoted(asked?.[1] ?? asked?.[2] ?? all)
}

const quoted = (list: string) => [...list.matchAll(/'([^']*)'/g)].map(([, word = '']) => word)
