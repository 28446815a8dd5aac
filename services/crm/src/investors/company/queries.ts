// The company of a case and its users, from crm's projection.
import { sql, type Db } from '@rmtools/kit/db'

type KnownCompany = {
  code: string
  name: string
  isActive: boolean
  settings: Record<string, unknown>
}

/** The company in crm's projection. */
export async function ownCompany(db: Db, companyId: string): Promise<KnownCompany | undefined> {
  return await db.one(
    sql<KnownCompany>`select code, name, is_active, settings from known_company where company_id = ${companyId}`,
  )
}

/** The company's brand colour, if it has set one. */
export function brandOf(company: KnownCompany | undefined): string | null {
  const colour = company?.settings['brandColour']
  return typeof colour === 'string' ? colour : null
}

/** The name of a user in crm's projection. */
export async function userName(db: Db, id: string): Promise<string | undefined> {
  return (
    await db.one(sql<{ fullName: string }>`select full_name from known_user where id = ${id}`)
  )?.fullName
}

/** Active users who review for a company. */
export async function reviewersOf(db: Db, companyId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{
      id: string
    }>`select id from known_user where status = 'active' and reviewer_of @> array[${companyId}::uuid] order by id`,
  )
  return rows.map(({ id }) => id)
}
