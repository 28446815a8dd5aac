// Search in a tenant's table: a trigram index finds rare matches, and the newest rows are scanned
// for frequent ones.
import { sql, type RawBuilder } from 'kysely'
import type { Db } from './db.ts'

type Fragment = RawBuilder<unknown>

/** Escapes a text for a LIKE pattern, so that its wildcards match literally. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

export type Search = {
  /** The newest rows, at most `limit`. */
  newest: (limit: number) => Fragment
  text: string
  /** The condition that a row matches. */
  has: Fragment
  /** The call that finds ids by the index, at most `atMost`. */
  lookUp: (atMost: Fragment) => Fragment
}

const RARE = 1000
// The index collects every match before it returns the first: unsuitable if a twentieth of the
// newest rows match.
const SAMPLE = 1000
const COMMON = SAMPLE / 20

/**
 * The ids of the rows that match, if they are few. Null if they are many, or if the text has no
 * three consecutive letters or digits.
 */
export async function fewFound(
  db: Db,
  { newest, text, has, lookUp }: Search,
): Promise<string[] | null> {
  const isIndexed = /[\p{L}\p{N}]{3}/u.test(text.replace(/[\s'’()./-]/g, ''))
  if (!isIndexed || (await isCommon(db, newest(SAMPLE - 1), has))) return null
  const rows = await db.all(sql<{ id: string }>`select ${lookUp(sql.lit(RARE + 1))} as id`)
  return rows.length > RARE ? null : rows.map(({ id }) => id)
}

async function isCommon(db: Db, newest: Fragment, has: Fragment): Promise<boolean> {
  const row = await db.one(
    sql<{ count: number }>`select count(*)::int as count from ${newest} newest where ${has}`,
  )
  return (row?.count ?? 0) >= COMMON
}
