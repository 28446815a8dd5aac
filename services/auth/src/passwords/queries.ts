import { sql, type Db, type Transaction } from '@rmtools/kit/db'

type Try = {
  account: Buffer
  source: string
  limit: number
  now: string
  firstWaitSeconds: number
  maxWaitSeconds: number
}

/**
 * Counts and decides in one statement under the row's lock. Every try below the limit is admitted.
 * The try that reaches the limit blocks the source, and each one admitted after the wait blocks it
 * again for twice as long. A day without tries resets the count.
 */
export async function admitTry(
  db: Db,
  { account, source, limit, now, firstWaitSeconds, maxWaitSeconds }: Try,
): Promise<{ isAdmitted: boolean; blockedUntil: string | null }> {
  const row = await db.one(sql<{ isAdmitted: boolean; blockedUntil: string | null }>`
    insert into auth_login_throttle as t (account, source, failures, level, is_admitted, blocked_until, last_at)
    values (${account}, ${source}, 1, 0, true, null, ${now})
    on conflict (account, source) do update set
      failures = case when t.last_at < excluded.last_at - interval '1 day' then 1 else t.failures + 1 end,
      is_admitted = t.blocked_until is null or t.blocked_until <= excluded.last_at,
      level = case
        when t.last_at < excluded.last_at - interval '1 day' then 0
        when t.failures + 1 >= ${limit}::int and (t.blocked_until is null or t.blocked_until <= excluded.last_at) then least(t.level + 1, 20)
        else t.level end,
      blocked_until = case
        when t.last_at < excluded.last_at - interval '1 day' then null
        when t.failures + 1 >= ${limit}::int and (t.blocked_until is null or t.blocked_until <= excluded.last_at)
          then excluded.last_at + make_interval(secs => least(${maxWaitSeconds}::int, ${firstWaitSeconds}::int * 2 ^ t.level))
        -- Set by a clock that was ahead: nobody waits longer than the longest wait.
        when t.blocked_until > excluded.last_at + make_interval(secs => ${maxWaitSeconds}::int) then excluded.last_at + make_interval(secs => ${maxWaitSeconds}::int)
        else t.blocked_until end,
      last_at = excluded.last_at
    returning is_admitted, blocked_until`)
  if (!row) throw new Error('an attempt was not counted')
  return row
}

export async function forgetTries(
  db: Db,
  account: Buffer,
  sources: readonly string[],
): Promise<void> {
  await db.run(
    sql`delete from auth_login_throttle where account = ${account} and source = any(${[...sources]}::text[])`,
  )
}

export async function lastPasswords(db: Db, userId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{
      passwordHash: string
    }>`select password_hash from auth_password_log where user_id = ${userId} order by id desc limit 5`,
  )
  return rows.map(({ passwordHash }) => passwordHash)
}

export async function storePassword(
  db: Db,
  change: { userId: string; was: string | null; hash: string; now: string },
): Promise<boolean> {
  const { userId, was, hash, now } = change
  return (
    (await db.run(sql`update auth_user set password_hash = ${hash}, password_changed_at = ${now}
      where id = ${userId} and password_hash is not distinct from ${was}::text and deleted_at is null`)) ===
    1
  )
}

export async function storeRehash(
  tx: Transaction,
  userId: string,
  was: string,
  hash: string,
): Promise<void> {
  await tx.all(sql`select set_config('app.rehash', 'on', true)`)
  await tx.run(
    sql`update auth_user set password_hash = ${hash} where id = ${userId} and password_hash = ${was}`,
  )
  await tx.all(sql`select set_config('app.rehash', '', true)`)
}

export type LinkOwner = {
  id: string
  userId: string
  purpose: string
  usedAt: string | null
  revokedAt: string | null
  expiresAt: string
  fullName: string
  email: string | null
  phone: string | null
  language: 'id' | 'en'
  passwordHash: string | null
  status: string
  companyId: string | null
  companies: string[]
}

/** A link's one-time token, with its owner. */
export async function linkOwner(db: Db, tokenHash: Buffer): Promise<LinkOwner | undefined> {
  return await db.one(sql<LinkOwner>`
    select o.id, o.user_id, o.purpose, o.used_at, o.revoked_at, o.expires_at, u.full_name, u.email, u.phone, u.language, u.password_hash, u.status,
      u.company_ids[1] as company_id,
      array(select c.name from auth_company c where c.id = any(u.company_ids)) as companies
    from auth_ott o join auth_user u on u.id = o.user_id
    where o.secret_hash = ${tokenHash} and o.purpose in ('reset-password', 'invitation') and u.deleted_at is null`)
}

/** Uses up the token; false if it was used meanwhile. */
export async function useLink(db: Db, id: string, now: string): Promise<boolean> {
  return (
    (await db.run(
      sql`update auth_ott set used_at = ${now} where id = ${id} and used_at is null and revoked_at is null and expires_at > ${now}`,
    )) === 1
  )
}

export async function forgetAllTries(db: Db, accounts: readonly Buffer[]): Promise<void> {
  await db.run(sql`delete from auth_login_throttle where account = any(${[...accounts]}::bytea[])`)
}

export type ResetOwner = {
  id: string
  email: string | null
  phone: string | null
  language: 'id' | 'en'
  companyId: string | null
  recent: number
}

/** The user who may get a password-reset link, and the number sent in the last hour. */
export async function resetOwner(
  db: Db,
  login: string,
  now: string,
): Promise<ResetOwner | undefined> {
  return await db.one(sql<ResetOwner>`
    select u.id, case when u.email_verified_at is not null then u.email end as email,
      case when u.phone_verified_at is not null then u.phone end as phone, u.language, u.company_ids[1] as company_id,
      (select count(*)::int from auth_ott o where o.user_id = u.id and o.purpose = 'reset-password' and o.created_at > ${now}::timestamptz - interval '1 hour') as recent
    from auth_user u
    where (u.email = ${login} and u.email_verified_at is not null or u.phone = ${login} and u.phone_verified_at is not null)
      and u.deleted_at is null and u.status in ('pending', 'active')`)
}

/** Whether a user only works in the RM's app: an RM, or somebody who registered as one. */
export async function isRmOnly(db: Db, userId: string): Promise<boolean> {
  const other = await db.one(sql`
    select 1 from auth_membership m join auth_role r on r.id = m.role_id where m.user_id = ${userId} and r.code <> 'rm' limit 1`)
  return other === undefined
}
