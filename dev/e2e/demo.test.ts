// The demo data of `npm start`: written in the background within the product's own limits, resumed
// after an interruption, and consistent between crm, Bib and the audit trail.
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { verifyAudit } from '@rmtools/auth/audit-verify'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { removeLocalPostgres } from '@rmtools/kit/local-postgres'
import { eventually, type Caller } from '../caller.ts'
import { demoCallers, type Callers } from '../seed/demo/callers.ts'
import { demoCases, holderOf } from '../seed/demo/cases.ts'
import { startSystem, type System } from '../system.ts'
import { asOwner } from './books.ts'

const steps: string[] = []
let directory: string
let system: System
let callers: Callers

const start = async () =>
  await startSystem({
    directory,
    arrangement: 'one',
    port: 0,
    logLevel: 'silent',
    demo: 'full',
    overrides: { TICK_MS: '50' },
    onStep: (step) => steps.push(step),
  })
const count = async (from: string) =>
  await asOwner(system, async (owner) =>
    Number(
      (await owner.query<{ n: string }>(`select count(*) as n from crm_bib.${from}`)).rows[0]?.n,
    ),
  )
const companies = [...new Set(demoCases.map(({ company }) => company))]
const administrations = async (): Promise<Caller[]> =>
  await Promise.all(
    companies.map(async (company) => await callers(holderOf(company, 'company-admin'), company)),
  )

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'rmtools-demo-'))
  system = await start()
  await eventually('some investors', async () => (await count('investor')) > 8)
  await system[Symbol.asyncDispose]()
  system = await start()
  await system.demoWritten
  callers = demoCallers(system.url, system.secrets.SIGNING_KEYS)
}, 150_000)

afterAll(async () => {
  await system[Symbol.asyncDispose]()
  await removeLocalPostgres(join(directory, 'postgres'))
  await removeLocalPostgres(directory)
})

test('is complete after an interruption, and nothing is there twice', async () => {
  expect(steps.filter((step) => step.startsWith('demo data: not'))).toEqual([])
  expect(steps.at(-1)).toMatch(
    /^demo data: complete after \d+ s: 49 investors, \d+ instructions, 5 plans$/,
  )
  expect(await count('investor')).toBe(demoCases.length)
  expect(await count(`lead where status = 'converted'`)).toBe(
    await count('investor where lead_id is not null'),
  )
})

test('has investors in every state that lasts, as old as they are to be', async () => {
  const wanted = Object.fromEntries(
    investorStatuses.map((status) => [
      status,
      demoCases.filter(({ aim }) => aim === status).length,
    ]),
  )
  await eventually(
    'the refusals of Bib',
    async () => (await count(`investor where status = 'sync-failed'`)) === wanted['sync-failed'],
  )
  const found = Object.fromEntries(
    await Promise.all(
      investorStatuses.map(async (status) => [
        status,
        await count(`investor where status = '${status}'`),
      ]),
    ),
  )
  expect(found).toEqual(wanted)
  for (const { ageDays, aim, id } of demoCases.filter(
    (one) => one.aim === 'submitted' || one.aim === 'registered',
  )) {
    const column = aim === 'submitted' ? 'submitted_at' : 'reviewed_at'
    expect([
      id,
      await count(
        `investor where id = '${id}' and ${column}::date between (now() - interval '${ageDays + 1} days')::date and (now() - interval '${ageDays} days')::date`,
      ),
    ]).toEqual([id, 1])
  }
})

test('tells of settled instructions what Bib tells, and of nothing that Bib does not know', async () => {
  for (const one of demoCases.filter(({ aim }) => aim === 'registered')) {
    const { api } = await callers(one.rm, one.company)
    const booked = (await api.portfolios.transactions({ id: one.id, limit: 100 })).items.filter(
      ({ type }) => type !== 'SWITCH_IN',
    )
    const { items } = await api.instructions.list({
      investorId: one.id,
      status: 'settled',
      limit: 100,
    })
    const ours = items.map(({ id, navDate, allocatedUnits, allocatedNav, allocatedAmount }) => [
      id,
      navDate,
      allocatedUnits,
      allocatedNav,
      allocatedAmount,
    ])
    const theirs = booked.map(({ sourceId, navDate, units, nav, amount }) => [
      sourceId,
      navDate,
      units,
      nav,
      amount,
    ])
    expect(theirs).toEqual(expect.arrayContaining(ours))
    expect(ours.length).toBeGreaterThan(0)
  }
})

test('fills the home screen, the queue, the reports and the inbox', async () => {
  for (const { api } of await administrations()) {
    const { aum, sales, instructions, investors } = await api.dashboard.get({})
    expect(aum?.byMonth.length).toBeGreaterThanOrEqual(12)
    expect(sales?.byMonth.length).toBeGreaterThan(9)
    expect(instructions.filter(({ count: some }) => some > 0).length).toBeGreaterThanOrEqual(6)
    expect(investors.find(({ status }) => status === 'submitted')?.overOneDay).toBeGreaterThan(1)
    const queue = await api.investors.list({ order: 'queue', limit: 100 })
    const warnings = await Promise.all(
      queue.items.map(async ({ id }) => (await api.investors.get({ id })).warnings.length),
    )
    expect(warnings.some((some) => some > 0)).toBe(true)
  }
  const { messages } = (await (await fetch(`${system.url}/dev/inbox.json`)).json()) as {
    messages: { text: string }[]
  }
  expect(messages.filter(({ text }) => /\/i\/approve\//.test(text)).length).toBeGreaterThan(3)
  expect(messages.filter(({ text }) => /\/i\/register\//.test(text)).length).toBeGreaterThan(2)
})

test('is in the audit trail, whose chain verifies', async () => {
  const verdict = await verifyAudit(
    system.note.authDatabaseUrl,
    system.note.auditHeadFile,
    system.note.publicKeys,
  )
  expect(verdict).toMatchObject({ isIntact: true, faults: [] })
  expect(
    await asOwner(
      system,
      async (owner) =>
        (
          await owner.query(
            `select from auth_bib.auth_user_action_log where request_id = 'seed' and entity = 'instruction' limit 1`,
          )
        ).rowCount,
    ),
  ).toBe(1)
})
