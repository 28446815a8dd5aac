import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'
import type { Override } from './rules.ts'

const build = statements<CrmDb>()

/** The entries of a company that differ from the defaults. */
export async function overridesOf(db: Db, companyId: string): Promise<Override[]> {
  return await db.all(
    sql<Override>`select list, code, sinvest_code, version from code_list_entry where company_id = ${companyId}`,
  )
}

/** Sets an entry seen at `version` (0: the default); undefined if another change was faster. */
export async function putOverride(db: Db, entry: Override): Promise<Override | undefined> {
  const { list, code, sinvestCode, version } = entry
  if (version === 0)
    return await db.one(sql<Override>`
      insert into code_list_entry (list, code, sinvest_code) values (${list}, ${code}, ${sinvestCode})
      on conflict on constraint code_list_entry_known do nothing returning list, code, sinvest_code, version`)
  const query = build
    .updateTable('codeListEntry')
    .set({ sinvestCode, version: sql`version + 1`, updatedAt: sql`now()` })
  return await db.one(
    query
      .where('list', '=', list)
      .where('code', '=', code)
      .where('version', '=', version)
      .returning(['list', 'code', 'sinvestCode', 'version']),
  )
}

/** Restores the default; returns the number of deleted rows. */
export async function dropOverride(
  db: Db,
  { list, code, version }: Omit<Override, 'sinvestCode'>,
): Promise<number> {
  return await db.run(
    build
      .deleteFrom('codeListEntry')
      .where('list', '=', list)
      .where('code', '=', code)
      .where('version', '=', version),
  )
}
