// The chain across upgrades, restores and growth.
import { createHash, randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { removeLocalPostgres, startLocalPostgres } from '@rmtools/kit/local-postgres'
import { foundationMigrations, migrate } from '@rmtools/kit/migrate'
import { migrateJobs } from '@rmtools/kit/queues'
import { installationStatements, OWNER, runStatements } from '@rmtools/kit/roles'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { authMigrations } from '../app.ts'
import { newSigningKey } from '../testing/auth-world.ts'
import { appendHead } from './heads.ts'
import { verifyAudit, type AuditVerdict } from './verify.ts'

const passwords = {
  auth_app: 'auth',
  crm_app: 'crm',
  auth_jobs: 'jobs',
  crm_jobs: 'jobs',
  [OWNER]: 'owner',
}
const key = newSigningKey('test-key')

/**
 * A server with an installation's database; its transaction ids are independent of any other
 * server's.
 */
async function createServer() {
  const directory = await mkdtemp(join(tmpdir(), 'rmtools-sealing-'))
  const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off']
  const postgres = await startLocalPostgres({
    directory: join(directory, 'postgres'),
    password: 'test',
    settings,
  })
  await runStatements(postgres.url('postgres'), installationStatements('rmtools', passwords))
  const url = (name: keyof typeof passwords) =>
    postgres.url('rmtools', { name, password: passwords[name] })
  for (const queue of ['auth_jobs', 'crm_jobs']) await migrateJobs(url(OWNER), queue)
  return {
    ownerUrl: url(OWNER),
    authUrl: url('auth_app'),
    adminUrl: postgres.url('rmtools'),
    async [Symbol.asyncDispose]() {
      await postgres[Symbol.asyncDispose]()
      await removeLocalPostgres(join(directory, 'postgres'))
      await removeLocalPostgres(directory)
    },
  }
}
type Server = Awaited<ReturnType<typeof createServer>>

async function connect(url: string): Promise<pg.Client & AsyncDisposable> {
  const client = new pg.Client({ connectionString: url, options: '-c timezone=UTC' })
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: async () => await client.end() })
}

/** Migrates a database to the version that sealed by transaction ids. */
async function migrateToTheVersionBefore(ownerUrl: string): Promise<void> {
  await using client = await connect(ownerUrl)
  await client.query(
    'create table public.migration (name text primary key, checksum text not null, applied_at timestamptz default now())',
  )
  for (const [owner, folder, last] of [
    ['kit', foundationMigrations, '0003'],
    ['auth', authMigrations, '0112'],
  ] as const)
    for (const file of (await readdir(folder)).filter((name) => name.slice(0, 4) <= last).sort()) {
      const text = await readFile(join(folder, file), 'utf8')
      await client.query(text)
      const checksum = createHash('sha256').update(text).digest('hex')
      await client.query('insert into public.migration (name, checksum) values ($1, $2)', [
        `${owner}/${file}`,
        checksum,
      ])
    }
}

const append = async (client: pg.Client, id: string) =>
  await client.query(
    "select auth_bib.append_action('update', 'sealing_test', $1, null, null, '{}')",
    [id],
  )
const seal = async (client: pg.Client) => await client.query('select auth_bib.seal_audit(500)')

async function sign(client: pg.Client, file: string): Promise<void> {
  const { rows } = await client.query<{ seq: string; hash: string; at: Date }>(
    `select seq, encode(hash, 'hex') as hash, clock_timestamp() as at from auth_bib.audit_seal order by seq desc limit 1`,
  )
  for (const { seq, hash, at } of rows)
    await appendHead(file, { seq: Number(seq), hash, at: at.toISOString() }, key)
}

const newHeads = () => join(tmpdir(), `heads-${randomUUID()}.jsonl`)
const verify = async ({ authUrl }: Server, heads: string): Promise<AuditVerdict> =>
  await verifyAudit(authUrl, heads, [key])

let first: Server
let second: Server
beforeAll(async () => {
  first = await createServer()
  second = await createServer()
}, 120_000)
afterAll(async () => {
  await first?.[Symbol.asyncDispose]()
  await second?.[Symbol.asyncDispose]()
})

test('SECURITY 47: an upgrade from the version that left gaps seals them, says so once, and the trail verifies', async () => {
  const heads = newHeads()
  await migrateToTheVersionBefore(first.ownerUrl)
  await using owner = await connect(first.ownerUrl)
  await using open = await connect(first.ownerUrl)
  await append(owner, 'sealed')
  // That version, when an entry was committed between its two reads, chained it and skipped those
  // still open.
  await open.query('begin')
  for (const id of ['gap 1', 'gap 2', 'gap 3']) await append(open, id)
  await append(owner, 'chained past them')
  await owner.query(`insert into auth_bib.audit_seal
    select row_number() over (order by l.xid, l.id), l.id, l.xid, sha256('x') from auth_bib.auth_user_action_log l`)
  await rechain(owner)
  await open.query('commit')
  await seal(owner)
  await sign(owner, heads)
  await owner.query(
    `update auth_bib.auth_user_action_log set at = at - interval '3 hours' where entity_id like 'gap%'`,
  )
  await append(open, 'fresh')
  // That version still runs while the new one migrates, and holds a transaction open.
  await open.query('begin')
  await append(open, 'under way')
  const migrating = migrate(first.ownerUrl, [authMigrations])
  await untilWaitingForWriters(owner)
  await open.query('commit')
  expect((await migrating)[0]).toBe('kit/0004_unsealed.sql')

  expect(await verify(first, heads)).toMatchObject({ isIntact: true, faults: [], sealedLate: null })
  await seal(owner)
  await sign(owner, heads)
  const verdict = await verify(first, heads)
  expect(verdict).toMatchObject({ isIntact: true, faults: [], sealedLate: { count: 3 } })
  const { rows } = await owner.query(
    `select l.entity_id, l.actor_kind from auth_bib.audit_seal s join auth_bib.auth_user_action_log l on l.id = s.log_id
     where l.entity in ('sealing_test', 'audit_trail') order by s.seq`,
  )
  const order = rows.map((row: { entity_id: string }) => row.entity_id)
  expect(order).toEqual([
    'sealed',
    'chained past them',
    'gap 1',
    'gap 2',
    'gap 3',
    'fresh',
    'under way',
    'installation',
  ])
  expect(rows.at(-1)).toMatchObject({ actor_kind: 'system' })
})

/** Builds the chain as the sealer would over the existing entries. */
async function rechain(owner: pg.Client): Promise<void> {
  await owner.query(`do $$ declare before bytea := sha256(''); link record; begin
    for link in select s.seq, to_jsonb(l)::text as text from auth_bib.audit_seal s join auth_bib.auth_user_action_log l on l.id = s.log_id order by s.seq loop
      before := sha256(before || convert_to(link.text, 'UTF8'));
      update auth_bib.audit_seal set hash = before where seq = link.seq;
    end loop; end $$`)
}

async function untilWaitingForWriters(owner: pg.Client): Promise<void> {
  const waiting = `select from pg_locks where mode = 'ShareRowExclusiveLock' and not granted`
  while ((await owner.query(waiting)).rowCount === 0)
    await new Promise((done) => setTimeout(done, 5))
}

const TABLES = ['auth_user_action_log', 'audit_seal', 'audit_unsealed']

/**
 * What a dump and a restore do to these tables: they copy the rows, whatever transactions wrote
 * them, and fire no triggers.
 */
async function restore(from: Server, to: Server): Promise<void> {
  await using source = await connect(from.adminUrl)
  await using target = await connect(to.adminUrl)
  await target.query('set session_replication_role = replica')
  for (const table of TABLES) {
    await target.query(`delete from auth_bib.${table}`)
    const { rows } = await source.query<{ row: string }>(
      `select to_jsonb(t)::text as row from auth_bib.${table} t`,
    )
    for (const { row } of rows)
      await target.query(
        `insert into auth_bib.${table} overriding system value select * from jsonb_populate_record(null::auth_bib.${table}, $1)`,
        [row],
      )
  }
  await target.query(
    `select setval('auth_bib.auth_user_action_log_id_seq', (select max(id) from auth_bib.auth_user_action_log))`,
  )
}

test.each([
  ['later', 1_000_000_000n],
  ['earlier', 3n],
])(
  'SECURITY 34, 47: a trail restored into another server goes on, though its entries are of %s transactions',
  async (_, xid) => {
    const heads = newHeads()
    await migrate(first.ownerUrl, [authMigrations])
    await migrate(second.ownerUrl, [authMigrations])
    await using old = await connect(first.ownerUrl)
    await using next = await connect(second.ownerUrl)
    await append(old, 'sealed by the old server')
    await old.query(
      `update auth_bib.auth_user_action_log set xid = $1::xid8 where id in (select log_id from auth_bib.audit_unsealed)`,
      [xid],
    )
    await seal(old)
    await sign(old, heads)
    await append(old, 'not sealed when the dump was taken')
    await old.query(
      `update auth_bib.auth_user_action_log set xid = $1::xid8 where id in (select log_id from auth_bib.audit_unsealed)`,
      [xid],
    )
    await restore(first, second)
    const before = await verify(second, heads)
    expect(before).toMatchObject({ isIntact: true, faults: [] })
    for (const turn of [1, 2]) {
      await append(next, `of the new server ${turn}`)
      await seal(next)
      await sign(next, heads)
      expect(await verify(second, heads)).toMatchObject({
        isIntact: true,
        faults: [],
        entries: before.entries + 1 + turn,
      })
    }
  },
)

/** The number of buffers that a call of the sealer touches. */
async function costOf(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: Record<string, number> }] }>(
    'explain (analyze, buffers, format json) select auth_bib.seal_audit(500)',
  )
  const plan = rows[0]?.['QUERY PLAN'][0].Plan
  return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0)
}

test('SECURITY 47: sealing costs the same after 1,000 entries and after 100,000, also after a restore', async () => {
  await migrate(second.ownerUrl, [authMigrations])
  await using owner = await connect(second.ownerUrl)
  const grow = async (to: number) => {
    // Sealed entries from another server's transactions.
    await owner.query(
      `with entry as (
         insert into auth_bib.auth_user_action_log (xid, actor_kind, action, entity, entity_id)
         select '2000000000', 'system', 'update', 'sealing_test', n::text
         from generate_series(1, $1 - (select count(*)::int from auth_bib.auth_user_action_log)) n returning id, xid)
       insert into auth_bib.audit_seal
       select (select max(seq) from auth_bib.audit_seal) + row_number() over (order by id), id, xid, sha256('x') from entry`,
      [to],
    )
    await owner.query(
      'vacuum analyze auth_bib.audit_unsealed, auth_bib.audit_seal, auth_bib.auth_user_action_log',
    )
    await seal(owner)
    const idle = await costOf(owner)
    for (let entry = 0; entry < 50; entry++) await append(owner, `entry ${entry}`)
    return { idle, busy: await costOf(owner) }
  }
  await append(owner, 'first')
  await seal(owner)
  const small = await grow(1000)
  const large = await grow(100_000)
  // By then its indexes are one or two levels deeper.
  expect(large.idle, `${small.idle} then ${large.idle} buffers`).toBeLessThan(small.idle + 20)
  expect(large.busy, `${small.busy} then ${large.busy} buffers`).toBeLessThan(small.busy * 2)
})
