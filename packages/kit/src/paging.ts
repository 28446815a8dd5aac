// Keyset paging: a cursor is the key of the last item of a page.
import { sql, type RawBuilder } from 'kysely'
import { COUNT_CAP, type Total } from '@rmtools/contracts/lists'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import type { Db } from './db.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const KEY = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

const encode = (key: string) => Buffer.from(key).toString('base64url')
const decode = (cursor: string) => Buffer.from(cursor, 'base64url').toString()

function notACursor(): Problem {
  return new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
}

/** The id in a cursor of `pageOf`; null for the first page. Throws 400 on anything that is no cursor of ours. */
export function cursorId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = decode(cursor)
  if (!UUID.test(id)) throw notACursor()
  return id
}

export type Page<Row> = { items: Row[]; nextCursor: string | null }

// Sizes of pages that have a statement of their own.
const SIZES = [1, 20, 50, 100]

/**
 * The number of rows to ask for, of which `cut` leaves a page: one more than the page has, rounded up to one of few sizes. It stands
 * in the statement's text. For a limit that is a parameter the planner supposes a tenth of the table, which looks so dear that it
 * plans anew at each call: 260 µs of the 370 that PostgreSQL took for a page. And each text is a prepared statement of its own.
 */
export function rowsFor(limit: number): Fragment {
  return sql.lit((SIZES.find((size) => size >= limit) ?? limit) + 1)
}

/** A page, ordered by id, from one row more than asked for: that row says that there is a next page. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], limit: number): Page<Row> {
  return cut(rows, limit, ({ id }) => id)
}

/** A page ordered by an instant (kept to the millisecond, as it is answered) and the id. */
export function pageByTime<Row extends { id: string }>(rows: readonly Row[], limit: number, at: (row: Row) => string | null): Page<Row> {
  return cut(rows, limit, (row) => `${at(row)} ${row.id}`)
}

function cut<Row>(rows: readonly Row[], limit: number, keyOf: (row: Row) => string): Page<Row> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? encode(keyOf(last)) : null }
}

type Fragment = RawBuilder<unknown>
/** Which rows of a table. */
export type Selection = {
  conditions?: readonly Fragment[]
  /** Rows with any of these values: a page of each is merged, so that the index on (company_id, <column>, …) leads to each. */
  anyOf?: { column: string; values: readonly string[] } | undefined
}
export type PageOptions = Selection & {
  limit: number
  cursor: string | undefined
  /** By which instant, and whether the latest come first. */
  by?: string
  direction?: 'newest' | 'oldest' | undefined
}

/** Conditions: made in these days of Asia/Jakarta, both included. */
export function createdWithin({ from, to }: { from?: string | undefined; to?: string | undefined }, column = 'created_at'): Fragment[] {
  const midnight = (day: Fragment) => sql`(${day})::timestamp at time zone 'Asia/Jakarta'`
  return [
    ...(from === undefined ? [] : [sql`${sql.ref(column)} >= ${midnight(sql`${from}::date`)}`]),
    ...(to === undefined ? [] : [sql`${sql.ref(column)} < ${midnight(sql`${to}::date + 1::int`)}`]),
  ]
}

// The companies that may be read, and within each the values that are asked for.
function ranges(anyOf: Selection['anyOf']): { from: Fragment; conditions: Fragment[] } {
  const companies = sql`unnest((select nullif(current_setting('app.company_ids', true), '')::uuid[])) company (id)`
  const own = sql`company_id = company.id`
  if (anyOf === undefined || anyOf.values.length === 0) return { from: companies, conditions: [own] }
  return {
    from: sql`${companies} cross join unnest(${[...anyOf.values]}::text[]) wanted (value)`,
    conditions: [own, sql`${sql.ref(anyOf.column)} = wanted.value`],
  }
}

/**
 * A page of a tenant's table as a sub-select, one row more than asked for: the page of each company that may be read, merged. It
 * needs an index on (company_id, <by>, id) for each way of filtering. Company by company, as with the policy alone a page walks
 * everybody's rows; by an instant and not by the id, as the planner else takes the primary key, which walks them just the same
 * where companies differ in size (16 pages a second measured, instead of thousands).
 */
export function pageSql(table: string, options: PageOptions): Fragment {
  const { limit, cursor, conditions = [], anyOf, by = 'created_at', direction = 'newest' } = options
  const [, at, id] = cursor === undefined ? [] : (KEY.exec(decode(cursor)) ?? [])
  if (cursor !== undefined && at === undefined) throw notACursor()
  const column = sql.ref(by)
  const [order, beyond] = direction === 'newest' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const range = ranges(anyOf)
  const rows = rowsFor(limit)
  const all = [
    ...range.conditions,
    ...(at === undefined ? [] : [sql`(${column}, id) ${beyond} (${at}::timestamptz, ${id}::uuid)`]),
    ...conditions,
  ]
  return sql`(
    select page.* from ${range.from}
    cross join lateral (
      select * from ${sql.table(table)} where ${sql.join(all, sql` and `)} order by ${column} ${order}, id ${order} limit ${rows}
    ) page
    order by page.${column} ${order}, page.id ${order} limit ${rows}
  )`
}

/** The order of a page of `pageSql`, for the statement around it; `alias` is the page's. */
export function pageOrder(alias: string, { by = 'created_at', direction = 'newest' }: Pick<PageOptions, 'by' | 'direction'>): Fragment {
  const order = direction === 'newest' ? sql`desc` : sql`asc`
  return sql`${sql.ref(`${alias}.${by}`)} ${order}, ${sql.ref(`${alias}.id`)} ${order}`
}

/** How many rows there are, for lists of which that was asked; the count stops one row beyond the cap. */
export async function totalOf(
  db: Db,
  table: string,
  { count, conditions = [], anyOf }: Selection & { count: boolean | undefined },
): Promise<{ total?: Total }> {
  if (count !== true) return {}
  const range = ranges(anyOf)
  const counted = sql.lit(COUNT_CAP + 1)
  const row = await db.one(sql<{ count: number }>`
    select count(*)::int as count from (
      select from ${range.from}
      cross join lateral (select from ${sql.table(table)} where ${sql.join([...range.conditions, ...conditions], sql` and `)} limit ${counted}) one
      limit ${counted}
    ) counted`)
  return { total: capped(row?.count ?? 0) }
}

/** A count as it is told: never more than the cap. */
export function capped(count: number): Total {
  return { count: Math.min(count, COUNT_CAP), isCapped: count > COUNT_CAP }
}
