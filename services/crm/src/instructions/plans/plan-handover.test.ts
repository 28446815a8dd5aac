// Plans of an investor who is handed over: they go on with the new RM, whose licence counts.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { codeIn, investor, people, signature } from '../test-world.ts'
import { createPlanWorld, newPlan, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.forget()
  world.messages.length = 0
  await world.owner.query(
    `update crm_bib.known_user set licence_number = 'WAPERD-2', licence_expires_on = '2099-01-01' where id = $1`,
    [people.oscar.id],
  )
})

type Name = 'rina' | 'oscar'

async function handOver(from: Name, to: Name): Promise<void> {
  await world.as('ani').handovers.create({
    fromRmId: people[from].id,
    toRmId: people[to].id,
    what: 'selected',
    investorIds: [investor],
    reason: 'Pindah cabang',
  })
}
const seenBy = async (name: Name, id: string) => (await world.as(name).plans.get({ id })).plan
const stop = async (id: string) => {
  const { version } = await seenBy('oscar', id)
  await world.as('oscar').plans.stop({ id, version, reason: 'Selesai' })
  await handOver('oscar', 'rina')
}

test('a plan in force goes on with the new RM, who alone sees it and is notified', async () => {
  world.moveTo('2026-12-01')
  const { id } = await world.active({ day: 2, startsOn: '2026-12-01' })
  await handOver('rina', 'oscar')
  await expect(seenBy('rina', id)).rejects.toMatchObject({ code: 'not-found' })
  const { events, plan } = await world.as('oscar').plans.get({ id })
  expect(plan).toMatchObject({ status: 'active', rmId: people.oscar.id, nextRunOn: '2026-12-02' })
  expect(events.at(-1)).toMatchObject({
    what: 'handed-over',
    detail: 'rina → oscar: Pindah cabang',
  })
  await world.notes()
  world.moveTo('2026-12-02')
  world.simulator.control.setFaults({ debitInsufficient: { on: true, times: 1 } })
  await world.look()
  await world.bibGoesOn()
  const [run] = (await world.as('oscar').plans.get({ id })).runs
  expect(run).toMatchObject({ status: 'retrying', reason: 'debit-insufficient' })
  const made = await world.as('oscar').instructions.get({ id: run?.instructionId ?? '' })
  expect(made.instruction).toMatchObject({ rmId: people.oscar.id, licenceNumber: 'WAPERD-2' })
  const notes = await world.notes()
  expect(notes).toContain('oscar plan.retrying')
  expect(notes.join()).not.toContain('rina plan')
  await stop(id)
})

test('nothing is bought while the new RM has no licence', async () => {
  world.moveTo('2027-01-04')
  const { id } = await world.active({ day: 6, startsOn: '2027-01-04' })
  await handOver('rina', 'oscar')
  await world.owner.query(
    `update crm_bib.known_user set licence_expires_on = '2020-01-01' where id = $1`,
    [people.oscar.id],
  )
  world.moveTo('2027-01-06')
  await world.look()
  expect((await world.as('oscar').plans.get({ id })).runs).toMatchObject([
    { status: 'skipped', reason: 'licence-expired' },
  ])
  await stop(id)
})

test('what waits for its signature names the new RM; what was shown before is not signed', async () => {
  world.moveTo('2027-02-01')
  const { id } = await world.as('rina').plans.create({ ...newPlan, startsOn: '2027-02-01' })
  const token = await world.signToken()
  const link = world.as().planMandates
  const shown = await link.view({ token })
  expect(shown.document).toMatchObject({ rmName: 'rina', licenceNumber: 'WAPERD-1' })
  await handOver('rina', 'oscar')
  await link.sendCode({ token })
  const given = {
    token,
    decision: 'approve',
    code: codeIn(await world.read()),
    consent: true,
    signature: await signature(),
  } as const
  await expect(link.answer({ ...given, documentHash: shown.documentHash })).rejects.toMatchObject({
    code: 'document-changed',
  })
  const now = await link.view({ token })
  expect(now.document).toMatchObject({ rmName: 'oscar', licenceNumber: 'WAPERD-2' })
  await link.answer({ ...given, documentHash: now.documentHash })
  expect(await seenBy('oscar', id)).toMatchObject({ status: 'active', amount: '500000.00' })
  expect(await world.notes()).toContain('oscar plan.signed')
  await stop(id)
})
