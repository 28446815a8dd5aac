// Search in a tenant's table: rare matches come from a trigram index, frequent ones are found at
// once among the newest rows.
import { sql, type RawBuilder } from 'kysely'
import type { Db } from './db.ts'

type Fragment = RawBuilder<unknown>

/** The text as part of a LIKE pattern, its own wildcards taken literally. */
export function contains(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`
}

export type Search = {
  /** The newest rows, so many. */
  newest: (limit: number) => Fragment
  text: string
  /** The condition that a row has it. */
  has: Fragment
  /** The call that looks ids up by the index, at most so many. */
  lookUp: (atMost: Fragment) => Fragment
}

const RARE = 1000
// The index collects every match before it returns the first one: unsuitable if a twentieth of the
// newest rows match.
const SAMPLE = 1000
const COMMON = SAMPLE / 20

/** Ids of the few rows that have the text; null when they are many, or the text has no three letters or digits in a row. */
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
