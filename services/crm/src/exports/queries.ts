import { sql, type Db } from '@rmtools/kit/db'

type Entry = { entity: string; companyId: string; after: object }

/** Writes to the audit trail that an export begins or has ended: it is no change of a row, but data leave the house. */
export async function noteExport(db: Db, action: 'export' | 'export-end', { entity, companyId, after }: Entry): Promise<void> {
  await db.all(sql`select auth_bib.append_action(${action}, ${entity}, ${companyId}, null, null, ${JSON.stringify(after)}::jsonb)`)
}
