// Who signs in, and the companies in which a user may act.
import type { UserStatus } from '@rmtools/contracts/auth/users'
import { sql, type Db } from '@rmtools/kit/db'
import type { Membership } from '../rules.ts'

export type Person = {
  id: string
  fullName: string
  email: string | null
  phone: string | null
  language: 'id' | 'en'
  passwordHash: string | null
  status: UserStatus
  lastCompanyId: string | null
  emailVerifiedAt: string | null
  phoneVerifiedAt: string | null
}

const personColumns = sql`id, full_name, email, phone, language, password_hash, status, last_company_id, email_verified_at, phone_verified_at`

/**
 * The user who signs in by this name: a verified account before an unverified application with the
 * same address.
 */
export async function personByLogin(db: Db, login: string): Promise<Person | undefined> {
  return await db.one(sql<Person>`select ${personColumns} from auth_user where (email = ${login} or phone = ${login}) and deleted_at is null
    order by status in ('registered', 'rejected'), (case when email = ${login} then email_verified_at else phone_verified_at end) is null, id desc
    limit 1`)
}

export async function personById(db: Db, id: string): Promise<Person | undefined> {
  return await db.one(
    sql<Person>`select ${personColumns} from auth_user where id = ${id} and deleted_at is null`,
  )
}

/**
 * Companies in which the user may act now: those of the memberships first, then those with platform
 * access.
 */
export async function membershipsOf(db: Db, userId: string, now: string): Promise<Membership[]> {
  const own = await db.all(sql<Membership>`
    select c.id as company_id, c.code as company_code, c.name as company_name, r.id as role_id, r.code as role, r.permissions
    from auth_membership m join auth_company c on c.id = m.company_id join auth_role r on r.id = m.role_id
    where m.user_id = ${userId} and m.is_active and c.is_active and c.deleted_at is null
    order by c.name, c.id`)
  return [...own, ...(await accessesOf(db, userId, now))]
}

/** Access is valid only while its holder is a platform administrator. */
async function accessesOf(db: Db, userId: string, now: string): Promise<Membership[]> {
  return await db.all(sql<Membership>`
    select c.id as company_id, c.code as company_code, c.name as company_name, r.id as role_id, r.code as role, r.permissions,
      jsonb_build_object('endsAt', a.ends_at, 'mayWrite', a.write_agreed_at is not null) as access
    from platform_access a join auth_company c on c.id = a.company_id
    join auth_role r on r.company_id is null and r.code = case when a.write_agreed_at is null then 'auditor' else 'company-admin' end
    where a.user_id = ${userId} and a.ended_at is null and a.ends_at > ${now} and c.is_active and c.deleted_at is null
      and exists (select from auth_membership m join auth_company p on p.id = m.company_id join auth_role pr on pr.id = m.role_id
        where m.user_id = a.user_id and m.is_active and p.kind = 'platform' and pr.permissions @> '{company.manage}')
    order by c.name, c.id`)
}

/** Whether a user could act in a company if it were not closed. */
export async function isOfClosedCompany(db: Db, userId: string): Promise<boolean> {
  return (
    (await db.one(sql`
      select 1 from auth_membership m join auth_company c on c.id = m.company_id
      where m.user_id = ${userId} and m.is_active and (not c.is_active or c.deleted_at is not null) limit 1`)) !==
    undefined
  )
}
