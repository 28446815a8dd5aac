// Revealed and exported data is counted by person and day, across all services.
import pg from 'pg'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { everyEndpoint } from '@rmtools/contracts/everything'
import { Problem } from '@rmtools/contracts/problem'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, type Caller } from '../caller.ts'
import { DEMO_PASSWORD } from '../seed/people.ts'
import type { System } from '../system.ts'
import { demoPerson } from '../tour/stage.ts'
import { as, throwAwaySystem } from './throw-away-system.ts'

let system: System
let rina: Caller
let sari: Caller
beforeAll(async () => {
  const overrides = {
    REVEALS_PER_DAY: '4',
    REVEALS_ALARM_AT: '2',
    EXPORTS_PER_DAY: '5',
    EXPORTS_ALARM_AT: '3',
  }
  system = await throwAwaySystem({ overrides })
  rina = await as(system, 'rina')
  sari = await as(system, 'sari')
}, 90_000)
afterAll(async () => await system[Symbol.asyncDispose]())

const outcomesOf = async (asked: Promise<unknown>[]) =>
  (await Promise.allSettled(asked)).map((one) => {
    if (one.status === 'fulfilled') return 'given'
    return one.reason instanceof Problem ? one.reason.code : 'fault'
  })
const trailOf = async (actor: string, action: string) => {
  const owner = new pg.Client({ connectionString: system.ownerUrl })
  await owner.connect()
  try {
    const found = await owner.query(
      'select entity, after from auth_bib.auth_user_action_log where actor_id = $1 and action = $2 order by id',
      [actor, action],
    )
    return found.rows as { entity: string; after: Record<string, unknown> }[]
  } finally {
    await owner.end()
  }
}
const alarmsOf = async (caller: Caller, kind: string) =>
  (await caller.api.notifications.list({})).items.filter((one) => one.kind === kind)

test('SECURITY 61: reveals stop at the limit, also all at once; what is refused does not count, and the administrators are notified', async () => {
  const { id, version } = await rina.api.investors.create({
    kind: 'individual',
    fullName: 'Siti Rahmawati',
    phone: '+6281200000991',
  })
  await rina.api.investors.saveKyc({
    id,
    version,
    individual: { identityNumber: '3171234567890001' },
  })
  const reveal = async (pointer: string) => await rina.api.investors.reveal({ id, pointer })
  const wrong = Array.from({ length: 3 }, async () => await reveal('/individual/spouseName'))
  expect(new Set(await outcomesOf(wrong))).not.toContain('given')
  const many = await outcomesOf(
    Array.from({ length: 12 }, async () => await reveal('/individual/identityNumber')),
  )
  expect(
    Object.fromEntries(
      Map.groupBy(many, (one) => one)
        .entries()
        .map(([code, all]) => [code, all.length]),
    ),
  ).toEqual({
    given: 4,
    'too-many-reveals': 8,
  })
  const refused = await reveal('/individual/identityNumber').catch((error: unknown) => error)
  expect(refused).toMatchObject({ status: 429 })
  expect((refused as Problem).retryAfterSeconds).toBeGreaterThan(0)
  expect((refused as Problem).retryAfterSeconds).toBeLessThanOrEqual(86_400)
  expect(await trailOf(demoPerson('rina').id, 'reveal')).toHaveLength(4)
  const [alarm] = await eventually('the alarm', async () => {
    const found = await alarmsOf(sari, 'security.many-reveals')
    return found.length > 0 && found
  })
  const { fullName } = demoPerson('rina')
  expect(alarm).toMatchObject({
    params: { name: fullName, count: '2' },
    link: `/users/${demoPerson('rina').id}`,
  })
  expect(await alarmsOf(sari, 'security.many-reveals')).toHaveLength(1)
  expect(await alarmsOf(await as(system, 'citra'), 'security.many-reveals')).toEqual([])
})

/** Whether a step-up is required, which is decided before anything else about the call. */
const asksStepUp = async (token: string, { method, path }: EndpointSpec) => {
  const url = system.url + path.replaceAll(/\{\w+\}/g, crypto.randomUUID())
  const body = method === 'GET' ? {} : { body: '{}' }
  const reply = await fetch(url, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...body,
  })
  const type = reply.status === 403 ? ((await reply.json()) as { type: string }).type : ''
  return type === '/problems/step-up-required'
}

test('SECURITY 61: whatever takes personal data out refuses a session whose password was shown long ago, and goes on after the step', async () => {
  const takingOut = everyEndpoint.filter(({ spec }) => spec.discloses)
  expect(takingOut.length).toBeGreaterThan(15)
  const lina = await as(system, 'lina')
  const owner = new pg.Client({ connectionString: system.ownerUrl })
  await owner.connect()
  await owner.query(
    "update auth_bib.auth_session set factor_at = now() - interval '11 minutes' where user_id = $1",
    [demoPerson('lina').id],
  )
  await owner.end()
  const stale =
    (await lina.api.sessions.switchCompany({ companyId: (await lina.api.account.me()).companyId }))
      .accessToken ?? ''
  const open = []
  for (const { id, spec } of takingOut) if (!(await asksStepUp(stale, spec))) open.push(id)
  expect(open).toEqual([])
  const { accessToken = '' } = await lina.api.account.stepUp({ currentPassword: DEMO_PASSWORD })
  for (const { id, spec } of takingOut)
    expect([id, await asksStepUp(accessToken, spec)]).toEqual([id, false])
}, 60_000)

test('SECURITY 61: exports are one count for leads, investors, reports and the audit trail, each with its filter in the trail', async () => {
  const period = { from: '2026-01-01', to: '2026-02-01' }
  await sari.api.leads.export({ search: 'Siti' })
  await sari.api.investors.exportXlsx({})
  await sari.api.reports.transactionsCsv(period)
  await sari.api.reports.investorsCsv(period)
  await sari.api.audit.export({ entity: 'lead' })
  const refused = await outcomesOf([
    sari.api.leads.export({}),
    sari.api.instructions.export({}),
    sari.api.reports.bookPdf(period),
    sari.api.audit.export({}),
  ])
  expect(refused).toEqual(Array.from(refused, () => 'too-many-exports'))
  const trail = await trailOf(demoPerson('sari').id, 'export')
  expect(trail.map(({ entity }) => entity)).toEqual([
    'lead',
    'investor',
    'report',
    'report',
    'audit_trail',
  ])
  expect(trail[2]?.after).toMatchObject({ operation: 'reports.transactionsCsv', filter: period })
  await eventually(
    'the alarm',
    async () => (await alarmsOf(sari, 'security.many-exports')).length === 1,
  )
})
