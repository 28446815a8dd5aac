import { sql, type Db } from '@rmtools/kit/db'

/** Writes an export to the audit trail: it is no change of a row, but data leave the house. */
export async function noteExport(db: Db, entry: { entity: string; companyId: string; rows: number; filter: object }): Promise<void> {
  const after = JSON.stringify({ rows: entry.rows, filter: entry.filter })
  await db.all(sql`select auth_bib.append_action('export', ${entry.entity}, ${entry.companyId}, null, null, ${after}::jsonb)`)
}
