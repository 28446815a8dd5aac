import type { OutboxJob, outbox } from '@rmtools/contracts/crm/outbox'
import type { Input, Reply } from '@rmtools/contracts/endpoint'
import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, type Db } from '@rmtools/kit/db'

type Filter = Omit<Input<typeof outbox.list>, 'cursor' | 'limit'> & {
  beforeId: string | null
  limit: number
}

/** Jobs of the active company, newest first, one more than requested. */
export async function jobsOf(
  db: Db,
  { state, task, beforeId, limit }: Filter,
): Promise<OutboxJob[]> {
  return await db.all(
    sql<OutboxJob>`select * from outbox_jobs(${state ?? null}::text, ${task ?? null}::text, ${beforeId}::bigint, ${limit + 1}::int)`,
  )
}

/** Restarts a failed job of the active company; null if there is none. */
export async function replayJob(
  db: Db,
  id: string,
): Promise<'replayed' | 'running' | 'waiting' | null> {
  const row = await db.one(
    sql<{
      outcome: 'replayed' | 'running' | 'waiting' | null
    }>`select replay_job(${id}::bigint) as outcome`,
  )
  return row?.outcome ?? null
}

/** Writes a replay to the audit trail. */
export async function noteReplay(db: Db, id: string): Promise<void> {
  await noteAct(db, { action: 'replay', entity: 'job', id })
}

/** Announces a job's new state to users who may see it. */
export async function announceJob(db: Db, id: string): Promise<void> {
  await db.run(sql`select announce_job(${id}::bigint)`)
}

type Poison = Reply<typeof outbox.poison>['items'][number]

/** The latest messages that were set aside. In the identity realm. */
export async function latestPoison(db: Db): Promise<Poison[]> {
  return await db.all(
    sql<Poison>`select id, message_id, reason, received_at from bib_poison order by id desc limit 200`,
  )
}
