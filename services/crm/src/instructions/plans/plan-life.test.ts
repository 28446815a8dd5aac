// A plan over months: holidays, virtual accounts, changes, pauses, and its revocation from a link.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { account, investor } from '../test-world.ts'
import { createPlanWorld, fund, newPlan, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.forget()
  world.messages.length = 0
  world.simulator.control.clearFaults()
})

const version = async (id: string) => (await world.planOf(id)).plan.version
const change = async (id: string, changes: object) => {
  const { investorId: _, ...terms } = newPlan
  const { startsOn } = (await world.planOf(id)).plan
  return await world
    .as('rina')
    .plans.change({ ...terms, startsOn, ...changes, id, version: await version(id) })
}
async function buyOn(date: string): Promise<void> {
  world.moveTo(date)
  await world.look()
  await world.bibGoesOn()
}

test('three months over Christmas and a weekend: one purchase each, then the number is reached', async () => {
  world.moveTo('2026-12-01')
  const { id } = await world.active({ day: 25, startsOn: '2026-12-01', runsAtMost: 3 })
  expect((await world.planOf(id)).nextRuns).toEqual(['2026-12-28', '2027-01-25', '2027-02-25'])
  for (const date of ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27']) await buyOn(date)
  expect(await world.runsOf(id)).toEqual([])
  await buyOn('2026-12-28')
  expect(await world.instructionsOf(id)).toMatchObject([{ nav_date: '2026-12-28' }])
  await buyOn('2027-01-25')
  expect((await world.planOf(id)).plan).toMatchObject({ nextRunOn: '2027-02-25', runsDone: 2 })
  await buyOn('2027-02-25')
  expect(await world.runsOf(id)).toMatchObject([
    { period: '2027-02', status: 'done' },
    { period: '2027-01', status: 'done' },
    { period: '2026-12', status: 'done' },
  ])
  expect((await world.planOf(id)).plan).toMatchObject({ status: 'completed', nextRunOn: null })
  expect(await world.notes()).toContain('rina plan.completed')
})

test('a day on which nothing ran is made up for on the next; a month that was missed is not', async () => {
  world.moveTo('2027-03-01')
  const { id } = await world.active({ day: 2, startsOn: '2027-03-01' })
  await buyOn('2027-03-04')
  expect(await world.runsOf(id)).toMatchObject([{ period: '2027-03', status: 'done' }])
  await buyOn('2027-05-04')
  expect(await world.runsOf(id)).toMatchObject([
    { period: '2027-05', status: 'done' },
    { period: '2027-04', status: 'skipped', reason: 'missed' },
    { period: '2027-03', status: 'done' },
  ])
  await world.as('rina').plans.stop({ id, version: await version(id), reason: 'Selesai' })
})

describe('a virtual account', () => {
  test('is sent three days before, for the NAV of the day; unpaid it is tried again', async () => {
    world.moveTo('2027-05-05')
    const { id } = await world.active({ day: 13, startsOn: '2027-05-05', way: 'virtual-account' })
    world.simulator.control.setFaults({ paymentNever: { on: true } })
    await buyOn('2027-05-09')
    expect(await world.runsOf(id)).toEqual([])
    await buyOn('2027-05-10')
    expect(await world.instructionsOf(id)).toMatchObject([
      { status: 'payment-pending', nav_date: '2027-05-13' },
    ])
    const asked = (await world.read()).at(-1)?.text ?? ''
    expect(asked).toContain('88')
    expect(asked).toContain('13 Mei 2027')
    const { instructionId } = (await world.planOf(id)).runs[0] ?? {}
    world.moveTo('2027-05-13', '13:20')
    await world.hear(world.told(instructionId ?? ''))
    const [run] = (await world.planOf(id)).runs
    expect(run).toMatchObject({ status: 'retrying', reason: 'not-paid', retryOn: '2027-05-14' })
    world.simulator.control.clearFaults()
    await buyOn('2027-05-14')
    expect(await world.runsOf(id)).toMatchObject([{ status: 'done', attempts: 2 }])
    const notes = await world.notes()
    expect(notes).toContain('rina plan.retrying')
    expect(notes).not.toContain('rina instruction.unpaid')
    await world.as('rina').plans.stop({ id, version: await version(id), reason: 'Selesai' })
  })
})

describe('a change', () => {
  test('that is smaller applies at once and is reported; a larger one waits for a signature', async () => {
    world.moveTo('2027-06-02')
    const { id } = await world.active({ day: 7, startsOn: '2027-06-02' })
    const smaller = await change(id, { day: 7, lines: [{ ...fund, amount: '300000' }] })
    expect(smaller).toMatchObject({ amount: '300000.00', isChangeWaiting: false })
    expect((await world.read()).at(-1)?.text).toContain('Rp 300.000')
    const larger = await change(id, { day: 7, lines: [{ ...fund, amount: '900000' }] })
    expect(larger).toMatchObject({ amount: '300000.00', isChangeWaiting: true, status: 'active' })
    // The terms in force go on until the signature.
    await buyOn('2027-06-07')
    expect(await world.instructionsOf(id)).toMatchObject([{ amount: '300000.00' }])
    await world.as('rina').plans.send({ id, version: await version(id) })
    await world.signMandate()
    expect((await world.planOf(id)).plan).toMatchObject({
      amount: '900000.00',
      isChangeWaiting: false,
      nextRunOn: '2027-07-07',
    })
    await expect(
      change(id, { day: 7, lines: [{ ...fund, amount: '900000' }] }),
    ).rejects.toMatchObject({ code: 'plan-unchanged' })
    await world.as('rina').plans.stop({ id, version: await version(id), reason: 'Selesai' })
  })

  test('that ends later than what was signed waits for a signature; an earlier end applies', async () => {
    const { id } = await world.active({ day: 20, startsOn: '2027-06-07', runsAtMost: 6 })
    const longer = await change(id, { day: 20, runsAtMost: 60 })
    expect(longer).toMatchObject({ runsAtMost: 6, isChangeWaiting: true })
    const shorter = await change(id, { day: 20, runsAtMost: 3 })
    expect(shorter).toMatchObject({ runsAtMost: 3, isChangeWaiting: false })
    await world.as('rina').plans.stop({ id, version: await version(id), reason: 'Selesai' })
  })

  test('declined leaves the plan as it was; another fund and account need a signature', async () => {
    const { id } = await world.active({ day: 20, startsOn: '2027-06-07' })
    const other = '00000000-0000-7000-8000-0000000000e2'
    await world.owner.query(
      `insert into crm_bib.investor_bank_account (id, company_id, investor_id, bank_code, number, number_sealed, number_hash, holder_name, name_match, review)
       select $1, company_id, investor_id, bank_code, '******1111', number_sealed, 'other', holder_name, 'exact', 'accepted' from crm_bib.investor_bank_account where id = $2`,
      [other, account],
    )
    expect(await change(id, { day: 20, bankAccountId: other })).toMatchObject({
      bankAccountId: account,
      isChangeWaiting: true,
    })
    const lines = [{ productCode: 'ANDALAN-OBLIGASI', amount: '1000000' }]
    expect(await change(id, { day: 20, lines })).toMatchObject({ isChangeWaiting: true })
    const token = await world.signToken()
    await world.as().planMandates.answer({ token, decision: 'decline' })
    expect((await world.planOf(id)).plan).toMatchObject({
      status: 'active',
      isChangeWaiting: false,
      lines: [{ productCode: 'ANDALAN-KAS' }],
    })
    await world.as('rina').plans.stop({ id, version: await version(id), reason: 'Selesai' })
  })
})

describe('a pause', () => {
  test('of the RM skips its months; resumed it goes on with the next', async () => {
    world.moveTo('2027-07-01')
    const { id } = await world.active({ day: 5, startsOn: '2027-07-01' })
    const paused = await world
      .as('rina')
      .plans.pause({ id, version: await version(id), reason: 'Cuti' })
    expect(paused).toMatchObject({ status: 'paused', pausedBy: 'rm', nextRunOn: null })
    await buyOn('2027-07-05')
    expect(await world.runsOf(id)).toEqual([])
    world.moveTo('2027-07-06')
    const resumed = await world.as('rina').plans.resume({ id, version: paused.version })
    expect(resumed).toMatchObject({ status: 'active', nextRunOn: '2027-08-05' })
    await world.as('rina').plans.stop({ id, version: resumed.version, reason: 'Selesai' })
  })

  test('of the investor is lifted by the investor alone', async () => {
    const { id, manage: token } = await world.active({ day: 20, startsOn: '2027-07-06' })
    expect(await world.as().planMandates.managed({ token })).toMatchObject({ status: 'active' })
    expect(await world.as().planMandates.pause({ token })).toMatchObject({ status: 'paused' })
    expect(await world.notes()).toContain('rina plan.paused')
    await expect(
      world.as('rina').plans.resume({ id, version: await version(id) }),
    ).rejects.toMatchObject({ code: 'paused-by-investor' })
    await expect(world.as().planMandates.pause({ token })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    expect(await world.as().planMandates.resume({ token })).toMatchObject({ status: 'active' })
    await world.as().planMandates.revoke({ token })
  })
})

describe('a revocation', () => {
  test('ends the plan, its waiting change and what Bib does not have yet; replayed it changes nothing', async () => {
    world.moveTo('2027-08-02')
    const { id, manage: token } = await world.active({ day: 2, startsOn: '2027-08-02' })
    await change(id, { day: 2, lines: [{ ...fund, amount: '900000' }] })
    const asked = await world.signToken()
    await world.look()
    expect(await world.instructionsOf(id)).toMatchObject([{ status: 'approved' }])
    const revoked = await world.as().planMandates.revoke({ token })
    expect(revoked).toMatchObject({ status: 'revoked', endedAt: expect.any(String), nextRuns: [] })
    expect(await world.instructionsOf(id)).toMatchObject([{ status: 'cancelled' }])
    await world.bibGoesOn()
    expect(await world.instructionsOf(id)).toMatchObject([{ status: 'cancelled' }])
    expect(await world.notes()).toContain('rina plan.revoked')
    const events = (await world.planOf(id)).events.length
    await expect(world.as().planMandates.revoke({ token })).rejects.toMatchObject({
      code: 'plan-ended',
    })
    await expect(world.as().planMandates.resume({ token })).rejects.toMatchObject({
      code: 'plan-ended',
    })
    await expect(world.as().planMandates.view({ token: asked })).rejects.toMatchObject({
      code: 'link-void',
    })
    expect((await world.planOf(id)).events).toHaveLength(events)
    await world.work('plan.run', { planId: id })
    expect(await world.instructionsOf(id)).toHaveLength(1)
  })

  test('while the run is being made: either it is bought by the mandate or not at all', async () => {
    world.moveTo('2027-08-09')
    for (let round = 0; round < 4; round++) {
      const { id, manage: token } = await world.active({ day: 9, startsOn: '2027-08-09' })
      await Promise.all([
        ...Array.from({ length: 4 }, async () => await world.work('plan.run', { planId: id })),
        world.as().planMandates.revoke({ token }),
      ])
      const made = await world.instructionsOf(id)
      expect(made.length).toBeLessThan(2)
      for (const { status } of made) expect(status).toBe('cancelled')
      expect((await world.planOf(id)).plan).toMatchObject({ status: 'revoked', nextRunOn: null })
    }
  })

  test('takes a lasting link; the link that asks for a signature neither shows nor revokes', async () => {
    const { id } = await world.as('rina').plans.create({
      ...newPlan,
      investorId: investor,
      startsOn: '2027-08-09',
    })
    const token = await world.signToken()
    await expect(world.as().planMandates.revoke({ token })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(world.as().planMandates.managed({ token })).rejects.toMatchObject({
      code: 'not-found',
    })
    await world.as('rina').plans.stop({ id, version: await version(id), reason: 'Salah' })
    await expect(world.as().planMandates.view({ token })).rejects.toMatchObject({
      code: 'link-void',
    })
  })
})

test('two taps make one plan and one pause', async () => {
  world.moveTo('2027-09-01')
  const plan = { ...newPlan, id: crypto.randomUUID(), startsOn: '2027-09-01' }
  const make = async () => await world.as('rina').plans.create(plan)
  const [one, two] = await Promise.all([make(), make().catch(async () => await make())])
  expect(one.id).toBe(two.id)
  await world.signMandate()
  const act = { id: one.id, version: await version(one.id), reason: 'Cuti' }
  const taps = await Promise.allSettled([
    world.as('rina').plans.pause(act),
    world.as('rina').plans.pause(act),
  ])
  expect(taps.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  for (const other of [{ day: 3 }, { lines: [{ ...fund, amount: '600000' }] }])
    await expect(world.as('rina').plans.create({ ...plan, ...other })).rejects.toMatchObject({
      code: 'saved-differently',
    })
})

test('a link that expires ends the plan; sent again it can be signed', async () => {
  world.moveTo('2027-09-06')
  const { id } = await world.as('rina').plans.create({ ...newPlan, startsOn: '2027-09-06' })
  const [job] = await world.take<{ mandateId: string }>('plan.expire')
  world.moveTo('2027-09-09')
  await world.work('plan.expire', job ?? {})
  expect((await world.planOf(id)).plan.status).toBe('expired')
  expect(await world.notes()).toContain('rina plan.expired')
  const again = await world.as('rina').plans.send({ id, version: await version(id) })
  expect(again.status).toBe('awaiting-approval')
  await world.signMandate()
  expect((await world.planOf(id)).plan.status).toBe('active')
})
