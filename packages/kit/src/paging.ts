// Keyset paging: a cursor is the key of the last item of a page; UUIDs of version 7 are ordered by time.
import { invalidInput, Problem } from '@rmtools/contracts/problem'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The id in a cursor; null for the first page. Throws 400 on anything that is no cursor of ours. */
export function cursorId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!UUID.test(id)) throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return id
}

/** A page from one row more than asked for: that row says that there is a next page. */
export function pageOf<Row extends { id: string }>(rows: readonly Row[], limit: number): { items: Row[]; nextCursor: string | null } {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null }
}
