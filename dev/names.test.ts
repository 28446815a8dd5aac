// Names that the database stores as text agree with the registries that TypeScript checks.
import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { authJobs } from '@rmtools/auth/jobs'
import { auditActs, auditTables } from '@rmtools/contracts/auth/audit-acts'
import { changeKinds } from '@rmtools/contracts/bff/live'
import { companyTasks } from '@rmtools/contracts/crm/outbox'
import { crmJobs } from '@rmtools/crm/jobs'
import { createTestDatabase, type TestDatabase } from '@rmtools/kit/testing'

const root = join(import.meta.dirname, '..')
let database: TestDatabase
let owner: pg.Client
beforeAll(async () => {
  database = await createTestDatabase()
  owner = new pg.Client({ connectionString: database.ownerUrl })
  await owner.connect()
})
afterAll(async () => {
  await owner?.end()
  await database?.[Symbol.asyncDispose]()
})

/** The bodies of a schema's functions that contain a text. */
async function functionsWith(schema: string, text: string): Promise<string[]> {
  const { rows } = await owner.query<{ body: string }>(
    `select prosrc as body from pg_proc where pronamespace = $1::regnamespace and strpos(prosrc, $2) > 0`,
    [schema, text],
  )
  return rows.map(({ body }) => body)
}

async function sources(): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for await (const path of glob(
    ['services/*/src/**/*.ts', 'packages/*/src/**/*.ts', 'operate/src/**/*.ts', 'dev/seed/*.ts'],
    {
      cwd: root,
    },
  ))
    if (!/(\.test|-world)\.ts$/.test(path))
      found.set(path, await readFile(join(root, path), 'utf8'))
  expect(found.size).toBeGreaterThan(300)
  return found
}

describe('jobs', () => {
  const registries = [
    ['auth_bib', authJobs],
    ['crm_bib', crmJobs],
  ] as const

  test('functions of the database add jobs of the registry only', async () => {
    const added: string[] = []
    for (const [schema, jobs] of registries) {
      const names: string[] = Object.values(jobs).map(({ name }) => name)
      for (const body of await functionsWith(schema, `${schema}.add_job(`))
        for (const [, name = ''] of body.matchAll(/\.add_job\('([^']*)'/g)) {
          expect(names).toContain(name)
          added.push(name)
        }
    }
    expect(added).toEqual(['lead.remind'])
  })

  test('statements that add jobs stand in one place, and no source repeats a name', async () => {
    const named = registries
      .flatMap(([, jobs]) => Object.values(jobs).map(({ name }) => name))
      .filter((name) => name.includes('.'))
    const mayAdd = ['packages/kit/src/jobs/jobs.ts', 'dev/seed/seed.ts']
    const mayName = [
      'services/auth/src/jobs.ts',
      'services/crm/src/jobs.ts',
      'packages/contracts/src/crm/outbox.ts',
    ]
    const stray: string[] = []
    for (const [path, text] of await sources()) {
      if (text.includes('add_job(') && !mayAdd.includes(path)) stray.push(path)
      for (const name of named)
        if (text.includes(`'${name}'`) && !mayName.includes(path)) stray.push(`${path} ${name}`)
    }
    expect(stray).toEqual([])
  })

  test("the queue's private tables are named where nothing public would do, and nowhere else", async () => {
    const leaning: string[] = []
    for (const [path, text] of await sources())
      if (/_private_\w+/.test(text) && !path.includes('/testing/')) leaning.push(path)
    // A dead letter's subject, for an operator; discarding a job that its worker holds; the lock
    // order when the owner changes.
    expect(leaning.toSorted()).toEqual([
      'operate/src/dead-letters.ts',
      'packages/kit/src/jobs/jobs.ts',
      'packages/kit/src/jobs/queues.ts',
    ])
    const inDatabase = [
      ...(await functionsWith('auth_bib', '_private_')),
      ...(await functionsWith('crm_bib', '_private_')),
    ]
    // The view of jobs has neither a job's subject nor a row to lock: outbox_jobs, replay_job,
    // announce_job.
    expect(inDatabase.length).toBe(3)
  })

  test('what a company is shown of its jobs is each job that does not run by the clock', () => {
    const names = Object.values(crmJobs).flatMap((job) =>
      job.schedule === undefined ? [job.name] : [],
    )
    expect(names.toSorted()).toEqual([...companyTasks].toSorted())
  })
})

describe('the audit trail', () => {
  test('is written by triggers of the tables of the registry, and of no other', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select distinct c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname = 'audit_insert'`,
    )
    expect(rows.map(({ name }) => name).toSorted()).toEqual([...auditTables].toSorted())
  })

  test('watches every column, also those that come: no trigger lists what it looks at', async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select c.relname || '.' || t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where t.tgname in ('audit_update', 'live') and cardinality(t.tgattr::int2[]) > 0`,
    )
    expect(rows.map(({ name }) => name)).toEqual([])
  })

  test('takes acts of the registry only: statements that write them stand in one place', async () => {
    const writing: string[] = []
    for (const [path, text] of await sources())
      if (text.includes('append_action(')) writing.push(path)
    expect(writing).toEqual(['packages/kit/src/oversight/audit-trail.ts'])
    const { rows } = await owner.query<{ body: string }>(
      `select prosrc as body from pg_proc where strpos(prosrc, 'append_action(') > 0`,
    )
    const acts = rows.flatMap(({ body }) =>
      [...body.matchAll(/append_action\('([^']*)', '([^']*)'/g)].map(([, action, entity]) => [
        entity,
        action,
      ]),
    )
    expect(rows.length).toBeGreaterThan(2)
    const registered = Object.entries(auditActs).flatMap(([entity, actions]) =>
      actions.map((action) => [entity, action]),
    )
    expect(registered).toEqual(expect.arrayContaining(acts))
  })
})

test('what the database announces is every kind of change but those of Bib, and no other', async () => {
  const bodies = [
    ...(await functionsWith('auth_bib', 'live_notice (')),
    ...(await functionsWith('crm_bib', 'live_notice (')),
  ]
  const values = bodies.flatMap((body) =>
    [...body.matchAll(/'([a-z]+)'/g)].map(([, value = '']) => value),
  )
  const audiences = ['book', 'person', 'company', 'everyone']
  const announced = new Set(values.filter((value) => !audiences.includes(value)))
  expect(bodies.length).toBeGreaterThan(7)
  expect([...announced].toSorted()).toEqual(
    changeKinds.filter((kind) => kind !== 'product' && kind !== 'nav').toSorted(),
  )
})

test('no screen decides by the words that it shows', async () => {
  const words = String.raw`(?:say|words|textOf|problemText)\(`
  const comparison = new RegExp(
    String.raw`[!=]==\s*${words}|\.(?:includes|startsWith|endsWith|indexOf)\(${words}`,
  )
  // A suggestion is marked as chosen when its field has exactly that value.
  const isSuggestion = (line: string) => line.includes('isOn={')
  const comparing: string[] = []
  for await (const path of glob('apps/*/src/**/*.{ts,tsx}', { cwd: root })) {
    if (/\.test\.tsx?$/.test(path)) continue
    const lines = (await readFile(join(root, path), 'utf8')).split('\n')
    comparing.push(
      ...lines
        .filter((line) => comparison.test(line) && !isSuggestion(line))
        .map((line) => `${path}: ${line.trim()}`),
    )
  }
  expect(comparing).toEqual([])
})
