// Keyset paging: a cursor is the key of the last item on a page.
import { sql, type RawBuilder } from 'kysely'
import { COUNT_CAP, type Total } from '@rmtools/contracts/lists'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import type { Db } from './db.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY =
  /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const encode = (key: string) => Buffer.from(key).toString('base64url')
const decode = (cursor: string) => Buffer.from(cursor, 'base64url').toString()

function notACursor(): Problem {
  return new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
}

/** The id in a cursor of `pageOf`; null for the first page. Throws 400 on any other cursor. */
export function cursorId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = decode(cursor)
  if (!UUID.test(id)) throw notACursor()
  return id
}

export type Page<Row> = { items: Row[]; nextCursor: string | null }

// The page sizes that have a statement of their own.
const SIZES = [1, 20, 50, 100]

/**
 * The number of rows to fetch, from which `cut` makes a page: one more than the page, rounded up to
 * one of a few sizes. It is part of the statement's text: for a parameter the planner assumes a
 * tenth of the table, finds it too expensive and plans again at each call, which took 260 of 370 µs
 * per page. Each text is a prepared statement of its own.
 */
export function rowsFor(limit: number): Fragment {
  return sql.lit((SIZES.find((size) => size >= limit) ?? limit) + 1)
}

/**
 * A page, ordered by id, from one row more than requested: the extra row shows that there is a next
 * page.
 */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], limit: number): Page<Row> {
  return cut(rows, limit, ({ id }) => id)
}

/** A page ordered by an instant (in milliseconds, as in the response) and the id. */
export function pageByTime<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  at: (row: Row) => string | null,
): Page<Row> {
  return cut(rows, limit, (row) => `${at(row)} ${row.id}`)
}

function cut<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? encode(keyOf(last)) : null }
}

type Fragment = RawBuilder<unknown>
type TablesOf<Instants> = keyof Instants & string
/** Which rows of a table to read. */
export type Selection<Column extends string = string> = {
  conditions?: readonly Fragment[]
  /**
   * Rows with any of these values: pages of the values are merged, so that each uses the index on
   * (company_id, <column>, …).
   */
  anyOf?: { column: Column; values: readonly string[] } | undefined
}
export type PageOptions<
  Column extends string = string,
  Instant extends string = string,
> = Selection<Column> & {
  limit: number
  cursor: string | undefined
  /** The instant to order by, and whether the latest come first. */
  by?: Instant
  direction?: 'newest' | 'oldest' | undefined
}

/** Conditions for rows created on these days in Asia/Jakarta, both included. */
export function createdWithin(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  column = 'created_at',
): Fragment[] {
  const midnight = (day: Fragment) => sql`(${day})::timestamp at time zone 'Asia/Jakarta'`
  return [
    ...(from === undefined ? [] : [sql`${sql.ref(column)} >= ${midnight(sql`${from}::date`)}`]),
    ...(to === undefined ? [] : [sql`${sql.ref(column)} < ${midnight(sql`${to}::date + 1::int`)}`]),
  ]
}

const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

// A single value is an equality; of several values, each is a range of the index.
function ranges(anyOf: Selection['anyOf']): { each: Fragment | undefined; conditions: Fragment[] } {
  if (anyOf === undefined || anyOf.values.length === 0) return { each: undefined, conditions: [] }
  const column = sql.ref(snakeCase(anyOf.column))
  const [value, ...others] = anyOf.values
  if (others.length === 0) return { each: undefined, conditions: [sql`${column} = ${value}`] }
  return {
    each: sql`unnest(${[...anyOf.values]}::text[]) wanted (value)`,
    conditions: [sql`${column} = wanted.value`],
  }
}

function where(conditions: readonly Fragment[]): Fragment {
  return conditions.length === 0 ? sql`` : sql`where ${sql.join([...conditions], sql` and `)}`
}

/**
 * The page builders of a service's tables, typed by its generated row types: `Tables`, and
 * `Instants`, the columns of each table that hold whole milliseconds. A cursor names the
 * millisecond; with any other instant it would skip rows within the same millisecond.
 */
export function pagesOf<Tables, Instants extends { [Table in keyof Instants]: string }>() {
  type Column<Table> = Table extends keyof Tables ? keyof Tables[Table] & string : never

  return {
    /**
     * A page of a tenant's table as a sub-select, one row more than requested. With row-level
     * security it uses an index on (company_id, <by>, id), which each filter needs. The order is by
     * an instant: by id the planner would choose the primary key and walk the rows of every company
     * where companies differ in size (docs/decisions/0006).
     */
    pageSql<Table extends TablesOf<Instants>>(
      table: Table,
      options: PageOptions<Column<Table>, Instants[Table]>,
    ): Fragment {
      const { limit, cursor, conditions = [], anyOf, direction = 'newest' } = options
      const by: string = options.by ?? 'createdAt'
      const [, at, id] = cursor === undefined ? [] : (KEY.exec(decode(cursor)) ?? [])
      if (cursor !== undefined && at === undefined) throw notACursor()
      const column = sql.ref(snakeCase(by))
      const [order, beyond] = direction === 'newest' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
      const range = ranges(anyOf)
      const rows = rowsFor(limit)
      const further =
        at === undefined ? [] : [sql`(${column}, id) ${beyond} (${at}::timestamptz, ${id}::uuid)`]
      const one = sql`select * from ${sql.table(snakeCase(table))} ${where([...range.conditions, ...further, ...conditions])}
        order by ${column} ${order}, id ${order} limit ${rows}`
      if (range.each === undefined) return sql`(${one})`
      return sql`(
        select page.* from ${range.each} cross join lateral (${one}) page
        order by page.${column} ${order}, page.id ${order} limit ${rows}
      )`
    },

    /** The order of a page of `pageSql`, for the enclosing statement; `alias` is the page's. */
    pageOrder<Table extends TablesOf<Instants>>(
      alias: string,
      { by, direction = 'newest' }: { by?: Instants[Table]; direction?: PageOptions['direction'] },
    ): Fragment {
      const order = direction === 'newest' ? sql`desc` : sql`asc`
      return sql`${sql.ref(`${alias}.${snakeCase(by ?? 'createdAt')}`)} ${order}, ${sql.ref(`${alias}.id`)} ${order}`
    },

    /** The total, for lists that were asked for one; counting stops one row above the cap. */
    async totalOf<Table extends TablesOf<Instants>>(
      db: Db,
      table: Table,
      { count, conditions = [], anyOf }: Selection<Column<Table>> & { count: boolean | undefined },
    ): Promise<{ total?: Total }> {
      if (count !== true) return {}
      const range = ranges(anyOf)
      const counted = sql.lit(COUNT_CAP + 1)
      const one = sql`select from ${sql.table(snakeCase(table))} ${where([...range.conditions, ...conditions])} limit ${counted}`
      const all =
        range.each === undefined
          ? one
          : sql`select from ${range.each} cross join lateral (${one}) one limit ${counted}`
      const row = await db.one(
        sql<{ count: number }>`select count(*)::int as count from (${all}) counted`,
      )
      return { total: capped(row?.count ?? 0) }
    },
  }
}

/** The total to report: at most the cap. */
export function capped(count: number): Total {
  return { count: Math.min(count, COUNT_CAP), isCapped: count > COUNT_CAP }
}
