import type { CodePurpose } from '@rmtools/contracts/auth/codes'
import { sql, type Db } from '@rmtools/kit/db'

export type Channel = 'email' | 'sms'

/** Serialises the codes of a person, so that their count is right. */
export async function lockPerson(db: Db, userId: string): Promise<void> {
  await db.one(sql`select 1 from auth_user where id = ${userId} for update`)
}

/**
 * The number of codes of a purpose sent within the last hour, first and repeated ones, and the time
 * of the oldest of each.
 */
export async function sentLastHour(
  db: Db,
  userId: string,
  purpose: CodePurpose,
  now: string,
): Promise<{ challenges: number; resends: number }> {
  const row = await db.one(sql<{ challenges: number; resends: number }>`
    select (count(*) filter (where not is_resend))::int as challenges, (count(*) filter (where is_resend))::int as resends
    from auth_ott where user_id = ${userId} and purpose = ${purpose} and created_at > ${now}::timestamptz - interval '1 hour'`)
  return row ?? { challenges: 0, resends: 0 }
}

export async function voidCodes(
  db: Db,
  which: { userId: string; purpose: string; deviceKey: string | null },
  now: string,
): Promise<void> {
  await db.run(sql`update auth_ott set revoked_at = ${now}
    where user_id = ${which.userId} and purpose = ${which.purpose} and (${which.deviceKey}::uuid is null or device_key = ${which.deviceKey}::uuid)
      and used_at is null and revoked_at is null`)
}

export type NewCode = {
  challengeId: string
  userId: string
  purpose: string
  channel: Channel
  destination: string
  deviceKey: string | null
  payload: object
  secretHash: Buffer
  isResend: boolean
  now: string
  expiresAt: string
}

export async function insertCode(db: Db, code: NewCode): Promise<void> {
  await db.run(sql`
    insert into auth_ott (challenge_id, user_id, purpose, channel, destination, device_key, payload, secret_hash, is_resend, created_at, expires_at)
    values (${code.challengeId}, ${code.userId}, ${code.purpose}, ${code.channel}, ${code.destination}, ${code.deviceKey},
      ${JSON.stringify(code.payload)}, ${code.secretHash}, ${code.isResend}, ${code.now}, ${code.expiresAt})`)
}

export type SentCode = {
  id: string
  challengeId: string
  userId: string
  purpose: CodePurpose
  channel: Channel
  destination: string
  deviceKey: string
  payload: Record<string, unknown>
  secretHash: Buffer
  createdAt: string
}

// The same table holds the tokens of links.
const isCode = sql`device_key is not null and purpose in ('login', 'register', 'change-email', 'change-phone')`

/**
 * Uses up one try of a challenge's live code before comparing it: of parallel tries only as many
 * are admitted as the code has left. Undefined if there is no live code.
 */
export async function spendTry(
  db: Db,
  challengeId: string,
  tries: number,
  now: string,
): Promise<SentCode | undefined> {
  return await db.one(sql<SentCode>`
    update auth_ott set tries = tries + 1
    where challenge_id = ${challengeId} and ${isCode}
      and used_at is null and revoked_at is null and expires_at > ${now} and tries < ${tries}::int
    returning id, challenge_id, user_id, purpose, channel, destination, device_key, payload, secret_hash, created_at`)
}

export async function useCode(db: Db, id: string, now: string): Promise<void> {
  await db.run(sql`update auth_ott set used_at = ${now} where id = ${id}`)
}

/** Counts a wrong code. Returns the number in a row, and whether it stops the account's codes. */
export async function countWrongCode(
  db: Db,
  userId: string,
  most: number,
  now: string,
): Promise<{ isStopped: boolean; inARow: number }> {
  const row = await db.one(sql<{ isStopped: boolean; inARow: number }>`
    insert into auth_wrong_codes as w (user_id, in_a_row) values (${userId}, 1)
    on conflict (user_id) do update set in_a_row = w.in_a_row + 1,
      stopped_at = case when w.in_a_row + 1 >= ${most}::int then coalesce(w.stopped_at, ${now}::timestamptz) end
    returning in_a_row, stopped_at is not null as is_stopped`)
  return row ?? { isStopped: false, inARow: 0 }
}

export async function areCodesStopped(db: Db, userId: string): Promise<boolean> {
  return (
    (await db.one(
      sql`select from auth_wrong_codes where user_id = ${userId} and stopped_at is not null`,
    )) !== undefined
  )
}

export async function forgetWrongCodes(db: Db, userId: string): Promise<void> {
  await db.run(sql`delete from auth_wrong_codes where user_id = ${userId}`)
}

/** The last code sent for an uncompleted challenge, even if it can no longer be used. */
export async function lastCode(
  db: Db,
  challengeId: string,
  deviceKey: string,
  now: string,
): Promise<SentCode | undefined> {
  return await db.one(sql<SentCode>`
    select id, challenge_id, user_id, purpose, channel, destination, device_key, payload, secret_hash, created_at
    from auth_ott
    where challenge_id = ${challengeId} and device_key = ${deviceKey} and ${isCode} and used_at is null and revoked_at is null
      and created_at > ${now}::timestamptz - interval '1 hour'
    order by id desc limit 1`)
}

export async function languageOf(db: Db, userId: string): Promise<'id' | 'en'> {
  return (
    (
      await db.one(
        sql<{ language: 'id' | 'en' }>`select language from auth_user where id = ${userId}`,
      )
    )?.language ?? 'id'
  )
}
