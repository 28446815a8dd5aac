import { afterEach, beforeEach, expect, test } from 'vitest'
import { sampleInvestor } from './simulator/samples.ts'
import { startBench, TENANT, type Bench } from './simulator/testing.ts'

let bench: Bench
beforeEach(async () => {
  // On a busy machine the simulator takes seconds to draw its first fact sheet.
  bench = await startBench({}, { breakerFailures: 3, breakerOpenMs: 60_000, budgetMs: 15_000 })
})
afterEach(() => bench.close())

test('each tenant acts for itself over one connection', async () => {
  const other = bench.bib.forTenant('OTHER')
  expect(bench.bib.forTenant('OTHER')).toBe(other)
  await other.internal.createInvestor(sampleInvestor('same-id', 'OTHER'))
  expect((await bench.bib.internal.findInvestors({ sourceId: 'same-id' })).items).toEqual([])
  expect((await other.internal.findInvestors({ sourceId: 'same-id' })).items).toHaveLength(1)
  await bench.bib.internal.createInvestor(sampleInvestor('same-id', TENANT))
  expect((await bench.bib.internal.findInvestors({ sourceId: 'same-id' })).items).toHaveLength(1)
})

test('when Bib is down for one tenant it is for all: the shared breaker opens and nobody waits', async () => {
  bench.simulator.control.setFaults({ down: { on: true } })
  for (let tries = 0; tries < 3; tries++)
    await expect(
      bench.bib.internal.createInvestor(sampleInvestor(`down-${tries}`, TENANT)),
    ).rejects.toMatchObject({ code: 'unavailable' })
  expect(bench.bib.breakerState()).toBe('open')
  bench.simulator.control.clearFaults()
  const started = performance.now()
  await expect(bench.bib.forTenant('OTHER').partner.products()).rejects.toMatchObject({
    code: 'unavailable',
    retryAfterSeconds: 60,
  })
  expect(performance.now() - started).toBeLessThan(1000)
})

test('a path parameter cannot leave its place', async () => {
  await expect(
    bench.bib.partner.portfolio({ externalId: '../../_control/state' }),
  ).rejects.toMatchObject({ status: 404 })
})

test('SECURITY 31: a fact sheet is fetched from Bib itself only, and must be a PDF', async () => {
  const { bib, simulator } = bench
  const { items } = await bib.partner.products()
  const url = items[0]?.factsheetUrl ?? ''
  expect(url.startsWith(`${simulator.url}/`)).toBe(true)
  expect(Buffer.from((await bib.factSheet(url)).subarray(0, 5)).toString()).toBe('%PDF-')
  const code = async (address: string) =>
    await bib.factSheet(address).then(String, (problem: { code: string }) => problem.code)
  expect(await code('http://169.254.169.254/latest/meta-data')).toBe('fact-sheet-missing')
  expect(await code('file:///etc/passwd')).toBe('fact-sheet-missing')
  expect(await code(`${simulator.url}/factsheets/NO-SUCH.pdf`)).toBe('fact-sheet-missing')
  expect(await code(`${simulator.url}/healthz`)).toBe('upstream-invalid')
})
