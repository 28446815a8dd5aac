// The regular course of a payment: requested, paid, or not paid and ordered again.
import { qrisChecksum, qrisFields } from '@rmtools/contracts/crm/qris'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { investor, otherCompany, tokenIn } from '../test-world.ts'
import { createPaymentWorld, TENANT, type PaymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await createPaymentWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.nextWeek())

describe('paying in time', () => {
  test('payment details go out by e-mail and SMS and are shown to RM, office and investor; all show when it is paid', async () => {
    const { id, token } = await world.waiting()
    const { instruction } = await world.get(id)
    const { payment } = instruction
    expect(payment).toMatchObject({
      state: 'waiting',
      method: 'virtual-account',
      number: expect.stringMatching(/^88\d+/),
      amount: '5000000.00',
      missing: '5000000.00',
      fee: { isInside: true },
      dueAt: `${instruction.navDate}T06:00:00.000Z`,
    })
    expect(await world.notes()).toEqual(['rina instruction.payment-pending'])
    const messages = await world.sent()
    expect(messages.map(({ channel, to }) => [channel, to])).toEqual([
      ['email', 'siti@mail.example'],
      ['sms', '+6281200000099'],
    ])
    for (const { text } of messages) {
      expect(text).toContain(payment?.number)
      expect(text).toContain('Rp 5.000.000')
      expect(text).toContain('13.00 WIB')
    }
    const seen = await world.as().approvals.payment({ token })
    expect(seen).toMatchObject({
      status: 'payment-pending',
      payment: { state: 'waiting', number: payment?.number },
    })
    expect(seen.payment).not.toHaveProperty('receipts')

    world.simulator.control.clearFaults()
    world.simulator.control.pay(TENANT, id)
    await world.goesOn(id)
    expect(await world.stateOf(id)).toBe('paid')
    expect((await world.as().approvals.payment({ token })).payment?.state).toBe('paid')
    expect(await world.notes()).toEqual(['rina instruction.paid'])
    expect((await world.sent()).map(({ subject }) => subject)).toEqual([
      expect.stringContaining('Pembayaran diterima'),
    ])
    const { instruction: paid, events } = await world.get(id)
    expect(paid.payment).toMatchObject({ state: 'paid', received: '5000000.00' })
    // The status of the order says that it is paid: the time line does not say so twice.
    expect(events.filter(({ about }) => about === 'payment')).toEqual([])
    expect(events.filter(({ status }) => status === 'paid')).toHaveLength(1)
  })

  test('the office sends a request to pay again only while its money is awaited', async () => {
    const { id } = await world.waiting()
    await world.forget()
    await world.owner.query(`update crm_bib.client_message set state = 'sent'`)
    const request = async () =>
      (await world.as('ratna').clientMessages.list({ id: investor, limit: 20 })).items.find(
        ({ kind, instructionId }) => kind === 'payment-due' && instructionId === id,
      )
    const first = await request()
    const resend = async () =>
      await world.as('ratna').clientMessages.resend({ id: investor, messageId: first?.id ?? '' })
    expect(first?.canResend).toBe(true)
    await resend()
    expect((await world.sent()).map(({ text }) => text)).toEqual([
      expect.stringContaining('Rp 5.000.000'),
    ])

    // Bib asks for it by another account: the client hears, and the first request leads nowhere.
    await world.hearOtherwise(id, { virtualAccount: '8800000000099' })
    expect((await world.sent()).map(({ text }) => text.includes('8800000000099'))).toEqual([
      true,
      true,
    ])
    await world.owner.query(`update crm_bib.client_message set state = 'sent'`)
    await expect(resend()).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('nobody is asked again to pay an order that was paid', async () => {
    const { id } = await world.waiting()
    await world.owner.query(`update crm_bib.client_message set state = 'sent'`)
    world.simulator.control.clearFaults()
    world.simulator.control.pay(TENANT, id)
    await world.goesOn(id)
    await world.forget()
    const { items } = await world.as('ratna').clientMessages.list({ id: investor, limit: 50 })
    const requests = items.filter((one) => one.kind === 'payment-due' && one.instructionId === id)
    expect(requests.map(({ canResend }) => canResend)).toEqual([false, false])
    await expect(
      world.as('ratna').clientMessages.resend({ id: investor, messageId: requests[0]?.id ?? '' }),
    ).rejects.toMatchObject({ code: 'wrong-state' })
    expect(await world.sent()).toEqual([])
  })

  test('repeated and reordered events notify nobody again and reset no state', async () => {
    const { id } = await world.handedOver()
    await world.goesOn(id)
    const events = world.told(id)
    await world.forget()
    const { instruction, events: line } = await world.get(id)
    expect(await world.hear(events.toReversed())).toEqual(events.map(() => false))
    expect(await world.hear(events)).toEqual(events.map(() => false))
    expect([await world.notes(), await world.sent(), (await world.get(id)).events.length]).toEqual([
      [],
      [],
      line.length,
    ])
    expect((await world.get(id)).instruction).toEqual(instruction)
  })

  test('an event of another company finds nothing, and no link of another', async () => {
    const { id } = await world.waiting()
    const [last] = world.told(id).slice(-1)
    if (!last) throw new Error("Bib's order has no events")
    expect(await world.hear([{ ...last, sequence: 99 }], otherCompany)).toEqual([false])
    await expect(world.as('fajar').instructions.get({ id })).rejects.toMatchObject({ status: 404 })
    await expect(world.as('fajar').instructions.repeat({ id })).rejects.toMatchObject({
      status: 404,
    })
    await expect(world.as().approvals.payment({ token: 'x'.repeat(43) })).rejects.toMatchObject({
      status: 404,
    })
  })

  test('the holder of a link that is not signed sees no payment', async () => {
    await world.ordered()
    const unsigned = tokenIn(await world.sent())
    expect(await world.as().approvals.payment({ token: unsigned })).toMatchObject({ payment: null })
  })
})

describe('unreadable payments', () => {
  test.each([
    ['another scale', { amount: '50000.00' }],
    ['another currency', { currency: 'USD' }],
    ['a fee on top that does not add up', { fee: { amount: '1.00', isInside: false } }],
    ['another form', { method: 'CASH' }],
  ])('%s is kept as it was said, shown to nobody as something to pay, and told', async (_, odd) => {
    const { id } = await world.waiting()
    await world.forget()
    await world.hearOtherwise(id, odd)
    expect((await world.get(id)).instruction.payment).toMatchObject({
      state: 'ask-office',
      number: null,
      amount: null,
    })
    expect(await world.notes()).toEqual([
      'rina instruction.payment-unclear',
      'ratna instruction.payment-unclear',
    ])
    expect(await world.sent()).toEqual([])
    const { rows } = await world.owner.query(
      'select payment from crm_bib.instruction where id = $1',
      [id],
    )
    expect(rows[0].payment).toMatchObject(odd)
  })

  test('a QRIS code that pays something else is not shown; the account beside it is', async () => {
    const { id } = await world.waiting()
    const { payment } = (await world.get(id)).instruction
    const [own, number] = [payment?.qris ?? 'none', payment?.number]
    expect(qrisFields(own)?.get('54')).toBe('5000000.00')
    const other = own.replace('54105000000.00', '54105000009.00').slice(0, -4)
    const shown = async (odd: object) => {
      await world.hearOtherwise(id, odd)
      const { state, qris, number: at } = (await world.get(id)).instruction.payment ?? {}
      return { state, qris, number: at }
    }
    expect(await shown({ qris: other + qrisChecksum(other) })).toEqual({
      state: 'waiting',
      qris: null,
      number,
    })
  })

  test('a payment by QRIS only that pays something else is for the office', async () => {
    const { id } = await world.waiting()
    await world.hearOtherwise(id, {
      method: 'QRIS',
      virtualAccount: null,
      qris: '00020101021226210009SIMULATOR6304SIMU',
    })
    expect(await world.stateOf(id)).toBe('ask-office')
  })

  test('a payment by QRIS only is shown and told', async () => {
    world.simulator.control.setFaults({ paymentQrisOnly: { on: true }, paymentNever: { on: true } })
    const { id, token } = await world.handedOver()
    await world.goesOn(id)
    const { payment } = await world.as().approvals.payment({ token })
    expect(payment).toMatchObject({ state: 'waiting', method: 'qris', number: null })
    expect(qrisFields(payment?.qris ?? '')?.get('54')).toBe('5000000.00')
    expect((await world.sent()).at(-1)?.text).toContain('QRIS')
  })

  test('a fee on top of the amount is part of what is to be paid', async () => {
    const { id } = await world.waiting()
    const fee = { amount: '25000.00', isInside: false }
    await world.hearOtherwise(id, { amount: '5025000.00', fee })
    expect((await world.get(id)).instruction.payment).toMatchObject({
      state: 'waiting',
      amount: '5025000.00',
      fee,
    })
  })
})

describe('not paid in time', () => {
  test('is reported to RM and investor once, whether Bib or the clock is first', async () => {
    const { id: byClock } = await world.waiting()
    await world.dueTimePasses(byClock)
    await world.forget()
    await world.work('payment.due', { instructionId: byClock })
    await world.work('payment.due', { instructionId: byClock })
    await world.hear(world.told(byClock))
    await world.work('payment.due', { instructionId: byClock })
    expect((await world.notes()).filter((note) => note.includes('unpaid'))).toEqual([
      'rina instruction.unpaid',
    ])
    const texts = (await world.sent()).map(({ text }) => text)
    expect(texts.filter((text) => text.includes('Jangan bayar lagi'))).toHaveLength(1)
    expect((await world.get(byClock)).instruction).toMatchObject({
      status: 'rejected',
      statusReason: expect.stringContaining('PAYMENT_EXPIRED'),
      payment: { state: 'unpaid' },
    })
  })

  test('the clock looks at the due time, not before', async () => {
    const { id } = await world.waiting()
    await world.work('payment.due', { instructionId: id })
    expect(await world.stateOf(id)).toBe('waiting')
  })

  test('one tap repeats it for the next NAV date; sixteen taps make one', async () => {
    const { id } = await world.waiting()
    await world.dueTimePasses(id)
    await world.hear(world.told(id))
    const before = (await world.get(id)).instruction
    await world.forget()
    const repeats = await Promise.all(
      Array.from({ length: 16 }, async () => world.as('rina').instructions.repeat({ id })),
    )
    expect(new Set(repeats.map((one) => one.id)).size).toBe(1)
    const [repeat] = repeats
    expect(repeat).toMatchObject({
      status: 'awaiting-approval',
      repeatOf: id,
      amount: before.amount,
      productCode: before.productCode,
      payment: null,
    })
    expect(Date.parse(repeat?.navDate ?? '')).toBeGreaterThan(Date.parse(before.navDate))
    expect((await world.get(id)).instruction.repeatedBy).toBe(repeat?.id)
    expect((await world.sent()).filter(({ text }) => text.includes('/i/approve/'))).toHaveLength(1)
  })

  test('a paid order is not repeated', async () => {
    const { id } = await world.handedOver()
    await world.goesOn(id)
    await expect(world.as('rina').instructions.repeat({ id })).rejects.toMatchObject({
      code: 'not-repeatable',
    })
  })
})
