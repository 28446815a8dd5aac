// Signatures under mandates: what a link that has ended says, and the evidence behind a purchase.
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { account, codeIn, signature } from '../test-world.ts'
import { createPlanWorld, fund, newPlan, type PlanWorld } from './plan-world.ts'

let world: PlanWorld
beforeAll(async () => void (world = await createPlanWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => {
  await world.forget()
  world.messages.length = 0
})

/** A plan in force whose amount is to be raised; the token of the link that asks for it. */
async function changing(today: string) {
  world.moveTo(today)
  const { id } = await world.active({ startsOn: today })
  const { investorId: _, ...terms } = newPlan
  const { version, startsOn } = (await world.planOf(id)).plan
  const lines = [{ ...fund, amount: '900000' }]
  await world.as('rina').plans.change({ ...terms, lines, startsOn, id, version })
  return { id, token: await world.signToken() }
}
const sender = async (token: string) => await world.as().planMandates.sender({ token })
const view = async (token: string) => await world.as().planMandates.view({ token })

test('an expired link to a change says so, and that the plan is in force', async () => {
  await world.take('plan.expire')
  const { id, token } = await changing('2026-12-01')
  const jobs = await world.take<{ mandateId: string }>('plan.expire')
  world.moveTo('2026-12-05')
  await expect(view(token)).rejects.toMatchObject({ code: 'link-expired' })
  for (const job of jobs) await world.work('plan.expire', job)
  await expect(view(token)).rejects.toMatchObject({ code: 'link-expired' })
  expect(await sender(token)).toMatchObject({ status: 'active', answer: null })
  expect((await world.planOf(id)).plan).toMatchObject({ amount: '500000.00', status: 'active' })
})

test('a link that was sent again is replaced, not expired', async () => {
  const { id, token } = await changing('2026-12-07')
  const { version } = (await world.planOf(id)).plan
  await world.as('rina').plans.send({ id, version })
  await expect(view(token)).rejects.toMatchObject({ code: 'link-void' })
})

test('a declined change is not taken for a signed one', async () => {
  const { token } = await changing('2026-12-08')
  await world.as().planMandates.answer({ token, decision: 'decline' })
  await expect(view(token)).rejects.toMatchObject({ code: 'link-used' })
  expect(await sender(token)).toMatchObject({ status: 'active', answer: 'declined' })
})

test('a signed mandate stays signed once a change has replaced it', async () => {
  world.moveTo('2026-12-09')
  const { id } = await world.as('rina').plans.create({ ...newPlan, startsOn: '2026-12-09' })
  const first = await world.signMandate()
  const { investorId: _, ...terms } = newPlan
  const { version, startsOn } = (await world.planOf(id)).plan
  const lines = [{ ...fund, amount: '900000' }]
  await world.as('rina').plans.change({ ...terms, lines, startsOn, id, version })
  await world.signMandate()
  expect(await sender(first)).toMatchObject({ status: 'active', answer: 'signed' })
})

test('the document writes the fee as its language does', async () => {
  await world.as('rina').plans.create({ ...newPlan, startsOn: '2026-12-09' })
  const token = await world.signToken()
  const text = await pdfText(await world.as().planMandates.document({ token }))
  expect(text).toMatch(/\d,\d\d%/)
  expect(text).not.toMatch(/\d\.\d\d%/)
})

test('the evidence of a purchase is that of its mandate, verified again', async () => {
  world.moveTo('2026-12-10')
  const { id } = await world.active({ day: 10, startsOn: '2026-12-10' })
  await world.look()
  const [run] = (await world.planOf(id)).runs
  const bought = { id: run?.instructionId ?? '' }
  const proofOf = async () => await world.as('agus').evidence.list(bought)
  const { items, mandate, decline } = await proofOf()
  expect({ items, decline }).toEqual({ items: [], decline: null })
  expect(mandate).toMatchObject({
    planId: id,
    signatureLevel: 'drawn-and-otp',
    otpChannel: 'sms',
    consentWords: expect.stringContaining('Saya memberi mandat'),
    checks: { document: true, signature: true, instruction: true },
    isUnchanged: true,
  })
  await world.owner.query('update crm_bib.instruction set amount = 500001 where id = $1', [
    bought.id,
  ])
  expect((await proofOf()).mandate).toMatchObject({
    checks: { document: true, signature: true, instruction: false },
    isUnchanged: false,
  })
})

test('the evidence names the channel of its own code, not of another mandate that waits', async () => {
  world.moveTo('2026-12-10', '09:00')
  const asked = async () => {
    const { id } = await world.as('rina').plans.create({ ...newPlan, startsOn: '2026-12-10' })
    const token = await world.signToken()
    await world.as().planMandates.sendCode({ token })
    return { id, token, code: codeIn(await world.read()) }
  }
  const one = await asked()
  await world.owner.query(
    `update crm_bib.client_message set channel = 'whatsapp' where id = (select id from crm_bib.client_message where kind = 'approval-code' order by created_at desc, id desc limit 1)`,
  )
  world.moveTo('2026-12-10', '09:02')
  await asked()
  const { documentHash } = await view(one.token)
  await world.as().planMandates.answer({
    token: one.token,
    decision: 'approve',
    documentHash,
    code: one.code,
    consent: true,
    signature: await signature(),
  })
  const { rows } = await world.owner.query<{ otp_channel: string }>(
    `select e.otp_channel from crm_bib.instruction_evidence e join crm_bib.plan_mandate m on m.id = e.mandate_id where m.plan_id = $1`,
    [one.id],
  )
  expect(rows).toEqual([{ otp_channel: 'whatsapp' }])
})

test('a mandate signed on its day buys at once, without waiting for the hour', async () => {
  world.moveTo('2026-12-11')
  const { id } = await world.active({ day: 11, startsOn: '2026-12-11' })
  await world.runQueued()
  expect(await world.instructionsOf(id)).toMatchObject([{ status: 'approved', attempt: 1 }])
})

test('a link whose account is not accepted any more names the account, and opens again with it', async () => {
  const { token } = await changing('2026-12-21')
  const review = async (state: string) =>
    await world.owner.query(
      `update crm_bib.investor_bank_account set review = '${state}' where id = '${account}'`,
    )
  await review('refused')
  await expect(view(token)).rejects.toMatchObject({ code: 'link-account-unfit' })
  await review('accepted')
  expect(await view(token)).toMatchObject({ document: { amount: '900000.00' } })
})
