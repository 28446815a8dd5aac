// SECURITY 44: every query behind a list of the contract is planned with an index, without sorting
// a table; and paging finds each row once, however many have the same time.
import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { everyEndpoint } from '@rmtools/contracts/everything'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import type { Caller } from '../caller.ts'
import type { System } from '../system.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'
import { count, fill, filled, ofBib, type RowIds } from './walk.ts'

let system: System
let owner: pg.Client
const callers: Caller[] = []
let ids: RowIds

beforeAll(async () => {
  system = await throwAwaySystem({
    postgresSettings: [
      'shared_preload_libraries=pg_stat_statements',
      'pg_stat_statements.max=10000',
    ],
  })
  owner = new pg.Client({ connectionString: system.ownerUrl })
  await owner.connect()
  await owner.query('create extension pg_stat_statements')
  // Enough rows that a nested scan costs more than a join by key.
  await owner.query(`
    with people as (
      insert into auth_bib.auth_user (full_name, email, status) select 'Nama ' || i, 'nama' || i || '@mail.example', 'active' from generate_series(1, 3000) i returning id)
    insert into auth_bib.auth_membership (company_id, user_id, role_id)
    select c.id, people.id, r.id from people, auth_bib.auth_company c, auth_bib.auth_role r where c.code = 'nusantara' and r.code = 'rm'`)
  ids = await anyIds()
  for (const list of Object.values(filled)) await fill(owner, list, ids)
  await owner.query('analyze')
  for (const name of ['rina', 'sari', 'putri']) callers.push(await as(system, name))
})
afterAll(async () => {
  await owner.end()
  await system[Symbol.asyncDispose]()
})

const lists = everyEndpoint.filter(
  ({ service, spec }) =>
    service !== 'bff' &&
    spec.method === 'GET' &&
    spec.access !== 'service' &&
    'nextCursor' in (spec.reply?.['properties' as never] ?? {}),
)

test('there are lists to look at', () => expect(lists.length).toBeGreaterThan(5))

/** A query string for each filter alone, with an example that its schema accepts. */
function queriesOf(spec: EndpointSpec): string[] {
  const filters = Object.entries(spec.query?.properties ?? {}).filter(
    ([name]) => name !== 'cursor' && name !== 'limit',
  )
  return [
    'limit=20',
    ...filters.map(
      ([name, schema]) =>
        `limit=20&${name}=${encodeURIComponent(exampleOf(schema as Record<string, never>))}`,
    ),
  ]
}

function exampleOf(schema: {
  enum?: string[]
  format?: string
  type?: string
  examples?: string[]
}): string {
  if (schema.enum) return schema.enum[0] ?? ''
  if (schema.format === 'uuid') return '0198a000-d000-7000-8000-000000000001'
  if (schema.format === 'date-time') return '2026-11-23T06:05:00.000Z'
  if (schema.type === 'boolean') return 'true'
  return schema.examples?.[0] ?? 'abc'
}

type Plan = {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  'Index Cond'?: string
  Plans?: Plan[]
}

async function statementsOf(spec: EndpointSpec): Promise<{ text: string; role: string }[]> {
  await owner.query('select pg_stat_statements_reset()')
  const path = spec.path.replace(/\{(\w+)\}/g, '0198a000-d000-7000-8000-000000000001')
  for (const caller of callers)
    for (const query of queriesOf(spec)) {
      const reply = await fetch(`${system.url}${path}?${query}`, {
        headers: { authorization: `Bearer ${caller.accessToken}` },
      })
      expect(reply.status).toBeLessThan(500)
    }
  const { rows } = await owner.query<{ text: string; role: string }>(`
    select s.query as text, r.rolname as role from pg_stat_statements s join pg_roles r on r.oid = s.userid
    where r.rolname in ('auth_app', 'crm_app') and s.query ~* '^\\s*(select|with)' and s.query !~ 'set_config|add_job|revoked_at|audit_seal|audit_unsealed|live_notice'`)
  return rows
}

/** The plan with sequential scans and sorts discouraged: those that remain cannot be avoided. */
async function planOf({ text, role }: { text: string; role: string }): Promise<Plan> {
  await owner.query(
    `begin; set local role ${role}; set local search_path = ${role.replace('_app', '_bib')}; set local enable_seqscan = off; set local enable_sort = off; set local enable_hashjoin = off; set local enable_mergejoin = off`,
  )
  try {
    const { rows } = await owner.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
      `explain (generic_plan, format json) ${text}`,
    )
    return rows[0]?.['QUERY PLAN'][0]?.Plan ?? { 'Node Type': 'none' }
  } finally {
    await owner.query('rollback')
  }
}

const parts = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(parts)]
// Master data, and tables that stay small: a company has few roles, a person few devices.
const SMALL = new Set([
  'known_company',
  'known_user',
  'bank',
  'market_holiday',
  'auth_company',
  'auth_role',
])

function faultsOf(plan: Plan): string[] {
  const nodes = parts(plan)
  // A full scan of an index, across other users' rows, is as bad as one of the table: an equality
  // must narrow it.
  const walks = nodes.filter(
    (node) =>
      node['Index Name'] !== undefined &&
      !SMALL.has(node['Relation Name'] ?? '') &&
      !/ = /.test(node['Index Cond'] ?? ''),
  )
  const scans = nodes
    .filter((node) => node['Node Type'] === 'Seq Scan' && !SMALL.has(node['Relation Name'] ?? ''))
    .map((node) => `walks ${node['Relation Name']}`)
  const sorts = nodes
    .filter((node) => node['Node Type'] === 'Sort' && sortsTable(node))
    .map(
      (node) =>
        `sorts ${JSON.stringify(
          parts(node)
            .map((one) => one['Relation Name'])
            .filter(Boolean),
        )}`,
    )
  return [...scans, ...walks.map((node) => `walks all of ${node['Index Name']}`), ...sorts]
}

/** A sort above a limit sorts a page, not a table. */
function sortsTable(sort: Plan): boolean {
  const below = (sort.Plans ?? []).flatMap(parts)
  return (
    !below.some((node) => node['Node Type'] === 'Limit') &&
    below.some((node) => node['Relation Name'] !== undefined && !SMALL.has(node['Relation Name']))
  )
}

test.each(lists.map((one) => [one.id, one.spec] as const))(
  '%s is planned by indexes',
  async (_, spec) => {
    const statements = await statementsOf(spec)
    expect(statements.length).toBeGreaterThan(0)
    for (const statement of statements)
      expect([statement.text, faultsOf(await planOf(statement))]).toEqual([statement.text, []])
  },
)

const walked = everyEndpoint.filter(
  ({ spec }) => 'nextCursor' in (spec.reply?.['properties' as never] ?? {}),
)

test('every list is walked', () => {
  expect(
    walked
      .map(({ id }) => id)
      .filter((id) => !ofBib.has(id))
      .toSorted(),
  ).toEqual(Object.keys(filled).toSorted())
})

test.each(Object.entries(filled))('%s finds each row once, page after page', async (id, list) => {
  const spec = walked.find((one) => one.id === id)?.spec
  const params = list.path?.(ids) ?? {}
  const path = (spec?.path ?? '').replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const before = await count(owner, list, ids)
  const seen = await walk(path, list.reader)
  // Only the audit trail may have grown meanwhile.
  expect(seen.length).toBeGreaterThanOrEqual(before)
  expect(seen.length).toBeLessThanOrEqual(await count(owner, list, ids))
  expect(before).toBeGreaterThanOrEqual(150)
  expect(new Set(seen).size).toBe(seen.length)
})

async function anyIds(): Promise<RowIds> {
  const { rows } = await owner.query<Omit<RowIds, 'leadId'>>(`
    select c.id as "companyId", u.id as "rmId" from auth_bib.auth_company c join auth_bib.auth_user u on c.id = any(u.company_ids)
    where c.code = 'nusantara' and u.email like 'rina@%'`)
  const [found] = rows
  if (!found) throw new Error('the demo has no rina in nusantara')
  const { rows: leads } = await owner.query<{ id: string }>(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone) values ($1, $2, 'Lead', '+6281100000000') returning id`,
    [found.companyId, found.rmId],
  )
  return { ...found, leadId: leads[0]?.id ?? '' }
}

async function walk(path: string, reader: string): Promise<string[]> {
  const caller = callers[['rina', 'sari', 'putri'].indexOf(reader)]
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const url = `${system.url}${path}?limit=${path.includes('user') || path.includes('member') ? 100 : 20}${cursor ? `&cursor=${cursor}` : ''}`
    const reply = await fetch(url, { headers: { authorization: `Bearer ${caller?.accessToken}` } })
    const page = (await reply.json()) as { items: { id: string }[]; nextCursor: string | null }
    expect([reply.status, page.items?.length > 0]).toEqual([200, true])
    seen.push(...page.items.map((item) => String(item.id)))
    cursor = page.nextCursor
  } while (cursor !== null)
  return seen
}
