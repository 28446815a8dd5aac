// The orders of a plan on the client's own page: signed by the plan's mandate, paid by hand.
import { expect, test } from 'vitest'
import { pdfText } from '@rmtools/kit/testing-pdf'
import { createPlanWorld } from '../instructions/plans/plan-world.ts'
import { codeIn, investor } from '../instructions/test-world.ts'

test('an order of a plan shows how to pay it, and its document', async () => {
  await using world = await createPlanWorld()
  const page = world.as().clientPage
  const { id } = await world.active({ way: 'virtual-account', day: 23 })
  world.simulator.control.setFaults({ paymentNever: { on: true } })
  await world.look()
  await world.bibGoesOn()
  const { instructionId = '' } = (await world.planOf(id)).runs[0] ?? {}
  await world.sent()
  await world.as('rina').clientPage.send({ id: investor })
  const token = /\/i\/mine\/([\w-]{43})/.exec((await world.sent()).at(-1)?.text ?? '')?.[1] ?? ''
  await page.sendCode({ token })
  const { visit } = await page.open({ token, code: codeIn(await world.sent()) })
  const { orders } = await page.home({ visit })
  expect(orders.find((one) => one.id === instructionId)).toMatchObject({
    status: 'payment-pending',
    payment: { state: 'waiting', number: expect.stringMatching(/^88\d+/) },
    isSigned: true,
  })
  const pdf = await page.document({ visit, documentId: instructionId ?? '' })
  expect(await pdfText(pdf)).toContain('berdasarkan mandat')
})
