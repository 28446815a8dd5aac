// Audit entries for acts that change no row; triggers write all others.
import type { AuditAct } from '@rmtools/contracts/auth/audit-acts'
import { sql, type Db } from '../database/db.ts'

/** In the active company unless another is named. */
export type TrailEntry = AuditAct & { id: string; companyId?: string | null; after?: object }

/** Writes an act to the audit trail, in the running transaction. */
export async function noteAct(
  db: Db,
  { action, entity, id, companyId = null, after }: TrailEntry,
): Promise<void> {
  const told = after === undefined ? null : JSON.stringify(after)
  await db.run(
    sql`select auth_bib.append_action(${action}, ${entity}, ${id}, ${companyId}::uuid, null, ${told}::jsonb)`,
  )
}
