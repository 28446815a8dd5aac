// Rules for every table, so that a table added later is covered automatically.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import pg from 'pg'
import { createTestDatabase, type TestDatabase } from '@rmtools/kit/testing'

let database: TestDatabase
let owner: pg.Client

beforeAll(async () => {
  database = await createTestDatabase()
  owner = await connect(database.ownerUrl)
})
afterAll(async () => {
  await owner.end()
  await database[Symbol.asyncDispose]()
})

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

type Table = { schema: string; name: string; forced: boolean; policies: number; writable: boolean }

async function tables(): Promise<Table[]> {
  const { rows } = await owner.query<Table>(`
    select n.nspname as schema, c.relname as name, c.relrowsecurity and c.relforcerowsecurity as forced,
      (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
      has_table_privilege(replace(n.nspname, '_bib', '_app'), c.oid, 'insert, update, delete, truncate') as writable
    from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('auth_bib', 'crm_bib') and c.relkind in ('r', 'p')`)
  expect(rows.length).toBeGreaterThan(25)
  return rows
}

describe('SECURITY 26: tenancy is the database’s job', () => {
  test('every table that a service may write has forced row-level security and a policy', async () => {
    const open = (await tables()).filter(
      ({ forced, policies, writable }) => writable && !(forced && policies > 0),
    )
    expect(open).toEqual([])
  })

  test('as the service’s role without a tenant every protected table is empty, with rows of all of them there', async () => {
    const protectedTables = (await tables()).filter(({ forced }) => forced)
    for (const [schema, url] of [
      ['auth_bib', database.authUrl],
      ['crm_bib', database.crmUrl],
    ] as const) {
      const service = await connect(url)
      for (const { name } of protectedTables.filter((table) => table.schema === schema)) {
        const seen = await service
          .query(`select count(*)::int as rows from ${schema}.${name}`)
          .catch((error: { code: string }) => {
            // No permission to read is as good as empty.
            if (error.code === '42501') return { rows: [{ rows: 0 }] }
            throw error
          })
        expect([name, seen.rows[0]?.rows]).toEqual([name, 0])
      }
      await service.end()
    }
  })

  test('the roles own nothing, bypass nothing, and cannot read each other’s tables', async () => {
    const { rows: roles } = await owner.query(
      `select rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname like '%\\_app'`,
    )
    expect(
      roles.map((role) => [
        role.rolname,
        role.rolsuper || role.rolbypassrls || role.rolcreaterole || role.rolcreatedb,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['auth_app', false],
        ['crm_app', false],
      ]),
    )
    const { rows: owned } = await owner.query(
      `select c.relname from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('auth_app', 'crm_app')`,
    )
    expect(owned).toEqual([])
    const { rows: crossed } = await owner.query(`
      select n.nspname, c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and (n.nspname = 'auth_bib' and has_table_privilege('crm_app', c.oid, 'select') or n.nspname = 'crm_bib' and has_table_privilege('auth_app', c.oid, 'select'))`)
    expect(crossed).toEqual([])
  })

  test('functions that run as their owner cannot be called by everybody', async () => {
    const { rows } = await owner.query(`
      select p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('auth_bib', 'crm_bib', 'kit') and p.prosecdef and p.prorettype <> 'trigger'::regtype and has_function_privilege('public', p.oid, 'execute')`)
    expect(rows).toEqual([])
  })
})

describe('the schema', () => {
  test('SECURITY 32: every entity is audited', async () => {
    const { rows } = await owner.query<{ name: string }>(`
      select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('auth_bib', 'crm_bib') and c.relkind = 'r' and not exists (
        select from pg_trigger t join pg_proc f on f.oid = t.tgfoid where t.tgrelid = c.oid and f.proname ~ '^auth_user_(insert|update|delete)_trigger_function$')
      order by 1`)
    expect(rows.map(({ name }) => name)).toEqual(notEntities)
  })

  test('the trigger functions bear the names of the seed, and do their work under them', async () => {
    const { rows } = await owner.query<{ name: string; attached: boolean }>(
      `
      select p.proname as name, exists (select from pg_trigger t where t.tgfoid = p.oid) as attached from pg_proc p
      where p.pronamespace = 'auth_bib'::regnamespace and p.proname = any($1) order by 1`,
      [SEED_FUNCTIONS],
    )
    expect(rows).toEqual(SEED_FUNCTIONS.map((name) => ({ name, attached: true })))
  })

  test('every foreign key is indexed, so that deleting and joining do not walk tables', async () => {
    const { rows } = await owner.query(`
      select c.conrelid::regclass::text as table, c.conname from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where c.contype = 'f' and n.nspname in ('auth_bib', 'crm_bib') and not exists (
        select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`)
    expect(rows).toEqual([])
  })
})

const SEED_FUNCTIONS = [
  'auth_login_log_function',
  'auth_password_log_function',
  'auth_user_insert_trigger_function',
  'auth_user_update_trigger_function',
]

/**
 * Logs, hashes of short-lived secrets, copies, screen preferences, and master data: their changes
 * are not decisions.
 */
const notEntities = [
  'auth_bib.audit_seal',
  'auth_bib.audit_unsealed',
  'auth_bib.auth_login_log',
  'auth_bib.auth_login_throttle',
  'auth_bib.auth_ott',
  'auth_bib.auth_password_log',
  'auth_bib.auth_refresh_token',
  'auth_bib.auth_session',
  'auth_bib.auth_user_action_log',
  'auth_bib.auth_wrong_codes',
  'auth_bib.idempotency_key',
  'auth_bib.live_notice',
  'auth_bib.message_count',
  'auth_bib.notification',
  'auth_bib.user_preference',
  'crm_bib.bank',
  'crm_bib.bib_event',
  'crm_bib.bib_poison',
  'crm_bib.city',
  'crm_bib.client_message',
  'crm_bib.client_visit',
  'crm_bib.country',
  'crm_bib.decider_gone',
  'crm_bib.district',
  'crm_bib.evidence_record',
  'crm_bib.idempotency_key',
  'crm_bib.instruction_event',
  'crm_bib.investor_event',
  'crm_bib.investor_return_reason',
  'crm_bib.known_company',
  'crm_bib.known_user',
  'crm_bib.live_notice',
  'crm_bib.market_holiday',
  'crm_bib.message_count',
  'crm_bib.plan_event',
  'crm_bib.province',
]
