import { sql, type Db } from '@rmtools/kit/db'

/** The administrators of a company. */
export async function administratorsOf(db: Db, companyId: string): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select id from known_user where status = 'active' and admin_of @> array[${companyId}::uuid] order by id limit 50`)
  return rows.map(({ id }) => id)
}

export async function nameOf(db: Db, userId: string): Promise<string | null> {
  return (
    (await db.one(sql<{ fullName: string }>`select full_name from known_user where id = ${userId}`))
      ?.fullName ?? null
  )
}
