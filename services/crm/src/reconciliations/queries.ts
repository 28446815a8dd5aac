import type {
  ReconciliationDifference,
  ReconciliationReport,
} from '@rmtools/contracts/crm/reconciliations'
import { sql, type Db } from '@rmtools/kit/db'
import { pageSql } from '../pages.ts'

/** A page of reports, newest first, one row more than requested. */
export async function reportsOf(
  db: Db,
  limit: number,
  cursor: string | undefined,
): Promise<ReconciliationReport[]> {
  const page = pageSql('reconciliationReport', { limit, cursor })
  return await db.all(
    sql<ReconciliationReport>`select r.* from ${page} r order by r.created_at desc, r.id desc`,
  )
}

/** A report that the caller may see. */
export async function reportById(db: Db, id: string): Promise<ReconciliationReport | undefined> {
  return await db.one(
    sql<ReconciliationReport>`select * from reconciliation_report where id = ${id}`,
  )
}

/** The differences that a comparison found, unresolved ones first. */
export async function differencesOf(db: Db, reportId: string): Promise<ReconciliationDifference[]> {
  return await db.all(sql<ReconciliationDifference>`
    select id, entity, source_id, field, ours, theirs, outcome from reconciliation_difference
    where report_id = ${reportId} order by outcome desc, id limit 1000`)
}

// An open report may end before it is read; then a new one is possible.
const TRIES = 5

/** A new report, or the company's waiting or running one. */
export async function openReport(
  db: Db,
  startedBy: 'schedule' | 'user',
): Promise<{ report: ReconciliationReport; isNew: boolean }> {
  for (let left = TRIES; left > 0; left--) {
    const made = await db.one(sql<ReconciliationReport>`
      insert into reconciliation_report (started_by) values (${startedBy})
      on conflict (company_id) where status in ('waiting', 'running') do nothing returning *`)
    if (made) return { report: made, isNew: true }
    const open = await db.one(sql<ReconciliationReport>`
      select * from reconciliation_report where status in ('waiting', 'running')`)
    if (open) return { report: open, isNew: false }
  }
  throw new Error('a report could neither be started nor found')
}

export type Start = { tenant: string; since: string | null }

// Bib's clock and the order of its commits may differ slightly; comparing something twice is
// harmless.
const OVERLAP_MINUTES = 10

/**
 * Marks a report as running, from where the last successful comparison stopped. Throws, to be
 * retried, while crm does not know the company.
 */
export async function startReport(db: Db, id: string): Promise<Start | 'ended'> {
  const start = await db.one(sql<Start>`
    update reconciliation_report r set status = 'running', since = (
      select max(p.as_of) - make_interval(mins => ${OVERLAP_MINUTES}::int) from reconciliation_report p where p.status = 'done')
    from known_company c where r.id = ${id} and r.status in ('waiting', 'running') and c.company_id = r.company_id
    returning coalesce(c.settings ->> 'bibTenant', c.code) as tenant, r.since`)
  if (start) return start
  const status = (await reportById(db, id))?.status
  if (status === 'waiting' || status === 'running')
    throw new Error('crm has not received the company yet')
  return 'ended'
}

export type Ended = { id: string; compared: number; asOf: string }

/** Marks a report as successful. */
export async function finishReport(db: Db, { id, compared, asOf }: Ended): Promise<void> {
  const count = (outcome: string) =>
    sql`(select count(*) from reconciliation_difference d where d.report_id = ${id} and d.outcome = ${outcome})`
  await db.run(sql`
    update reconciliation_report set status = 'done', compared = ${compared}, as_of = ${asOf}, applied = ${count('applied')},
      unresolved = ${count('unresolved')}, error = null, finished_at = now() where id = ${id}`)
}

/** Marks a report as failed. */
export async function failReport(db: Db, id: string, error: string): Promise<void> {
  await db.run(sql`
    update reconciliation_report set status = 'failed', error = ${error}, finished_at = now()
    where id = ${id} and status in ('waiting', 'running')`)
}

export type NewDifference = Omit<ReconciliationDifference, 'id'> & { reportId: string }

/** Stores a difference, once per report. */
export async function keepDifference(db: Db, one: NewDifference): Promise<void> {
  await db.run(sql`
    insert into reconciliation_difference (report_id, entity, source_id, field, ours, theirs, outcome)
    values (${one.reportId}, ${one.entity}, ${one.sourceId}, ${one.field}, ${one.ours}, ${one.theirs}, ${one.outcome})
    on conflict on constraint reconciliation_difference_once do nothing`)
}

export type Ours = {
  id: string
  entity: 'investor' | 'instruction'
  status: string
  externalId: string | null
  sequence: number
}

const kept = sql`
  select id, 'investor' as entity, status, external_id, bib_sequence from investor where id = any(ids.list)
  union all select id, 'instruction', status, null, bib_sequence from instruction where id = any(ids.list)`

/** Our state of these investors and instructions. */
export async function oursOf(db: Db, ids: readonly string[]): Promise<Map<string, Ours>> {
  const rows = await db.all(sql<Ours>`
    select o.id, o.entity, o.status, o.external_id, o.bib_sequence::float8 as sequence
    from (select ${ids}::uuid[] as list) ids cross join lateral (${kept}) o`)
  return new Map(rows.map((row) => [row.id, row]))
}

const UNANSWERED_AT_ONCE = 500

/** Records that were sent to Bib more than an hour ago and have no reply. */
export async function unansweredByBib(db: Db, now: string): Promise<Ours[]> {
  const before = sql`${now}::timestamptz - interval '1 hour'`
  return await db.all(sql<Ours>`
    (select id, 'investor' as entity, status, external_id, bib_sequence::float8 as sequence from investor
      where status = 'syncing' and updated_at < ${before}
      order by created_at limit ${sql.lit(UNANSWERED_AT_ONCE)})
    union all
    (select id, 'instruction', status, null, bib_sequence::float8 from instruction
      where status = 'sent' and updated_at < ${before}
      order by created_at limit ${sql.lit(UNANSWERED_AT_ONCE)})`)
}
