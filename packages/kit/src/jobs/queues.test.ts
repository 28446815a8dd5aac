// The role that works a queue must not be able to run code as the owner of the database, whose
// functions add and read jobs.
import { randomUUID } from 'node:crypto'
import { runMigrations } from 'graphile-worker'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import { startWorker } from './jobs.ts'
import { createLog } from '../process/log.ts'
import { migrateJobs } from './queues.ts'
import { excessPrivileges, OWNER, runStatements } from '../database/roles.ts'
import { connect, createTestDatabase, type TestDatabase } from '../testing/postgres.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(async () => await database[Symbol.asyncDispose]())

const sayOf = async (client: pg.Client, statement: string) =>
  await client.query(statement).then(
    () => 'nothing',
    (error: unknown) => String(error),
  )

/** What an attacker with a queue's credentials would add to it. */
const attacks = (queue: string) => [
  `create function ${queue}.evil() returns trigger language plpgsql as $$ begin raise exception 'evil ran as %', current_user; end $$`,
  `create function ${queue}.evil_value() returns int language plpgsql as $$ begin raise exception 'evil ran as %', current_user; end $$`,
  `do $do$ begin execute (select regexp_replace(pg_get_functiondef(oid), 'AS \\$function\\$.*', 'AS $evil$ begin raise exception ''evil ran as %'', current_user; end $evil$')
     from pg_proc where pronamespace = '${queue}'::regnamespace and proname = 'add_job'); end $do$`,
  `create trigger evil before insert or update or delete on ${queue}._private_jobs for each row execute function ${queue}.evil()`,
  `alter table ${queue}._private_jobs alter column priority set default ${queue}.evil_value()`,
  `alter table ${queue}._private_jobs add constraint evil check (${queue}.evil_value() = 1) not valid`,
  `create rule evil as on insert to ${queue}._private_jobs do also select ${queue}.evil_value()`,
  `create policy evil on ${queue}._private_jobs using (true)`,
  `truncate ${queue}._private_jobs`,
  `alter table ${queue}._private_tasks rename to away`,
  `drop function ${queue}.reschedule_jobs`,
  'create schema evil',
]

test.each([
  ['crm_jobs', 'crm_bib'],
  ['auth_jobs', 'auth_bib'],
] as const)(
  'SECURITY 26, 34, 55: nothing that is done as %s runs as the owner of the database',
  async (queue, schema) => {
    await using fresh = await createTestDatabase()
    await using worker = await connect(queue === 'crm_jobs' ? fresh.crmJobsUrl : fresh.authJobsUrl)
    await using service = await connect(queue === 'crm_jobs' ? fresh.crmUrl : fresh.authUrl)
    const said: { attack: string; answer: string; effect: string }[] = []
    for (const attack of attacks(queue)) {
      const answer = await sayOf(worker, attack)
      const effect = await sayOf(
        service,
        `select ${schema}.add_job('note', '{}', null, null, null, null)`,
      )
      said.push({ attack, answer, effect })
    }
    expect(said.filter(({ effect }) => effect !== 'nothing')).toEqual([])
    // The following attacks need the first two, and would otherwise fail for another reason.
    expect(
      said.filter(({ answer }) => !/must be owner|permission denied|does not exist/.test(answer)),
    ).toEqual([])
    expect(said.slice(0, 2).map(({ answer }) => answer)).toEqual(
      Array(2).fill(expect.stringContaining('permission denied for schema')),
    )
  },
)

describe('SECURITY 26, 55: by the catalogue', () => {
  test('everything in the schemas of the product belongs to the owner, or to PostgreSQL as part of an extension', async () => {
    await using client = await connect(database.ownerUrl)
    const { rows } = await client.query<{ object: string; owner: string }>(
      `select pg_describe_object(s.classid, s.objid, s.objsubid) as object, r.rolname as owner
       from pg_shdepend s join pg_roles r on r.oid = s.refobjid and s.refclassid = 'pg_authid'::regclass
       where s.dbid = (select oid from pg_database where datname = current_database()) and s.deptype = 'o' and r.rolname <> $1
         and not exists (select from pg_depend d where d.classid = s.classid and d.objid = s.objid and d.deptype = 'e')
       union all
       select c.oid::regclass::text, r.rolname from pg_class c join pg_roles r on r.oid = c.relowner
       where c.relnamespace = any($2::regnamespace[]) and r.rolname <> $1
       union all
       select p.oid::regprocedure::text, r.rolname from pg_proc p join pg_roles r on r.oid = p.proowner
       where p.pronamespace = any($2::regnamespace[]) and r.rolname <> $1
         and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')`,
      [OWNER, SCHEMAS],
    )
    expect(rows).toEqual([])
    const { rows: owned } = await client.query(
      `select from pg_class where relnamespace = any($1::regnamespace[]) and pg_get_userbyid(relowner) = $2`,
      [SCHEMAS, OWNER],
    )
    expect(owned.length).toBeGreaterThan(100)
  })

  test('no role of a service may set off code on what belongs to the owner: no triggers, references, maintenance, creation', async () => {
    await using client = await connect(database.ownerUrl)
    const { rows } = await client.query(`
      with acl as (
        select c.oid::regclass::text as object, c.relacl as acl from pg_class c
        union all select n.nspname, n.nspacl from pg_namespace n
        union all select d.datname, d.datacl from pg_database d where d.datname = current_database())
      select object, grantee::regrole::text as role, privilege_type as right from acl, aclexplode(acl.acl)
      where grantee::regrole::text in ('auth_app', 'crm_app', 'auth_jobs', 'crm_jobs', '-')
        and privilege_type in ('TRIGGER', 'REFERENCES', 'MAINTAIN', 'TRUNCATE', 'CREATE', 'TEMPORARY')`)
    expect(rows).toEqual([])
  })
})

const SCHEMAS = ['kit', 'auth_bib', 'crm_bib', 'auth_jobs', 'crm_jobs']

/** A database of an earlier version: the queue belongs to the role that works it. */
async function databaseOfBefore() {
  const server = inject('postgres')
  const name = `before_${randomUUID().replaceAll('-', '')}`
  const at = (url: string, place = name) => url.replace('DATABASE', place)
  await runStatements(at(server.admin, 'postgres'), [
    `create database ${name} owner ${OWNER} template template0`,
    `grant create on database ${name} to crm_jobs`,
  ])
  const jobsUrl = at(server.crmJobs)
  await runMigrations({ connectionString: jobsUrl, schema: QUEUE })
  return {
    jobsUrl,
    ownerUrl: at(server.crmApp.replace('crm_app:crm', `${OWNER}:owner`)),
    async [Symbol.asyncDispose]() {
      await runStatements(at(server.admin, 'postgres'), [`drop database ${name} with (force)`])
    },
  }
}
const QUEUE = 'crm_jobs'
const WRITERS = [0, 1, 2, 3]

describe('an installation of before', () => {
  test('SECURITY 42, 55: its queues become the owner’s while the worker of before and writers go on', async () => {
    await using before = await databaseOfBefore()
    const done = new Set<number>()
    const note = async ({ n }: { n: number }) => void done.add(n)
    const worker = async () =>
      await startWorker({
        url: before.jobsUrl,
        schema: QUEUE,
        log: createLog('test', 'silent'),
        handlers: { note },
      })
    await using _ofBefore = await worker()
    const isOver = { yet: false }
    let added = 0
    const write = async () => {
      await using owner = await connect(before.ownerUrl)
      while (!isOver.yet) {
        await owner.query('begin')
        await owner.query(`select ${QUEUE}.add_job('note', json_build_object('n', $1::int))`, [
          added++,
        ])
        // A transaction that does other work holds locks on the queue's tables.
        await owner.query('select pg_sleep(0.05)')
        await owner.query('commit')
      }
    }
    const writing = WRITERS.map(write)
    await vi.waitFor(() => expect(done.size).toBeGreaterThan(20), 10_000)
    await migrateJobs(before.ownerUrl, QUEUE)
    const until = done.size + 20
    await vi.waitFor(() => expect(done.size).toBeGreaterThan(until), 10_000)
    isOver.yet = true
    await Promise.all(writing)

    await using owner = await connect(before.ownerUrl)
    const { rows } = await owner.query(
      `select pg_describe_object(classid, objid, objsubid) from pg_shdepend
       where dbid = (select oid from pg_database where datname = current_database()) and deptype = 'o' and refobjid = 'crm_jobs'::regrole`,
    )
    expect(rows).toEqual([])
    expect(
      (await excessPrivileges(before.ownerUrl)).filter(({ right }) => right === 'schemas'),
    ).toEqual([])
    // Earlier versions start on it as well: they look for new migrations as the role that works the
    // queue.
    await runMigrations({ connectionString: before.jobsUrl, schema: QUEUE })
    await migrateJobs(before.ownerUrl, QUEUE)
    await using _now = await worker()
    await vi.waitFor(() => expect(done.size).toBe(added), 10_000)
    expect((await owner.query(`select from ${QUEUE}._private_jobs`)).rowCount).toBe(0)
  }, 60_000)

  test('is left as it is when the queue cannot be had', async () => {
    await using before = await databaseOfBefore()
    await using holder = await connect(before.jobsUrl)
    await holder.query(`begin; lock table ${QUEUE}._private_jobs in access share mode`)
    const migrated = migrateJobs(before.ownerUrl, QUEUE)
    await using worker = await connect(before.jobsUrl)
    // Between two tries of the migration the worker still owns everything, and after the last one
    // nothing.
    for (let look = 0; look < 5; look++) {
      expect(await sayOf(worker, `select ${QUEUE}.add_job('note', '{}')`)).toBe('nothing')
      await worker.query('select pg_sleep(0.2)')
    }
    await holder.query('rollback')
    await migrated
    expect(await sayOf(worker, `select ${QUEUE}.add_job('note', '{}')`)).toBe('nothing')
    expect(await sayOf(worker, `drop function ${QUEUE}.add_jobs`)).toMatch(/must be owner/)
  }, 60_000)
})
