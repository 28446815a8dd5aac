import type { PushPreferences } from '@rmtools/contracts/auth/account'
import { sql, type Db } from '@rmtools/kit/db'

export type Profile = {
  id: string
  fullName: string
  email: string | null
  phone: string | null
  language: 'id' | 'en'
  licenceNumber: string | null
  licenceExpiresOn: string | null
  pushPreferences: PushPreferences
  lastLoginAt: string | null
}

export async function profileOf(db: Db, userId: string): Promise<Profile | undefined> {
  return await db.one(sql<Profile>`
    select id, full_name, email, phone, language, licence_number, licence_expires_on, push_preferences, last_login_at
    from auth_user where id = ${userId} and deleted_at is null`)
}

export type OwnCompany = { id: string; code: string; name: string; role: string }

/** The companies in which the user may act now, as a member or by platform access. */
export async function ownCompanies(db: Db, userId: string, now: string): Promise<OwnCompany[]> {
  return await db.all(sql<OwnCompany>`
    select c.id, c.code, c.name, r.code as role
    from auth_membership m join auth_company c on c.id = m.company_id join auth_role r on r.id = m.role_id
    where m.user_id = ${userId} and m.is_active and c.is_active and c.deleted_at is null
    union all
    select c.id, c.code, c.name, case when a.write_agreed_at is null then 'auditor' else 'company-admin' end
    from platform_access a join auth_company c on c.id = a.company_id
    where a.user_id = ${userId} and a.ended_at is null and a.ends_at > ${now} and c.is_active and c.deleted_at is null
    order by name, id`)
}

export type Owner = {
  id: string
  fullName: string
  email: string | null
  phone: string | null
  language: 'id' | 'en'
  passwordHash: string | null
  companies: string[]
  deviceKey: string | null
}

/** The user's own row, with what a change of settings needs. */
export async function ownerOf(
  db: Db,
  userId: string,
  deviceId: string | null,
): Promise<Owner | undefined> {
  return await db.one(sql<Owner>`
    select id, full_name, email, phone, language, password_hash, array(select c.name from auth_company c where c.id = any(company_ids)) as companies,
      (select d.device_key from device_info d where d.id = ${deviceId}::uuid) as device_key
    from auth_user where id = ${userId} and deleted_at is null`)
}

export async function isTakenByOther(db: Db, userId: string, address: string): Promise<boolean> {
  return (
    (await db.one(sql`select 1 from auth_user
      where (email = ${address} and email_verified_at is not null or phone = ${address} and phone_verified_at is not null) and id <> ${userId}
        and deleted_at is null and status not in ('registered', 'rejected')`)) !== undefined
  )
}

export async function setLanguage(db: Db, userId: string, language: string): Promise<void> {
  await db.run(sql`update auth_user set language = ${language} where id = ${userId}`)
}

export async function setPush(db: Db, userId: string, push: PushPreferences): Promise<void> {
  await db.run(
    sql`update auth_user set push_preferences = ${JSON.stringify(push)} where id = ${userId}`,
  )
}

/** Stores an address that a code has just verified, even if it was known but unverified. */
export async function setEmail(db: Db, userId: string, email: string, now: string): Promise<void> {
  await db.run(
    sql`update auth_user set email = ${email}, email_verified_at = ${now}, version = version + 1 where id = ${userId}`,
  )
}

export async function setPhone(db: Db, userId: string, phone: string, now: string): Promise<void> {
  await db.run(
    sql`update auth_user set phone = ${phone}, phone_verified_at = ${now}, version = version + 1 where id = ${userId}`,
  )
}
