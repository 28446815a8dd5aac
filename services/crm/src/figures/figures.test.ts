import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import type { Counts } from '@rmtools/contracts/crm/figures'
import { figures } from '@rmtools/contracts/crm/figures'
import { instructionStatuses } from '@rmtools/contracts/crm/instructions'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { projection } from '@rmtools/contracts/crm/projection'
import { Database } from '@rmtools/kit/db'
import { createLog } from '@rmtools/kit/log'
import type { Actor } from '@rmtools/kit/scope'
import { createService, type Service } from '@rmtools/kit/service'
import { createTestDatabase, type TestDatabase } from '@rmtools/kit/testing'
import { directTransport, serviceClients } from '@rmtools/kit/transport'
import { projectionRoutes } from '../projection/routes.ts'
import { figureRoutes } from './routes.ts'

const A = '0199a000-0000-7000-8000-00000000000a'
const B = '0199a000-0000-7000-8000-00000000000b'
const EMPTY = '0199a000-0000-7000-8000-00000000000c'
const RINA = '0199a000-0000-7000-8000-000000000001'
const BAGUS = '0199a000-0000-7000-8000-000000000002'
// At 23:30 in Jakarta the UTC date differs.
const NOW = new Date('2026-11-23T16:30:00Z')

let testDatabase: TestDatabase
let owner: pg.Client
let database: Database
let service: Service

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  owner = new pg.Client({ connectionString: testDatabase.ownerUrl })
  await owner.connect()
  database = new Database({ url: testDatabase.crmUrl, schema: 'crm_bib', poolSize: 4 })
  const clock = { now: () => NOW }
  const authenticator = {
    verify: async (header: string | undefined) => JSON.parse(header ?? '') as Actor,
    async [Symbol.asyncDispose]() {},
  }
  service = createService({
    name: 'crm',
    routes: [figureRoutes({ clock }), projectionRoutes()],
    database,
    authenticator,
    clock,
    log: createLog('test', 'silent'),
  })
  for (const [company, rm, statuses] of [
    [A, RINA, ['new', 'new', 'lost']],
    [A, BAGUS, ['new', 'converted']],
    [B, RINA, ['qualified']],
  ] as const)
    for (const status of statuses)
      await owner.query(
        `insert into crm_bib.lead (company_id, rm_id, full_name, phone, status, lost_reason) values ($1, $2, 'Siti', '+62812' || (10000000 + floor(random() * 89999999))::int, $3, 'x')`,
        [company, rm, status],
      )
  for (const [status, since] of [
    ['submitted', '2026-11-23T10:00:00Z'],
    ['submitted', '2026-11-20T10:00:00Z'],
    ['submitted', '2026-11-01T10:00:00Z'],
    ['draft', '2026-11-22T10:00:00Z'],
  ])
    await owner.query(
      `insert into crm_bib.investor (company_id, rm_id, kind, display_name, status, submitted_at, updated_at) values ($1, $2, 'individual', 'Siti', $3, $4, $4)`,
      [A, RINA, status, since],
    )
  const investor = (await owner.query<{ id: string }>(`select id from crm_bib.investor limit 1`))
    .rows[0]?.id
  for (const [status, at] of [
    ['draft', '2026-11-22T17:30:00Z'],
    ['settled', '2026-11-22T16:30:00Z'],
    ['settled', '2026-09-01T00:00:00Z'],
  ])
    await owner.query(
      `insert into crm_bib.instruction (company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent, nav_date, risk_level, licence_number, created_at)
       values ($1, $2, $3, 'subscription', $4, 'X', '{}', 'IDR', 1, 0, '2026-11-23', 1, 'W', $5)`,
      [A, RINA, investor, status, at],
    )
})
afterAll(async () => {
  await owner.end()
  await database[Symbol.asyncDispose]()
  await testDatabase[Symbol.asyncDispose]()
})

const permissions = [
  figures.counts.access.permission,
  figures.rms.access.permission,
  figures.investors.access.permission,
]
const clientOf = (actor: Partial<Actor>) =>
  serviceClients(
    { figures, projection },
    directTransport(() => service),
    {
      headers: {
        authorization: JSON.stringify({
          userId: randomUUID(),
          sessionId: randomUUID(),
          companyId: A,
          companyIds: [A, B],
          role: 'reviewer',
          permissions,
          ownOnly: false,
          deviceId: null,
          factorAt: Infinity,
          ...actor,
        }),
      },
      requestId: 'test',
      ip: null,
    },
  )
const countsOf = async (actor: Partial<Actor>, days?: number): Promise<Counts> =>
  await clientOf(actor).figures.counts(days === undefined ? {} : { days })
const nonZero = (list: readonly { status: string; count: number }[]) =>
  Object.fromEntries(
    list.filter(({ count }) => count > 0).map(({ status, count }) => [status, count]),
  )

describe('figures', () => {
  test('count the active company, as the lists behind them do, also for one who works for several', async () => {
    const counts = await countsOf({})
    expect(nonZero(counts.leads)).toEqual({ new: 3, converted: 1, lost: 1 })
    expect(nonZero(counts.instructions)).toEqual({ draft: 1, settled: 2 })
    expect(nonZero((await countsOf({ companyId: B })).leads)).toEqual({ qualified: 1 })
  })

  test('SECURITY 22: name investors by their ids at Bib, of the active company and of the own book alone', async () => {
    await owner.query(
      `insert into crm_bib.investor (company_id, rm_id, kind, display_name, status, external_id) values
         ($1, $3, 'individual', 'Ratna', 'registered', 'F1'), ($1, $4, 'individual', 'Joko', 'registered', 'F2'),
         ($2, $3, 'individual', 'Wati', 'registered', 'F3')`,
      [EMPTY, B, RINA, BAGUS],
    )
    const named = async (actor: Partial<Actor>) => {
      const client = clientOf({ companyId: EMPTY, companyIds: [EMPTY, B], ...actor })
      const { items } = await client.figures.investors({ externalIds: 'F1,F2,F3,F4' })
      return items.map(({ externalId, displayName }) => [externalId, displayName]).toSorted()
    }
    expect(await named({})).toEqual([
      ['F1', 'Ratna'],
      ['F2', 'Joko'],
    ])
    expect(await named({ userId: BAGUS, ownOnly: true })).toEqual([['F2', 'Joko']])
    await owner.query(`delete from crm_bib.investor where external_id like 'F_'`)
  })

  test('SECURITY 22: count the own book of an RM', async () => {
    expect(nonZero((await countsOf({ userId: BAGUS, ownOnly: true })).leads)).toEqual({
      new: 1,
      converted: 1,
    })
  })

  test('say how long cases have waited', async () => {
    const { investors } = await countsOf({})
    expect(investors.find(({ status }) => status === 'submitted')).toEqual({
      status: 'submitted',
      count: 3,
      since: '2026-11-01T10:00:00.000Z',
      overOneDay: 2,
      overThreeDays: 2,
      overSevenDays: 1,
    })
    expect(investors.find(({ status }) => status === 'draft')).toMatchObject({
      count: 1,
      overOneDay: 1,
      overThreeDays: 0,
    })
  })

  test('count instructions by days in Jakarta', async () => {
    const { instructionDays } = await countsOf({}, 3)
    expect(instructionDays).toEqual([
      { date: '2026-11-21', count: 0 },
      { date: '2026-11-22', count: 1 },
      { date: '2026-11-23', count: 1 },
    ])
    expect(
      (await countsOf({}, 90)).instructionDays.reduce((sum, { count }) => sum + count, 0),
    ).toBe(3)
  })

  test('of a company with nothing are zeros of every status and day', async () => {
    const { leads, investors, instructions, instructionDays } = await countsOf({
      companyId: EMPTY,
      companyIds: [EMPTY],
    })
    expect(leads.map(({ status, count }) => [status, count])).toEqual(
      leadStatuses.map((status) => [status, 0]),
    )
    expect(investors.map(({ status, count, since }) => [status, count, since])).toEqual(
      investorStatuses.map((status) => [status, 0, null]),
    )
    expect(instructions.map(({ status, count }) => [status, count])).toEqual(
      instructionStatuses.map((status) => [status, 0]),
    )
    expect([instructionDays.length, instructionDays.every(({ count }) => count === 0)]).toEqual([
      30,
      true,
    ])
  })

  test('SECURITY 44: are planned by indexes', async () => {
    const where = (owned: string) => `true${owned}`
    await owner.query(
      'begin; set local enable_seqscan = off; set local role crm_app; set local search_path = crm_bib',
    )
    for (const [table, owned] of [
      ['lead', ''],
      ['lead', ` and rm_id = '${RINA}'`],
      ['investor', ''],
      ['instruction', ''],
      ['instruction', ` and created_at >= now()`],
    ] as const) {
      const { rows } = await owner.query<{ 'QUERY PLAN': string }>(
        `explain select status, count(*) from ${table} where ${where(owned)} group by status`,
      )
      const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
      expect([
        plan.includes('Index Cond: ((company_id =') || plan.includes('Index Cond: (company_id ='),
        plan.includes('Seq Scan'),
      ]).toEqual([true, false])
    }
    await owner.query('rollback')
  })
})

describe('names and tenants', () => {
  test('SECURITY 22: an RM gets the own name, others those of the company', async () => {
    const { projection: tell } = clientOf({})
    for (const [id, fullName, companyIds] of [
      [RINA, 'Rina', [A]],
      [BAGUS, 'Bagus', [A]],
      [randomUUID(), 'Lina', [B]],
    ] as const)
      await tell.putUser({
        id,
        sequence: 1,
        fullName,
        email: null,
        phone: null,
        status: 'active',
        companyIds: [...companyIds],
        adminOf: [],
        reviewerOf: [],
        licenceNumber: null,
        licenceExpiresOn: null,
      })
    const namesFor = async (actor: Partial<Actor>) =>
      (await clientOf(actor).figures.rms()).items.map(({ fullName }) => fullName)
    expect([await namesFor({}), await namesFor({ userId: BAGUS, ownOnly: true })]).toEqual([
      ['Bagus', 'Rina'],
      ['Bagus'],
    ])
  })

  test('Bib knows a company under its setting, else under its code', async () => {
    const { projection: tell } = clientOf({})
    await tell.putCompany({
      id: A,
      sequence: 1,
      code: 'samudra',
      name: 'Samudra',
      isActive: true,
      settings: { bibTenant: 'APERD01', cutOffDefault: '12:30' },
    })
    await tell.putCompany({
      id: B,
      sequence: 1,
      code: 'nusa',
      name: 'Nusa',
      isActive: true,
      settings: {},
    })
    expect(await tell.tenantOf({ id: A })).toEqual({
      tenant: 'APERD01',
      code: 'samudra',
      name: 'Samudra',
      cutOffDefault: '12:30',
      logo: null,
      brandColour: null,
      legalName: null,
      licenceNumber: null,
      address: null,
    })
    expect(await tell.tenantOf({ id: B })).toMatchObject({ tenant: 'nusa', cutOffDefault: null })
    await expect(tell.tenantOf({ id: EMPTY })).rejects.toMatchObject({ code: 'not-found' })
  })
})
