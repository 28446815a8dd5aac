import type { PlatformAccess } from '@rmtools/contracts/auth/platform-access'
import { sql, type Db } from '@rmtools/kit/db'

const columns = sql`a.id, a.company_id, a.user_id, u.full_name, a.reason, a.opened_at, a.ends_at, a.write_agreed_at is not null as may_write`
const open = (now: string) => sql`a.ended_at is null and a.ends_at > ${now}`

/** Accesses to a company that have not ended. */
export async function openAccesses(
  db: Db,
  companyId: string,
  now: string,
): Promise<PlatformAccess[]> {
  return await db.all(sql<PlatformAccess>`
    select ${columns} from platform_access a join auth_user u on u.id = a.user_id
    where a.company_id = ${companyId} and ${open(now)} order by a.opened_at desc, a.id desc limit 100`)
}

/** Locks an access that has not ended, against concurrent decisions. */
export async function lockAccess(
  db: Db,
  id: string,
  now: string,
): Promise<PlatformAccess | undefined> {
  return await db.one(sql<PlatformAccess>`
    select ${columns} from platform_access a join auth_user u on u.id = a.user_id where a.id = ${id} and ${open(now)} for update of a`)
}

export type NewAccess = {
  companyId: string
  userId: string
  reason: string
  now: string
  endsAt: string
}

export async function insertAccess(
  db: Db,
  { companyId, userId, reason, now, endsAt }: NewAccess,
): Promise<string> {
  const row = await db.one(sql<{ id: string }>`
    insert into platform_access (company_id, user_id, reason, opened_at, ends_at)
    values (${companyId}, ${userId}, ${reason}, ${now}, ${endsAt}) returning id`)
  if (!row) throw new Error('an access grant was not stored')
  return row.id
}

export async function agreeToWrite(db: Db, id: string, by: string, now: string): Promise<void> {
  await db.run(
    sql`update platform_access set write_agreed_by = ${by}, write_agreed_at = ${now} where id = ${id}`,
  )
}

export type AccessEnd = { id: string; by: string; how: 'by-company' | 'by-platform'; now: string }

export async function endAccess(db: Db, { id, by, how, now }: AccessEnd): Promise<void> {
  await db.run(
    sql`update platform_access set ended_at = ${now}, ended_by = ${by}, ended_how = ${how} where id = ${id}`,
  )
}

/** Marks expired access as ended. */
export async function expireAccesses(db: Db, now: string): Promise<PlatformAccess[]> {
  return await db.all(sql<PlatformAccess>`
    update platform_access a set ended_at = a.ends_at, ended_how = 'expired' from auth_user u
    where u.id = a.user_id and a.ended_at is null and a.ends_at <= ${now} returning ${columns}`)
}
