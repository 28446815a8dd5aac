import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { searchKey } from '@rmtools/contracts/names'
import { sql } from '@rmtools/kit/db'
import { Database } from '@rmtools/kit/db'
import { nobody, type Scope } from '@rmtools/kit/scope'
import { amountIn } from './rules.ts'
import {
  company,
  createCrmWorld,
  otherCompany,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'

let world: CrmWorld
let database: Database
beforeAll(async () => {
  world = await createCrmWorld()
  database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 2 })
  // Everybody has the same name, in two companies and three books.
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
  ['a company', scope({ companyId: company })],
  ['another company', scope({ companyId: otherCompany })],
  ['an RM', scope({ companyId: company, ownerId: people.rina.id, userId: people.rina.id })],
  ['an RM without companies', scope({ ownerId: people.rina.id, userId: people.rina.id })],
  [
    'an RM in a company that is not theirs',
    scope({ companyId: otherCompany, ownerId: people.rina.id }),
  ],
]

describe('SECURITY 26: what the search functions find is exactly what row-level security shows', () => {
  test.each(scopes)('to %s', async (_, as) => {
    const db = database.reading(as, origin)
    const ids = async (statement: ReturnType<typeof sql>) =>
      (await db.all(statement as never)).map((row) => (row as { id: string }).id).toSorted()
    for (const [table, found] of [
      ['lead', sql`select leads_found('ARTIKA', '%812%', '%x%', 1000) as id`],
      [
        'investor',
        sql`select investors_matching('ARTIKA', '%812%', '%x%', '{x}', '%0000%', null, 1000) as id`,
      ],
    ] as const) {
      const visible = await ids(sql`select id from ${sql.table(table)}`)
      expect(await ids(found)).toEqual(visible)
      const all = Number(
        (await world.rows<{ count: string }>(`select count(*) from crm_bib.${table}`))[0]?.count,
      )
      expect(visible.length).toBeLessThanOrEqual(all)
    }
  })

  test('and a search finds by part of a name, phone and e-mail, whatever its length, wildcards taken literally', async () => {
    const found = async (search: string) =>
      (await world.as('ani').leads.list({ search, count: true })).total?.count
    expect(await found('artika 4')).toBe(await found('kartika 4'))
    expect(await found('kartika47@')).toBe(1)
    expect(await found('081200000047')).toBe(1)
    expect(await found('ka')).toBe(40)
    expect(await found('%artika')).toBe(0)
    expect(await found('Kart_ka')).toBe(0)
    const investors = async (search: string) =>
      (await world.as('ani').investors.list({ search })).items.length
    expect([
      await investors('idd000000000047'),
      await investors('Kartika 47'),
      await investors('nobody at all'),
    ]).toEqual([1, 1, 0])
  })

  test('what more than a thousand have is found by walking, with the same answer', async () => {
    await world.rows(
      `insert into crm_bib.lead (company_id, rm_id, full_name, phone) select $1, $2, 'Sulistyo ' || i, '+62813' || lpad(i::text, 8, '0') from generate_series(1, 1500) i`,
      [company, people.rina.id],
    )
    const page = await world.as('ani').leads.list({ search: 'sulistyo', count: true, limit: 5 })
    expect([page.total?.count, page.items.length, page.nextCursor === null]).toEqual([
      1500,
      5,
      false,
    ])
    expect(
      (await world.as('oscar').leads.list({ search: 'sulistyo', count: true })).total?.count,
    ).toBe(0)
  })
})

describe('a text is searched as it is written elsewhere', () => {
  beforeAll(async () => {
    for (const [fullName, phone] of [
      ['Nur\u2019Aini  D\u00e9wi', '0812-9920-0001'],
      ['\u0141ukasz \u0110\u1eb7ng', '0812-9920-0002'],
    ] as const)
      await world.as('rina').leads.create({ fullName, phone })
  })

  test.each([
    '081299200001',
    '0812-9920-0001',
    '0812 9920 0001',
    '+62 812-9920-0001',
    '(0812) 99200001',
    '0062 812 9920 0001',
    '+62 (0) 812 9920 0001',
    '\u202a+62 812\u20119920\u20110001\u202c',
    '0812\u00a09920\u202f0001',
    '812 9920 0001',
    '9920-0001',
    '(0812) 9920 0001 ext. 3',
    "nur'aini",
    'NUR\u2018AINI',
    'nuraini dewi',
    'nur  aini',
    'Nur\u2019Aini D\u00e9wi',
  ])('%s finds the client', async (search) => {
    expect(
      (await world.as('rina').leads.list({ search })).items.map(({ phone }) => phone),
    ).toContain('+6281299200001')
    expect(
      (await world.as('oscar').leads.list({ search })).items.map(({ phone }) => phone),
    ).not.toContain('+6281299200001')
  })

  test.each(['lukasz', 'dang', '\u0141UKASZ'])(
    '%s finds a name with strokes and marks',
    async (search) => {
      expect((await world.as('rina').leads.list({ search })).items).toHaveLength(1)
    },
  )

  test.each(["'", '%', '_', '()'])('%s alone finds nothing', async (search) => {
    expect((await world.as('rina').leads.list({ search })).items).toEqual([])
  })

  test('an investor is found by the numbers of others, in groups too, by an RM in the own book alone', async () => {
    await world.rows(
      `update crm_bib.investor set ifua = 'IFUA1000000007', external_id = 'INV-00042' where display_name = 'Kartika 7'`,
    )
    const found = async (as: 'rina' | 'oscar' | 'ani', search: string) =>
      (await world.as(as).investors.list({ search })).items.length
    const owner = (await world.as('ani').investors.list({ search: 'Kartika 7' })).items.find(
      ({ displayName }) => displayName === 'Kartika 7',
    )
    const [own, other] =
      owner?.rmId === people.rina.id ? (['rina', 'oscar'] as const) : (['oscar', 'rina'] as const)
    for (const search of [
      'IFUA1000000007',
      'ifua 1000 0000 07',
      'IFUA\u20091000\u20090000\u200907',
      'inv-00042',
      'INV\u201100042',
      'IDD0 0000 0000 007',
      // Parts of four characters or more: prefixes, suffixes, and infixes.
      'IFUA1000',
      'fua 1000',
      '000007',
    ])
      expect([
        search,
        await found('ani', search),
        await found(own, search),
        await found(other, search),
      ]).toEqual([search, 1, 1, 0])
  })

  test('the database folds a name as the phone does', async () => {
    const names = [
      "Nur'Aini",
      'NUR\u2019 AINI',
      '\u0141ukasz \u0110\u1eb7ng',
      '\u015e\u0259hla',
      'Stra\u00dfe',
      '\u0130stanbul',
      '\u738b\u5c0f\u660e',
      '\u0645\u064f\u062d\u0645\u062f',
      'a%b_c\\d',
      '\u00a0A\u200bB\u202f',
      '\u00c6ON \u00d8re',
    ]
    const rows = await world.rows<{ key: string }>(
      'select crm_bib.search_key(name) as key from unnest($1::text[]) with ordinality n (name, i) order by i',
      [names],
    )
    expect(rows.map(({ key }) => key)).toEqual(names.map(searchKey))
  })
})

test.each([
  ['Rp 1.500.000,00', '1500000'],
  ['1,500,000.00', '1500000'],
  ['1.500.000', '1500000'],
  ['1500000', '1500000'],
  ['1500000,5', '1500000.5'],
  ['Rp1.500.000,-', '1500000'],
  ['USD 12.50', '12.5'],
  ['1.50.000', undefined],
  ['Siti', undefined],
])('%s is the amount %s', (text, amount) => expect(amountIn(text)).toBe(amount))
