// What the clock decides: the cut-off, NAV dates, and an order that is carried out ahead of time.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exchangeDayAfter, navDateAt, wibInstant } from './calendar.ts'
import { startBench, TENANT, until, type Bench } from './testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(() => bench.close())

test('an instruction can be cancelled until the cut-off of its NAV date, and the money goes back', async () => {
  const { externalId } = await bench.registered()
  const early = await bench.instruct(externalId)
  await bench.instructionUntil(early, 'SENT_TO_IM')
  const cancelled = await bench.bib.internal.cancelInstruction({
    id: early,
    tenant: TENANT,
    reason: 'changed my mind',
  })
  expect(cancelled).toMatchObject({
    status: 'CANCELLED',
    refund: { amount: '1000000.00', status: 'PENDING' },
  })
  await until(
    'refund',
    async () =>
      (await bench.bib.internal.findInstructions({ sourceId: early })).items[0]?.refund?.status ===
      'PAID',
  )

  const late = await bench.instruct(externalId)
  await bench.instructionUntil(late, 'SENT_TO_IM')
  bench.simulator.clock.advanceTo(new Date(wibInstant(bench.today(), '13:00')))
  await expect(
    bench.bib.internal.cancelInstruction({ id: late, tenant: TENANT, reason: 'x' }),
  ).rejects.toMatchObject({
    code: 'not-cancellable',
    status: 409,
  })
  bench.nextMorning()
  expect((await bench.bib.partner.portfolio({ externalId })).positions).toHaveLength(1)
})

test('exactly at the cut-off is late: the date that the investor agreed to no longer holds, and the source id may be sent again with the new one', async () => {
  const { externalId } = await bench.registered()
  const today = bench.today()
  bench.simulator.clock.advanceTo(new Date(wibInstant(today, '13:00')))
  const sourceId = await bench.instruct(externalId, { expectedNavDate: today })
  const navDate = exchangeDayAfter(today)
  expect(await bench.instructionUntil(sourceId, 'REJECTED')).toMatchObject({
    navDate,
    reason: { code: 'NAV_DATE_CHANGED' },
    refund: null,
  })
  await bench.instruct(externalId, { sourceId, expectedNavDate: navDate })
  expect(await bench.instructionUntil(sourceId, 'SENT_TO_IM')).toMatchObject({
    navDate,
    reason: null,
    sequence: 5,
  })
  bench.nextMorning()
})

test('one instruction is carried out ahead of time, at the NAV that its date gets later; the clock stays', async () => {
  const { externalId } = await bench.registered()
  const { control, clock } = bench.simulator
  const before = clock.now().getTime()
  const [navDate, sourceId] = [
    bench.today(),
    await bench.instruct(externalId, { productCode: 'ANDALAN-SAHAM', amount: '1000000.00' }),
  ]
  const allocated = control.carryOut(TENANT, sourceId, 'ALLOCATED')
  expect(allocated).toMatchObject({ status: 'ALLOCATED', navDate })
  expect(control.carryOut(TENANT, sourceId, 'SETTLED')).toMatchObject({
    status: 'SETTLED',
    units: allocated.units,
  })
  expect(clock.now().getTime() - before).toBeLessThan(5000)
  expect((await bench.bib.partner.portfolio({ externalId })).positions).toMatchObject([
    { units: allocated.units },
  ])
  bench.nextMorning(7)
  expect(
    (await bench.bib.partner.navs({ code: 'ANDALAN-SAHAM', from: navDate, to: navDate })).items[0]
      ?.nav,
  ).toBe(allocated.nav)
  expect((await bench.bib.partner.transactions({ externalId })).items).toHaveLength(1)
  await until('all events', () => bench.eventsOf(sourceId).length === 6)
  await until(
    'all NAVs to be told',
    () => control.messages({ state: 'pending', limit: 1 }).length === 0,
  )
  expect(() => control.carryOut(TENANT, 'nobody', 'SETTLED')).toThrow(
    expect.objectContaining({ code: 'not-found' }),
  )
})

test('the clock never goes back', () => {
  const { clock } = bench.simulator
  expect(() => clock.advanceTo(new Date(clock.now().getTime() - 1000))).toThrow(
    expect.objectContaining({ code: 'wrong-state' }),
  )
})

test('NAV dates: before, at and after the cut-off, weekends, holidays and 31 December', () => {
  expect(navDateAt(wibInstant('2026-11-23', '12:59'), '13:00')).toBe('2026-11-23')
  expect(navDateAt(wibInstant('2026-11-23', '13:00') - 1, '13:00')).toBe('2026-11-23')
  expect(navDateAt(wibInstant('2026-11-23', '13:00'), '13:00')).toBe('2026-11-24')
  expect(navDateAt(wibInstant('2026-11-27', '13:00'), '13:00')).toBe('2026-11-30')
  expect(navDateAt(wibInstant('2026-12-23', '13:00'), '13:00')).toBe('2026-12-28')
  expect(navDateAt(wibInstant('2026-12-30', '14:00'), '13:00')).toBe('2027-01-04')
})
