import { sql, type Db } from '@rmtools/kit/db'

/** The administrators of a company. */
export async function administratorsOf(db: Db, companyId: string): Promise<string[]> {
  const rows = await db.all(sql<{ userId: string }>`
    select m.user_id from auth_membership m join auth_role r on r.id = m.role_id join auth_user u on u.id = m.user_id
    where m.company_id = ${companyId} and m.is_active and u.status = 'active' and r.code = 'company-admin' and r.company_id is null
    order by m.user_id limit 50`)
  return rows.map(({ userId }) => userId)
}

export async function nameOf(db: Db, userId: string): Promise<string | null> {
  return (
    (await db.one(sql<{ fullName: string }>`select full_name from auth_user where id = ${userId}`))
      ?.fullName ?? null
  )
}
