// SECURITY 22: all reads are limited to the active company; several companies are only read
// explicitly.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { company, createCrmWorld, otherCompany, people, type CrmWorld } from './crm-world.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  // One statement, so within a millisecond or two: many of the paged rows share an instant.
  await world.rows(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone)
     select case when i % 3 = 0 then $1::uuid else $2::uuid end, case when i % 3 = 0 then $3::uuid else $4::uuid end, 'Lead ' || i, '+62812' || lpad(i::text, 8, '0')
     from generate_series(1, 60) i`,
    [otherCompany, company, people.fajar.id, people.rina.id],
  )
  await world.rows(
    `insert into crm_bib.investor (company_id, rm_id, kind, status, display_name, submitted_at)
     select company_id, rm_id, 'individual', 'submitted', full_name, now() from crm_bib.lead`,
  )
  await world.rows(
    `insert into crm_bib.instruction (company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent, nav_date, risk_level, licence_number)
     select company_id, rm_id, id, 'subscription', 'settled', 'KAS', '{"name":"Kas"}', 'IDR', 1, 0, '2026-11-23', 1, 'W' from crm_bib.investor`,
  )
})
afterAll(async () => await world[Symbol.asyncDispose]())

type Page = {
  items: readonly { id: string; companyId: string }[]
  nextCursor: string | null
  total?: { count: number }
}
type Asked = {
  companies?: 'active' | 'all'
  order?: 'newest' | 'oldest'
  limit: number
  count: true
  cursor?: string
}
const lists: [string, (input: Asked) => Promise<Page>][] = [
  ['leads', async (input) => await world.as('both').leads.list(input)],
  ['investors', async (input) => await world.as('both').investors.list(input)],
  [
    'the queue',
    async ({ order: _, ...input }) =>
      await world.as('both').investors.list({ ...input, order: 'queue' }),
  ],
  ['instructions', async (input) => await world.as('both').instructions.list(input)],
]

async function walk(
  list: (input: Asked) => Promise<Page>,
  asked: Omit<Asked, 'limit' | 'count'>,
): Promise<Page['items']> {
  const seen: Page['items'][number][] = []
  let cursor: string | null = null
  do {
    const page: Page = await list({
      ...asked,
      limit: 7,
      count: true,
      ...(cursor ? { cursor } : {}),
    })
    expect(page.total?.count).toBe(asked.companies === 'all' ? 60 : 40)
    seen.push(...page.items)
    cursor = page.nextCursor
  } while (cursor !== null)
  return seen
}
const distinct = (items: Page['items']) => new Set(items.map(({ id }) => id)).size

describe.each(lists)('%s', (_, list) => {
  test('show one company to a user of two, each row once', async () => {
    const seen = await walk(list, {})
    expect([seen.length, distinct(seen), new Set(seen.map(({ companyId }) => companyId))]).toEqual([
      40,
      40,
      new Set([company]),
    ])
  })

  test.each(['newest', 'oldest'] as const)(
    'show both where both are asked for, each row once, %s first',
    async (order) => {
      const seen = await walk(list, { companies: 'all', order })
      expect([seen.length, distinct(seen)]).toEqual([60, 60])
      expect(seen.filter(({ companyId }) => companyId === otherCompany)).toHaveLength(20)
    },
  )
})

test('a user of one company sees no more by asking for all', async () => {
  const { items, total } = await world
    .as('ani')
    .leads.list({ companies: 'all', count: true, limit: 100 })
  expect([items.length, total?.count, new Set(items.map(({ companyId }) => companyId))]).toEqual([
    40,
    40,
    new Set([company]),
  ])
})

test('a record of the other company is not found before one goes there', async () => {
  const all = await world.as('both').leads.list({ companies: 'all', limit: 100 })
  const there = all.items.find(({ companyId }) => companyId === otherCompany)
  await expect(world.as('both').leads.get({ id: there?.id ?? '' })).rejects.toMatchObject({
    status: 404,
  })
})

test('no policy and no function reads more than the active company', async () => {
  const found = await world.rows<{ name: string }>(`
    select tablename || '.' || policyname as name from pg_policies where coalesce(qual, '') || coalesce(with_check, '') like '%app.company_ids%'
    union all
    select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('auth_bib', 'crm_bib', 'kit') and p.prosrc like '%app.company_ids%'`)
  expect(found).toEqual([])
})
