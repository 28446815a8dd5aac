import { afterAll, beforeAll, expect, test } from 'vitest'
import { people } from '../test-world.ts'
import { createPlanWorld, newPlan, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

const none = { count: 0, amount: '0.00', amountDone: '0.00', failing: 0, skipped: 0 }
const reportOf = async (name: 'agus' | 'rina' | 'oscar' | 'fitri', rmId?: string) => {
  const { items } = await world.as(name).figures.plans(rmId ? { rmId } : {})
  return Object.fromEntries(items.map(({ status, ...figures }) => [status, figures]))
}

test('plans are reported by status, with the amount of a month and what failed', async () => {
  world.moveTo('2026-12-01')
  await world.active({ day: 2, startsOn: '2026-12-01' })
  await world.active({ day: 2, startsOn: '2026-12-01' })
  await world.as('rina').plans.create({ ...newPlan, startsOn: '2026-12-01' })
  world.simulator.control.setFaults({ debitInsufficient: { on: true, times: 1 } })
  world.moveTo('2026-12-02')
  await world.look()
  await world.bibGoesOn()
  const report = await reportOf('agus')
  expect(report).toMatchObject({
    active: { count: 2, amount: '1000000.00', amountDone: '500000.00', failing: 1, skipped: 0 },
    'awaiting-approval': { ...none, count: 1, amount: '500000.00' },
    paused: none,
    revoked: none,
  })
  expect(await reportOf('agus', people.rina.id)).toEqual(report)
  expect((await reportOf('agus', people.oscar.id))['active']).toEqual(none)
})

test('SECURITY 22: an RM gets the own figures, another company none', async () => {
  expect((await reportOf('rina', people.oscar.id))['active']?.count).toBe(2)
  expect((await reportOf('oscar', people.rina.id))['active']).toEqual(none)
  expect((await reportOf('fitri'))['active']).toEqual(none)
})
