// Direct debits in the simulator: taken without a virtual account, refused, short of money, late,
// twice.
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { InstructionSubmission } from '../internal.ts'
import { readPayment } from '../payments.ts'
import type { FaultName } from './faults.ts'
import { startBench, until, type Bench } from './testing.ts'

let bench: Bench
beforeAll(async () => {
  bench = await startBench()
})
afterAll(async () => await bench.close())
afterEach(() => bench.simulator.control.clearFaults())

const debit: InstructionSubmission['debit'] = {
  mandateId: 'mandate-1',
  bankAccount: {
    sourceId: 'account-1',
    bankCode: '014',
    bic: 'CENAIDJA',
    bankName: 'Bank Central Asia (BCA)',
    branch: null,
    country: 'ID',
    currency: 'IDR',
    number: '1234567890',
    holderName: 'Siti Rahmawati',
  },
}
const recordOf = async (sourceId: string) => {
  const [record] = (await bench.bib.internal.findInstructions({ sourceId })).items
  if (!record) throw new Error(`no ${sourceId}`)
  return { ...record, payment: readPayment(record.payment ?? {}) }
}
async function debited(fault?: FaultName, wanted: Partial<InstructionSubmission> = { debit }) {
  const { externalId } = await bench.registered()
  if (fault) bench.simulator.control.setFaults({ [fault]: { on: true } })
  return await bench.instruct(externalId, { productCode: 'ANDALAN-OBLIGASI', ...wanted })
}

test('takes the money from the account that the mandate names', async () => {
  const sourceId = await debited()
  await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  expect((await recordOf(sourceId)).payment).toMatchObject({
    method: 'DIRECT_DEBIT',
    bankName: 'Bank Central Asia (BCA)',
    virtualAccount: null,
    qris: null,
    receipts: [{ payerName: 'SITI RAHMAWATI', status: 'TAKEN' }],
  })
})

test.each([
  ['debitRefused', 'DEBIT_REFUSED'],
  ['debitInsufficient', 'DEBIT_INSUFFICIENT'],
] as const)('%s: rejected at once, and no money moves', async (fault, code) => {
  const sourceId = await debited(fault)
  const record = await bench.instructionUntil(sourceId, 'REJECTED')
  expect(record).toMatchObject({ reason: { code, field: '/debit' }, refund: null })
  expect((await recordOf(sourceId)).payment?.receipts).toEqual([])
})

test('twice: the excess goes back', async () => {
  const sourceId = await debited('debitTwice')
  await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  const payment = await until('returned', async () => {
    const { payment: one } = await recordOf(sourceId)
    return one?.returns[0]?.status === 'PAID' ? one : undefined
  })
  expect(payment.receipts).toHaveLength(2)
  expect(payment.returns).toMatchObject([{ amount: '1000000.00', cause: 'EXCESS' }])
})

test('late: refused for its date when it comes, and refunded', async () => {
  const sourceId = await debited('debitLate')
  await bench.instructionUntil(sourceId, 'PAYMENT_PENDING')
  bench.simulator.clock.advanceTo(new Date(`${bench.today()}T13:02:00+07:00`))
  expect(await bench.instructionUntil(sourceId, 'REJECTED')).toMatchObject({
    reason: { code: 'NAV_DATE_CHANGED' },
    refund: { amount: '1000000.00' },
  })
  bench.nextMorning()
})

test('the switches of debits leave payments by hand alone', async () => {
  bench.simulator.control.setFaults({ debitLate: { on: true }, debitTwice: { on: true } })
  const sourceId = await debited('debitRefused', {})
  await bench.instructionUntil(sourceId, 'SENT_TO_IM')
  expect((await recordOf(sourceId)).payment).toMatchObject({ method: 'VIRTUAL_ACCOUNT' })
})
