// The payment chapter: orders that are not simply paid in time. The money comes from somebody else,
// in two parts, too much of it, or after the due time.
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { PaymentState } from '@rmtools/contracts/crm/payment-rules'
import type { Payment } from '@rmtools/contracts/crm/payments'
import type { FaultName } from '@rmtools/bib/simulator/faults'
import { eventually, type Caller } from '../caller.ts'
import { approve, untilIs } from './answering.ts'
import type { Registered } from './papers.ts'
import { controlOf, demoUser, type Stage } from './stage.ts'

const TENANT = 'NUSANTARA'

type Buyer = { investor: Registered; productCode: string }
type Order = {
  id: string
  until: (state: PaymentState) => Promise<Payment>
}

/** Runs the chapter: the investor pays for a product that they already hold. */
export async function paying(stage: Stage, rm: Caller, buyer: Buyer): Promise<void> {
  await fromAnother(stage, rm, buyer)
  await inParts(stage, rm, buyer)
  await tooMuch(stage, rm, buyer)
  await tooLate(stage, rm, buyer)
}

/** A signed order whose payment meets a fault. */
async function ordered(
  stage: Stage,
  rm: Caller,
  { investor, productCode, fault }: Buyer & { fault: FaultName },
): Promise<Order> {
  const id = crypto.randomUUID()
  await controlOf(stage).setFaults({ [fault]: { on: true, match: id } })
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
  return {
    id,
    until: async (state) =>
      await eventually(`the payment to be ${state}`, async () => {
        const { payment } = (await rm.api.instructions.get({ id })).instruction
        return payment?.state === state && payment
      }),
  }
}

/** The message is in the investor's log; at night it is sent in the morning. */
async function isWritten(
  rm: Caller,
  { investor }: Buyer,
  { id, kind }: { id: string; kind: MessageKind },
): Promise<void> {
  await eventually(`the message ${kind}`, async () => {
    const { items } = await rm.api.clientMessages.list({ id: investor.id })
    return items.some((one) => one.instructionId === id && one.kind === kind)
  })
}

async function fromAnother(stage: Stage, rm: Caller, buyer: Buyer): Promise<void> {
  const { say, expect } = stage
  const bib = controlOf(stage)
  const { id, until } = await ordered(stage, rm, { ...buyer, fault: 'paymentOtherPayer' })
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

async function inParts(stage: Stage, rm: Caller, buyer: Buyer): Promise<void> {
  const bib = controlOf(stage)
  const { id, until } = await ordered(stage, rm, { ...buyer, fault: 'paymentShort' })
  const { received, missing } = await until('short')
  await isWritten(rm, buyer, { id, kind: 'payment-short' })
  // While the fault lasts, or the rest might come automatically meanwhile and be paid twice.
  await bib.pay({ tenant: TENANT, sourceId: id })
  await until('paid')
  await bib.clearFault({ name: 'paymentShort' })
  stage.say(
    `${received} come and ${missing} are missing: the investor is told, and sends the rest in time`,
  )
}

async function tooMuch(stage: Stage, rm: Caller, buyer: Buyer): Promise<void> {
  const { until } = await ordered(stage, rm, { ...buyer, fault: 'paymentOver' })
  const { excess } = await until('over')
  await eventually('the excess to be back', async () => {
    const { returns } = await until('over')
    return returns.length > 0 && returns.every(({ status }) => status === 'paid')
  })
  await controlOf(stage).clearFault({ name: 'paymentOver' })
  stage.say(`of another payment ${excess} are too much and go back`)
}

async function tooLate(stage: Stage, rm: Caller, buyer: Buyer): Promise<void> {
  const { say, expect } = stage
  const bib = controlOf(stage)
  const { id, until } = await ordered(stage, rm, { ...buyer, fault: 'paymentNever' })
  const { dueAt } = await until('waiting')
  await bib.carryOut({ tenant: TENANT, sourceId: id, until: 'OVERDUE' })
  await bib.clearFault({ name: 'paymentNever' })
  await until('unpaid')
  await isWritten(rm, buyer, { id, kind: 'payment-missed' })
  await bib.pay({ tenant: TENANT, sourceId: id })
  const { amount } = await until('refunded')
  say(`nothing comes until ${dueAt}: both are told; ${amount} come after it and are refunded`)

  const again = new Date()
  const repeated = await rm.api.instructions.repeat({ id })
  expect(repeated.repeatOf === id, 'the new order names the one that it repeats')
  const navDate = await approve(stage, buyer.investor, again)
  await untilIs(rm, repeated.id, ['paid', 'sent-to-manager'])
  say(`one tap orders it again; signed for the NAV of ${navDate}, it is paid in time`)
}
