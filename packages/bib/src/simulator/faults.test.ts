import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { compare } from '@rmtools/contracts/decimals'
import type { FaultName } from './faults.ts'
import { exchangeDayAfter } from './calendar.ts'
import { Exact } from './ledger.ts'
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
const statusesOf = (id: string) =>
  bench.eventsOf(id).map(({ data }) => ('status' in data ? data.status : ''))

test.each([
  ['kycRefused', 'KYC_REFUSED', '/kyc', 'Tono SIM-REJECT'],
  ['codeListMismatch', 'CODE_LIST_MISMATCH', '/kyc/occupation', 'Tono SIM-CODES'],
] as const)(
  '%s: registration is rejected, by switch and by sentinel; it may be sent again, corrected or unchanged',
  async (name, code, field, sentinel) => {
    switchOn(name, { times: 1 })
    await bench.bib.internal.createInvestor(sampleInvestor(`${name}-1`, TENANT))
    await bench.bib.internal.createInvestor(sampleInvestor(`${name}-2`, TENANT, sentinel))
    for (const sourceId of [`${name}-1`, `${name}-2`])
      expect(
        await bench.investorUntil(sourceId, ({ status }) => status === 'REJECTED'),
      ).toMatchObject({
        externalId: null,
        reasons: [{ code, field }],
      })
    await bench.bib.internal.createInvestor(sampleInvestor(`${name}-2`, TENANT, 'Tono'))
    expect(
      await bench.investorUntil(`${name}-2`, ({ status }) => status === 'SID_CREATED'),
    ).toMatchObject({ reasons: [], sequence: 3 })
    await bench.bib.internal.createInvestor(sampleInvestor(`${name}-1`, TENANT))
    expect(
      await bench.investorUntil(`${name}-1`, ({ status }) => status === 'SID_CREATED'),
    ).toMatchObject({ reasons: [], sequence: 3 })
  },
)

test.each([[undefined], ['Tono SIM-SID-EXISTS']])(
  'the SID exists already: linked (%s)',
  async (name) => {
    if (name === undefined) switchOn('sidExists', { times: 1 })
    expect(await bench.registered(name)).toMatchObject({
      linked: true,
      sid: expect.stringMatching(/^IDD/),
    })
  },
)

test.each([[undefined], ['Tono SIM-BANK']])(
  'a bank account is refused, the investor registered (%s)',
  async (name) => {
    if (name === undefined) switchOn('bankAccountRefused', { times: 1 })
    expect((await bench.registered(name)).bankAccounts).toMatchObject([
      { status: 'REFUSED', reason: { code: 'BANK_ACCOUNT_REFUSED' } },
    ])
  },
)

test('the external id is merged: an event reports it, and the old one is gone', async () => {
  switchOn('externalIdMerged', { times: 1 })
  const { sourceId } = await bench.registered()
  const merged = await bench.investorUntil(sourceId, (record) => record.previousExternalId !== null)
  const [first] = await until(
    'three events',
    () => bench.eventsOf(sourceId).length === 3 && bench.eventsOf(sourceId),
  )
  const externalId = merged.previousExternalId ?? ''
  expect(first?.data).toMatchObject({ externalId, previousExternalId: null })
  await expect(bench.bib.partner.portfolio({ externalId })).rejects.toMatchObject({
    code: 'investor-merged',
    status: 410,
  })
  expect(await bench.bib.partner.portfolio({ externalId: merged.externalId ?? '' })).toMatchObject({
    externalId: merged.externalId,
  })
})

test('NAV late: allocation waits for it', async () => {
  switchOn('navLate', { match: 'ANDALAN-KAS' })
  const { externalId } = await bench.registered()
  const sourceId = await bench.instruct(externalId)
  const { navDate } = await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  bench.nextMorning()
  bench.simulator.control.clearFaults()
  expect((await bench.bib.partner.navs({ code: 'ANDALAN-KAS' })).items.at(-1)?.date).not.toBe(
    navDate,
  )
  expect((await bench.bib.partner.navs({ code: 'CAKRA-PU' })).items.at(-1)?.date).toBe(navDate)
  expect(await bench.instructionUntil(sourceId, 'SENT_TO_IM')).toBeDefined()
  bench.simulator.clock.advanceHours(6)
  expect(await bench.instructionUntil(sourceId, 'ALLOCATED', 'SETTLED')).toMatchObject({ navDate })
  bench.nextMorning()
})

test('NAV corrected: published again with the former figure, allocations done again', async () => {
  switchOn('navCorrected', { match: 'ANDALAN-KAS' })
  const { externalId } = await bench.registered()
  const sourceId = await bench.instruct(externalId)
  await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  bench.simulator.clock.advanceTo(new Date(`${exchangeDayAfter(bench.today())}T08:30:00+07:00`))
  const before = await bench.instructionUntil(sourceId, 'ALLOCATED')
  bench.simulator.clock.advanceHours(1)
  const after = await bench.instructionUntil(sourceId, 'ALLOCATED', 'SETTLED')
  expect(after).toMatchObject({ corrected: true, sequence: before.sequence + 1 })
  expect(after.nav).toBe(new Exact(before.nav ?? '').times('1.0035').toFixed(4))
  expect(compare(after.units ?? '', before.units ?? '')).toBeLessThan(0)
  expect((await bench.bib.partner.portfolio({ externalId })).positions[0]?.units).toBe(after.units)
  const told = await until('the correction', () =>
    bench
      .eventsOf('ANDALAN-KAS')
      .findLast(({ data }) => 'previousNav' in data && data.previousNav !== null),
  )
  expect(told.data).toMatchObject({ nav: after.nav, previousNav: before.nav })
  bench.nextMorning()
})

test.each([[undefined], ['Tono SIM-CUTOFF']])(
  'the cut-off passes while queued: rejected with the date that applies (%s)',
  async (name) => {
    if (name === undefined) switchOn('cutOffPassed', { times: 1 })
    const { externalId } = await bench.registered(name)
    const sourceId = await bench.instruct(externalId)
    expect(await bench.instructionUntil(sourceId, 'REJECTED')).toMatchObject({
      reason: { code: 'NAV_DATE_CHANGED' },
      navDate: exchangeDayAfter(bench.today()),
    })
  },
)

test.each([[undefined], ['Tono SIM-NO-UNITS']])(
  'another application redeemed the units (%s)',
  async (name) => {
    const { externalId } = await bench.holder(name)
    if (name === undefined) switchOn('redemptionAboveUnits', { times: 1 })
    const sourceId = await bench.instruct(externalId, {
      type: 'REDEMPTION',
      productCode: 'ANDALAN-OBLIGASI',
      all: true,
    })
    expect(await bench.instructionUntil(sourceId, 'REJECTED')).toMatchObject({
      reason: { code: 'INSUFFICIENT_UNITS' },
    })
  },
)

test('the money does not come while the switch is on', async () => {
  const { externalId } = await bench.registered()
  switchOn('paymentLate', { match: 'late-payer' })
  await bench.instruct(externalId, { sourceId: 'late-payer' })
  await bench.instruct(externalId, { sourceId: 'prompt-payer' })
  await bench.instructionUntil('prompt-payer', 'SENT_TO_IM')
  expect(await bench.instructionUntil('late-payer', 'PAYMENT_PENDING')).toBeDefined()
  bench.simulator.control.clearFaults('paymentLate')
  expect(await bench.instructionUntil('late-payer', 'SENT_TO_IM')).toBeDefined()
})

test('a product is suspended: by an event, in the list of products, with rejected instructions, until the switch is off', async () => {
  const { externalId } = await bench.registered()
  switchOn('productSuspended', { match: 'CAKRA-PU' })
  const shelf = async () =>
    (await bench.bib.partner.products()).items
      .filter(({ status }) => status === 'SUSPENDED')
      .map(({ code }) => code)
  expect(await shelf()).toEqual(['CAKRA-PU'])
  const sourceId = await bench.instruct(externalId, { productCode: 'CAKRA-PU' })
  expect(await bench.instructionUntil(sourceId, 'REJECTED')).toMatchObject({
    reason: { code: 'PRODUCT_SUSPENDED' },
  })
  bench.simulator.control.clearFaults('productSuspended')
  const told = () =>
    bench
      .eventsOf('CAKRA-PU')
      .filter(({ type }) => type === 'product.changed')
      .map(({ data }) => ('status' in data ? data.status : ''))
  await until('both', () => told().join() === 'SUSPENDED,ACTIVE')
  expect(await shelf()).toEqual([])
})

test.each([[undefined], ['Tono SIM-REFUND']])(
  'rejection after the money arrived: it goes back (%s)',
  async (name) => {
    if (name === undefined) switchOn('rejectedAfterPayment', { times: 1 })
    const { externalId } = await bench.registered(name)
    const sourceId = await bench.instruct(externalId)
    const rejected = await bench.instructionUntil(sourceId, 'REJECTED')
    expect(rejected).toMatchObject({
      reason: { code: 'MANAGER_REFUSED' },
      refund: { amount: '1000000.00' },
    })
    await until(
      'refund',
      async () =>
        (await bench.bib.internal.findInstructions({ sourceId })).items[0]?.refund?.status ===
        'PAID',
    )
    await until(
      'events',
      () => statusesOf(sourceId).join() === 'RECEIVED,PAYMENT_PENDING,PAID,REJECTED,REJECTED',
    )
  },
)

test('faults are switched over HTTP too, and the answer shows them', async () => {
  const call = (method: string, path: string, body?: object) =>
    fetch(`${bench.simulator.url}/_control/${path}`, {
      method,
      headers: {
        authorization: `Bearer ${API_KEY}`,
        ...(body ? { 'content-type': 'application/json' } : {}),
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    })
  const state = (await (
    await call('PUT', 'faults', { slow: { on: true, ms: 1 }, down: { on: true, match: 'x' } })
  ).json()) as {
    faults: object
  }
  expect(state.faults).toEqual({ slow: { on: true, ms: 1 }, down: { on: true, match: 'x' } })
  expect(await (await call('DELETE', 'faults/down')).json()).toMatchObject({
    faults: { slow: { on: true, ms: 1 } },
  })
  expect((await call('PUT', 'faults', { nonsense: { on: true } })).status).toBe(400)
  expect((await call('POST', 'clock', { advanceTo: '2020-01-01T00:00:00Z' })).status).toBe(409)
  expect((await call('POST', 'clock', {})).status).toBe(400)
  const before = bench.simulator.clock.now().getTime()
  expect((await call('POST', 'clock', { advanceHours: 1 })).status).toBe(200)
  expect(bench.simulator.clock.now().getTime()).toBeGreaterThanOrEqual(before + 3_600_000)
  expect((await call('DELETE', 'faults')).status).toBe(200)
  bench.nextMorning()
})
