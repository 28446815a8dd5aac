import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startWorker } from './jobs.ts'
import { createLog } from '../process/log.ts'
import { createTestDatabase, type TestDatabase } from '../testing/postgres.ts'

const SCHEMA = 'crm_jobs'
const CONCURRENCY = 4
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

const workerFor = async (note: (payload: { n: number }) => Promise<void>) =>
  await startWorker({
    url: database.crmJobsUrl,
    schema: SCHEMA,
    concurrency: CONCURRENCY,
    log: createLog('test', 'silent'),
    handlers: { note },
  })
const addJobs = async (count: number) =>
  await owner.query(
    `select ${SCHEMA}.add_job('note', json_build_object('n', n)) from generate_series(1, $1::int) n`,
    [count],
  )
const jobsLeft = async () => (await owner.query(`select from ${SCHEMA}._private_jobs`)).rowCount

describe('the job queue', () => {
  test('recovers after the completion of several jobs could not be recorded', async () => {
    const started: number[] = []
    const held: (() => void)[] = []
    const isBroken = { yet: true }
    await using _worker = await workerFor(async ({ n }) => {
      started.push(n)
      if (isBroken.yet) await new Promise<void>((release) => held.push(release))
    })
    await addJobs(3 * CONCURRENCY)
    await vi.waitFor(() => expect(held).toHaveLength(CONCURRENCY), 10_000)
    await owner.query(`alter table ${SCHEMA}._private_jobs rename to away`)
    // Each completion fails in a batch of its own, from which the library alone does not recover.
    for (const release of held) {
      release()
      await pause(100)
    }
    isBroken.yet = false
    await owner.query(`alter table ${SCHEMA}.away rename to _private_jobs`)
    await vi.waitFor(async () => expect(await jobsLeft()).toBe(0), {
      timeout: 15_000,
      interval: 50,
    })
    // Jobs whose completion could not be recorded ran twice: at least once, never less.
    expect(new Set(started).size).toBe(3 * CONCURRENCY)
  }, 30_000)

  test('runs a job that was assigned to it in a lost response', async () => {
    const done: number[] = []
    const held = Promise.withResolvers<void>()
    await using _worker = await workerFor(async ({ n }) => {
      if (done.push(n) === 1) await held.promise
    })
    await addJobs(1)
    await vi.waitFor(() => expect(done).toHaveLength(1), 10_000)
    // As if this worker had taken another job, and the response was lost.
    await owner.query('begin')
    await addJobs(1)
    await owner.query(
      `update ${SCHEMA}._private_jobs set locked_at = now(), attempts = 1, locked_by = (
         select locked_by from ${SCHEMA}._private_jobs where locked_by is not null) where locked_by is null`,
    )
    await owner.query('commit')
    held.resolve()
    await vi.waitFor(async () => expect(await jobsLeft()).toBe(1), 10_000)
    // Long enough for the worker to request a job and get an error.
    await owner.query(`alter table ${SCHEMA}._private_jobs rename to away`)
    await pause(1500)
    await owner.query(`alter table ${SCHEMA}.away rename to _private_jobs`)
    await vi.waitFor(async () => expect(await jobsLeft()).toBe(0), {
      timeout: 15_000,
      interval: 50,
    })
    expect(done.length).toBeGreaterThanOrEqual(2)
  }, 30_000)
})
