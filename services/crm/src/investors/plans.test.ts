import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql, type Db, type Statement } from '@rmtools/kit/db'
import type { Scope } from '@rmtools/kit/scope'
import { investorsOf, investorTotal, selectInvestors } from './queries.ts'
import { companyA, companyB, createInvestorWorld, people, type World } from './testing/world.ts'

let world: World
beforeAll(async () => {
  world = await createInvestorWorld()
  await world.rows(
    `insert into crm_bib.investor (company_id, rm_id, kind, status, display_name, phone, submitted_at, created_at, created_by)
     select case when i % 20 = 0 then $1::uuid else $2::uuid end, case when i % 7 = 0 then $3::uuid else $4::uuid end, 'individual',
       (array['draft', 'submitted', 'registered', 'approved'])[1 + i % 4], 'Investor ' || i, '+62812' || lpad(i::text, 8, '0'),
       '2026-01-01'::timestamptz + i * interval '1 second', '2026-01-01'::timestamptz + i * interval '1 second', $4
     from generate_series(1, 40000) i`,
    [companyB, companyA, people.otherRm.id, people.rm.id],
  )
  await world.rows('analyze crm_bib.investor')
})
afterAll(async () => await world[Symbol.asyncDispose]())

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Actual Rows': number
  'Actual Loops': number
  'Rows Removed by Filter'?: number
  Plans?: Plan[]
}

const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

/** The plan of a query's only statement, executed with the service's role. */
async function planOf(scope: Scope, query: (db: Db) => Promise<unknown>): Promise<Plan[]> {
  const sent: Statement<unknown>[] = []
  const hear = (statement: Statement<never>) => void sent.push(statement)
  const all = async (statement: Statement<never>) => (hear(statement), [])
  const listening: Db = {
    all,
    one: async (statement) => hear(statement as Statement<never>),
    run: async () => 0,
    snapshot: async (work) => await work(listening),
  }
  await query(listening)
  const reading = world.database.reading(scope, { requestId: 'plan', ip: null, device: null })
  const row = await reading.one(
    sql<{
      queryPlan: unknown
    }>`explain (analyze, format json) ${sent[0] as ReturnType<typeof sql>}`,
  )
  const [explained] = Object.values(row ?? {})[0] as { Plan: Plan }[]
  return explained ? nodes(explained.Plan) : []
}

const reviewer: Scope = {
  companyId: companyA,
  ownerId: null,
  userId: people.reviewer.id,
  realm: 'tenant',
}
const rm: Scope = { ...reviewer, ownerId: people.otherRm.id, userId: people.otherRm.id }
const none = {
  ownerId: null,
  userId: people.reviewer.id,
  claimedSince: '2026-11-23T00:00:00.000Z',
  identityHash: null,
}
const pageOf = async (db: Db, filter: Parameters<typeof selectInvestors>[1]) =>
  await investorsOf(db, filter, await selectInvestors(db, filter))
const cursor = Buffer.from(
  '2026-01-01T01:00:00.000Z 00000000-0000-7000-8000-000000000000',
).toString('base64url')

describe('SECURITY 44: a page of 20 from 40,000 reads about 20 rows by an index, without sorting the table', () => {
  test.each<[string, Scope, (db: Db) => Promise<unknown>]>([
    ['newest first', reviewer, async (db) => await pageOf(db, { limit: 20, ...none })],
    [
      'an RM’s own',
      rm,
      async (db) => await pageOf(db, { limit: 20, ...none, ownerId: people.otherRm.id }),
    ],
    [
      'by status',
      reviewer,
      async (db) => await pageOf(db, { limit: 20, status: 'approved', ...none }),
    ],
    [
      'by two statuses',
      reviewer,
      async (db) => await pageOf(db, { limit: 20, statuses: 'approved,registered', ...none }),
    ],
    [
      'oldest first',
      reviewer,
      async (db) => await pageOf(db, { limit: 20, order: 'oldest', ...none }),
    ],
    [
      'of a period',
      reviewer,
      async (db) => await pageOf(db, { limit: 20, from: '2026-01-01', to: '2026-12-31', ...none }),
    ],
    [
      'that wait for long',
      reviewer,
      async (db) =>
        await pageOf(db, {
          limit: 20,
          statuses: 'submitted',
          order: 'oldest',
          waitingBefore: '2026-01-01T08:00:00Z',
          ...none,
        }),
    ],
    ['the queue', reviewer, async (db) => await pageOf(db, { limit: 20, order: 'queue', ...none })],
    [
      'the queue, further on',
      reviewer,
      async (db) => await pageOf(db, { limit: 20, order: 'queue', cursor, ...none }),
    ],
  ])('%s', async (_, scope, query) => {
    const plan = await planOf(scope, query)
    const scans = plan.filter((node) => node['Relation Name'] === 'investor')
    expect(scans.length).toBeGreaterThan(0)
    for (const scan of scans) {
      expect(scan['Node Type']).toMatch(/^Index (Only )?Scan$/)
      expect(scan['Actual Rows'] + (scan['Rows Removed by Filter'] ?? 0)).toBeLessThan(200)
    }
    for (const sort of plan.filter((node) => node['Node Type'].includes('Sort')))
      expect(sort['Actual Rows']).toBeLessThanOrEqual(42)
  })
})

test('a total reads no more than the cap', async () => {
  const plan = await planOf(
    reviewer,
    async (db) =>
      await investorTotal(db, { count: true, ...none }, await selectInvestors(db, none)),
  )
  const scans = plan.filter((node) => node['Relation Name'] === 'investor')
  expect(scans.map((scan) => scan['Actual Rows'])).toEqual([10_001])
})

test('a page is not planned again at each request', async () => {
  const db = world.database.reading(reviewer, { requestId: 'plan', ip: null, device: null })
  const [middle] = await world.rows<{ key: string }>(
    `select to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || ' ' || id as key from crm_bib.investor order by id limit 1 offset 20000`,
  )
  const further = Buffer.from(middle?.key ?? '').toString('base64url')
  // Sequential calls share a connection; PostgreSQL plans the first five by their values in any
  // case.
  for (let times = 0; times < 12; times++) {
    await pageOf(db, { limit: 20, ...none })
    await pageOf(db, { limit: 20, cursor: further, ...none })
  }
  const plans = await db.all<{ genericPlans: string; customPlans: string }>(sql`
    select generic_plans, custom_plans from pg_prepared_statements
    where statement ~ '^select i[.]' and generic_plans + custom_plans = 12`)
  expect(plans).toHaveLength(2)
  for (const plan of plans) expect(Number(plan.customPlans)).toBeLessThanOrEqual(5)
})
