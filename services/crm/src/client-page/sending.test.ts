// The link to a client's page as it is sent by RM and office.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPaymentWorld, type PaymentWorld } from '../instructions/payments/payment-world.ts'
import { investor } from '../instructions/test-world.ts'

let world: PaymentWorld
beforeAll(async () => void (world = await createPaymentWorld()))
afterAll(async () => await world[Symbol.asyncDispose]())

test('SECURITY 45: two presses at once send a client one link', async () => {
  await world.forget()
  const idempotencyKey = crypto.randomUUID()
  const press = async () =>
    await world.as('rina').clientPage.send({ id: investor }, { idempotencyKey })
  const [first, second] = await Promise.all([press(), press()])
  expect(second).toEqual(first)
  expect(await world.sent()).toHaveLength(1)
})
