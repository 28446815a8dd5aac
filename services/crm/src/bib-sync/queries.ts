import type { BibEvent } from '@rmtools/bib/events'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../db.ts'

const build = statements<CrmDb>()

/** The company with a tenant code at Bib. */
export async function companyOfTenant(db: Db, tenant: string): Promise<string | undefined> {
  return (
    (await db.one(sql<{ id: string | null }>`select company_of_tenant(${tenant}) as id`))?.id ??
    undefined
  )
}

/** Stores an event in the inbox; false if it is already there. */
export async function keepEvent(db: Db, event: BibEvent): Promise<boolean> {
  const { eventId, type, aggregateId, sequence, occurredAt, data } = event
  const query = build
    .insertInto('bibEvent')
    .values({
      eventId,
      type,
      aggregateId,
      sequence: String(sequence),
      occurredAt,
      outcome: 'applied',
      data: JSON.stringify(data),
    })
    .onConflict((conflict) => conflict.column('eventId').doNothing())
  return (await db.run(query)) === 1
}

/** Records that an event changed nothing. */
export async function noteOutcome(
  db: Db,
  eventId: string,
  outcome: 'older' | 'unknown',
): Promise<void> {
  await db.run(build.updateTable('bibEvent').set({ outcome }).where('eventId', '=', eventId))
}

/** Sets aside a message that can never be processed. */
export async function keepPoison(db: Db, messageId: string | null, reason: string): Promise<void> {
  await db.run(build.insertInto('bibPoison').values({ messageId, reason }))
}
