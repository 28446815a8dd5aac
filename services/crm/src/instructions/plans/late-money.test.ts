// Money of a plan that comes late, also once another try was made: a month is bought at most once.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { TENANT } from '../payments/payment-world.ts'
import { createPlanWorld, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.forget()
  world.messages.length = 0
  world.simulator.control.clearFaults()
})

async function buyOn(date: string, at = '08:00'): Promise<void> {
  world.moveTo(date, at)
  await world.look()
  await world.bibGoesOn()
}
const instructionOf = async (planId: string) =>
  (await world.planOf(planId)).runs[0]?.instructionId ?? ''
const statusesOf = async (planId: string) =>
  (await world.instructionsOf(planId)).map(({ status }) => status)

test('a debit that comes a minute late is returned, and the next day is bought once', async () => {
  world.moveTo('2026-12-01')
  const { id } = await world.active({ day: 2, startsOn: '2026-12-01' })
  world.simulator.control.setFaults({ debitLate: { on: true } })
  await buyOn('2026-12-02')
  const first = await instructionOf(id)
  expect(await world.runsOf(id)).toMatchObject([{ status: 'made', attempts: 1 }])
  world.moveTo('2026-12-02', '13:30')
  await world.hear(world.told(first))
  expect((await world.planOf(id)).runs).toMatchObject([
    { status: 'retrying', reason: 'paid-late', retryOn: '2026-12-03' },
  ])
  expect((await world.get(first)).instruction.refund).not.toBeNull()
  world.simulator.control.clearFaults()
  await buyOn('2026-12-03')
  expect(await statusesOf(id)).toEqual(['rejected', 'sent-to-manager'])
  expect(await world.runsOf(id)).toMatchObject([{ status: 'done', attempts: 2 }])
  expect((await world.planOf(id)).plan).toMatchObject({ runsDone: 1, amountDone: '500000.00' })
})

/** A plan whose first try was not paid, with its second one at Bib. */
async function triedAgain(days: [string, string, string]) {
  const [start, due, next] = days
  world.moveTo(start)
  const { id } = await world.active({
    day: Number(due.slice(-2)),
    startsOn: start,
    way: 'virtual-account',
  })
  world.simulator.control.setFaults({ paymentNever: { on: true } })
  await buyOn(start, '08:05')
  const first = await instructionOf(id)
  world.moveTo(due, '13:20')
  await world.hear(world.told(first))
  expect(await world.runsOf(id)).toMatchObject([{ status: 'retrying', reason: 'not-paid' }])
  await buyOn(next)
  expect(await world.runsOf(id)).toMatchObject([{ status: 'made', attempts: 2 }])
  world.simulator.control.clearFaults()
  return { id, first, second: await instructionOf(id) }
}

test('money for the first try, once the second was made, goes back; the second is bought', async () => {
  const { id, first, second } = await triedAgain(['2027-01-04', '2027-01-06', '2027-01-07'])
  world.simulator.control.pay(TENANT, first)
  world.moveTo('2027-01-07', '10:00')
  await world.hear(world.told(first))
  expect(await statusesOf(id)).toEqual(['rejected', 'payment-pending'])
  expect(await world.runsOf(id)).toMatchObject([{ status: 'made', attempts: 2 }])
  world.simulator.control.pay(TENANT, second)
  world.moveTo('2027-01-07', '10:30')
  await world.hear(world.told(second))
  expect(await world.runsOf(id)).toMatchObject([{ status: 'done', attempts: 2 }])
  expect((await world.planOf(id)).plan).toMatchObject({ runsDone: 1, amountDone: '500000.00' })
  expect((await world.get(first)).instruction).toMatchObject({
    status: 'rejected',
    refund: { amount: '500000.00', status: 'paid' },
  })
})

test('a first try that Bib takes up again, once the second was made, is called back at Bib', async () => {
  const { id, first } = await triedAgain(['2027-02-01', '2027-02-03', '2027-02-04'])
  await world.forget()
  const last = world.told(first).at(-1)
  if (!last) throw new Error('Bib has said nothing')
  const data = { ...last.data, status: 'PAID' as const, reason: null }
  await world.hear([{ ...last, sequence: 99, data }])
  expect(await world.take('bib.cancel')).toMatchObject([{ instructionId: first }])
  expect(await world.runsOf(id)).toMatchObject([{ status: 'made', attempts: 2 }])
  // Said again, it is asked for once.
  await world.hear([{ ...last, sequence: 99, data }])
  expect(await world.take('bib.cancel')).toEqual([])
})
