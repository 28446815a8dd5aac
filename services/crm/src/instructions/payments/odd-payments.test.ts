// Irregular payments: too much, too little, too late, from somebody else, after the end.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { investor, people } from '../test-world.ts'
import { createPaymentWorld, TENANT, type PaymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await createPaymentWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.nextWeek())

describe('money that is not as it should be', () => {
  test.each([
    ['paymentOver', 'over', '500000.00'],
    ['paymentTwice', 'twice', '5000000.00'],
  ] as const)('%s: the excess goes back, the order goes on', async (fault, state, excess) => {
    world.simulator.control.setFaults({ [fault]: { on: true } })
    const { id } = await world.handedOver()
    await world.goesOn(id)
    expect((await world.get(id)).instruction).toMatchObject({
      status: 'sent-to-manager',
      payment: { state, excess, returns: [{ amount: excess, cause: 'excess', status: 'paid' }] },
    })
    expect((await world.notes()).filter((note) => note.includes('excess'))).toEqual([
      'rina instruction.payment-excess',
    ])
    const texts = (await world.sent()).map(({ text }) => text).join('\n')
    expect(texts).toContain('kelebihannya dikembalikan')
  })

  test('short: the notification names what is missing and where to pay; the rest makes it paid', async () => {
    world.simulator.control.setFaults({ paymentShort: { on: true } })
    const { id } = await world.handedOver()
    await world.goesOn(id)
    expect((await world.get(id)).instruction.payment).toMatchObject({
      state: 'short',
      received: '2500000.00',
      missing: '2500000.00',
    })
    expect((await world.sent()).at(-1)?.text).toContain('masih kurang Rp 2.500.000')
    world.simulator.control.clearFaults()
    world.simulator.control.pay(TENANT, id)
    await world.goesOn(id)
    expect(await world.stateOf(id)).toBe('paid')
  })

  test('late: told, then sent back while the investor is asked for the next date', async () => {
    world.simulator.control.setFaults({ paymentLate: { on: true } })
    const { id } = await world.handedOver()
    await world.goesOn(id)
    await world.dueTimePasses(id)
    await world.work('payment.due', { instructionId: id })
    expect(await world.stateOf(id)).toBe('unpaid')
    await world.forget()
    world.simulator.control.clearFaults()
    await world.goesOn(id)
    const { instruction, events } = await world.get(id)
    expect(instruction).toMatchObject({
      status: 'awaiting-approval',
      payment: { state: 'refunded' },
      refund: { status: 'paid' },
    })
    expect(events.some(({ payment }) => payment?.state === 'late')).toBe(true)
    expect(await world.notes()).toContain('rina instruction.payment-late')
    await expect(world.as('rina').instructions.repeat({ id })).rejects.toMatchObject({
      code: 'not-repeatable',
    })
  })

  test('refunded after a refusal of the manager: a state of its own', async () => {
    world.simulator.control.setFaults({ rejectedAfterPayment: { on: true } })
    const { id } = await world.handedOver()
    await world.goesOn(id)
    expect((await world.get(id)).instruction).toMatchObject({
      status: 'rejected',
      payment: { state: 'refunded' },
    })
  })

  test('of an order that was cancelled meanwhile nobody is asked to pay', async () => {
    world.simulator.control.setFaults({ paymentNever: { on: true } })
    const { id, version } = await world.ordered()
    expect(version).toBe(2)
    await world.sign()
    // Bib has it, but its reply has not arrived when the RM cancels.
    await world.work('bib.instruction', { instructionId: id })
    await world.owner.query(`update crm_bib.instruction set status = 'approved' where id = $1`, [
      id,
    ])
    const seen = (await world.get(id)).instruction
    await world.as('rina').instructions.cancel({ id, version: seen.version, reason: 'Salah nilai' })
    await world.forget()
    await world.goesOn(id)
    expect((await world.sent()).map(({ text }) => text)).toEqual([])
    expect((await world.get(id)).instruction.payment?.state).toBe('waiting')
    expect(await world.take('bib.cancel')).toHaveLength(1)
  })
})

describe('another payer', () => {
  async function held(): Promise<{ id: string; receiptId: string; version: number }> {
    world.simulator.control.setFaults({ paymentOtherPayer: { on: true } })
    const { id } = await world.handedOver()
    await world.goesOn(id)
    const { version, payment } = (await world.get(id)).instruction
    return { id, version, receiptId: payment?.receipts[0]?.id ?? '' }
  }
  const decide = async (
    by: 'ratna' | 'rina' | 'fitri' | 'agus',
    what: { id: string; receiptId: string; version: number },
    verdict: 'accept' | 'return' = 'accept',
  ) => await world.as(by).payments.decide({ ...what, verdict, reason: 'Nama gadis di KTP lama' })

  test('is held for the office and told to it, to the RM and the investor', async () => {
    const { id } = await held()
    expect((await world.get(id)).instruction.payment).toMatchObject({
      state: 'held',
      received: '0.00',
      receipts: [{ payerName: 'BUDI SANTOSO', standing: 'held', decision: null }],
    })
    expect((await world.notes()).filter((note) => note.includes('held'))).toEqual([
      'rina instruction.payment-held',
      'ratna instruction.payment-held',
    ])
    expect((await world.sent()).at(-1)?.text).toContain('nama yang berbeda')
    const list = await world.as('ratna').instructions.list({ payments: 'waiting,short,held' })
    expect(list.items.map((one) => one.id)).toContain(id)
    const filter = { payments: 'held', count: true } as const
    const both = await world
      .as('ratna')
      .instructions.list({ ...filter, statuses: 'payment-pending' })
    expect(both.items.map((one) => one.id)).toEqual([id])
    const none = await world.as('ratna').instructions.list({ ...filter, statuses: 'settled' })
    expect(none.items).toEqual([])
    const all = { type: 'subscription', investorId: investor, rmId: people.rina.id } as const
    const found = await world.as('ratna').instructions.list({
      ...filter,
      ...all,
      productCode: 'ANDALAN-KAS',
      from: '2020-01-01',
      to: '2099-12-31',
      order: 'oldest',
    })
    expect(found.items.map((one) => one.id)).toEqual([id])
  })

  test('accepted: with reason and name in the trail, Bib is informed, the order continues', async () => {
    const one = await held()
    await world.forget()
    const payment = await decide('ratna', one)
    expect(payment).toMatchObject({
      state: 'paid',
      receipts: [
        { decision: { verdict: 'accept', reason: 'Nama gadis di KTP lama', byName: 'ratna' } },
      ],
    })
    expect(await world.notes()).toEqual([
      'rina instruction.payer-accepted',
      'rina instruction.paid',
    ])
    const [job] = await world.take<{ instructionId: string }>('bib.payer')
    await world.work('bib.payer', job ?? {})
    // A job that runs twice acts once.
    await world.work('bib.payer', job ?? {})
    await world.goesOn(one.id)
    expect((await world.get(one.id)).instruction).toMatchObject({
      status: 'sent-to-manager',
      payment: { state: 'paid' },
    })
    const { rows } = await world.owner.query(
      `select action, actor_id from auth_bib.auth_user_action_log where entity = 'payment_decision' and after ->> 'instruction_id' = $1`,
      [one.id],
    )
    expect(rows).toMatchObject([{ action: 'create', actor_id: people.ratna.id }])
  })

  test('returned: told to RM and investor, who may still pay from the own account', async () => {
    const one = await held()
    await world.forget()
    await decide('ratna', one, 'return')
    expect(await world.notes()).toEqual(['rina instruction.payer-returned'])
    const texts = (await world.sent()).map(({ text }) => text)
    expect(texts[0]).toContain('tidak datang dari rekening Anda sendiri')
    for (const job of await world.take<object>('bib.payer')) await world.work('bib.payer', job)
    await world.goesOn(one.id)
    expect((await world.get(one.id)).instruction.payment).toMatchObject({
      state: 'waiting',
      returns: [{ cause: 'other-payer', status: 'paid' }],
    })
    world.simulator.control.pay(TENANT, one.id)
    await world.goesOn(one.id)
    expect(await world.stateOf(one.id)).toBe('paid')
  })

  test('is decided once, by the office of the company only, on what was seen', async () => {
    const one = await held()
    for (const [by, status] of [
      ['rina', 403],
      ['agus', 403],
      ['fitri', 404],
    ] as const)
      await expect(decide(by, one)).rejects.toMatchObject({ status })
    await expect(decide('ratna', { ...one, version: 1 })).rejects.toMatchObject({
      code: 'stale-version',
    })
    await expect(decide('ratna', { ...one, receiptId: 'RCP-0-0' })).rejects.toMatchObject({
      code: 'wrong-state',
    })
    const answers = await Promise.allSettled(
      Array.from({ length: 16 }, async (_, n) =>
        decide('ratna', one, n % 2 === 0 ? 'accept' : 'return'),
      ),
    )
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await world.take('bib.payer')).toHaveLength(1)
  })
})
