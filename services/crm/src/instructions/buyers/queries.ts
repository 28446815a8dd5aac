// Instructions, selected by their own fields and by those of their investor.
import { sql, type Db } from '@rmtools/kit/db'
import { fewFound } from '@rmtools/kit/search'
import { newestOf } from '../../pages.ts'
import {
  amountIn,
  containsEmail,
  containsNumber,
  containsPhone,
  idsFrom,
  numbersIn,
} from '../../search/rules.ts'

type Fragment = ReturnType<typeof sql>

/**
 * The condition that the text is the instruction's number, Bib's number, its product or its amount,
 * or occurs in its investor's name, phone or e-mail, or is their external id, SID or IFUA; no
 * condition without a text.
 */
export async function instructionsWith(db: Db, text: string | undefined): Promise<Fragment[]> {
  if (text === undefined) return []
  const buyers = await buyersWith(db, text)
  const [numbers, ids, amount] = [numbersIn(text), idsFrom(text), amountIn(text) ?? null]
  const [first, last] = [ids?.first ?? null, ids?.last ?? null]
  const own = sql`search_key(product ->> 'name') like search_pattern(${text}) or search_key(target_product ->> 'name') like search_pattern(${text})
    or product_code = any(${numbers}::text[]) or bib_reference = any(${numbers}::text[])
    or id between ${first}::uuid and ${last}::uuid or amount = ${amount}::numeric`
  if (!buyers.found) {
    const bought = sql`investor_id in (select id from investor where ${buyers.has})`
    return [sql`(${bought} or ${own})`]
  }
  const has = sql`(investor_id = any(${buyers.found}::uuid[]) or ${own})`
  const lookUp = (
    atMost: Fragment,
  ) => sql`instructions_found(${text}, ${numbers}::text[], ${first}::uuid, ${last}::uuid, ${amount}::numeric,
    ${buyers.found}::uuid[], ${atMost})`
  const found = await fewFound(db, { newest: newestOf('instruction'), text, has, lookUp })
  return [found ? sql`id = any(${found}::uuid[])` : has]
}

async function buyersWith(
  db: Db,
  text: string,
): Promise<{ has: Fragment; found: string[] | null }> {
  const [phone, email, numbers, part] = [
    containsPhone(text),
    containsEmail(text),
    numbersIn(text),
    containsNumber(text),
  ]
  const has = sql`(search_key(display_name) like search_pattern(${text}) or phone like ${phone} or email ilike ${email}
    or external_id = any(${numbers}::text[]) or sid like ${part} or upper(ifua) like ${part})`
  const lookUp = (atMost: Fragment) =>
    sql`investors_matching(${text}, ${phone}, ${email}, ${numbers}::text[], ${part}, null, ${atMost})`
  return { has, found: await fewFound(db, { newest: newestOf('investor'), text, has, lookUp }) }
}
