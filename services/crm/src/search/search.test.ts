import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '@rmtools/kit/db'
import { Database } from '@rmtools/kit/db'
import { nobody, type Scope } from '@rmtools/kit/scope'
import { company, createCrmWorld, otherCompany, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
let database: Database
beforeAll(async () => {
  world = await createCrmWorld()
  database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 2 })
  // Everybody is called alike, in two companies and in three books.
  await world.rows(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone, email)
     select case when i % 3 = 0 then $1::uuid else $2::uuid end, (array[$3, $4, $5]::uuid[])[1 + i % 3], 'Kartika ' || i, '+62812' || lpad(i::text, 8, '0'), 'kartika' || i || '@mail.example'
     from generate_series(1, 60) i`,
    [otherCompany, company, people.fajar.id, people.rina.id, people.oscar.id],
  )
  await world.rows(
    `insert into crm_bib.investor (company_id, rm_id, kind, display_name, phone, email, sid)
     select company_id, rm_id, 'individual', full_name, phone, email, 'IDD' || lpad(right(phone, 8), 12, '0') from crm_bib.lead`,
  )
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

const origin = { requestId: 'test', ip: null, device: null }
const scope = (given: Partial<Scope>): Scope => ({ ...nobody, ...given })
const scopes: [string, Scope][] = [
  ['nobody', nobody],
  ['the identity realm', scope({ realm: 'identity' })],
  ['a company', scope({ companyIds: [company], companyId: company })],
  ['another company', scope({ companyIds: [otherCompany], companyId: otherCompany })],
  ['two companies', scope({ companyIds: [company, otherCompany], companyId: company })],
  ['an RM', scope({ companyIds: [company], companyId: company, ownerId: people.rina.id, userId: people.rina.id })],
  ['an RM without companies', scope({ ownerId: people.rina.id, userId: people.rina.id })],
  ['an RM in a company that is not theirs', scope({ companyIds: [otherCompany], companyId: otherCompany, ownerId: people.rina.id })],
]

describe('SECURITY 26: what the search functions find is exactly what row-level security shows', () => {
  test.each(scopes)('to %s', async (_, as) => {
    const db = database.reading(as, origin)
    const ids = async (statement: ReturnType<typeof sql>) =>
      (await db.all(statement as never)).map((row) => (row as { id: string }).id).toSorted()
    for (const [table, found] of [
      ['lead', sql`select leads_like('%artika%', '%812%', 1000) as id`],
      ['investor', sql`select investors_like('%artika%', '%812%', 'x', null, 1000) as id`],
    ] as const) {
      const visible = await ids(sql`select id from ${sql.table(table)}`)
      expect(await ids(found)).toEqual(visible)
      const all = Number((await world.rows<{ count: string }>(`select count(*) from crm_bib.${table}`))[0]?.count)
      expect(visible.length).toBeLessThanOrEqual(all)
    }
  })

  test('and a search finds by part of a name, phone and e-mail, whatever its length, wildcards taken literally', async () => {
    const found = async (search: string) => (await world.as('ani').leads.list({ search, count: true })).total?.count
    expect(await found('artika 4')).toBe(await found('kartika 4'))
    expect(await found('kartika47@')).toBe(1)
    expect(await found('081200000047')).toBe(1)
    expect(await found('ka')).toBe(40)
    expect(await found('%artika')).toBe(0)
    expect(await found('Kart_ka')).toBe(0)
    const investors = async (search: string) => (await world.as('ani').investors.list({ search })).items.length
    expect([await investors('idd000000000047'), await investors('Kartika 47'), await investors('nobody at all')]).toEqual([1, 1, 0])
  })

  test('what more than a thousand have is found by walking, with the same answer', async () => {
    await world.rows(
      `insert into crm_bib.lead (company_id, rm_id, full_name, phone) select $1, $2, 'Sulistyo ' || i, '+62813' || lpad(i::text, 8, '0') from generate_series(1, 1500) i`,
      [company, people.rina.id],
    )
    const page = await world.as('ani').leads.list({ search: 'sulistyo', count: true, limit: 5 })
    expect([page.total?.count, page.items.length, page.nextCursor === null]).toEqual([1500, 5, false])
    expect((await world.as('oscar').leads.list({ search: 'sulistyo', count: true })).total?.count).toBe(0)
  })
})
