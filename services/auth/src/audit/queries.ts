import type { AuditEntry } from '@rmtools/contracts/auth/audit'
import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, type Db } from '@rmtools/kit/db'
import { rowsFor } from '@rmtools/kit/paging'

export type TrailFilter = {
  before: string | null
  limit: number
  id: string | null
  actor: string | null
  entity: string | null
  entityId: string | null
  action: string | null
  ip: string | null
  from: string | null
  to: string | null
}

/**
 * The trail of the active company, newest first. The query names the company: there are two
 * policies, and their `or` cannot use an index.
 */
export async function trailOf(db: Db, filter: TrailFilter): Promise<AuditEntry[]> {
  const { before, id, actor, entity, entityId, action, ip, from, to } = filter
  const rows = rowsFor(filter.limit)
  const conditions = [
    sql`l.company_id = auth_bib.active_company()`,
    ...(before === null
      ? []
      : [
          sql`(l.at, l.id) < (select b.at, b.id from auth_user_action_log b where b.id = ${before}::bigint)`,
        ]),
    ...(id === null ? [] : [sql`l.id = ${id}::bigint`]),
    ...(actor === null ? [] : [sql`l.actor_id = ${actor}::uuid`]),
    ...(entity === null ? [] : [sql`l.entity = ${entity}`]),
    ...(entityId === null ? [] : [sql`l.entity_id = ${entityId}`]),
    ...(action === null ? [] : [sql`l.action = ${action}`]),
    ...(ip === null ? [] : [sql`l.ip = ${ip}`]),
    ...(from === null ? [] : [sql`l.at >= ${from}::timestamptz`]),
    ...(to === null ? [] : [sql`l.at < ${to}::timestamptz`]),
  ]
  return await db.all(sql<AuditEntry>`
    select entry.*, u.full_name as actor_name from (
      select l.id, l.at, l.company_id, l.actor_kind, l.actor_id, l.ip, l.device, l.request_id, l.action, l.entity, l.entity_id, l.before, l.after
      from auth_user_action_log l where ${sql.join(conditions, sql` and `)}
      order by l.at desc, l.id desc limit ${rows}
    ) entry left join auth_user u on u.id = entry.actor_id
    order by entry.at desc, entry.id desc`)
}

/** Records an export in the trail: no row changes, but data leave the system. */
export async function noteExport(
  db: Db,
  action: 'export' | 'export-end',
  companyId: string,
  after: object,
): Promise<void> {
  await noteAct(db, { action, entity: 'audit_trail', id: companyId, after })
}

export type Head = { seq: string; hash: string }

/** The end of the chain; undefined before the first sealing. */
export async function chainHead(db: Db): Promise<Head | undefined> {
  return await db.one(
    sql<Head>`select seq, encode(hash, 'hex') as hash from auth_bib.audit_seal order by seq desc limit 1`,
  )
}

/**
 * The end of the chain, and the time on the database's clock, which the entries use. Undefined
 * while entries older than a minute are unsealed: a signature with a time asserts that the chain
 * contains everything before it.
 */
export async function headToSign(db: Db): Promise<(Head & { at: string }) | undefined> {
  return await db.one(sql<Head & { at: string }>`
    select seq, encode(hash, 'hex') as hash, clock_timestamp() as at from auth_bib.audit_seal
    where not exists (
      select from auth_bib.audit_unsealed u join auth_bib.auth_user_action_log l on l.id = u.log_id
      where l.at < clock_timestamp() - interval '1 minute')
    order by seq desc limit 1`)
}

/** Chains waiting entries and returns how many. */
export async function seal(db: Db, atMost: number): Promise<number> {
  return (
    (await db.one(sql<{ count: number }>`select auth_bib.seal_audit(${atMost}::int) as count`))
      ?.count ?? 0
  )
}

/** The number of entries waiting to be chained, and the age of the oldest. */
export async function sealingLag(db: Db): Promise<{ entries: number; seconds: number }> {
  const row = await db.one(sql<{ entries: number; seconds: number }>`
    select count(*)::int as entries, coalesce(greatest(0, extract(epoch from clock_timestamp() - min(l.at))), 0)::float8 as seconds
    from auth_bib.audit_unsealed u join auth_bib.auth_user_action_log l on l.id = u.log_id`)
  return row ?? { entries: 0, seconds: 0 }
}

export type Link = {
  seq: string
  logId: string
  hash: Buffer
  /** Null if the entry no longer exists. */
  text: string | null
  at: string | null
  /** The statement of an entry that an upgrade chained late; null for any other entry. */
  sealedLate: string | null
}

/** Links of the chain after `seq` with their entries as text. */
export async function linksAfter(db: Db, seq: string, limit: number): Promise<Link[]> {
  return await db.all(sql<Link>`
    select s.seq, s.log_id, s.hash, to_jsonb(l)::text as text, l.at,
      case when l.action = 'seal-late' and l.entity = 'audit_trail' then coalesce(l.after ->> 'sealedLate', '') end as sealed_late
    from auth_bib.audit_seal s left join auth_bib.auth_user_action_log l on l.id = s.log_id
    where s.seq > ${seq}::bigint order by s.seq limit ${limit}::int`)
}

/**
 * Counts entries that are neither chained nor listed, which were written past the trail's
 * functions, and list items without an entry, which was removed before it was chained.
 */
export async function countStrays(db: Db): Promise<{ inserted: number; removed: number }> {
  const row = await db.one(sql<{ inserted: number; removed: number }>`
    select
      (select count(*)::int from auth_bib.auth_user_action_log l
        where not exists (select from auth_bib.audit_seal s where s.log_id = l.id)
          and not exists (select from auth_bib.audit_unsealed u where u.log_id = l.id)) as inserted,
      (select count(*)::int from auth_bib.audit_unsealed u
        where not exists (select from auth_bib.auth_user_action_log l where l.id = u.log_id)) as removed`)
  return row ?? { inserted: 0, removed: 0 }
}
