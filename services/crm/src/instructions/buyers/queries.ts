// Instructions by what is known of their investor.
import { sql, type Db } from '@rmtools/kit/db'
import { contains, fewFound } from '@rmtools/kit/search'
import { containsPhone } from '../../search/rules.ts'

type Fragment = ReturnType<typeof sql>

/** The condition that the investor has the text in name, phone or e-mail, or as external id or SID; none without a text. */
export async function boughtBy(db: Db, text: string | undefined): Promise<Fragment[]> {
  if (text === undefined) return []
  const has = sql`(display_name ilike ${contains(text)} or phone like ${containsPhone(text)} or email ilike ${contains(text)}
    or external_id = ${text} or sid = upper(${text}))`
  const lookUp = (atMost: Fragment) => sql`investors_like(${contains(text)}, ${containsPhone(text)}, ${text}, null, ${atMost})`
  const found = await fewFound(db, { table: 'investor', text, has, lookUp })
  if (found) return [sql`investor_id = any(${found}::uuid[])`]
  return [sql`investor_id in (select id from investor where investor.company_id = company.id and ${has})`]
}
