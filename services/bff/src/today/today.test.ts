import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Product } from '@rmtools/contracts/bff/market'
import type { Today } from '@rmtools/contracts/bff/today'
import { createBffWorld, seedInvestor, type BffWorld } from '../testing/bff-world.ts'
import { BAGUS, RINA, SARI } from '../testing/people.ts'
import { nextCutOffs } from './rules.ts'

const product = (code: string, cutOff: string, status: Product['status'] = 'ACTIVE') =>
  ({ code, cutOff, status, type: 'EQUITY' }) as Product
const shelf = [
  product('A', '13:00'),
  product('B', '12:00'),
  product('C', '13:00'),
  product('D', '09:00', 'CLOSED'),
]
const at = (instant: string, holidays: string[] = []) =>
  nextCutOffs(shelf, new Date(instant), new Set(holidays)).map(
    ({ cutOff, closesAt, navDate, products }) => [cutOff, closesAt, navDate, products],
  )

describe('the next cut-offs', () => {
  test('are those of today before they pass, one for each time of day', () => {
    expect(at('2026-11-25T04:00:00Z')).toEqual([
      ['12:00', '2026-11-25T05:00:00.000Z', '2026-11-25', 1],
      ['13:00', '2026-11-25T06:00:00.000Z', '2026-11-25', 2],
    ])
  })

  test('are the next exchange day’s once they have passed: to the second, past weekends and holidays', () => {
    expect(at('2026-11-25T06:00:00Z')).toEqual([
      ['12:00', '2026-11-26T05:00:00.000Z', '2026-11-26', 1],
      ['13:00', '2026-11-26T06:00:00.000Z', '2026-11-26', 2],
    ])
    expect(at('2026-11-27T07:00:00Z', ['2026-11-30'])[0]).toEqual([
      '12:00',
      '2026-12-01T05:00:00.000Z',
      '2026-12-01',
      1,
    ])
  })
})

describe('GET /today', () => {
  let world: BffWorld
  beforeAll(async () => {
    world = await createBffWorld()
    seedInvestor(world.simulator, {
      tenant: 'TENANT-A',
      rmId: RINA,
      externalId: 'EXT-1',
      productCode: 'ANDALAN-BERIMBANG',
    })
    seedInvestor(world.simulator, {
      tenant: 'TENANT-A',
      rmId: BAGUS,
      externalId: 'EXT-2',
      productCode: 'ANDALAN-OBLIGASI',
    })
  })
  afterAll(async () => await world[Symbol.asyncDispose]())
  const get = async (id: string) =>
    JSON.parse((await world.get('/today', { id, role: 'rm' })).text) as Today

  test('joins what crm and Bib know, of the own book alone', async () => {
    const today = await get(RINA)
    expect(today.followUps.count).toBe(1)
    expect(today.cutOffs?.map(({ cutOff }) => cutOff).toSorted()).toEqual([
      '12:00',
      '13:00',
      '14:30',
    ])
    expect(today.aum?.items).toHaveLength(1)
    expect(Number(today.aum?.items[0]?.now)).toBeGreaterThan(5_000_000)
    expect(Number(today.aum?.items[0]?.now)).toBeLessThan(15_000_000)
    expect(Number(today.aum?.items[0]?.lastMonthEnd)).toBeGreaterThan(5_000_000)
    expect(today.sales?.items).toEqual([])
  })

  test('without Bib is what crm knows; it is for RMs', async () => {
    world.simulator.control.setFaults({ down: { on: true } })
    expect(await get(SARI)).toMatchObject({ followUps: { count: 1 }, sales: null, aum: null })
    world.simulator.control.clearFaults()
    expect((await world.get('/today', { id: SARI, role: 'company-admin' })).status).toBe(403)
  })
})
