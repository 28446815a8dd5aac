// Faults on the way: answers that are lost or late, and events that are lost, late or repeated.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { createBib } from '../client.ts'
import type { FaultName } from './faults.ts'
import { sampleInvestor } from './samples.ts'
import { API_KEY, startBench, TENANT, until, type Bench } from './testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench({}, { budgetMs: 1000 })
})
afterEach(async () => {
  bench.simulator.control.clearFaults()
  // Work that one test leaves unfinished would be hit by the faults of the next.
  await until('everybody registered', async () => {
    const { items } = await bench.bib.internal.reconciliation({
      since: '2026-01-01T00:00:00.000Z',
      limit: 1000,
    })
    return items.every(
      ({ kind, status }) =>
        kind === 'INSTRUCTION' || status === 'SID_CREATED' || status === 'REJECTED',
    )
  })
})
afterAll(() => bench.close())

const switchOn = (name: FaultName, more: { times?: number; match?: string; ms?: number } = {}) =>
  bench.simulator.control.setFaults({ [name]: { on: true, ...more } })
const find = async (sourceId: string) =>
  (await bench.bib.internal.findInvestors({ sourceId })).items[0]
const statusesOf = (id: string) =>
  bench.eventsOf(id).map(({ data }) => ('status' in data ? data.status : ''))

test('timeout after success: no answer, yet it is done; the retry with the same key gets the answer', async () => {
  switchOn('timeoutAfterSuccess', { times: 1 })
  const body = sampleInvestor('timeout', TENANT)
  await expect(
    bench.bib.internal.createInvestor(body, { idempotencyKey: 't1' }),
  ).rejects.toMatchObject({ code: 'unavailable' })
  expect(await find('timeout')).toBeDefined()
  expect(await bench.bib.internal.createInvestor(body, { idempotencyKey: 't1' })).toMatchObject({
    sourceId: 'timeout',
    status: 'QUEUED',
  })
})

test('5xx after commit: refused, yet it is done', async () => {
  switchOn('errorAfterCommit', { times: 1 })
  const body = sampleInvestor('broken', TENANT)
  await expect(bench.bib.internal.createInvestor(body)).rejects.toMatchObject({
    code: 'unavailable',
    status: 503,
  })
  expect(await find('broken')).toBeDefined()
})

test('429: nothing is done, with a Retry-After', async () => {
  switchOn('tooManyRequests', { times: 1 })
  await expect(
    bench.bib.internal.createInvestor(sampleInvestor('hasty', TENANT)),
  ).rejects.toMatchObject({
    code: 'too-many-requests',
    retryAfterSeconds: 1,
  })
  expect(await find('hasty')).toBeUndefined()
})

test('slow: the answer comes after the time given', async () => {
  switchOn('slow', { times: 1, ms: 60 })
  const started = performance.now()
  await bench.bib.partner.products()
  expect(performance.now() - started).toBeGreaterThan(55)
})

test('down: connections are reset until it is switched off; match limits it', async () => {
  const patient = createBib(
    { baseUrl: bench.simulator.url, apiKey: API_KEY, tenant: TENANT },
    { breakerFailures: 100 },
  )
  switchOn('down', { match: '/_partners/' })
  await expect(patient.partner.products()).rejects.toMatchObject({ code: 'unavailable' })
  await expect(patient.internal.findInvestors({ sourceId: 'x' })).resolves.toEqual({ items: [] })
  bench.simulator.control.clearFaults('down')
  await expect(patient.partner.products()).resolves.toBeDefined()
  await patient.close()
})

test('transport sentinels strike the first try of a key only', async () => {
  const body = sampleInvestor('by-hand', TENANT, 'Tono SIM-429')
  await expect(
    bench.bib.internal.createInvestor(body, { idempotencyKey: 's1' }),
  ).rejects.toMatchObject({ code: 'too-many-requests' })
  await expect(
    bench.bib.internal.createInvestor(body, { idempotencyKey: 's1' }),
  ).resolves.toMatchObject({ status: 'QUEUED' })
})

test('duplicate events: the same event id twice, in two messages', async () => {
  switchOn('duplicateEvents', { times: 1 })
  const { sourceId } = await bench.registered()
  const events = await until(
    'three',
    () => bench.eventsOf(sourceId).length === 3 && bench.eventsOf(sourceId),
  )
  expect(events.map(({ sequence }) => sequence)).toEqual([1, 1, 2])
  expect(new Set(events.map(({ eventId }) => eventId)).size).toBe(2)
})

test('lost events: never delivered, but reconciliation shows the state', async () => {
  switchOn('lostEvents', { match: 'SID_CREATED' })
  const since = bench.simulator.clock.now().toISOString()
  const { sourceId } = await bench.registered()
  await until('the first', () => bench.eventsOf(sourceId).length === 1)
  expect(
    bench.simulator.control.messages({ orderingKey: sourceId }).map(({ state }) => state),
  ).toContain('lost')
  expect((await bench.bib.internal.reconciliation({ since })).items).toMatchObject([
    { sourceId, status: 'SID_CREATED', sequence: 2 },
  ])
  expect(statusesOf(sourceId)).toEqual(['REGISTERED'])
})

test('out of order: a later sequence arrives first', async () => {
  switchOn('outOfOrderEvents', { times: 1 })
  const { sourceId } = await bench.registered()
  await until('both', () => bench.eventsOf(sourceId).length === 2)
  expect(bench.eventsOf(sourceId).map(({ sequence }) => sequence)).toEqual([2, 1])
})

test('out of order with no later event: it still arrives', async () => {
  switchOn('outOfOrderEvents', { match: 'SID_CREATED' })
  const { sourceId } = await bench.registered()
  await until('both', () => bench.eventsOf(sourceId).length === 2)
})

test('an event before our HTTP answer', async () => {
  switchOn('eventBeforeAnswer', { times: 1 })
  await bench.bib.internal.createInvestor(sampleInvestor('overtaken', TENANT))
  expect(bench.eventsOf('overtaken').length).toBeGreaterThan(0)
})

test('an event for the wrong tenant', async () => {
  switchOn('eventWrongTenant', { times: 1 })
  const { sourceId } = await bench.registered()
  const events = await until(
    'both',
    () => bench.eventsOf(sourceId).length === 2 && bench.eventsOf(sourceId),
  )
  expect(events.map(({ tenant }) => tenant)).toEqual(['SIM-OTHER', TENANT])
})

test('a poison message blocks its key until it is a dead letter', async () => {
  bench.sink.respond = ({ event }) => (event === undefined ? 400 : 204)
  switchOn('poisonMessage', { times: 1 })
  const { sourceId } = await bench.registered()
  await until('both', () => bench.eventsOf(sourceId).length === 2)
  expect(bench.simulator.control.messages({ state: 'dead', orderingKey: sourceId })).toHaveLength(1)
})
