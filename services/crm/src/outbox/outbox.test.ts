import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Problem } from '@rmtools/contracts/problem'
import { Database } from '@rmtools/kit/db'
import { UnfitJob, type Job } from '@rmtools/kit/job-registry'
import { addJob } from '@rmtools/kit/jobs'
import { companyScope, identity } from '@rmtools/kit/scope'
import { crmJobs } from '../jobs.ts'
import {
  company,
  createCrmWorld,
  otherCompany,
  people,
  type CrmWorld,
} from '../testing/crm-world.ts'

let world: CrmWorld
let database: Database
beforeAll(async () => {
  world = await createCrmWorld()
  database = new Database({ url: world.databaseUrl, schema: 'crm_bib', poolSize: 2 })
})
afterAll(async () => {
  await database[Symbol.asyncDispose]()
  await world[Symbol.asyncDispose]()
})
beforeEach(async () => void (await world.rows('delete from crm_jobs._private_jobs')))

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )
const sms = { id: crypto.randomUUID(), channel: 'sms', to: '+628120', text: 'x' } as const
const news = {
  id: crypto.randomUUID(),
  userId: people.rina.id,
  companyId: company,
  kind: 'x',
  params: {},
  link: null,
}
const origin = { requestId: 'test', ip: null, device: null }

/** Adds a job as the service does, in the scope of a company; returns its id. */
async function add<P extends object>(
  job: Job<string, P>,
  payload: P,
  options: { companyId?: string | null; runAt?: Date } = {},
): Promise<string> {
  const { companyId = company, runAt } = options
  const scope = companyId === null ? identity : companyScope(companyId)
  await database.transaction(
    scope,
    origin,
    async (tx) => await addJob(tx, job, payload, runAt ? { runAt } : {}),
  )
  return (await world.jobs(job.name)).at(-1)?.id ?? ''
}
const fail = async (id: string, attempts: number, error: string) =>
  await world.rows(
    'update crm_jobs._private_jobs set attempts = $2, last_error = $3 where id = $1',
    [id, attempts, error],
  )

test('shows what is due, what is tried again and what was given up, newest first', async () => {
  const waiting = await add(crmJobs.bibInvestor, {
    companyId: company,
    investorId: crypto.randomUUID(),
    version: 1,
  })
  const retrying = await add(crmJobs.bibInstruction, {
    companyId: company,
    instructionId: people.rina.id,
  })
  const dead = await add(crmJobs.notify, { ...news, id: people.oscar.id })
  await fail(retrying, 3, 'Problem: Bib is not available')
  await fail(dead, 25, 'Error: auth answered 500')
  await add(
    crmJobs.leadRemind,
    { companyId: company, leadId: people.rina.id, at: '' },
    { runAt: new Date(Date.now() + 3_600_000) },
  )
  const { items } = await world.as('ani').outbox.list()
  expect(
    items.map(({ id, task, state, attempts, lastError }) => [id, task, state, attempts, lastError]),
  ).toEqual([
    [dead, 'notify', 'dead', 25, 'Error: auth answered 500'],
    [retrying, 'bib.instruction', 'retrying', 3, 'Problem: Bib is not available'],
    [waiting, 'bib.investor', 'waiting', 0, null],
  ])
  expect(
    items.map(({ recordId, companyId, nextRunAt }) => [
      recordId?.length,
      companyId,
      nextRunAt === null,
    ]),
  ).toEqual([
    [36, company, true],
    [36, company, false],
    [36, company, false],
  ])
  expect((await world.as('ani').outbox.list({ state: 'dead' })).items.map(({ id }) => id)).toEqual([
    dead,
  ])
  expect(
    (await world.as('ani').outbox.list({ task: 'bib.investor' })).items.map(({ id }) => id),
  ).toEqual([waiting])
})

test('SECURITY 22: a company sees its own jobs only, whatever kind they are, and nobody those of the installation', async () => {
  const own = await add(crmJobs.message, sms)
  const foreign = await add(crmJobs.message, sms, { companyId: otherCompany })
  const told = await add(
    crmJobs.notify,
    { ...news, companyId: otherCompany, userId: people.fajar.id },
    { companyId: null },
  )
  await add(crmJobs.forgetIdempotencyKeys, {}, { companyId: null })
  expect((await world.as('ani').outbox.list()).items.map(({ id }) => id)).toEqual([own])
  expect((await world.as('fitri').outbox.list()).items.map(({ id }) => id)).toEqual([told, foreign])
  await fail(foreign, 25, 'x')
  expect(await refused(world.as('ani').outbox.replay({ id: foreign }))).toEqual([404, 'not-found'])
  // An administrator of both companies sees and replays jobs of the active one.
  expect((await world.as('both').outbox.list()).items.map(({ id }) => id)).toEqual([own])
  expect(await refused(world.as('both').outbox.replay({ id: foreign }))).toEqual([404, 'not-found'])
  for (const name of ['rina', 'ratna', 'putri'] as const)
    expect(await refused(world.as(name).outbox.list())).toEqual([403, 'forbidden'])
  expect(await refused(world.as('agus').outbox.replay({ id: own }))).toEqual([403, 'forbidden'])
})

test('SECURITY 26: the service cannot read the queue itself', async () => {
  await add(crmJobs.notify, news)
  await expect(
    world.asService('select * from crm_jobs._private_jobs', company),
  ).rejects.toMatchObject({ code: '42501' })
})

test('SECURITY 33: an error is shown without anything that the job carries, nor a number, a token or an address', async () => {
  const token = 'a'.repeat(43)
  const payload = {
    id: crypto.randomUUID(),
    channel: 'sms',
    to: '+6281299998888',
    text: `Kode 123456, https://rm.example/i/${token}`,
    name: { of: 'Siti Rahmawati' },
  } as const
  const id = await add(crmJobs.message, payload)
  await fail(
    id,
    2,
    `Error: SMTP 550 ${payload.to} refused "${payload.text}" for ${payload.name.of} siti@mail.example NIK 3174015203850001 ${token}\n    at send (smtp.ts:1)`,
  )
  const [job] = (await world.as('ani').outbox.list()).items
  expect(job?.lastError).toMatch(/^Error: SMTP 550 \*\*\* refused/)
  expect(job?.lastError).not.toMatch(/628129|123456|Siti|siti@|31740152|aaaaaaaa|smtp\.ts/)
})

test('pages through all of them', async () => {
  const ids: string[] = []
  for (let i = 0; i < 5; i++) ids.unshift(await add(crmJobs.notify, { ...news, params: { i } }))
  const first = await world.as('ani').outbox.list({ limit: 3 })
  const rest = await world.as('ani').outbox.list({ limit: 3, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids)
  expect(rest.nextCursor).toBeNull()
  expect(await refused(world.as('ani').outbox.list({ cursor: 'x' }))).toEqual([
    400,
    'invalid-input',
  ])
})

test('SECURITY 39: a job that was given up is done once it is replayed, and who asked for it is in the trail', async () => {
  const id = await add(crmJobs.notify, news)
  expect(await refused(world.as('ani').outbox.replay({ id }))).toEqual([409, 'wrong-state'])
  await fail(id, 25, 'Error: auth was away')
  expect(await world.as('ani').outbox.replay({ id })).toEqual({ id })
  expect((await world.as('ani').outbox.list()).items[0]).toMatchObject({
    id,
    state: 'retrying',
    attempts: 0,
  })
  const worker = await world.startWorker()
  await vi.waitFor(() => expect(world.told.map(({ userId }) => userId)).toEqual([people.rina.id]), {
    timeout: 5000,
  })
  await vi.waitFor(async () => expect((await world.as('ani').outbox.list()).items).toEqual([]), {
    timeout: 5000,
  })
  await worker[Symbol.asyncDispose]()
  expect(await refused(world.as('ani').outbox.replay({ id }))).toEqual([404, 'not-found'])
  const [entry] = await world.rows(
    `select actor_id, company_id, entity_id from auth_bib.auth_user_action_log where action = 'replay'`,
  )
  expect(entry).toEqual({ actor_id: people.ani.id, company_id: company, entity_id: id })
})

test('a job that runs is left alone', async () => {
  const id = await add(crmJobs.notify, news)
  await fail(id, 25, 'Error: x')
  await world.rows(
    `update crm_jobs._private_jobs set locked_at = now(), locked_by = 'worker' where id = $1`,
    [id],
  )
  expect(await refused(world.as('ani').outbox.replay({ id }))).toEqual([409, 'wrong-state'])
})

test('whether calls to Bib get through', async () => {
  expect(await world.as('ani').outbox.breaker()).toEqual({ state: 'closed' })
  expect(await refused(world.as('rina').outbox.breaker())).toEqual([403, 'forbidden'])
})

test('messages of Bib that were not understood are the platform’s to see', async () => {
  await world.rows(
    `insert into crm_bib.bib_poison (message_id, reason) values ('m1', 'no envelope'), ('m2', 'unknown tenant X')`,
  )
  const { items } = await world.as('putri').outbox.poison()
  expect(items.map(({ messageId, reason }) => [messageId, reason])).toEqual([
    ['m2', 'unknown tenant X'],
    ['m1', 'no envelope'],
  ])
  expect(await refused(world.as('ani').outbox.poison())).toEqual([403, 'forbidden'])
})

test('users with access to the outbox are notified when a job is given up and when it is replayed', async () => {
  const id = await add(crmJobs.message, sms)
  const told = async () =>
    await world.rows(
      `select company_id, audience, entity_id from crm_bib.live_notice where kind = 'outbox' and entity_id = $1`,
      [id],
    )
  await expect(world.work('message', sms, { attempt: 24, jobId: id })).rejects.toThrow()
  expect(await told()).toEqual([])
  await expect(world.work('message', sms, { attempt: 25, jobId: id })).rejects.toThrow()
  expect(await told()).toEqual([{ company_id: company, audience: 'company', entity_id: id }])
  await fail(id, 25, 'Error: no way')
  await world.as('ani').outbox.replay({ id })
  expect(await told()).toHaveLength(2)
})

test('a job whose payload does not fit, or that no program handles, is a dead letter with its reason', async () => {
  const unfit = await add(crmJobs.bibCancel, {
    companyId: company,
    instructionId: people.rina.id,
    reason: 'x',
  })
  await world.rows(
    `update crm_jobs._private_jobs set payload = (payload::jsonb - 'reason')::json where id = $1`,
    [unfit],
  )
  const flags = [`company:${company}`]
  const [{ id: misspelt } = { id: '' }] = await world.rows<{ id: string }>(
    `select id from crm_jobs.add_job('bib.cancle', '{}', run_at => now() - interval '1 hour', flags => $1)`,
    [flags],
  )
  const fresh = await world.rows<{ id: string }>(
    `select id from crm_jobs.add_job('of.a.newer.release', '{}', flags => $1)`,
    [flags],
  )
  await using _worker = await world.startWorker()
  const seen = async () =>
    (await world.as('ani').outbox.list()).items.map(({ id, state, lastError }) => [
      id,
      state,
      lastError,
    ])
  await vi.waitFor(
    async () =>
      expect(await seen()).toEqual([
        [fresh[0]?.id, 'waiting', null],
        [misspelt, 'dead', 'no worker knows the task bib.cancle'],
        [unfit, 'dead', "the payload does not fit: must have required property 'reason'"],
      ]),
    { timeout: 5000 },
  )
  // It is announced once it is known to be dead.
  await vi.waitFor(async () => {
    const told = await world.rows(
      `select entity_id from crm_bib.live_notice where kind = 'outbox' and entity_id = any($1)`,
      [[misspelt, unfit]],
    )
    expect(told).toHaveLength(2)
  })
})

test('a notification without what its kind requires is refused by the sender, and becomes a dead letter if it was queued before', async () => {
  const wrong = { ...news, kind: 'lead.follow-up', params: { leadname: 'Dewi', at: 'now' } }
  await expect(add(crmJobs.notify, wrong)).rejects.toThrow(
    'the payload does not fit: /params/leadName required',
  )
  await expect(add(crmJobs.bibCancel, { companyId: company } as never)).rejects.toThrow(
    "the payload does not fit: must have required property 'instructionId'",
  )
  expect(() => crmJobs.notify.read(wrong)).toThrow(UnfitJob)
  expect(await world.jobs('notify')).toEqual([])
})
