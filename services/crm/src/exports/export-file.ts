// Lists exported as files; the audit trail records each.
import type { ExportedEntity } from '@rmtools/contracts/auth/audit-acts'
import { noteAct } from '@rmtools/kit/audit-trail'
import { watched, type Batches } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import type { ReplyControls } from '@rmtools/kit/service'
import { tableFile, type Columns, type TableFormat } from '@rmtools/kit/tables'
import type { Language } from '@rmtools/look/words'

export type Exported<Row> = {
  entity: ExportedEntity
  filter: { language?: Language }
  columns: Columns<Row>
  rows: Batches<Row>
}
type Asking = { db: Db; actor: Actor; reply: ReplyControls }

/**
 * The rows as a file named after its content. The trail records it before the first row leaves, and
 * the number of rows at the end.
 */
export async function exportFile<Row>(
  format: TableFormat,
  { entity, filter, columns, rows }: Exported<Row>,
  { db, actor, reply }: Asking,
): Promise<AsyncIterable<Uint8Array>> {
  const { companyId } = actor
  const { language, ...asked } = filter
  const noted = watched(rows, {
    begin: async () =>
      await noteAct(db, {
        action: 'export',
        entity,
        id: companyId,
        after: { format, filter: asked },
      }),
    end: async (ending) =>
      await noteAct(db, {
        action: 'export-end',
        entity,
        id: companyId,
        after: { ...ending, filter: asked },
      }),
  })
  return await tableFile(format, { name: `${entity}s`, columns, rows: noted, language }, reply)
}
