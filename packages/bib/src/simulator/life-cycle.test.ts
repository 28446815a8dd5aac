import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { minus } from '@rmtools/contracts/decimals'
import { testClock } from '@rmtools/kit/testing-clock'
import { createBib } from '../client.ts'
import { exchangeDayAfter, wibInstant } from './calendar.ts'
import { Exact } from './ledger.ts'
import { sampleInvestor } from './samples.ts'
import { createSimulator } from './simulator.ts'
import { API_KEY, startBench, TENANT, until, type Bench } from './testing.ts'

/** Units for an amount of money, truncated to four decimals. */
const unitsFor = (amount: string, nav: string | null) =>
  new Exact(amount).div(nav ?? '').toFixed(4, Exact.ROUND_DOWN)

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

test('an investor is registered and gets a SID, with events in order', async () => {
  const { sourceId, sid, ifua, externalId, bankAccounts } = await bench.registered()
  expect(sid).toMatch(/^IDD120385\d{6}$/)
  expect(ifua).toMatch(/^IFUA\d+$/)
  expect(bankAccounts).toEqual([{ sourceId: `${sourceId}-acc`, status: 'ACCEPTED', reason: null }])
  const events = await until(
    'two events',
    () => bench.eventsOf(sourceId).length === 2 && bench.eventsOf(sourceId),
  )
  expect(events.map(({ type, sequence, tenant }) => ({ type, sequence, tenant }))).toEqual([
    { type: 'investor.status', sequence: 1, tenant: TENANT },
    { type: 'investor.status', sequence: 2, tenant: TENANT },
  ])
  expect(events.map(({ data }) => data)).toMatchObject([
    { status: 'REGISTERED', externalId, sid: null },
    { status: 'SID_CREATED', externalId, sid, ifua },
  ])
})

test('a subscription is paid, sent, allocated when the NAV is out and settled', async () => {
  const { externalId } = await bench.registered()
  const navDate = bench.today()
  const sourceId = await bench.instruct(externalId, {
    productCode: 'ANDALAN-SAHAM',
    amount: '1000000.00',
  })
  expect(await bench.instructionUntil(sourceId, 'SENT_TO_IM')).toMatchObject({ navDate, nav: null })
  expect(await bench.bib.partner.portfolio({ externalId })).toMatchObject({
    positions: [],
    pending: [{ sourceId, status: 'SENT_TO_IM', amount: '1000000.00' }],
  })

  const dayAfter = exchangeDayAfter(navDate)
  bench.simulator.clock.advanceTo(new Date(wibInstant(dayAfter, '07:59')))
  expect(await bench.instructionUntil(sourceId, 'SENT_TO_IM')).toBeDefined()
  bench.simulator.clock.advanceTo(new Date(wibInstant(dayAfter, '08:00')))
  const allocated = await bench.instructionUntil(sourceId, 'ALLOCATED')
  const { items: navs } = await bench.bib.partner.navs({
    code: 'ANDALAN-SAHAM',
    from: navDate,
    to: navDate,
  })
  expect(allocated).toMatchObject({ nav: navs[0]?.nav, amount: '1000000.00', fee: '15000.00' })
  // 985,000 divided by the NAV, truncated to four decimals.
  expect(allocated.units).toBe(unitsFor('985000.00', allocated.nav))

  bench.nextMorning(4)
  expect((await bench.instructionUntil(sourceId, 'ALLOCATED')).settlementDate).toBe(
    exchangeDayAfter(navDate, 5),
  )
  bench.nextMorning(1)
  expect(await bench.instructionUntil(sourceId, 'SETTLED')).toBeDefined()
  const told = await until(
    'all events',
    () => bench.eventsOf(sourceId).length === 6 && bench.eventsOf(sourceId),
  )
  expect(told.map(({ data }) => ('status' in data ? data.status : ''))).toEqual([
    'RECEIVED',
    'PAYMENT_PENDING',
    'PAID',
    'SENT_TO_IM',
    'ALLOCATED',
    'SETTLED',
  ])
  expect(told.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5, 6])
  expect(told[4]?.occurredAt).toBe(new Date(wibInstant(dayAfter, '08:00')).toISOString())
  expect(await bench.bib.partner.transactions({ externalId })).toMatchObject({
    items: [{ sourceId, type: 'SUBSCRIPTION', status: 'SETTLED' }],
    nextCursor: null,
  })
})

test('a redemption of all empties the position, a switch moves it within the manager', async () => {
  const { externalId } = await bench.holder()
  const before = await bench.bib.partner.portfolio({ externalId })
  expect(before.positions).toMatchObject([{ productCode: 'ANDALAN-OBLIGASI', cost: '9950000.00' }])
  const held = before.positions[0]?.units ?? '0'
  const half = new Exact(held).div(2).toFixed(4, Exact.ROUND_DOWN)
  const redemption = await bench.instruct(externalId, {
    type: 'REDEMPTION',
    productCode: 'ANDALAN-OBLIGASI',
    units: half,
  })
  const received = await bench.instructionUntil(redemption, 'SENT_TO_IM')
  expect(received.payment).toBeNull()
  const reserved = await bench.bib.partner.portfolio({ externalId })
  expect(reserved.positions[0]?.availableUnits).toBe(minus(held, half))
  bench.nextMorning()
  expect((await bench.instructionUntil(redemption, 'ALLOCATED')).units).toBe(half)
  expect((await bench.bib.partner.portfolio({ externalId })).totals[0]?.cost).toMatch(
    /^497500\d\.\d\d$|^4974999\.\d\d$/,
  )

  const change = await bench.instruct(externalId, {
    type: 'SWITCHING',
    productCode: 'ANDALAN-OBLIGASI',
    targetProductCode: 'ANDALAN-KAS',
    all: true,
  })
  await bench.instructionUntil(change, 'SENT_TO_IM')
  bench.nextMorning()
  const switched = await bench.instructionUntil(change, 'ALLOCATED')
  expect(switched.target?.amount).toBe(minus(switched.amount ?? '', switched.fee ?? ''))
  const after = await bench.bib.partner.portfolio({ externalId })
  expect(after.positions.map(({ productCode, units }) => [productCode, units])).toEqual([
    ['ANDALAN-KAS', switched.target?.units],
  ])
  const first = await bench.bib.partner.transactions({ externalId, limit: 3 })
  const rest = await bench.bib.partner.transactions({
    externalId,
    limit: 3,
    cursor: first.nextCursor ?? '',
  })
  expect([...first.items, ...rest.items].map(({ type }) => type)).toEqual([
    'SWITCH_IN',
    'SWITCH_OUT',
    'REDEMPTION',
    'SUBSCRIPTION',
  ])
  expect(rest.nextCursor).toBeNull()
})

test.each([
  ['BELOW_MINIMUM', { amount: '9999.99' }],
  ['PRODUCT_UNKNOWN', { productCode: 'NOWHERE-1' }],
  ['PRODUCT_SUSPENDED', { productCode: 'ELANG-PROTEKSI' }],
  ['OFFERING_CLOSED', { productCode: 'RI-RITEL-01', amount: '1000000.00' }],
  [
    'INSUFFICIENT_UNITS',
    { type: 'REDEMPTION', productCode: 'ANDALAN-OBLIGASI', units: '999999.0000' },
  ],
  [
    'REMAINDER_BELOW_MINIMUM',
    { type: 'REDEMPTION', productCode: 'ANDALAN-OBLIGASI', amount: '9920000.00' },
  ],
  [
    'SWITCH_NOT_ALLOWED',
    {
      type: 'SWITCHING',
      productCode: 'ANDALAN-OBLIGASI',
      targetProductCode: 'BAHTERA-TETAP',
      all: true,
    },
  ],
] as const)('Bib refuses with %s', async (code, wanted) => {
  const { externalId } = await bench.holder()
  const sourceId = await bench.instruct(externalId, wanted)
  expect(await bench.instructionUntil(sourceId, 'REJECTED')).toMatchObject({
    reason: { code },
    units: 'units' in wanted ? wanted.units : null,
  })
})

test('reconciliation lists what changed, page by page', async () => {
  const since = bench.simulator.clock.now().toISOString()
  const one = await bench.registered()
  const two = await bench.registered()
  const first = await bench.bib.internal.reconciliation({ since, limit: 1 })
  const rest = await bench.bib.internal.reconciliation({
    since,
    limit: 1000,
    cursor: first.nextCursor ?? '',
  })
  expect(
    [...first.items, ...rest.items].map(({ kind, sourceId, status }) => [kind, sourceId, status]),
  ).toEqual([
    ['INVESTOR', one.sourceId, 'SID_CREATED'],
    ['INVESTOR', two.sourceId, 'SID_CREATED'],
  ])
})

test('seeded investors have positions, transactions and reports, without events', async () => {
  const { simulator, bib, sink } = bench
  const told = sink.deliveries.length
  const investor = {
    tenant: 'SEEDED',
    sourceId: 's-1',
    rmId: 'rm-9',
    externalId: 'OLD-1',
    sid: 'IDD010180000001',
    ifua: 'IFUA1',
  }
  const transactions = [
    { type: 'SUBSCRIPTION', productCode: 'DHARMA-KAS', date: '2026-01-01', amount: '5000000.00' },
    { type: 'REDEMPTION', productCode: 'DHARMA-KAS', date: '2026-03-02', amount: '1000000.00' },
    {
      type: 'SWITCHING',
      productCode: 'DHARMA-KAS',
      targetProductCode: 'DHARMA-SAHAM',
      date: '2026-05-04',
      amount: '2000000.00',
    },
  ] as const
  for (let twice = 0; twice < 2; twice++)
    expect(
      simulator.control.seed({ investors: [{ ...investor, transactions: [...transactions] }] }),
    ).toEqual({
      investors: 1,
      transactions: 3,
    })
  const { partner } = bib.forTenant('SEEDED')
  expect(
    (await partner.portfolio({ externalId: 'OLD-1' })).positions.map(
      ({ productCode }) => productCode,
    ),
  ).toEqual(['DHARMA-KAS', 'DHARMA-SAHAM'])
  expect((await partner.transactions({ externalId: 'OLD-1' })).items).toHaveLength(4)
  const { items: sales } = await partner.sales({
    from: '2026-01-01',
    to: '2026-12-31',
    rmId: 'rm-9',
  })
  expect(sales).toMatchObject([
    // New Year is a holiday: the deal gets the next exchange day's NAV, in the same month.
    { month: '2026-01', subscriptions: '5000000.00', net: '5000000.00' },
    { month: '2026-03', redemptions: expect.stringMatching(/^(999999|1000000)\./) },
    { month: '2026-05', productCode: 'DHARMA-KAS', switchIn: '0.00' },
    { month: '2026-05', productCode: 'DHARMA-SAHAM', switchOut: '0.00' },
  ])
  const { items: aum } = await partner.aum({ from: '2026-01-15', to: '2026-02-10' })
  expect(aum.map(({ date, investors }) => [date, investors])).toEqual([
    ['2026-01-31', 1],
    ['2026-02-10', 1],
  ])
  await expect(bib.partner.portfolio({ externalId: 'OLD-1' })).rejects.toMatchObject({
    status: 404,
  })
  expect(sink.deliveries.length).toBe(told)
})

test('a restart finds clock, records and work in progress again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bib-'))
  const wall = testClock()
  const config = {
    apiKey: API_KEY,
    dataFile: join(folder, 'bib.sqlite'),
    tickMs: 2,
    wallClock: () => wall.now().getTime(),
  }
  const first = await createSimulator(config)
  first.clock.advanceDays(30)
  const moved = first.clock.now()
  const bib = createBib({ baseUrl: first.url, apiKey: API_KEY, tenant: TENANT })
  await bib.internal.createInvestor(sampleInvestor('kept', TENANT))
  await bib.close()
  await first.close()
  const second = await createSimulator(config)
  const again = createBib({ baseUrl: second.url, apiKey: API_KEY, tenant: TENANT })
  expect(second.clock.now().getTime()).toBeGreaterThanOrEqual(moved.getTime())
  await until(
    'SID',
    async () =>
      (await again.internal.findInvestors({ sourceId: 'kept' })).items[0]?.status === 'SID_CREATED',
  )
  await again.close()
  await second.close()
  rmSync(folder, { recursive: true })
})
