import type { Revocation } from '@rmtools/kit/authenticate'
import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, type Db } from '@rmtools/kit/db'

/** The trusted device to which one of the secrets belongs. */
export async function provedDevice(
  db: Db,
  claim: { userId: string; deviceKey: string; secretHashes: readonly Buffer[] },
): Promise<string | undefined> {
  const row = await db.one(sql<{ id: string }>`select id from device_info
    where user_id = ${claim.userId} and device_key = ${claim.deviceKey} and revoked_at is null and secret_hash = any(${[...claim.secretHashes]}::bytea[])`)
  return row?.id
}

export type TrustedDevice = {
  userId: string
  deviceKey: string
  name: string
  platform: string
  secretHash: Buffer
  ip: string | null
  now: string
}

export async function trustDevice(db: Db, device: TrustedDevice): Promise<string> {
  const { userId, deviceKey, name, platform, secretHash, ip, now } = device
  const row = await db.one(sql<{ id: string }>`
    insert into device_info (user_id, device_key, name, platform, secret_hash, trusted_at, last_seen_at, last_ip)
    values (${userId}, ${deviceKey}, ${name}, ${platform}, ${secretHash}, ${now}, ${now}, ${ip})
    on conflict on constraint device_info_key do update set name = excluded.name, platform = excluded.platform, secret_hash = excluded.secret_hash,
      trusted_at = excluded.trusted_at, last_seen_at = excluded.last_seen_at, last_ip = excluded.last_ip, revoked_at = null, push_token = null
    returning id`)
  if (!row) throw new Error('a device was not stored')
  return row.id
}

export async function seeDevice(db: Db, id: string, ip: string | null, now: string): Promise<void> {
  await db.run(sql`update device_info set last_seen_at = ${now}, last_ip = ${ip} where id = ${id}`)
}

export type NewSession = {
  userId: string
  deviceId: string
  companyId: string
  client: string
  ip: string | null
  now: string
  expiresAt: string
}

export async function insertSession(db: Db, session: NewSession): Promise<string> {
  const { userId, deviceId, companyId, client, ip, now, expiresAt } = session
  const row = await db.one(sql<{ id: string }>`
    insert into auth_session (user_id, device_id, company_id, client, ip, created_at, last_used_at, factor_at, expires_at)
    values (${userId}, ${deviceId}, ${companyId}, ${client}, ${ip}, ${now}, ${now}, ${now}, ${expiresAt}) returning id`)
  if (!row) throw new Error('a session was not stored')
  return row.id
}

export async function insertRefreshToken(
  db: Db,
  token: { hash: Buffer; sessionId: string; now: string },
): Promise<void> {
  await db.run(
    sql`insert into auth_refresh_token (token_hash, session_id, created_at) values (${token.hash}, ${token.sessionId}, ${token.now}) on conflict do nothing`,
  )
}

/** A user's first sign-in is logged like any other: the trigger reads it from this update. */
export async function recordLogin(
  db: Db,
  login: { userId: string; companyId: string; now: string },
): Promise<void> {
  await db.run(
    sql`update auth_user set last_login_at = ${login.now}, failed_attempts = 0, last_company_id = ${login.companyId} where id = ${login.userId}`,
  )
}

export async function recordFailure(db: Db, userId: string): Promise<void> {
  await db.run(sql`update auth_user set failed_attempts = failed_attempts + 1 where id = ${userId}`)
}

/** For an unknown user there is no row whose change a trigger could log. */
export async function logUnknownLogin(
  db: Db,
  loginHash: Buffer,
  origin: { ip: string | null; device: string | null; requestId: string },
): Promise<void> {
  await db.run(sql`insert into auth_login_log (login_hash, outcome, ip, device, request_id)
    values (${loginHash}, 'failure', ${origin.ip}, ${origin.device}, ${origin.requestId})`)
}

export async function sessionOfToken(db: Db, tokenHash: Buffer): Promise<string | undefined> {
  return (
    await db.one(
      sql<{
        sessionId: string
      }>`select session_id from auth_refresh_token where token_hash = ${tokenHash}`,
    )
  )?.sessionId
}

export type LockedSession = {
  id: string
  userId: string
  deviceId: string
  companyId: string
  client: 'web' | 'mobile'
  lastUsedAt: string
  factorAt: string
  expiresAt: string
  revokedAt: string | null
}

/** Serialises the refreshes of a session. */
export async function lockSession(db: Db, id: string): Promise<LockedSession | undefined> {
  return await db.one(sql<LockedSession>`
    select id, user_id, device_id, company_id, client, last_used_at, factor_at, expires_at, revoked_at from auth_session where id = ${id} for update`)
}

/** When the token was exchanged; read after locking the session. */
export async function rotatedAt(db: Db, tokenHash: Buffer): Promise<string | null | undefined> {
  return (
    await db.one(
      sql<{
        rotatedAt: string | null
      }>`select rotated_at from auth_refresh_token where token_hash = ${tokenHash}`,
    )
  )?.rotatedAt
}

export async function isDeviceProved(
  db: Db,
  deviceId: string,
  secretHashes: readonly Buffer[],
): Promise<boolean> {
  return (
    (await db.one(
      sql`select 1 from device_info where id = ${deviceId} and revoked_at is null and secret_hash = any(${[...secretHashes]}::bytea[])`,
    )) !== undefined
  )
}

export async function markRotated(db: Db, tokenHash: Buffer, now: string): Promise<void> {
  await db.run(
    sql`update auth_refresh_token set rotated_at = ${now} where token_hash = ${tokenHash} and rotated_at is null`,
  )
}

export async function useSession(
  db: Db,
  use: { id: string; ip: string | null; now: string; companyId: string },
): Promise<void> {
  await db.run(
    sql`update auth_session set last_used_at = ${use.now}, ip = ${use.ip}, company_id = ${use.companyId} where id = ${use.id}`,
  )
}

export type WhichSessions = {
  userId?: string
  sessionId?: string
  deviceId?: string
  companyId?: string
  roleId?: string
  memberOf?: string
  except?: string
}

/** Ends active sessions and returns their number; token verifiers learn of it within a second. */
export async function revokeSessions(
  db: Db,
  which: WhichSessions,
  now: string,
  reason: string,
): Promise<number> {
  const {
    userId = null,
    sessionId = null,
    deviceId = null,
    companyId = null,
    roleId = null,
    memberOf = null,
    except = null,
  } = which
  return await db.run(sql`
    update auth_session s set revoked_at = ${now}, revoke_reason = ${reason}
    where revoked_at is null and expires_at > ${now}
      and (${userId}::uuid is null or s.user_id = ${userId}::uuid)
      and (${sessionId}::uuid is null or s.id = ${sessionId}::uuid)
      and (${deviceId}::uuid is null or s.device_id = ${deviceId}::uuid)
      and (${companyId}::uuid is null or s.company_id = ${companyId}::uuid)
      and (${roleId}::uuid is null or s.user_id in (select m.user_id from auth_membership m where m.role_id = ${roleId}::uuid))
      and (${memberOf}::uuid is null or s.user_id in (select m.user_id from auth_membership m where m.company_id = ${memberOf}::uuid))
      and (${except}::uuid is null or s.id <> ${except}::uuid)`)
}

export async function revokedSince(db: Db, instant: string): Promise<Revocation[]> {
  return await db.all(
    sql<Revocation>`select id as session_id, revoked_at from auth_session
      where revoked_at is not null and revoked_at >= ${instant} order by revoked_at`,
  )
}

/** Records a stolen refresh token in the trail, since no row change would show it. */
export async function appendReuse(db: Db, session: LockedSession): Promise<void> {
  const { id, companyId } = session
  await noteAct(db, { action: 'refresh-token-reused', entity: 'auth_session', id, companyId })
}

export type SessionRow = {
  id: string
  client: 'web' | 'mobile'
  deviceId: string
  deviceName: string
  companyId: string
  ip: string | null
  createdAt: string
  lastUsedAt: string
}

export async function liveSessions(db: Db, userId: string, now: string): Promise<SessionRow[]> {
  return await db.all(sql<SessionRow>`
    select s.id, s.client, s.device_id, d.name as device_name, s.company_id, s.ip, s.created_at, s.last_used_at
    from auth_session s join device_info d on d.id = s.device_id
    where s.user_id = ${userId} and s.revoked_at is null and s.expires_at > ${now} order by s.last_used_at desc limit 100`)
}

/**
 * Moves an active session to another company. Returns its kind of client, or undefined if it has
 * ended.
 */
export async function moveSession(
  db: Db,
  sessionId: string,
  companyId: string,
): Promise<{ deviceId: string; factorAt: string } | undefined> {
  return await db.one(sql<{ deviceId: string; factorAt: string }>`
    update auth_session set company_id = ${companyId} where id = ${sessionId} and revoked_at is null returning device_id, factor_at`)
}

/**
 * Records that the session's user has proved a factor again. Returns the company in which it acts.
 */
export async function proveSession(
  db: Db,
  sessionId: string,
  now: string,
): Promise<{ deviceId: string; companyId: string; factorAt: string } | undefined> {
  return await db.one(sql<{ deviceId: string; companyId: string; factorAt: string }>`
    update auth_session set factor_at = ${now} where id = ${sessionId} and revoked_at is null returning device_id, company_id, factor_at`)
}

export async function rememberCompany(db: Db, userId: string, companyId: string): Promise<void> {
  await db.run(sql`update auth_user set last_company_id = ${companyId} where id = ${userId}`)
}

// Kept for a while after their end: a replayed token must still be recognised, and the list of
// revocations must be complete.
const KEPT_DAYS = 30

export async function forgetSessions(db: Db, now: string): Promise<void> {
  await db.run(
    sql`delete from auth_session where expires_at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS}::int)`,
  )
}

export async function forgetCodes(db: Db, now: string): Promise<void> {
  await db.run(
    sql`delete from auth_ott where expires_at < ${now}::timestamptz - make_interval(days => ${KEPT_DAYS}::int)`,
  )
}

export async function forgetThrottle(db: Db, now: string): Promise<void> {
  await db.run(
    sql`delete from auth_login_throttle where last_at < ${now}::timestamptz - interval '2 days'`,
  )
}
