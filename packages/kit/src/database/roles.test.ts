import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { excessPrivileges, OWNER, databaseStatements, runStatements } from './roles.ts'
import { migrate } from './migrate.ts'
import {
  connect,
  createTestDatabase,
  type Session,
  type TestDatabase,
} from '../testing/postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database[Symbol.asyncDispose]())

const urlOf = (role: string): string =>
  ({
    auth_app: database.authUrl,
    crm_app: database.crmUrl,
    auth_jobs: database.authJobsUrl,
    crm_jobs: database.crmJobsUrl,
  })[role] ?? ''

const ROLES = ['auth_app', 'crm_app', 'auth_jobs', 'crm_jobs']
const OBJECTS = [
  'create temporary table bank (id int)',
  'create temporary view lead as select 1 as id',
  'create temporary sequence numbers',
  'create table pg_temp.bank (id int)',
  'create domain pg_temp.jsonb as pg_catalog.jsonb',
  'create type pg_temp.uuid as (id int)',
  'create function pg_temp.evil() returns int language sql as $$ select 1 $$',
  'select lo_creat(-1)',
  'select lo_create(0)',
  "select lo_from_bytea(0, 'x')",
  "select lo_put(1, 0, 'x')",
  "select lowrite(1, 'x')",
  'select lo_open(1, 131072)',
  'create table public.mine (id int)',
  'create function public.evil() returns int language sql as $$ select 1 $$',
]
const IN_SCHEMAS = [
  ...['auth_bib', 'crm_bib', 'kit', 'auth_jobs', 'crm_jobs'].map(
    (schema) => `create table ${schema}.mine (id int)`,
  ),
  'create schema mine',
  'create extension citext schema kit',
]

test.each(ROLES)(
  'SECURITY 55: %s cannot make an object of any kind, temporary or large',
  async (role) => {
    await using client = await connect(urlOf(role))
    for (const statement of [...OBJECTS, ...IN_SCHEMAS])
      expect([statement, await sayOf(client, statement)]).toEqual([
        statement,
        expect.stringContaining('permission denied'),
      ])
  },
)

test('SECURITY 55: every function that runs as the owner of the database has a search path that ends in pg_temp', async () => {
  await using client = await connect(database.ownerUrl)
  const { rows } = await client.query<{ name: string; path: string | null }>(`
    select p.oid::regprocedure::text as name, (select setting from unnest(p.proconfig) setting where setting like 'search_path=%') as path
    from pg_proc p where p.pronamespace in ('kit'::regnamespace, 'auth_bib'::regnamespace, 'crm_bib'::regnamespace)
      and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      and (p.prosecdef or p.prorettype = 'trigger'::regtype or exists (select from unnest(p.proconfig) setting where setting like 'search_path=%'))`)
  expect(rows.length).toBeGreaterThan(35)
  expect(rows.filter(({ path }) => !path?.endsWith(', pg_temp'))).toEqual([])
})

/**
 * A session that may create temporary objects, with functions that report the role that runs them.
 */
async function attacker(role: 'auth_app' | 'crm_app'): Promise<Session> {
  await using admin = await connect(database.ownerUrl)
  const { rows } = await admin.query<{ name: string }>('select current_database() as name')
  await admin.query(
    `grant temporary on database ${pg.escapeIdentifier(rows[0]?.name ?? '')} to ${role}`,
  )
  const client = await connect(urlOf(role))
  await client.query(`create function pg_temp.evil() returns boolean language plpgsql as $$
    begin raise exception 'evil ran as %', current_user; end $$`)
  await client.query(`create function pg_temp.evil_trigger() returns trigger language plpgsql as $$
    begin raise exception 'evil ran as %', current_user; end $$`)
  return client
}

const COMPANY = '00000000-0000-7000-8000-000000000000'
const sayOf = async (client: pg.Client, statement: string) =>
  await client.query(statement).then(
    () => 'nothing',
    (error: unknown) => String(error),
  )

describe('SECURITY 26, 34, 55: nothing that a role puts into its temporary schema runs as the owner of the database', () => {
  test('tables with triggers', async () => {
    await using client = await attacker('crm_app')
    for (const table of ['bank', 'bank_change']) {
      const { rows: columns } = await client.query<{ text: string }>(
        `select quote_ident(attname) || ' ' || format_type(atttypid, atttypmod) as text from pg_attribute
         where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum`,
        [`crm_bib.${table}`],
      )
      await client.query(
        `create temporary table ${table} (${columns.map(({ text }) => text).join()})`,
      )
      if (table === 'bank')
        await client.query(
          `insert into pg_temp.bank (code, name) values ('014', 'Bank of the attacker')`,
        )
      await client.query(
        `create trigger evil before insert or update on pg_temp.${table} for each row execute function pg_temp.evil_trigger()`,
      )
      await client.query(`grant all on pg_temp.${table} to public`)
    }
    expect(
      await sayOf(client, `select * from crm_bib.change_bank('014', '{"name": "Evil"}')`),
    ).not.toMatch(/evil ran/)
  })

  test('views', async () => {
    await using client = await attacker('crm_app')
    await client.query(`create temporary view lead as
      select gen_random_uuid() as id, '${COMPANY}'::uuid as company_id, null::uuid as rm_id, pg_temp.evil()::text as full_name, 'x' as phone, 'x' as email`)
    await client.query('grant all on pg_temp.lead to public')
    await client.query(`set app.company_ids = '{${COMPANY}}'`)
    expect(await sayOf(client, `select crm_bib.leads_like('%', 'x', 10)`)).not.toMatch(/evil ran/)
  })

  test.each(['auth_app', 'crm_app'] as const)(
    'types, as %s, whichever function is called',
    async (role) => {
      await using client = await attacker(role)
      const { rows: functions } = await client.query<{ call: string }>(`
      select format('select %s.%I(%s)', p.pronamespace::regnamespace, p.proname,
        (select string_agg('null::' || case when t.typtype = 'b' then 'pg_catalog.' || quote_ident(t.typname) else format_type(t.oid, null) end, ', ' order by a.position)
         from unnest(p.proargtypes) with ordinality a (type, position) join pg_type t on t.oid = a.type)) as call
      from pg_proc p where p.prosecdef and p.prorettype <> 'trigger'::regtype and has_function_privilege(p.oid, 'execute')
        and p.pronamespace in ('auth_bib'::regnamespace, 'crm_bib'::regnamespace)`)
      expect(functions.length).toBeGreaterThan(2)
      for (const type of [
        'jsonb',
        'json',
        'text',
        'uuid',
        'int4',
        'int8',
        'bytea',
        'date',
        'timestamptz',
      ])
        await client.query(
          `create domain pg_temp.${type} as pg_catalog.${type} check (pg_temp.evil())`,
        )
      const said: { call: string; answer: string }[] = []
      for (const { call } of functions) said.push({ call, answer: await sayOf(client, call) })
      expect(said.filter(({ answer }) => /evil ran/.test(answer))).toEqual([])
    },
  )
})

describe('an installation of before', () => {
  test('SECURITY 55: the migration revokes the right to temporary objects, and reports what an administrator has to do', async () => {
    const server = inject('postgres')
    const name = `before_${randomUUID().replaceAll('-', '')}`
    const at = (base: string) => server.admin.replace('DATABASE', base)
    await runStatements(at('postgres'), [
      `create database ${name} owner ${OWNER} template template0`,
      `grant temporary on database ${name} to crm_app`,
    ])
    const ownerUrl = server.authApp
      .replace('auth_app:auth', `${OWNER}:owner`)
      .replace('DATABASE', name)
    try {
      expect((await excessPrivileges(ownerUrl)).map(({ right }) => right)).toContain(
        'temporary objects',
      )
      await migrate(ownerUrl, [])
      const loose = await excessPrivileges(ownerUrl)
      expect(new Set(loose.map(({ right }) => right))).toEqual(new Set(['large objects']))
      // The owner lacks the privilege, and its attempt does no harm; an administrator's succeeds.
      await runStatements(ownerUrl, databaseStatements(name))
      expect(await excessPrivileges(ownerUrl)).toEqual(loose)
      await runStatements(at(name), databaseStatements(name))
      expect(await excessPrivileges(ownerUrl)).toEqual([])
    } finally {
      await runStatements(at('postgres'), [`drop database ${name} with (force)`])
    }
  })
})
