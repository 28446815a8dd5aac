// Instructions by what is known of their investor.
import { sql, type Db } from '@rmtools/kit/db'
import { contains, containsPhone, isIndexed, RARE } from '../../search/rules.ts'

type Fragment = ReturnType<typeof sql>

/** The condition that the investor has the text in name, phone or e-mail, or as external id or SID; none without a text. */
export async function boughtBy(db: Db, search: string | undefined): Promise<Fragment[]> {
  if (search === undefined) return []
  const found = await fewFound(db, search)
  if (found) return [sql`investor_id = any(${found}::uuid[])`]
  return [
    sql`investor_id in (
      select s.id from investor s where s.company_id = company.id and (s.display_name ilike ${contains(search)} or s.phone like ${containsPhone(search)}
        or s.email ilike ${contains(search)} or s.external_id = ${search} or s.sid = upper(${search})))`,
  ]
}

/** Ids of the few investors that a search finds; null when it finds many, or is too short for the index. */
async function fewFound(db: Db, search: string): Promise<string[] | null> {
  if (!isIndexed(search)) return null
  const rows = await db.all(
    sql<{ id: string }>`select investors_like(${contains(search)}, ${containsPhone(search)}, ${search}, null, ${RARE + 1}::int) as id`,
  )
  return rows.length > RARE ? null : rows.map(({ id }) => id)
}
