import { sql, type Db } from '@rmtools/kit/db'

/** The companies that are active, for work by the clock. In the identity realm. */
export async function activeCompanies(db: Db): Promise<string[]> {
  return (await db.all(sql<{ id: string }>`select id from active_companies() id`)).map(
    ({ id }) => id,
  )
}
