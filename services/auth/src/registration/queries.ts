import { sql, type Db } from '@rmtools/kit/db'

/** Companies that accept applications. */
export async function openCompanies(
  db: Db,
): Promise<{ id: string; name: string; logo: string | null }[]> {
  return await db.all(
    sql`select id, name, logo from auth_company where kind = 'tenant' and is_active and deleted_at is null order by name limit 1000`,
  )
}

export async function openCompany(
  db: Db,
  id: string,
): Promise<{ id: string; name: string } | undefined> {
  return await db.one(
    sql`select id, name from auth_company where id = ${id} and kind = 'tenant' and is_active and deleted_at is null`,
  )
}

/** Whether the address belongs to an account that has verified it. */
export async function isTaken(db: Db, login: string): Promise<boolean> {
  return (
    (await db.one(
      sql`select 1 from auth_user
        where (email = ${login} and email_verified_at is not null or phone = ${login} and phone_verified_at is not null)
          and deleted_at is null and status not in ('registered', 'rejected')`,
    )) !== undefined
  )
}

export type Applicant = {
  fullName: string
  email: string
  phone: string
  passwordHash: string
  language: 'id' | 'en'
  licenceNumber: string | null
  companyId: string
  now: string
}

export async function insertApplicant(db: Db, person: Applicant): Promise<string> {
  const row = await db.one(sql<{ id: string }>`
    insert into auth_user (full_name, email, phone, password_hash, password_changed_at, status, language, licence_number, last_company_id)
    values (${person.fullName}, ${person.email}, ${person.phone}, ${person.passwordHash}, ${person.now}, 'registered', ${person.language},
      ${person.licenceNumber}, ${person.companyId})
    returning id`)
  if (!row) throw new Error('an applicant was not stored')
  return row.id
}

/**
 * Changes `registered` to `pending`: the address that received the code is verified, the other one
 * stays a claim. The unique indexes refuse an address that another account verified meanwhile.
 */
export async function proveApplicant(
  db: Db,
  { userId, channel, now }: { userId: string; channel: 'email' | 'sms'; now: string },
): Promise<{ fullName: string } | undefined> {
  return await db.one(sql<{ fullName: string }>`
    update auth_user set status = 'pending', version = version + 1,
      email_verified_at = case when ${channel} = 'email' then ${now}::timestamptz end,
      phone_verified_at = case when ${channel} = 'sms' then ${now}::timestamptz end
    where id = ${userId} and status = 'registered' and deleted_at is null returning full_name`)
}

/** The role that every applicant applies for. */
export async function joinAsRm(db: Db, userId: string, companyId: string): Promise<void> {
  await db.run(sql`
    insert into auth_membership (company_id, user_id, role_id)
    select ${companyId}::uuid, ${userId}::uuid, r.id from auth_role r where r.code = 'rm' and r.company_id is null
    on conflict on constraint member_already do nothing`)
}

/** The users who may decide on a company's registrations. */
export async function approversOf(db: Db, companyId: string): Promise<string[]> {
  const rows = await db.all(sql<{ userId: string }>`
    select m.user_id from auth_membership m join auth_role r on r.id = m.role_id join auth_user u on u.id = m.user_id
    where m.company_id = ${companyId} and m.is_active and u.status = 'active' and r.permissions @> '{user.approve}' limit 50`)
  return rows.map(({ userId }) => userId)
}

/** Deletes applications that were not verified within a week. */
export async function forgetUnproved(db: Db, now: string): Promise<number> {
  return await db.run(
    sql`update auth_user set deleted_at = ${now} where status = 'registered' and deleted_at is null and created_at < ${now}::timestamptz - interval '7 days'`,
  )
}
