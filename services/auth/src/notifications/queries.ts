import { sql, type Db } from '@rmtools/kit/db'
import { rowsFor } from '@rmtools/kit/paging'

export type NotificationRow = {
  id: string
  position: string
  companyId: string | null
  kind: string
  params: Record<string, unknown>
  link: string | null
  readAt: string | null
  createdAt: string
}

/** Newest first. Row-level security makes the user redundant, but the index needs it. */
export async function notificationsOf(
  db: Db,
  page: { userId: string; before: string | null; unread: boolean; limit: number },
): Promise<NotificationRow[]> {
  const { userId, before, unread, limit } = page
  const older = before === null ? sql`` : sql`and position < ${before}::bigint`
  const onlyUnread = unread ? sql`and read_at is null` : sql``
  return await db.all(sql<NotificationRow>`
    select id, position, company_id, kind, params, link, read_at, created_at from notification
    where user_id = ${userId} ${older} ${onlyUnread} order by position desc limit ${rowsFor(limit)}`)
}

const COUNTED_AT_MOST = 100

/** Unread ones, counted up to a hundred: the apps show `99+`. */
export async function countUnread(db: Db, userId: string): Promise<number> {
  const row = await db.one(sql<{ count: number }>`
    select count(*)::int as count from (select 1 from notification where user_id = ${userId} and read_at is null limit ${sql.lit(COUNTED_AT_MOST)}) unread`)
  return row?.count ?? 0
}

export async function markRead(
  db: Db,
  userId: string,
  ids: readonly string[] | null,
  now: string,
): Promise<void> {
  await db.run(sql`update notification set read_at = ${now}
    where user_id = ${userId} and read_at is null and (${ids}::uuid[] is null or id = any(${ids}::uuid[]))`)
}

export type NewRow = {
  id: string
  userId: string
  companyId: string | null
  kind: string
  params: object
  link: string | null
  now: string
}

/**
 * False if it was already delivered or has no recipient; `work` notifications reach only those who
 * still work for the company.
 */
export async function insertNotification(
  db: Db,
  row: NewRow,
  about: 'work' | 'person',
): Promise<boolean> {
  return (
    (await db.run(sql`
      insert into notification (id, user_id, company_id, kind, params, link, created_at)
      select ${row.id}::uuid, u.id, ${row.companyId}::uuid, ${row.kind}, ${JSON.stringify(row.params)}::jsonb, ${row.link}, ${row.now}::timestamptz
      from auth_user u where u.id = ${row.userId} and (${about === 'person'}::boolean or u.status = 'active' and exists (
        select from auth_membership m join auth_company c on c.id = m.company_id
        where m.user_id = u.id and m.company_id = ${row.companyId}::uuid and m.is_active and c.is_active and c.deleted_at is null))
      on conflict (id) do nothing`)) === 1
  )
}

/** With verified addresses only. */
export type Reader = {
  email: string | null
  phone: string | null
  language: 'id' | 'en'
  pushPreferences: Record<string, boolean>
  pushTokens: string[]
}

/**
 * The recipient and the phones where they are signed in; a lost or handed-on phone receives nothing
 * more.
 */
export async function readerOf(db: Db, userId: string, now: string): Promise<Reader | undefined> {
  return await db.one(sql<Reader>`
    select case when u.email_verified_at is not null then u.email end as email,
      case when u.phone_verified_at is not null then u.phone end as phone, u.language, u.push_preferences,
      array(select d.push_token from device_info d where d.user_id = u.id and d.push_token is not null and d.revoked_at is null
        and exists (select from auth_session s where s.device_id = d.id and s.revoked_at is null and s.expires_at > ${now})) as push_tokens
    from auth_user u where u.id = ${userId} and u.deleted_at is null`)
}

/**
 * A push token belongs to the device that registered it last: the phone's former user receives
 * nothing more.
 */
export async function takePushToken(db: Db, deviceId: string, pushToken: string): Promise<void> {
  await db.run(
    sql`update device_info set push_token = null where push_token = ${pushToken} and id <> ${deviceId}`,
  )
  await db.run(
    sql`update device_info set push_token = ${pushToken} where id = ${deviceId} and revoked_at is null`,
  )
}

/** The platform administrators. */
export async function platformAdmins(db: Db): Promise<{ userId: string; companyId: string }[]> {
  return await db.all(sql<{ userId: string; companyId: string }>`
    select m.user_id, m.company_id from auth_membership m join auth_company c on c.id = m.company_id join auth_role r on r.id = m.role_id
    join auth_user u on u.id = m.user_id
    where c.kind = 'platform' and r.permissions @> '{company.manage}' and m.is_active and u.status = 'active' and u.deleted_at is null limit 50`)
}

/** Removes an invalid push token. */
export async function forgetPushToken(db: Db, pushToken: string): Promise<void> {
  await db.run(sql`update device_info set push_token = null where push_token = ${pushToken}`)
}

export async function dropPushToken(db: Db, deviceId: string): Promise<void> {
  await db.run(
    sql`update device_info set push_token = null where id = ${deviceId} and push_token is not null`,
  )
}
