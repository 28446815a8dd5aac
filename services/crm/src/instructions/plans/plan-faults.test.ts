// Plans whose orders meet a fault on their way to Bib: a date that passed, a reply that was lost.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { TENANT } from '../payments/payment-world.ts'
import { createPlanWorld, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => {
  world = await createPlanWorld()
  // Past the days that a plan cannot have.
  await world.nextWeek()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.nextWeek()
  world.messages.length = 0
})

const ways = ['direct-debit', 'virtual-account'] as const
type Way = (typeof ways)[number]

const today = () => new Date(world.time.now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)

/** A plan that is due today, whose instruction waits to be handed over. */
async function due(way: Way) {
  const plan = await world.active({ day: Number(today().slice(8)), startsOn: today(), way })
  await world.look()
  expect(await world.instructionsOf(plan.id)).toMatchObject([{ status: 'approved' }])
  return plan
}

describe.each(ways)('of %s', (way) => {
  test('Bib refuses the date: the order is sent again for the date that Bib names', async () => {
    const { id } = await due(way)
    world.simulator.control.setFaults({ cutOffPassed: { on: true, times: 1 } })
    await world.bibGoesOn()
    const [first] = await world.instructionsOf(id)
    expect(first).toMatchObject({ status: 'approved' })
    expect(first?.nav_date.localeCompare(today())).toBe(1)
    await world.bibGoesOn()
    expect(await world.runsOf(id)).toMatchObject([{ status: 'done', attempts: 1 }])
    expect(await world.instructionsOf(id)).toMatchObject([{ nav_date: first?.nav_date }])
  })

  test('handed over after the cut-off, when Bib took it before and its reply was lost: one order', async () => {
    const { id } = await due(way)
    world.simulator.control.setFaults({ errorAfterCommit: { on: true, times: 1 } })
    const [job] = await world.take<{ instructionId: string }>('bib.instruction')
    const handOver = async () => await world.work('bib.instruction', { ...job })
    await expect(handOver()).rejects.toThrow()
    world.moveTo(today(), '20:00')
    await handOver()
    await world.hear(world.told(job?.instructionId ?? ''))
    expect(await world.runsOf(id)).toMatchObject([{ status: 'done', attempts: 1 }])
    expect(await world.instructionsOf(id)).toMatchObject([{ nav_date: today() }])
  })
})

test('a revocation when Bib has the order and its reply was lost: the run ends, and nobody is asked to pay', async () => {
  const { id, manage: token } = await due('virtual-account')
  world.simulator.control.setFaults({ errorAfterCommit: { on: true, times: 1 } })
  const [job] = await world.take<{ instructionId: string }>('bib.instruction')
  const instructionId = job?.instructionId ?? ''
  await expect(world.work('bib.instruction', { instructionId })).rejects.toThrow()
  await world.as().planMandates.revoke({ token })
  expect(await world.runsOf(id)).toMatchObject([{ status: 'skipped', reason: 'plan-ended' }])
  await world.read()
  world.messages.length = 0
  world.simulator.clock.advanceHours(10 / 3600)
  world.time.now = world.simulator.clock.now()
  await world.hear(world.told(instructionId))
  expect(await world.read()).toEqual([])
  // Too late to cancel there: what was bought counts.
  world.simulator.control.carryOut(TENANT, instructionId, 'ALLOCATED')
  await world.hear(world.told(instructionId))
  expect(await world.instructionsOf(id)).toMatchObject([{ status: 'allocated' }])
  expect(await world.runsOf(id)).toMatchObject([{ status: 'done', reason: null }])
  expect((await world.planOf(id)).plan).toMatchObject({ status: 'revoked', runsDone: 1 })
})
