import type { LeadActivity } from '@rmtools/contracts/crm/lead-activities'
import { sql, statements, type Db } from '@rmtools/kit/db'
import { cursorId, rowsFor } from '@rmtools/kit/paging'
import type { CrmDb } from '../db.ts'

const build = statements<CrmDb>()

const withAuthor = sql`a.*, (select u.full_name from known_user u where u.id = a.author_id) as author_name`

/**
 * A page of the time line of a lead that the caller may see, newest first, with an extra row if
 * there are more.
 */
export async function activitiesOf(
  db: Db,
  leadId: string,
  limit: number,
  cursor: string | undefined,
): Promise<LeadActivity[]> {
  const after = cursorId(cursor)
  const older = after === null ? sql`` : sql`and a.id < ${after}`
  return await db.all(sql<LeadActivity>`
    select ${withAuthor} from lead_activity a join lead l on l.id = a.lead_id
    where a.lead_id = ${leadId} ${older} order by a.id desc limit ${rowsFor(limit)}`)
}

/** Whether the caller may see the lead. */
export async function isLeadVisible(db: Db, leadId: string): Promise<boolean> {
  return (
    (await db.one(build.selectFrom('lead').select('id').where('id', '=', leadId))) !== undefined
  )
}

export type NewActivity = {
  id?: string
  leadId: string
  kind: string
  text: string
  happenedAt?: string
}

/** Stores an entry; undefined if its id exists. */
export async function insertActivity(
  db: Db,
  activity: NewActivity,
): Promise<LeadActivity | undefined> {
  const inserted = await db.one(
    build
      .insertInto('leadActivity')
      .values(activity)
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id'),
  )
  return inserted && (await activityById(db, inserted.id))
}

/** An entry of a lead that the caller may see. */
export async function activityById(db: Db, id: string): Promise<LeadActivity | undefined> {
  return await db.one(
    sql<LeadActivity>`select ${withAuthor} from lead_activity a join lead l on l.id = a.lead_id where a.id = ${id}`,
  )
}

/** Sets when the lead is to be followed up. */
export async function planFollowUp(
  db: Db,
  leadId: string,
  nextFollowUpAt: string | null,
): Promise<void> {
  await db.run(
    build
      .updateTable('lead')
      .set({ nextFollowUpAt, version: sql`version + 1`, updatedAt: sql`now()` })
      .where('id', '=', leadId),
  )
}
