import { sql, type Db } from '@rmtools/kit/db'

/** An active RM whose licence expires soon, and the administrators of one of the RM's companies. */
export type EndingLicence = {
  userId: string
  fullName: string
  licenceNumber: string
  licenceExpiresOn: string
  daysLeft: number
  companies: { id: string; adminIds: string[] }[]
}

/** Active users whose licence expires within so many days from `today`. In the identity realm. */
export async function endingLicences(
  db: Db,
  today: string,
  withinDays: number,
): Promise<EndingLicence[]> {
  return await db.all(sql<EndingLicence>`
    select u.id as user_id, u.full_name, u.licence_number, u.licence_expires_on, u.licence_expires_on - ${today}::date as days_left, coalesce((
      select jsonb_agg(jsonb_build_object('id', c.id, 'adminIds', array(
        select a.id from known_user a where a.status = 'active' and a.admin_of @> array[c.id] and a.id <> u.id order by a.id)))
      from unnest(u.company_ids) c (id)), '[]') as companies
    from known_user u
    where u.status = 'active' and u.licence_number is not null and u.licence_expires_on is not null
      and u.licence_expires_on between ${today}::date and ${today}::date + ${withinDays}::int
    order by u.id`)
}

/** Marks reminders as sent; returns those that were not yet. */
export async function markReminded(
  db: Db,
  { userId, licenceExpiresOn }: EndingLicence,
  days: readonly number[],
): Promise<number[]> {
  const rows = await db.all(sql<{ days: number }>`
    insert into licence_reminder (user_id, licence_expires_on, days) select ${userId}, ${licenceExpiresOn}, d from unnest(${days}::int[]) d
    on conflict on constraint licence_reminder_once do nothing returning days`)
  return rows.map(({ days }) => days)
}
