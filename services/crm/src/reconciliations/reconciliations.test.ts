// Against Bib's simulator, which loses events on request.
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { sampleInstruction, sampleInvestor } from '@rmtools/bib/simulator/samples'
import type { Problem } from '@rmtools/contracts/problem'
import { jakarta } from '@rmtools/kit/clock'
import {
  addInstruction,
  addInvestor,
  company,
  otherCompany,
  platform,
  TENANT,
} from '../testing/crm-world.ts'
import { createReconciliationWorld, type ReconciliationWorld } from './reconciliations-world.ts'

let world: ReconciliationWorld
beforeAll(async () => void (world = await createReconciliationWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.startAnew())

const refused = async (call: Promise<unknown>) =>
  await call.then(
    () => 'not refused',
    (error: Problem) => [error.status, error.code],
  )

test('SECURITY 39: events of an investor that were lost are applied, and told in the report', async () => {
  await world.reconcile()
  const id = await world.handedOver('SID_CREATED')
  expect(await world.investorHere(id)).toMatchObject({ status: 'registered', sid: null })
  const report = await world.reconcile()
  const record = await world.atBib(id)
  expect(await world.investorHere(id)).toMatchObject({
    status: 'registered',
    sid: record?.sid,
    bib_sequence: String(record?.sequence),
  })
  expect(report).toMatchObject({
    status: 'done',
    startedBy: 'user',
    applied: 1,
    unresolved: 0,
    error: null,
  })
  expect(report.differences).toEqual([
    {
      id: expect.any(String),
      entity: 'investor',
      sourceId: id,
      field: 'status',
      ours: 'registered',
      theirs: 'SID_CREATED',
      outcome: 'applied',
    },
  ])
  // An event that arrives late is older than the stored state.
  const [lost] = world.simulator.control.messages({ state: 'lost', orderingKey: id })
  world.simulator.control.clearFaults()
  world.simulator.control.redeliver(lost?.messageId ?? '')
  await vi.waitFor(async () =>
    expect(
      await world.rows(
        `select 1 from crm_bib.bib_event where aggregate_id = $1 and outcome = 'older'`,
        [id],
      ),
    ).toHaveLength(1),
  )
  expect(
    (
      await world.rows(
        'select 1 from crm_bib.investor_event where investor_id = $1 and kind = $2',
        [id, 'sid-created'],
      )
    ).length,
  ).toBe(1)
})

test('SECURITY 39: so are those of an instruction, however many were lost', async () => {
  const investorId = await world.handedOver()
  const id = crypto.randomUUID()
  await addInstruction(world, id, investorId, 'sent')
  await world.reconcile()
  world.simulator.control.setFaults({ lostEvents: { on: true, match: 'instruction.status' } })
  const externalId = (await world.atBib(investorId))?.externalId ?? ''
  const expectedNavDate = jakarta(
    new Date(world.simulator.clock.now().getTime() + 5 * 86_400_000),
  ).date
  await world.bib.internal.createInstruction(
    sampleInstruction({ sourceId: id, tenant: TENANT, externalId, expectedNavDate }),
  )
  const theirs = async () => (await world.bib.internal.findInstructions({ sourceId: id })).items[0]
  await vi.waitFor(async () => expect((await theirs())?.sequence).toBeGreaterThan(1), {
    timeout: 5000,
  })
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await world.instructionHere(id)).toMatchObject({ status: 'sent', bib_reference: null })
  const report = await world.reconcile()
  const record = await theirs()
  expect(await world.instructionHere(id)).toMatchObject({ bib_reference: record?.reference })
  expect((await world.instructionHere(id))?.status).not.toBe('sent')
  expect(report.differences).toMatchObject([
    {
      entity: 'instruction',
      sourceId: id,
      field: 'status',
      ours: 'sent',
      theirs: record?.status,
      outcome: 'applied',
    },
  ])
})

test('where nothing was lost there is no difference, and the next comparison starts where the last one began', async () => {
  await world.handedOver()
  const first = await world.reconcile()
  expect([first.since, first.differences, first.compared > 0]).toEqual([null, [], true])
  const second = await world.reconcile()
  expect(Date.parse(second.since ?? '')).toBe(Date.parse(first.asOf ?? '') - 600_000)
})

test('what a person must decide is reported and left unchanged: another id at Bib, a record that we do not have or Bib does not', async () => {
  const other = await world.handedOver()
  await world.rows(`update crm_bib.investor set external_id = 'TYPED-WRONG' where id = $1`, [other])
  const unknown = crypto.randomUUID()
  await world.bib.internal.createInvestor(sampleInvestor(unknown, TENANT))
  const never = crypto.randomUUID()
  await addInvestor(world, { id: never, status: 'syncing' })
  await world.rows(
    `update crm_bib.investor set updated_at = $2::timestamptz - interval '2 days' where id = $1`,
    [never, world.time.now],
  )
  const { differences, unresolved } = await world.reconcile()
  expect(unresolved).toBe(3)
  expect(differences).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        sourceId: other,
        field: 'externalId',
        ours: 'TYPED-WRONG',
        outcome: 'unresolved',
      }),
      expect.objectContaining({
        sourceId: unknown,
        field: 'record',
        ours: null,
        outcome: 'unresolved',
      }),
      expect.objectContaining({
        sourceId: never,
        field: 'record',
        ours: 'syncing',
        theirs: null,
        outcome: 'unresolved',
      }),
    ]),
  )
  expect(await world.investorHere(other)).toMatchObject({ external_id: 'TYPED-WRONG' })
  await world.rows('delete from crm_bib.investor where id = any($1)', [[other, never]])
})

test('an interrupted comparison starts again and reports a difference once', async () => {
  const id = await world.handedOver('investor.status')
  const { id: reportId } = await world.as('ani').reconciliations.start()
  const [job] = await world.jobs('bib.reconcile')
  const found = `insert into crm_bib.reconciliation_difference (company_id, report_id, entity, source_id, field, ours, theirs, outcome)
    values ($1, $2, 'investor', $3, 'status', 'syncing', 'SID_CREATED', 'applied')`
  await world.rows(found, [company, reportId, id])
  await world.work('bib.reconcile', job?.payload)
  const { differences, status } = await world.as('ani').reconciliations.get({ id: reportId })
  expect([status, differences.filter(({ sourceId }) => sourceId === id).length]).toEqual([
    'done',
    1,
  ])
  expect(await world.investorHere(id)).toMatchObject({ status: 'registered' })
})

test('more than a page of changes is compared to its end', async () => {
  const investors = Array.from({ length: 620 }, (_, i) => ({
    tenant: 'APERD02',
    sourceId: crypto.randomUUID(),
    rmId: 'rm-1',
    externalId: `SEED-${i}`,
    sid: `IDD${String(i).padStart(12, '0')}`,
    ifua: `IFUA${i}`,
    transactions: [],
  }))
  world.simulator.control.seed({ investors })
  const { id } = await world.as('fitri').reconciliations.start()
  for (const { payload } of await world.jobs('bib.reconcile'))
    await world.work('bib.reconcile', payload)
  expect(await world.as('fitri').reconciliations.get({ id })).toMatchObject({
    status: 'done',
    compared: 620,
    unresolved: 620,
  })
})

test('while Bib is down the job is retried, and the report shows when it is given up', async () => {
  world.simulator.control.setFaults({ down: { on: true } })
  const { id } = await world.as('ani').reconciliations.start()
  const [job] = await world.jobs('bib.reconcile')
  await expect(
    world.work('bib.reconcile', job?.payload, { attempt: 1, maxAttempts: 2 }),
  ).rejects.toThrow()
  expect(await world.as('ani').reconciliations.get({ id })).toMatchObject({ status: 'running' })
  await expect(
    world.work('bib.reconcile', job?.payload, { attempt: 2, maxAttempts: 2 }),
  ).rejects.toThrow()
  expect(await world.as('ani').reconciliations.get({ id })).toMatchObject({
    status: 'failed',
    error: expect.any(String),
  })
  world.simulator.control.clearFaults()
})

test('every night one comparison for each active company, however often the clock strikes', async () => {
  await world.rows('update crm_bib.known_company set is_active = false where company_id = $1', [
    platform,
  ])
  for (let i = 0; i < 2; i++) await world.work('reconcile-companies')
  const jobs = await world.jobs<{ companyId: string }>('bib.reconcile')
  expect(jobs.map(({ payload }) => payload.companyId).sort()).toEqual([company, otherCompany])
  expect(await world.rows('select started_by, status from crm_bib.reconciliation_report')).toEqual([
    { started_by: 'schedule', status: 'waiting' },
    { started_by: 'schedule', status: 'waiting' },
  ])
})

test('asked for twice it is one, which is answered again; SECURITY 32: who asked is in the trail', async () => {
  const [first, second] = await Promise.all([
    world.as('ani').reconciliations.start(),
    world.as('ani').reconciliations.start(),
  ])
  expect(second.id).toBe(first.id)
  expect(await world.jobs('bib.reconcile')).toHaveLength(1)
  expect(
    await world.rows(
      `select 1 from auth_bib.auth_user_action_log where entity = 'reconciliation_report' and entity_id = $1`,
      [first.id],
    ),
  ).toHaveLength(1)
})

test('SECURITY 22: reports are those of the own company, and an RM has none; nobody lists the companies but the system', async () => {
  const { id } = await world.as('ani').reconciliations.start()
  expect(await refused(world.as('fitri').reconciliations.get({ id }))).toEqual([404, 'not-found'])
  expect(
    (await world.as('fitri').reconciliations.list()).items.map((report) => report.id),
  ).not.toContain(id)
  expect(
    (await world.as('agus').reconciliations.list()).items.map((report) => report.id),
  ).toContain(id)
  expect(await refused(world.as('rina').reconciliations.list())).toEqual([403, 'forbidden'])
  expect(await refused(world.as('agus').reconciliations.start())).toEqual([403, 'forbidden'])
  expect(await world.asService('select * from crm_bib.active_companies()', company)).toEqual([])
})
