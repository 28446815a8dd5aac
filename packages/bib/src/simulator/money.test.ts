// Payments in the simulator: every way in which money arrives or fails to.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { isQrisFor } from '@rmtools/contracts/crm/qris'
import { readPayment } from '../payments.ts'
import type { FaultName } from './faults.ts'
import { startBench, TENANT, until, type Bench } from './testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(async () => await bench.close())
afterEach(() => bench.simulator.control.clearFaults())

const recordOf = async (sourceId: string) => {
  const [record] = (await bench.bib.internal.findInstructions({ sourceId })).items
  if (!record) throw new Error(`no ${sourceId}`)
  return { ...record, payment: readPayment(record.payment ?? {}) }
}
async function ordered(fault?: FaultName, setting: { times?: number } = {}): Promise<string> {
  const { externalId } = await bench.registered()
  if (fault) bench.simulator.control.setFaults({ [fault]: { on: true, ...setting } })
  return await bench.instruct(externalId, { productCode: 'ANDALAN-OBLIGASI' })
}
/** After today's cut-off. */
const afterDue = () => {
  const today = bench.today()
  bench.simulator.clock.advanceTo(new Date(`${today}T13:00:00+07:00`))
}
const settled = async (sourceId: string) =>
  await until(`returns of ${sourceId}`, async () => {
    const record = await recordOf(sourceId)
    return record.payment?.returns.every(({ status }) => status === 'PAID') ? record : undefined
  })

test('says where, how much with which fee, until the cut-off; and who paid when', async () => {
  const sourceId = await ordered()
  await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  const { payment, navDate } = await recordOf(sourceId)
  expect(payment).toMatchObject({
    method: 'VIRTUAL_ACCOUNT',
    virtualAccount: expect.stringMatching(/^88/),
    amount: '1000000.00',
    fee: { isInside: true },
    dueAt: new Date(`${navDate}T13:00:00+07:00`).toISOString(),
    receipts: [{ amount: '1000000.00', payerName: 'SITI RAHMAWATI', status: 'TAKEN' }],
    returns: [],
  })
})

test('gives a QRIS code up to its limit beside the account, and on its switch instead of it', async () => {
  const { externalId } = await bench.registered()
  const payOf = async (amount: string) => {
    const sourceId = await bench.instruct(externalId, { productCode: 'ANDALAN-OBLIGASI', amount })
    await bench.instructionUntil(sourceId, 'SENT_TO_IM')
    return (await recordOf(sourceId)).payment
  }
  const small = await payOf('10000000.00')
  expect(isQrisFor(small?.qris ?? '', { amount: '10000000.00', currency: 'IDR' })).toBe(true)
  expect((await payOf('10000001.00'))?.qris).toBeNull()
  bench.simulator.control.setFaults({ paymentQrisOnly: { on: true } })
  expect(await payOf('1000000.00')).toMatchObject({ method: 'QRIS', virtualAccount: null })
  expect(await payOf('10000001.00')).toMatchObject({ method: 'VIRTUAL_ACCOUNT' })
})

describe('money that is not as it should be', () => {
  test('too much, or twice: taken, and the excess goes back', async () => {
    for (const [fault, excess, count] of [
      ['paymentOver', '100000.00', 1],
      ['paymentTwice', '1000000.00', 2],
    ] as const) {
      const sourceId = await ordered(fault, { times: 1 })
      await bench.instructionUntil(sourceId, 'SENT_TO_IM')
      const { payment } = await settled(sourceId)
      expect(payment?.receipts).toHaveLength(count)
      expect(payment?.returns).toMatchObject([{ amount: excess, cause: 'EXCESS' }])
    }
  })

  test('short once: the rest follows', async () => {
    const sourceId = await ordered('paymentShort', { times: 1 })
    await bench.instructionUntil(sourceId, 'SENT_TO_IM')
    expect((await recordOf(sourceId)).payment?.receipts.map(({ amount }) => amount)).toEqual([
      '500000.00',
      '500000.00',
    ])
  })

  test('of another payer: held until it is decided; accepted it counts from when it came', async () => {
    const sourceId = await ordered('paymentOtherPayer', { times: 1 })
    const held = await until('money', async () => {
      const { payment } = await recordOf(sourceId)
      return payment?.receipts[0]
    })
    expect(held).toMatchObject({ status: 'HELD', payerName: 'BUDI SANTOSO' })
    afterDue()
    const decide = async (verdict: 'ACCEPT' | 'RETURN', tenant = TENANT) =>
      await bench.bib.internal.decidePayer(
        { id: sourceId, tenant, receiptId: held.id, verdict },
        { idempotencyKey: crypto.randomUUID() },
      )
    await decide('ACCEPT')
    await bench.instructionUntil(sourceId, 'SENT_TO_IM')
    await expect(decide('RETURN')).rejects.toMatchObject({ code: 'receipt-not-held' })
    bench.nextMorning()
  })

  test('of another payer and given back: the investor may still pay', async () => {
    const sourceId = await ordered('paymentOtherPayer', { times: 1 })
    const held = await until('money', async () => (await recordOf(sourceId)).payment?.receipts[0])
    await bench.bib.internal.decidePayer(
      { id: sourceId, tenant: TENANT, receiptId: held.id, verdict: 'RETURN' },
      { idempotencyKey: crypto.randomUUID() },
    )
    expect((await settled(sourceId)).payment?.returns).toMatchObject([{ cause: 'OTHER_PAYER' }])
    expect(await recordOf(sourceId)).toMatchObject({ status: 'PAYMENT_PENDING' })
    bench.simulator.control.pay(TENANT, sourceId)
    await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  })

  test('never paid or too little: ends at the due time, and the money received is returned', async () => {
    const never = await ordered('paymentNever')
    bench.simulator.control.setFaults({ paymentShort: { on: true, match: 'CAKRA' } })
    const { externalId } = await bench.registered()
    await bench.instructionUntil(never, 'PAYMENT_PENDING')
    bench.simulator.control.clearFaults('paymentNever')
    const short = await bench.instruct(externalId, { productCode: 'CAKRA-PU' })
    await until('half', async () => (await recordOf(short)).payment?.receipts[0])
    afterDue()
    const expired = { reason: { code: 'PAYMENT_EXPIRED' } }
    expect(await bench.instructionUntil(never, 'REJECTED')).toMatchObject({
      ...expired,
      refund: null,
    })
    expect(await bench.instructionUntil(short, 'REJECTED')).toMatchObject({
      ...expired,
      refund: { amount: '500000.00' },
    })
    bench.nextMorning()
  })
})

test('on command the due time passes for one order alone; what comes then goes back', async () => {
  const sourceId = await ordered('paymentNever')
  const before = bench.simulator.clock.now()
  const { status, reason } = bench.simulator.control.carryOut(TENANT, sourceId, 'OVERDUE')
  expect([status, reason?.code]).toEqual(['REJECTED', 'PAYMENT_EXPIRED'])
  expect(bench.simulator.clock.now().getTime() - before.getTime()).toBeLessThan(60_000)
  expect(bench.simulator.control.pay(TENANT, sourceId)).toMatchObject({
    status: 'REJECTED',
    refund: { amount: '1000000.00' },
  })
  await until('the refund', async () => (await recordOf(sourceId)).refund?.status === 'PAID')
})
