// The payment chapter: the money comes from somebody else's account, the office returns it, and it
// comes again from the investor's own.
import { eventually, type Caller } from '../caller.ts'
import { approve, untilIs } from './answering.ts'
import type { Registered } from './papers.ts'
import { controlOf, demoUser, type Stage } from './stage.ts'

const TENANT = 'NUSANTARA'

/** Runs the chapter: the investor pays for a product that they already hold. */
export async function paying(
  stage: Stage,
  rm: Caller,
  { investor, productCode }: { investor: Registered; productCode: string },
): Promise<void> {
  const { say, expect } = stage
  const bib = controlOf(stage)
  const id = crypto.randomUUID()
  await bib.setFaults({ paymentOtherPayer: { on: true, match: id } })
  const asked = new Date()
  await rm.api.instructions.create({
    id,
    investorId: investor.id,
    type: 'subscription',
    productCode,
    amount: '3000000',
    factSheetOffered: true,
    confirmDuplicate: true,
  })
  await approve(stage, investor, asked)
  const payment = async () => (await rm.api.instructions.get({ id })).instruction.payment
  const until = async (state: string) =>
    await eventually(`the payment to be ${state}`, async () => {
      const now = await payment()
      return now?.state === state && now
    })
  const held = await until('held')
  const [receipt] = held.receipts
  say(
    `to pay: ${held.amount} to ${held.bankName} ${held.number} before ${held.dueAt}; it comes from ${receipt?.payerName} and is held`,
  )
  const reviewer = await demoUser(stage, 'maya')
  const { items } = await reviewer.api.instructions.list({ payments: 'held', order: 'oldest' })
  expect(
    items.some((one) => one.id === id),
    'the office has it on its list of money that is held',
  )
  const { version } = (await rm.api.instructions.get({ id })).instruction
  await reviewer.api.payments.decide({
    id,
    version,
    receiptId: receipt?.id ?? '',
    verdict: 'return',
    reason: 'Dibayar oleh orang lain',
  })
  await until('waiting')
  await bib.clearFault({ name: 'paymentOtherPayer' })
  await bib.pay({ tenant: TENANT, sourceId: id })
  await untilIs(rm, id, ['paid', 'sent-to-manager'])
  const paid = await until('paid')
  say(`the office gives it back, the investor pays from the own account: ${paid.received} received`)
}
