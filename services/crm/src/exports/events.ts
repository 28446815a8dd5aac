// Lists that leave the house as files, each noted in the audit trail.
import type { Db } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import type { ReplyControls } from '@rmtools/kit/service'
import { tableFile, type Columns, type TableFormat } from '@rmtools/kit/tables'
import { noteExport } from './queries.ts'

export type Exported<Row> = { entity: string; filter: object; columns: Columns<Row>; rows: readonly Row[] }
type Asking = { db: Db; actor: Actor; reply: ReplyControls }

/** The rows as a file named after what they are. */
export async function exportFile<Row>(format: TableFormat, exported: Exported<Row>, { db, actor, reply }: Asking): Promise<Uint8Array> {
  const { entity, filter, columns, rows } = exported
  await noteExport(db, { entity, companyId: actor.companyId, rows: rows.length, filter })
  return await tableFile(format, { name: `${entity}s`, columns, rows }, reply)
}
