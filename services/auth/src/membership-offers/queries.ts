import type { MembershipOffer } from '@rmtools/contracts/auth/membership-offers'
import { sql, type Db } from '@rmtools/kit/db'

export type NewOffer = {
  userId: string
  companyId: string
  roleId: string
  by: string
  now: string
  expiresAt: string
}

/** Ends unanswered offers, so that new ones can be made. */
export async function lapseOffers(
  db: Db,
  { userId, companyId, now }: Pick<NewOffer, 'userId' | 'companyId' | 'now'>,
): Promise<void> {
  await db.run(sql`update membership_offer set decision = 'lapsed', decided_at = expires_at
    where user_id = ${userId} and company_id = ${companyId} and decision is null and expires_at <= ${now}`)
}

export async function insertOffer(
  db: Db,
  { userId, companyId, roleId, by, now, expiresAt }: NewOffer,
): Promise<void> {
  await db.run(sql`insert into membership_offer (company_id, user_id, role_id, offered_by, offered_at, expires_at)
    values (${companyId}, ${userId}, ${roleId}, ${by}, ${now}, ${expiresAt})`)
}

export async function isMember(db: Db, userId: string, companyId: string): Promise<boolean> {
  return (
    (await db.one(
      sql`select 1 from auth_membership where user_id = ${userId} and company_id = ${companyId}`,
    )) !== undefined
  )
}

/** The open offers to a user. */
export async function offersTo(db: Db, userId: string, now: string): Promise<MembershipOffer[]> {
  return await db.all(sql<MembershipOffer>`
    select o.id, o.company_id, c.name as company_name, r.code as role, o.offered_at, o.expires_at
    from membership_offer o join auth_company c on c.id = o.company_id join auth_role r on r.id = o.role_id
    where o.user_id = ${userId} and o.decision is null and o.expires_at > ${now} and c.is_active and c.deleted_at is null
    order by o.offered_at desc, o.id desc limit 50`)
}

export type LockedOffer = {
  companyId: string
  roleId: string
  role: string
  decision: string | null
  isLapsed: boolean
}

export async function lockOffer(
  db: Db,
  id: string,
  userId: string,
  now: string,
): Promise<LockedOffer | undefined> {
  return await db.one(sql<LockedOffer>`
    select o.company_id, o.role_id, r.code as role, o.decision, o.expires_at <= ${now} as is_lapsed
    from membership_offer o join auth_role r on r.id = o.role_id join auth_company c on c.id = o.company_id
    where o.id = ${id} and o.user_id = ${userId} and c.is_active and c.deleted_at is null for update of o`)
}

export async function decideOffer(
  db: Db,
  id: string,
  decision: 'accepted' | 'declined',
  now: string,
): Promise<void> {
  await db.run(
    sql`update membership_offer set decision = ${decision}, decided_at = ${now} where id = ${id}`,
  )
}
