// A plan from its mandate through its runs: on its day, over holidays, with debits that fail.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { account, company, investor, otherCompany, people } from '../test-world.ts'
import { createPlanWorld, fund, newPlan, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.owner.query('delete from crm_bib.plan_event')
  await world.owner
    .query(`update crm_bib.plan set status = 'stopped', next_due_on = null, paused_by = null
    where status in ('active', 'paused', 'awaiting-approval')`)
  await world.owner.query(
    `update crm_bib.plan_run set status = 'skipped', retry_on = null where status = 'retrying'`,
  )
  do await world.nextWeek()
  while (dayOfMonth(today()) > 28)
  world.messages.length = 0
})

const today = () => world.time.now.toISOString().slice(0, 10)
const dayOfMonth = (date: string) => Number(date.slice(8))
/** A plan that is due on the world's Monday. */
const dueNow = () => ({ day: dayOfMonth(today()), startsOn: today() })

describe('the mandate', () => {
  test('is signed by link, code and signature, with its own evidence; then the plan starts', async () => {
    const { as, planOf } = world
    const plan = await as('rina').plans.create({ ...newPlan, ...dueNow() })
    expect(plan).toMatchObject({
      status: 'awaiting-approval',
      nextRunOn: null,
      amount: '500000.00',
    })
    const token = await world.signMandate()
    const signed = await planOf(plan.id)
    expect(signed.plan).toMatchObject({ status: 'active', nextRunOn: expect.any(String) })
    expect(signed.events.map(({ what }) => what)).toEqual(['created', 'link-sent', 'signed'])
    const { rows } = await world.owner.query(
      `select e.document_hash = m.document_hash as is_same, e.otp_channel, e.signature_level, m.status from crm_bib.instruction_evidence e
       join crm_bib.plan_mandate m on m.id = e.mandate_id where m.plan_id = $1`,
      [plan.id],
    )
    expect(rows).toEqual([
      { is_same: true, otp_channel: 'sms', signature_level: 'drawn-and-otp', status: 'signed' },
    ])
    await expect(as().planMandates.view({ token })).rejects.toMatchObject({ code: 'link-used' })
    await expect(as().approvals.view({ token })).rejects.toMatchObject({ code: 'not-found' })
    expect(await as('rina').plans.document({ id: plan.id })).toBeInstanceOf(Uint8Array)
  })

  test('of days 29 to 31, without funds, with two ends or an unfit account is refused', async () => {
    const make = async (changes: object) =>
      await world.as('rina').plans.create({ ...newPlan, ...dueNow(), ...changes })
    await expect(make({ day: 29 })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(make({ lines: [] })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(make({ runsAtMost: 3, goalAmount: '9' })).rejects.toMatchObject({
      code: 'plan-end-invalid',
    })
    await expect(make({ endsOn: '2026-01-01' })).rejects.toMatchObject({
      code: 'plan-without-runs',
      errors: [{ pointer: '/endsOn' }],
    })
    await expect(make({ startsOn: '2026-01-01' })).rejects.toMatchObject({
      code: 'plan-start-passed',
    })
    await expect(make({ bankAccountId: investor })).rejects.toMatchObject({
      code: 'bank-account-unfit',
      errors: [{ pointer: '/bankAccountId' }],
    })
    const line = fund
    await expect(make({ lines: [line, { ...line, amount: '1' }] })).rejects.toMatchObject({
      code: 'plan-fund-twice',
    })
    await expect(
      make({ lines: [line, { productCode: 'ANDALAN-OBLIGASI', amount: '1' }] }),
    ).rejects.toMatchObject({ code: 'below-minimum', errors: [{ pointer: '/lines/1/amount' }] })
  })

  test('declined: nothing starts', async () => {
    const { id } = await world.as('rina').plans.create({ ...newPlan, ...dueNow() })
    const token = await world.signToken()
    await world.as().planMandates.answer({ token, decision: 'decline', reason: 'Nanti' })
    expect((await world.planOf(id)).plan).toMatchObject({
      status: 'declined',
      statusReason: 'Nanti',
    })
    expect(await world.notes()).toContain('rina plan.declined')
  })
})

describe('a run', () => {
  test('on its day makes an instruction without a signature, debited by the mandate', async () => {
    const { id } = await world.active(dueNow())
    await world.look()
    expect(await world.instructionsOf(id)).toMatchObject([{ status: 'approved', attempt: 1 }])
    await world.bibGoesOn()
    expect(await world.runsOf(id)).toMatchObject([{ status: 'done', reason: null, attempts: 1 }])
    const { plan, runs } = await world.planOf(id)
    expect(plan).toMatchObject({ runsDone: 1, amountDone: '500000.00', status: 'active' })
    expect(plan.nextRunOn?.slice(0, 7)).not.toBe(today().slice(0, 7))
    const { instruction } = await world.get(runs[0]?.instructionId ?? '')
    expect(instruction).toMatchObject({
      planId: id,
      payment: { method: 'direct-debit', number: null, state: 'paid' },
    })
    const sent = (await world.read()).map(({ text }) => text).join()
    expect(sent).toContain('didebit')
    expect(sent).not.toContain('virtual account')
  })

  test('is one, however often and by however many workers it is asked for', async () => {
    const { id } = await world.active(dueNow())
    await Promise.all(
      Array.from({ length: 16 }, async () => await world.work('plan.run', { planId: id })),
    )
    await world.look()
    expect(await world.instructionsOf(id)).toHaveLength(1)
    expect(await world.runsOf(id)).toHaveLength(1)
  })

  test('of a killed worker is made by the next one, whole', async () => {
    const { id } = await world.active({
      ...dueNow(),
      lines: [...newPlan.lines, { productCode: 'ANDALAN-OBLIGASI', amount: '1000000' }],
    })
    // The second fund cannot be stored: the worker dies between the two.
    await world.owner.query(`create function crm_bib.dies() returns trigger language plpgsql as
      $$ begin if new.product_code = 'ANDALAN-OBLIGASI' then raise exception 'killed'; end if; return new; end $$;
      create trigger dies before insert on crm_bib.instruction for each row execute function crm_bib.dies()`)
    await expect(world.work('plan.run', { planId: id })).rejects.toThrow('killed')
    expect(await world.runsOf(id)).toEqual([])
    expect(await world.instructionsOf(id)).toEqual([])
    await world.owner.query('drop function crm_bib.dies() cascade')
    await world.work('plan.run', { planId: id })
    expect(await world.instructionsOf(id)).toHaveLength(2)
  })

  test.each([
    ['debitInsufficient', 'debit-insufficient'],
    ['debitRefused', 'debit-refused'],
  ] as const)('%s: tried on the next two exchange days, then skipped', async (fault, reason) => {
    const { id } = await world.active(dueNow())
    world.simulator.control.setFaults({ [fault]: { on: true } })
    await world.look()
    await world.bibGoesOn()
    expect(await world.runsOf(id)).toMatchObject([{ status: 'retrying', reason, attempts: 1 }])
    expect(await world.notes()).toContain('rina plan.retrying')
    const failing = await world.as('ratna').plans.list({
      failing: true,
      statuses: 'active',
      investorId: investor,
      rmId: people.rina.id,
      count: true,
    })
    expect(failing).toMatchObject({ items: [{ id, runsRetrying: 1 }], total: { count: 1 } })
    // The same day nothing more happens.
    await world.look()
    expect(await world.instructionsOf(id)).toHaveLength(1)
    for (const attempts of [2, 3]) {
      const { retryOn = '' } = (await world.planOf(id)).runs[0] ?? {}
      world.moveTo(retryOn ?? '')
      await world.look()
      await world.bibGoesOn()
      expect(await world.runsOf(id)).toMatchObject([{ attempts }])
    }
    expect(await world.runsOf(id)).toMatchObject([{ status: 'skipped', reason, attempts: 3 }])
    expect(await world.notes()).toContain('rina plan.skipped')
    expect((await world.read()).at(-1)?.text).toContain('tidak dibeli bulan ini')
    expect(await world.instructionsOf(id)).toHaveLength(3)
  })

  test('that failed once is bought by the second try', async () => {
    const { id } = await world.active(dueNow())
    world.simulator.control.setFaults({ debitInsufficient: { on: true, times: 1 } })
    await world.look()
    await world.bibGoesOn()
    const { retryOn } = (await world.planOf(id)).runs[0] ?? {}
    world.moveTo(retryOn ?? '')
    await world.look()
    await world.bibGoesOn()
    expect(await world.runsOf(id)).toMatchObject([{ status: 'done', attempts: 2 }])
  })

  test('that is debited twice is done, and the excess goes back', async () => {
    const { id } = await world.active(dueNow())
    world.simulator.control.setFaults({ debitTwice: { on: true } })
    await world.look()
    await world.bibGoesOn()
    expect((await world.planOf(id)).runs).toMatchObject([{ status: 'done', paymentState: 'twice' }])
  })

  test.each<[string, string, string]>([
    [
      'risk-profile-missing',
      `update crm_bib.investor set risk_expires_on = '2020-01-01'`,
      `update crm_bib.investor set risk_expires_on = '2099-01-01'`,
    ],
    [
      'above-risk-profile',
      `update crm_bib.investor set risk_band = 1`,
      `update crm_bib.investor set risk_band = 5`,
    ],
    [
      'licence-expired',
      `update crm_bib.known_user set licence_expires_on = '2020-01-01' where id = '${people.rina.id}'`,
      `update crm_bib.known_user set licence_expires_on = '2099-01-01' where id = '${people.rina.id}'`,
    ],
    [
      'investor-not-registered',
      `update crm_bib.investor set status = 'sync-failed'`,
      `update crm_bib.investor set status = 'registered'`,
    ],
    [
      'bank-account-unfit',
      `update crm_bib.investor_bank_account set review = 'refused' where id = '${account}'`,
      `update crm_bib.investor_bank_account set review = 'not-needed' where id = '${account}'`,
    ],
  ])('outside the mandate is skipped with its reason, and told: %s', async (reason, harm, mend) => {
    const lines = [{ productCode: 'ANDALAN-OBLIGASI', amount: '1000000' }]
    const { id } = await world.active({ ...dueNow(), lines })
    await world.notes()
    await world.owner.query(harm)
    await world.look()
    await world.owner.query(mend)
    expect(await world.runsOf(id)).toMatchObject([{ status: 'skipped', reason }])
    expect(await world.instructionsOf(id)).toEqual([])
    expect(await world.notes()).toEqual(['rina plan.skipped'])
    expect((await world.planOf(id)).plan).toMatchObject({ status: 'active' })
  })

  test('of a suspended product is skipped', async () => {
    const { id } = await world.active(dueNow())
    world.simulator.control.setFaults({ productSuspended: { on: true, match: 'ANDALAN-KAS' } })
    await world.owner.query(`select nextval('crm_bib.product_edition')`)
    await world.look()
    expect(await world.runsOf(id)).toMatchObject([
      { status: 'skipped', reason: 'product-not-offered' },
    ])
    world.simulator.control.clearFaults()
    await world.owner.query(`select nextval('crm_bib.product_edition')`)
  })

  test('never belongs to another company', async () => {
    const { id } = await world.active(dueNow())
    await world.work('plan.run', { companyId: otherCompany, planId: id })
    expect(await world.runsOf(id)).toEqual([])
    for (const name of ['fajar', 'fitri'] as const)
      await expect(world.as(name).plans.get({ id })).rejects.toMatchObject({ code: 'not-found' })
    expect((await world.as('fitri').plans.list({})).items).toEqual([])
    await expect(world.as('fajar').plans.create({ ...newPlan, ...dueNow() })).rejects.toMatchObject(
      { code: 'not-found' },
    )
    await world.work('plan.run', { companyId: company, planId: id })
    expect(await world.runsOf(id)).toHaveLength(1)
  })
})
