// Keyset paging: a cursor is the key of the last item of a page.
import { sql, type RawBuilder } from 'kysely'
import { invalidInput, Problem } from '@rmtools/contracts/problem'

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
export type PageOptions = {
  limit: number
  cursor: string | undefined
  conditions?: readonly Fragment[]
  /** By which instant, and whether the latest come first. */
  by?: string
  direction?: 'newest' | 'oldest'
}

/**
 * A page of a tenant's table as a sub-select, one row more than asked for: the page of each company that may be read, merged. It
 * needs an index on (company_id, <by>, id) for each way of filtering. Company by company, as with the policy alone a page walks
 * everybody's rows; by an instant and not by the id, as the planner else takes the primary key, which walks them just the same
 * where companies differ in size (16 pages a second measured, instead of thousands).
 */
export function pageSql(table: string, { limit, cursor, conditions = [], by = 'created_at', direction = 'newest' }: PageOptions): Fragment {
  const [, at, id] = cursor === undefined ? [] : (KEY.exec(decode(cursor)) ?? [])
  if (cursor !== undefined && at === undefined) throw notACursor()
  const column = sql.ref(by)
  const [order, beyond] = direction === 'newest' ? [sql`desc`, sql`<`] : [sql`asc`, sql`>`]
  const all = [
    sql`company_id = company.id`,
    ...(at === undefined ? [] : [sql`(${column}, id) ${beyond} (${at}::timestamptz, ${id}::uuid)`]),
    ...conditions,
  ]
  return sql`(
    select page.* from unnest((select nullif(current_setting('app.company_ids', true), '')::uuid[])) company (id)
    cross join lateral (
      select * from ${sql.table(table)} where ${sql.join(all, sql` and `)} order by ${column} ${order}, id ${order} limit ${limit + 1}
    ) page
    order by page.${column} ${order}, page.id ${order} limit ${limit + 1}
  )`
}
