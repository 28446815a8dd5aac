import { actingUser, activeCompany } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'

const MOST = 50

/**
 * Users other than the caller who may decide in the active company: active members whose role holds
 * every needed permission. Not invited users who never signed in, and no platform users, whether
 * they have temporary access or were made members. In the identity realm.
 */
export async function decidersFor(
  db: Db,
  needs: readonly string[],
  concerned: readonly string[],
): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select u.id from auth_membership m join auth_user u on u.id = m.user_id join auth_role r on r.id = m.role_id
    join auth_company c on c.id = m.company_id
    where m.company_id = ${activeCompany} and m.is_active and u.status = 'active' and u.deleted_at is null
      and u.password_hash is not null and r.permissions @> ${[...needs]}::text[]
      and u.id is distinct from ${actingUser} and u.id <> all(${[...concerned]}::uuid[])
      and (c.kind = 'platform' or not exists (
        select from auth_membership pm join auth_company p on p.id = pm.company_id where pm.user_id = u.id and p.kind = 'platform'))
    order by u.id limit ${sql.lit(MOST)}`)
  return rows.map(({ id }) => id)
}

/**
 * How long a removed user still counts as a possible second person: somebody who needs to be alone
 * today has not planned it a week ahead.
 */
const REMEMBERED = sql.lit('7 days')

/**
 * Whether the caller took the needed permission from somebody in the last days: by removing or
 * deactivating them, changing their role, or emptying it. Read from the trail, which nobody can
 * change. In the identity realm.
 */
export async function revokedFromOther(db: Db, needs: readonly string[]): Promise<boolean> {
  const row = await db.one(sql`
    select 1 from auth_user_action_log l
    where l.company_id = ${activeCompany} and l.actor_id = ${actingUser} and l.at > now() - ${REMEMBERED}::interval and (
      l.entity = 'auth_membership' and l.action in ('update', 'delete') and l.before ->> 'is_active' is distinct from 'false' and exists (
        -- An entry of an update holds what changed alone.
        select from (select case when l.entity = 'auth_membership' then l.entity_id::uuid end as id) entry
        left join auth_membership m on m.id = entry.id
        join auth_role r on r.id = coalesce((l.before ->> 'role_id')::uuid, m.role_id)
        join auth_user u on u.id = coalesce((l.before ->> 'user_id')::uuid, m.user_id)
        where r.permissions @> ${[...needs]}::text[] and u.id is distinct from ${actingUser} and u.password_hash is not null)
      or l.entity = 'auth_role' and l.action = 'update' and l.before -> 'permissions' @> ${JSON.stringify(needs)}::jsonb
        and not l.after -> 'permissions' @> ${JSON.stringify(needs)}::jsonb)
    limit 1`)
  return row !== undefined
}
