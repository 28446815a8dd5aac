// An investor repeats an unpaid order by the link that was signed.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Message } from '@rmtools/kit/messaging'
import { createPaymentWorld, type PaymentWorld } from '../payments/payment-world.ts'
import { investor, people, tokenIn } from '../test-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await createPaymentWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.nextWeek())

/** A signed order that was not paid in time. */
async function unpaid() {
  const one = await world.waiting()
  await world.dueTimePasses(one.id)
  await world.hear(world.told(one.id))
  await world.forget()
  return one
}
const repeat = async (token: string) => await world.as().approvals.repeat({ token })
const repeatsOf = async (id: string) => {
  const { items } = await world.as('rina').instructions.list({ investorId: investor })
  return items.filter(({ repeatOf }) => repeatOf === id)
}
const set = async (table: 'investor' | 'known_user', column: string, value: string | null) =>
  await world.owner.query(`update crm_bib.${table} set ${column} = $1`, [value])

describe('the signer of an unpaid order', () => {
  test('repeats it once, however often the button is pressed, and signs anew', async () => {
    const { id, token } = await unpaid()
    expect(await world.as().approvals.payment({ token })).toMatchObject({
      repeat: 'possible',
      order: { amount: '5000000.00', allUnits: false },
    })
    const replies = await Promise.all(Array.from({ length: 8 }, async () => await repeat(token)))
    const [next] = new Set(replies.map((reply) => reply.token))
    expect(replies).toEqual(replies.map(() => ({ token: next })))
    const [made, ...others] = await repeatsOf(id)
    expect(others).toEqual([])
    expect(made).toMatchObject({
      status: 'awaiting-approval',
      rmId: people.rina.id,
      amount: '5000000.00',
    })
    expect(await world.notes()).toEqual(['rina instruction.repeated'])
    const { events } = await world.get(made?.id ?? '')
    expect(events.map(({ status, by }) => [status, by])).toEqual([
      ['draft', 'investor'],
      ['awaiting-approval', 'investor'],
    ])
    expect((await world.as().approvals.payment({ token })).repeat).toBe('made')

    const view = await world.as().approvals.view({ token: next ?? '' })
    expect(view.document).toMatchObject({ instructionId: made?.id, amount: '5000000.00' })
    // The link in the message is the same one, and nothing is approved without a code.
    expect(await world.sign()).toBe(next)
    expect((await world.get(made?.id ?? '')).instruction.status).toBe('approved')
    expect(await repeat(token)).toEqual({ token: next })
  })

  test('is sent to the message if the RM was first, and does not learn its token', async () => {
    const { id, token } = await unpaid()
    const made = await world.as('rina').instructions.repeat({ id })
    expect(await repeat(token)).toEqual({ token: null })
    expect((await repeatsOf(id)).map((one) => one.id)).toEqual([made.id])
    expect(tokenIn(await world.take<Message>('message'))).toHaveLength(43)
  })
})

describe('nobody else', () => {
  test('an unknown, an unsigned and a paid link repeat nothing', async () => {
    const { id } = await unpaid()
    await expect(repeat('x'.repeat(43))).rejects.toMatchObject({ status: 404 })
    await world.ordered()
    const unsigned = tokenIn(await world.take<Message>('message'))
    await expect(repeat(unsigned)).rejects.toMatchObject({ code: 'not-repeatable' })
    world.simulator.control.clearFaults()
    const paid = await world.handedOver()
    await world.goesOn(paid.id)
    await expect(repeat(paid.token)).rejects.toMatchObject({ code: 'not-repeatable' })
    expect([await repeatsOf(id), await repeatsOf(paid.id)]).toEqual([[], []])
  })

  test('the link of one unpaid order does not repeat another', async () => {
    const [first, second] = [await unpaid(), await unpaid()]
    await repeat(second.token)
    expect(await repeatsOf(first.id)).toEqual([])
    expect(await repeatsOf(second.id)).toHaveLength(1)
  })

  test('a link of a closed company repeats nothing', async () => {
    const { id, token } = await unpaid()
    await world.owner.query('update crm_bib.known_company set is_active = false')
    await expect(repeat(token)).rejects.toMatchObject({ code: 'link-void' })
    await world.owner.query('update crm_bib.known_company set is_active = true')
    expect(await repeatsOf(id)).toEqual([])
  })
})

describe('the rules of a new order hold', () => {
  test.each([
    ['risk-profile-missing', 'investor', 'risk_expires_on', '2026-01-01', '2099-01-01'],
    ['licence-expired', 'known_user', 'licence_expires_on', '2026-01-01', '2099-01-01'],
  ] as const)(
    '%s: refused, and the RM is notified once',
    async (code, table, column, bad, good) => {
      const { id, token } = await unpaid()
      await set(table, column, bad)
      await expect(repeat(token)).rejects.toMatchObject({ code })
      await expect(repeat(token)).rejects.toMatchObject({ code })
      await set(table, column, good)
      expect(await repeatsOf(id)).toEqual([])
      expect(new Set(await world.notes())).toEqual(new Set(['rina instruction.repeat-asked']))
      expect(await world.sent()).toEqual([])
    },
  )

  test('a closed product is refused', async () => {
    const { id, token } = await unpaid()
    world.simulator.control.setFaults({ productSuspended: { on: true, match: 'ANDALAN-KAS' } })
    await world.owner.query(`select nextval('crm_bib.product_edition')`)
    await expect(repeat(token)).rejects.toMatchObject({ code: 'product-not-offered' })
    await world.owner.query(`select nextval('crm_bib.product_edition')`)
    expect(await repeatsOf(id)).toEqual([])
  })

  test('an RM who does not work now sells nothing', async () => {
    const { id, token } = await unpaid()
    await set('known_user', 'status', 'suspended')
    await expect(repeat(token)).rejects.toMatchObject({ code: 'seller-absent' })
    await set('known_user', 'status', 'active')
    expect(await repeatsOf(id)).toEqual([])
  })
})
