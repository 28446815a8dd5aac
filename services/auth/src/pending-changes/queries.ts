import { actingUser, activeCompany } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'

const MOST = 50

/**
 * Who besides the caller may decide in the active company: active people whose role holds all that is needed. Not those who were invited
 * and never came, and nobody of the platform: neither who was let in for a while, which is no membership, nor who was made a member once.
 * In the identity realm.
 */
export async function decidersFor(db: Db, needs: readonly string[], concerned: readonly string[]): Promise<string[]> {
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
