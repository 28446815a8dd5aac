// SECURITY 44: a page of leads costs what it shows, however large the book and the company.
// Measured in buffers touched, for each kind of user.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Database, sql, type Db, type Statement } from '@rmtools/kit/db'
import { companyScope, type Scope } from '@rmtools/kit/scope'
import {
  company,
  createCrmWorld,
  otherCompany,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'
import { leadsOf, selectLeads } from './queries.ts'

const BOOKS = { rina: 10, oscar: 1000, agus: 30_000 } as const
let world: CrmWorld
let database: Database
beforeAll(async () => {
  world = await createCrmWorld()
  database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 1 })
  // The owner's leads are interleaved with those of others, in two companies of different size.
  // Triggers are off, because they would write as many audit entries.
  await world.rows(`set session_replication_role = replica;
    insert into crm_bib.lead (company_id, rm_id, full_name, phone, status, created_at)
    select case when i % 10 = 0 then '${otherCompany}'::uuid else '${company}'::uuid end,
      case when i % 10 = 0 then '${people.fajar.id}'::uuid when i % 2 = 1 and i < 60000 then '${people.agus.id}'::uuid
        when i % 60 = 2 then '${people.oscar.id}'::uuid when i % 6000 = 4 then '${people.rina.id}'::uuid else '${people.ratna.id}'::uuid end,
      'Lead ' || i, '+62812' || lpad(i::text, 8, '0'), (array['new', 'contacted', 'qualified'])[1 + i / 60 % 3], '2026-01-01'::timestamptz + i * interval '1 second'
    from generate_series(1, 60000) i;
    set session_replication_role = origin; analyze crm_bib.lead`)
}, 60_000)
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})

type Plan = { 'Shared Hit Blocks': number; 'Shared Read Blocks': number; 'Actual Rows': number }

/** The cost of a page: buffers touched, without planning, and rows shown. */
async function costOf(
  scope: Scope,
  filter: Parameters<typeof leadsOf>[1],
): Promise<{ buffers: number; rows: number }> {
  const db = database.reading(scope, { requestId: 'plan', ip: null, device: null })
  const sent: Statement<unknown>[] = []
  const listening = {
    ...db,
    all: async (statement: Statement<never>) => (sent.push(statement), []),
  } as Db
  await leadsOf(listening, filter, await selectLeads(db, filter, scope.ownerId))
  const row = await db.one(
    sql<{
      queryPlan: unknown
    }>`explain (analyze, buffers, format json) ${sent[0] as ReturnType<typeof sql>}`,
  )
  const [{ Plan: plan }] = Object.values(row ?? {})[0] as [{ Plan: Plan }]
  return {
    buffers: plan['Shared Hit Blocks'] + plan['Shared Read Blocks'],
    rows: plan['Actual Rows'],
  }
}

const whole = companyScope(company)
const own = (name: keyof typeof BOOKS): Scope => ({
  ...whole,
  ownerId: people[name].id,
  userId: people[name].id,
})

describe('a page of 20', () => {
  test.each([
    ['of an RM with 10 leads', own('rina'), {}, 10],
    ['of an RM with 1,000', own('oscar'), {}, 21],
    ['of an RM with 30,000', own('agus'), {}, 21],
    ['of an RM with 1,000, of one status', own('oscar'), { status: 'new' as const }, 21],
    ['of an RM with 1,000, oldest first', own('oscar'), { order: 'oldest' as const }, 21],
    ['of the whole company', whole, {}, 21],
    ['of the whole company, of two statuses', whole, { statuses: 'new,qualified' }, 21],
  ])('%s', async (_, scope, filter, shown) => {
    const { buffers, rows } = await costOf(scope, { limit: 20, ...filter })
    expect(rows).toBe(shown)
    // A row costs its own block, the RM's name, and the descent of the index.
    expect(buffers).toBeLessThan(130)
  })
})
