// What carries evidence is sealed when it is handed out; what does not carry any is not.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkSeal } from '@rmtools/kit/check-seal'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { createOrderWorld, type OrderWorld } from './orders-world.ts'
import { createPlanWorld, newPlan } from './plans/plan-world.ts'

let world: OrderWorld
beforeAll(async () => void (world = await createOrderWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

test('a signed instruction is sealed for RM and investor; a reading copy is not', async () => {
  const { created, token } = await world.ordered()
  const ofRm = async () => await world.as('rina').instructions.document({ id: created.id })
  const ofInvestor = async () => await world.as().approvals.document({ token })
  expect(await checkSeal(await ofRm())).toBeUndefined()
  expect(await checkSeal(await ofInvestor())).toBeUndefined()
  await world.answer(token, await world.coded(token))
  for (const pdf of [await ofRm(), await ofInvestor()]) {
    expect(await checkSeal(pdf, { trusted: world.sealCertificates })).toMatchObject({
      holds: true,
      at: world.time.now,
      signer: { subject: 'CN=PT Uji Sekuritas, O=PT Uji Sekuritas, C=ID', trust: 'trusted' },
    })
    const place = Buffer.from(pdf).indexOf('endstream') - 3
    pdf[place] = (pdf[place] ?? 0) ^ 1
    expect(await checkSeal(pdf)).toMatchObject({ holds: false, faults: ['changed'] })
  }
})

test('a signed mandate is sealed, and says the same as without its seal', async () => {
  await using plans = await createPlanWorld()
  const plan = await plans.as('rina').plans.create(newPlan)
  const document = async () => await plans.as('rina').plans.document({ id: plan.id })
  expect(await checkSeal(await document())).toBeUndefined()
  await plans.signMandate()
  const pdf = await document()
  expect(await checkSeal(pdf, { trusted: plans.sealCertificates })).toMatchObject({
    holds: true,
    signer: { trust: 'trusted' },
  })
  expect(await pdfText(pdf)).toContain('Siti Rahmawati')
})
