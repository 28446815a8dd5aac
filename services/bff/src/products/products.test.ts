import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { NavPoint } from '@rmtools/contracts/bff/market'
import { createBffWorld, type BffWorld } from '../testing/bff-world.ts'
import { A, RINA, type Person } from '../testing/people.ts'
import { maxDrawdown, monthsBefore, rangeOf, returnsOf } from './rules.ts'

const rina: Person = { id: RINA, role: 'rm' }
let world: BffWorld

beforeAll(async () => void (world = await createBffWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const point = (date: string, nav: string): NavPoint => ({
  date,
  nav,
  corrected: false,
  publishedAt: `${date}T01:00:00.000Z`,
})

describe('figures of a series', () => {
  const series = [
    point('2023-11-20', '1000.0000'),
    point('2025-11-21', '2000.0000'),
    point('2025-12-31', '1500.0000'),
    point('2026-10-23', '1200.0000'),
    point('2026-11-23', '1800.0000'),
  ]

  test('returns count from the last NAV on or before the day that the period begins', () => {
    expect(returnsOf(series)).toEqual({
      '1m': '50.0000',
      '3m': '20.0000',
      '6m': '20.0000',
      ytd: '20.0000',
      '1y': '-10.0000',
      '3y': '80.0000',
    })
  })

  test('a product younger than the period has no return for it', () => {
    expect(returnsOf(series.slice(3))).toEqual({
      '1m': '50.0000',
      '3m': null,
      '6m': null,
      ytd: null,
      '1y': null,
      '3y': null,
    })
    expect(returnsOf([])).toMatchObject({ '1m': null, ytd: null })
  })

  test('the drawdown is the deepest fall from a high before it', () => {
    expect(maxDrawdown(series)).toBe('-40.0000')
    expect(maxDrawdown([point('2026-01-02', '1.0000'), point('2026-01-05', '2.0000')])).toBe(
      '0.0000',
    )
    expect(maxDrawdown(series.slice(0, 1))).toBeNull()
  })

  test('a month earlier than the last of a long month is the last of the short one', () => {
    expect([
      monthsBefore('2026-03-31', 1),
      monthsBefore('2024-03-31', 1),
      monthsBefore('2026-01-15', 36),
    ]).toEqual(['2026-02-28', '2024-02-29', '2023-01-15'])
  })

  test('a range is at most three years and not reversed', () => {
    expect(rangeOf({}, '2026-11-23')).toEqual({ from: '2025-11-23', to: '2026-11-23' })
    expect(() => rangeOf({ from: '2023-11-22', to: '2026-11-23' }, '2026-11-23')).toThrow(
      'not valid',
    )
    expect(() => rangeOf({ from: '2026-11-24' }, '2026-11-23')).toThrow('not valid')
  })
})

describe('products', () => {
  const items = async (query: string) => (await world.get(`/products?${query}`, rina)).body.items

  test('are found by each filter, and by all together', async () => {
    const all = await items('')
    expect(all.length).toBeGreaterThan(3)
    expect((await items('type=MONEY_MARKET')).every(({ type }) => type === 'MONEY_MARKET')).toBe(
      true,
    )
    expect((await items('riskMax=2')).every(({ riskLevel }) => riskLevel <= 2)).toBe(true)
    expect((await items('syariah=true')).every(({ syariah }) => syariah)).toBe(true)
    const [first] = all
    if (!first) throw new Error('no product')
    expect((await items(`search=${first.isin.toLowerCase()}`)).map(({ code }) => code)).toEqual([
      first.code,
    ])
    expect(
      (
        await items(
          `manager=${encodeURIComponent(first.manager)}&currency=${first.currency}&type=${first.type}`,
        )
      ).map(({ code }) => code),
    ).toContain(first.code)
    expect(await items('currency=XXX')).toEqual([])
  })

  test('that do not exist are 404, ranges that cannot be are 400', async () => {
    const [{ code } = { code: '' }] = await items('')
    expect((await world.get('/products/NO-SUCH', rina)).status).toBe(404)
    expect((await world.get('/products/NO-SUCH/navs', rina)).status).toBe(404)
    expect(
      (await world.get(`/products/${code}/navs?from=2020-01-01&to=2026-01-01`, rina)).body.errors[0]
        ?.code,
    ).toBe('period')
    expect((await world.get(`/products/${code}/navs?from=2026-02-30`, rina)).status).toBe(400)
    const navs = await world.get(`/products/${code}/navs`, rina)
    expect(navs.body.items.length).toBeGreaterThan(200)
    expect(navs.body.returns['1y']).toMatch(/^-?\d+\.\d{4}$/)
  })

  test('are not for a platform administrator', async () => {
    expect((await world.get('/products', { id: RINA, role: 'platform-admin' })).status).toBe(403)
  })

  test('SECURITY 27: are kept for each company on its own', async () => {
    world.asked.length = 0
    await world.get('/products', { ...rina, companyId: A })
    await world.get('/products', { ...rina, companyId: '0199a000-0000-7000-8000-00000000000b' })
    expect(world.asked).toEqual(['/_partners/products'])
  })

  test('have the cut-off of the company where they name none', async () => {
    const cutOffs = async (companyId: string) => {
      const { items: found } = (await world.get('/products', { ...rina, companyId })).body
      return ['BAHTERA-LIKUID', 'ANDALAN-KAS', 'ANDALAN-INDEKS30'].map(
        (code) => found.find((one) => one.code === code)?.cutOff,
      )
    }
    expect(await cutOffs(A)).toEqual(['14:30', '13:00', '12:00'])
    expect(await cutOffs('0199a000-0000-7000-8000-00000000000b')).toEqual([
      '13:00',
      '13:00',
      '12:00',
    ])
  })

  test('have a fact sheet, kept, and shown in the browser', async () => {
    world.asked.length = 0
    const get = async (code: string) =>
      await fetch(`${world.url}/products/${code}/factsheet`, {
        headers: { authorization: `Bearer ${await world.tokenOf(rina)}` },
      })
    // On a busy machine the simulator takes longer to draw its first sheet than bff waits.
    await vi.waitFor(async () => expect((await get('ANDALAN-OBLIGASI')).status).toBe(200), 45_000)
    world.asked.length = 0
    for (let time = 0; time < 2; time++) {
      const reply = await get('ANDALAN-SAHAM')
      expect([
        reply.status,
        reply.headers.get('content-type'),
        reply.headers.get('content-disposition'),
      ]).toEqual([200, 'application/pdf', 'inline; filename="ANDALAN-SAHAM.pdf"'])
      expect(Buffer.from(await reply.arrayBuffer()).toString('latin1')).toMatch(
        /^%PDF-[\s\S]*Andalan Saham Unggulan/,
      )
    }
    expect(world.asked.filter((path) => path === '/')).toHaveLength(1)
    expect((await get('NO-SUCH')).status).toBe(404)
  }, 60_000)

  test('are asked for again when Bib says that one changed, and served stale when Bib is down', async () => {
    const before = await world.get('/products', rina)
    expect(before.body.isStale).toBe(false)
    world.asked.length = 0
    await world.owner.query(`select crm_bib.announce_to_everyone('product', 'ANDALAN-BERIMBANG')`)
    await vi.waitFor(async () => {
      await world.get('/products', rina)
      expect(world.asked).toEqual(['/_partners/products'])
    }, 15_000)
    const kept = await world.get('/products', rina)
    world.simulator.control.setFaults({ down: { on: true } })
    await world.owner.query(`select crm_bib.announce_to_everyone('nav', 'ANDALAN-BERIMBANG')`)
    await vi.waitFor(
      async () => expect((await world.get('/products', rina)).body.isStale).toBe(true),
      15_000,
    )
    const stale = await world.get('/products', rina)
    expect([stale.status, stale.body.asOf, stale.body.items.length]).toEqual([
      200,
      kept.body.asOf,
      kept.body.items.length,
    ])
    const nothingKept = await world.get(
      '/products/ANDALAN-BERIMBANG/navs?from=2024-01-01&to=2024-02-01',
      rina,
    )
    expect([nothingKept.status, nothingKept.body.type]).toEqual([503, '/problems/unavailable'])
    world.simulator.control.clearFaults()
    await vi.waitFor(
      async () => expect((await world.get('/products', rina)).body.isStale).toBe(false),
      15_000,
    )
  }, 60_000)
})
