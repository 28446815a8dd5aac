// Lists across several companies. Only the active company is in scope, so a list must ask for the
// others explicitly: each company is queried separately, and the pages are merged. Rows carry their
// company, which screens show.
import type { Total } from '@rmtools/contracts/lists'
import type { Db } from './db.ts'
import { capped, pageByTime, type Page } from './paging.ts'
import type { Actor } from './scope.ts'

/**
 * Which page, and whether of the active company alone or of every company in which the caller holds
 * the same role.
 */
export type Asked = { companies?: 'active' | 'all' | undefined; limit?: number | undefined }

type Reading = {
  db: Db
  actor: Pick<Actor, 'companyIds'>
  /** Reads in another of the actor's companies. */
  readingIn: (companyId: string) => Db
}

/**
 * How to read a list in one company: its rows (one more than requested), ordered by an instant in
 * milliseconds and the id.
 */
export type Listing<Row> = {
  load: (db: Db) => Promise<{ rows: Row[]; total?: Total }>
  at: (row: Row) => string | null
  direction?: 'newest' | 'oldest' | undefined
}

/** A page of a list, with its total if requested. */
export async function listed<Row extends { id: string }>(
  { companies, limit = 20 }: Asked,
  { db, actor, readingIn }: Reading,
  listing: Listing<Row>,
): Promise<Page<Row> & { total?: Total }> {
  const places = companies === 'all' ? actor.companyIds.map(readingIn) : [db]
  const found = await Promise.all(places.map(listing.load))
  const rows = merged(
    found.map((one) => one.rows),
    listing,
  )
  const totals = found.flatMap(({ total }) => total ?? [])
  const total =
    totals.length === 0
      ? {}
      : {
          total: capped(
            totals.reduce((sum, { count, isCapped }) => sum + count + Number(isCapped), 0),
          ),
        }
  return { ...pageByTime(rows, limit, listing.at), ...total }
}

function merged<Row extends { id: string }>(
  pages: readonly Row[][],
  { at, direction }: Listing<Row>,
): readonly Row[] {
  const [only, ...others] = pages
  if (only && others.length === 0) return only
  const sign = direction === 'oldest' ? 1 : -1
  const key = (row: Row) => `${at(row)} ${row.id}`
  return pages.flat().toSorted((one, other) => (key(one) < key(other) ? -sign : sign))
}
