import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, type Db } from '@rmtools/kit/db'

/** Which of the keys no record of any company refers to. */
export async function unreferencedFiles(db: Db, keys: readonly string[]): Promise<string[]> {
  const rows = await db.all(
    sql<{ key: string }>`select key from unreferenced_files(${[...keys]}::text[]) as key`,
  )
  return rows.map(({ key }) => key)
}

/** Deletes codes of links that expired before an instant; returns how many. */
export async function forgetSpentCodes(db: Db, before: string): Promise<number> {
  return Number(
    (
      await db.one(
        sql<{ count: string }>`select forget_spent_codes(${before}::timestamptz)::text as count`,
      )
    )?.count ?? 0,
  )
}

/** Records the deletions of the nightly check in the audit trail. */
export async function noteCheck(
  db: Db,
  found: { files: number; removed: number; codes: number },
): Promise<void> {
  await noteAct(db, { action: 'orphans-removed', entity: 'installation', id: 'crm', after: found })
}
