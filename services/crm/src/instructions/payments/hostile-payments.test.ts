// Payments as an attacker, or a faulty Bib, would report them: of another company, forged, replayed,
// enormous, with invalid text and figures.
import { readPayment } from '@rmtools/bib/payments'
import type { PayerVerdict } from '@rmtools/contracts/crm/payments'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { otherCompany } from '../test-world.ts'
import { createPaymentWorld, TENANT, type PaymentWorld } from './payment-world.ts'

let world: PaymentWorld
beforeAll(async () => {
  world = await createPaymentWorld()
})
afterAll(async () => await world[Symbol.asyncDispose]())
beforeEach(async () => await world.nextWeek())

const at = '2026-12-01T02:00:00.000Z'
const receipt = (changes: object = {}) => ({
  id: 'R-1',
  amount: '5000000.00',
  payerName: 'SITI RAHMAWATI',
  at,
  status: 'TAKEN',
  ...changes,
})

describe('invalid figures, texts and times', () => {
  test.each<[string, object]>([
    ['NaN', { amount: 'NaN' }],
    ['a number', { amount: 5_000_000 }],
    ['an exponent', { amount: '5e6' }],
    ['a negative amount', { amount: '-5000000.00' }],
    ['three decimals', { amount: '5000000.000' }],
    ['a negative receipt', { receipts: [receipt({ amount: '-1.00' })] }],
    ['a receipt of NaN', { receipts: [receipt({ amount: 'NaN' })] }],
    ['ten thousand receipts', { receipts: Array.from({ length: 10_000 }, () => receipt()) }],
    ['a payer of 10 kB', { receipts: [receipt({ payerName: 'A'.repeat(10_000) })] }],
    ['a leap second', { dueAt: '2026-12-31T23:59:60Z' }],
    ['a day that does not exist', { dueAt: '2026-02-30T06:00:00Z' }],
    ['a year far away', { dueAt: '9999-12-31T23:59:59Z' }],
    ['a receipt id that is no header', { receipts: [receipt({ id: 'R–1\n' })] }],
  ])('%s is nothing to pay', async (_, odd) => {
    const { id } = await world.waiting()
    await world.hearOtherwise(id, odd)
    expect((await world.get(id)).instruction.payment).toMatchObject({
      state: 'ask-office',
      number: null,
      amount: null,
      receipts: [],
    })
  })

  test('an instant with an offset is read as UTC', async () => {
    const { id } = await world.waiting()
    const { dueAt } = (await world.get(id)).instruction.payment ?? {}
    const inWib = `${new Date(Date.parse(dueAt ?? '') + 7 * 3_600_000).toISOString().slice(0, -1)}+07:00`
    await world.hearOtherwise(id, { dueAt: inWib })
    expect((await world.get(id)).instruction.payment).toMatchObject({ state: 'waiting', dueAt })
  })

  test('control characters of a payer harm nobody', async () => {
    const { id } = await world.waiting()
    const payerName = 'EVIL\r\nBcc: x@y.example\u0007\u202e'
    await world.hearOtherwise(id, { receipts: [receipt({ payerName })] })
    expect((await world.get(id)).instruction.payment?.state).toBe('held')
    const texts = (await world.sent()).map(({ text, subject }) => `${subject} ${text}`).join('\n')
    expect(texts).not.toContain('Bcc')
  })

  test('a receipt reported twice in one list counts once', async () => {
    const { id } = await world.waiting()
    const half = receipt({ amount: '2500000.00' })
    await world.hearOtherwise(id, { receipts: [half, half] })
    const { payment } = (await world.get(id)).instruction
    expect(payment).toMatchObject({ state: 'short', received: '2500000.00' })
    expect(payment?.receipts).toHaveLength(1)
  })
})

describe('another company', () => {
  test("its office decides nothing, with the receipt's right id or not", async () => {
    const { id } = await world.waiting()
    await world.hearOtherwise(id, { receipts: [receipt({ payerName: 'BUDI' })] })
    const { version } = (await world.get(id)).instruction
    for (const receiptId of ['R-1', 'R-2'])
      await expect(
        world
          .as('fitri')
          .payments.decide({ id, receiptId, verdict: 'accept', reason: 'x', version }),
      ).rejects.toMatchObject({ status: 404 })
    expect(await world.take('bib.payer')).toEqual([])
  })

  test('its events change neither state nor time line, whatever their sequence', async () => {
    const { id } = await world.waiting()
    const before = await world.get(id)
    const forged = world.told(id).map((event) => ({ ...event, sequence: 2 ** 40 }))
    expect(await world.hear(forged, otherCompany)).toEqual(forged.map(() => false))
    expect(await world.get(id)).toEqual(before)
  })
})

test('nobody is notified at the due time of an order that was cancelled here', async () => {
  world.simulator.control.setFaults({ paymentNever: { on: true } })
  await world.ordered()
  await world.sign()
  const { items } = await world
    .as('rina')
    .instructions.list({ order: 'newest', statuses: 'approved' })
  const { id = '', version = 0 } = items[0] ?? {}
  await world.work('bib.instruction', { instructionId: id })
  await world.owner.query(`update crm_bib.instruction set status = 'approved' where id = $1`, [id])
  const seen = (await world.get(id)).instruction
  expect(seen.version).toBeGreaterThan(version)
  await world.as('rina').instructions.cancel({ id, version: seen.version, reason: 'Salah nilai' })
  await world.goesOn(id)
  await world.dueTimePasses(id)
  await world.forget()
  await world.work('payment.due', { instructionId: id })
  expect([await world.notes(), await world.sent()]).toEqual([[], []])
})

describe('a decision that Bib no longer needs', () => {
  /** Bib takes the money, whose payer is held for the office here, which decides. */
  async function decided(verdict: PayerVerdict) {
    const { id } = await world.waiting()
    world.simulator.control.pay(TENANT, id)
    const [{ id: receiptId = '' } = {}] =
      readPayment(world.told(id).at(-1)?.data.payment ?? {})?.receipts ?? []
    await world.hearOtherwise(id, { receipts: [receipt({ id: receiptId, payerName: 'BUDI' })] })
    const { version } = (await world.get(id)).instruction
    const decision = { id, receiptId, verdict, reason: 'Bukan investor', version }
    await world.as('ratna').payments.decide(decision)
    await world.forget()
    return { instructionId: id, receiptId, verdict }
  }

  test('notifies RM and office once, and what Bib did counts', async () => {
    const job = await decided('return')
    const { instructionId: id } = job
    expect(await world.stateOf(id)).toBe('waiting')
    for (const _ of [1, 2]) await world.work('bib.payer', job)
    expect(await world.stateOf(id)).toBe('paid')
    expect((await world.notes()).filter((note) => note.includes('payer-too-late'))).toEqual([
      'rina instruction.payer-too-late',
      'ratna instruction.payer-too-late',
    ])
    const { rows } = await world.owner.query(
      'select refused_at from crm_bib.payment_decision where instruction_id = $1',
      [id],
    )
    expect(rows).toEqual([{ refused_at: world.time.now }])
  })

  test('notifies nobody where Bib did the same', async () => {
    const job = await decided('accept')
    await world.work('bib.payer', job)
    expect(await world.stateOf(job.instructionId)).toBe('paid')
    expect((await world.notes()).join()).not.toContain('payer-too-late')
  })
})
