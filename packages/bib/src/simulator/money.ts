// Payments of subscriptions: requests, receipts (in full, short, too much, twice, from another
// payer, never) and returns.
import type { Decimal } from 'decimal.js'
import { forbidden, notFound, Problem } from '@rmtools/contracts/problem'
import { receiptNotHeld, type InstructionRecord } from '../internal.ts'
import {
  readPayment,
  type PaymentReceipt,
  type PaymentRequest,
  type PaymentReturn,
} from '../payments.ts'
import { debitOf, debitRefusalOf, isDebitedTwice, isDebitLate, isMoneyLate } from './debits.ts'
import {
  instructionById,
  instructionBySource,
  investorName,
  recordOf,
  save,
  subjectOf,
  submissionOf,
  type InstructionRow,
} from './instruction-rows.ts'
import { Exact, money } from './ledger.ts'
import { qrisFor } from './qris.ts'
import { productOf } from './shelf.ts'
import type { World } from './world.ts'

/** The name of a third-party payer. */
const OTHER_PAYER = 'BUDI SANTOSO'
const OVER = '1.1'
const LATE_TICKS = 10

/** Registers the scheduled work of payments. */
export function prepareMoney(world: World): void {
  world.on('payment-due', (id) => expire(world, instructionById(world, id)))
  world.on('payment-return', (id) => giveBack(world, instructionById(world, id)))
  world.on('instruction-refund', (id) => payBack(world, instructionById(world, id)))
}

/** Requests the payment: where to pay, and by when. */
export function askForMoney(world: World, row: InstructionRow, dueAt: number): void {
  const { amount, productCode } = submissionOf(row)
  const product = productOf(world, productCode)
  const ordered = new Exact(amount ?? 0)
  const fee = ordered.times(product?.fees.subscription ?? 0).div(100)
  const account = String(8_800_000_000_000 + row.id)
  const currency = product?.currency ?? 'IDR'
  const name = product?.name ?? 'SIMULATOR'
  const qris = qrisFor({ account, amount: money(ordered), currency, name })
  const isQrisOnly =
    qris !== null && world.faults.take('paymentQrisOnly', subjectOf(world, row)) !== undefined
  const payment: PaymentRequest = {
    ...(debitOf(row) ?? {
      method: isQrisOnly ? ('QRIS' as const) : ('VIRTUAL_ACCOUNT' as const),
      bankName: product?.custodian ?? 'Bank Kustodian Nusantara',
      bankCode: '008',
      reference: null,
    }),
    virtualAccount: isQrisOnly || debitOf(row) ? null : account,
    holderName: product?.name ?? null,
    qris: debitOf(row) ? null : qris,
    amount: money(ordered),
    currency,
    fee: { amount: fee.toFixed(2), isInside: true },
    dueAt: new Date(dueAt).toISOString(),
    receipts: [],
    returns: [],
  }
  save(world, row, { status: 'PAYMENT_PENDING', payment })
  world.clock.schedule(dueAt, 'payment-due', String(row.id))
}

const paymentOf = (row: InstructionRow): PaymentRequest | undefined =>
  readPayment(recordOf(row).payment ?? {})

const sum = (receipts: readonly PaymentReceipt[]): Decimal =>
  receipts
    .filter(({ status }) => status === 'TAKEN')
    .reduce((so, { amount }) => so.plus(amount), new Exact(0))

const isHeld = (payment: PaymentRequest) => payment.receipts.some(({ status }) => status === 'HELD')

/**
 * Collects the next receipts: `paid` with the time at which payment was complete, or that it is
 * still pending.
 */
export function collect(world: World, row: InstructionRow): { paidAt: number } | 'waiting' {
  const subject = subjectOf(world, row)
  const payment = paymentOf(row)
  if (!payment || isHeld(payment)) return 'waiting'
  if (isDebitLate(world, row, Date.parse(payment.dueAt))) return 'waiting'
  if (world.faults.isOn('paymentLate', subject)) {
    lookAgain(world, row)
    return 'waiting'
  }
  const reason = debitRefusalOf(world, row)
  if (reason) {
    save(world, row, { status: 'REJECTED', reason })
    return 'waiting'
  }
  if (world.faults.take('paymentNever', subject)) return 'waiting'
  const known = payment.receipts.length
  for (const receipt of incoming(world, row, payment)) payment.receipts.push(receipt)
  return settleUp(world, row, payment, known)
}

/** Makes a payment at a developer's command. */
export function pay(
  world: World,
  tenant: string,
  input: { sourceId: string; amount?: string | undefined; payerName?: string | undefined },
): InstructionRecord {
  const row = instructionBySource(world, tenant, input.sourceId)
  const payment = row && paymentOf(row)
  if (!row || !payment) throw new Problem(notFound)
  const rest = new Exact(payment.amount).minus(sum(payment.receipts))
  const amount = input.amount ?? money(rest.gt(0) ? rest : new Exact(payment.amount))
  const isOther = input.payerName !== undefined
  payment.receipts.push(
    receiptOf(world, row, {
      amount,
      nth: payment.receipts.length + 1,
      payerName: input.payerName ?? investorName(world, row),
      status: isOther ? 'HELD' : 'TAKEN',
    }),
  )
  const { status } = recordOf(row)
  if (status === 'PAYMENT_PENDING') {
    save(world, row, { payment })
    world.clock.schedule(world.clock.now() + world.tickMs, 'instruction-step', String(row.id))
  } else if (status === 'REJECTED' || status === 'CANCELLED')
    save(world, row, { payment, ...refund(world, row, money(sum(payment.receipts))) })
  else returnExcess(world, row, payment)
  return recordOf(instructionById(world, String(row.id)))
}

/** Accepts held money or returns it. Throws 404, or 409 receipt-not-held. */
export function decidePayer(
  world: World,
  tenant: string,
  input: { id: string; tenant: string; receiptId: string; verdict: 'ACCEPT' | 'RETURN' },
): InstructionRecord {
  if (input.tenant !== tenant)
    throw new Problem(forbidden, { detail: 'tenant differs from x-tenant' })
  const row = instructionBySource(world, tenant, input.id)
  const payment = row && paymentOf(row)
  if (!row || !payment) throw new Problem(notFound)
  const receipt = payment.receipts.find(({ id }) => id === input.receiptId)
  if (receipt?.status !== 'HELD') throw new Problem(receiptNotHeld)
  if (input.verdict === 'ACCEPT') {
    receipt.status = 'TAKEN'
    const record = save(world, row, { payment })
    world.clock.schedule(world.clock.now() + world.tickMs, 'instruction-step', String(row.id))
    return record
  }
  receipt.status = 'RETURNED'
  payment.returns.push(returnOf(world, payment, { amount: receipt.amount, cause: 'OTHER_PAYER' }))
  planReturn(world, row)
  return save(world, row, { payment })
}

/** The refund of a paid order that failed. */
export function refundOf(world: World, row: InstructionRow): Pick<InstructionRecord, 'refund'> {
  const { type, status } = recordOf(row)
  const hasPaid = type === 'SUBSCRIPTION' && (status === 'PAID' || status === 'SENT_TO_IM')
  if (!hasPaid) return { refund: null }
  return refund(world, row, submissionOf(row).amount ?? '0.00')
}

function refund(world: World, row: InstructionRow, amount: string) {
  world.clock.schedule(world.clock.now() + 2 * world.tickMs, 'instruction-refund', String(row.id))
  return { refund: { amount, status: 'PENDING' as const } }
}

function payBack(world: World, row: InstructionRow): void {
  const { refund: known } = recordOf(row)
  if (known) save(world, row, { refund: { ...known, status: 'PAID' } })
}

function lookAgain(world: World, row: InstructionRow): void {
  const at = world.clock.now() + LATE_TICKS * world.tickMs
  world.clock.schedule(at, 'instruction-step', String(row.id))
}

/** Money that arrives without a command, as the fault switches determine. */
function incoming(world: World, row: InstructionRow, payment: PaymentRequest): PaymentReceipt[] {
  const subject = subjectOf(world, row)
  const rest = new Exact(payment.amount).minus(sum(payment.receipts))
  const isFirst = payment.receipts.length === 0
  const own = (amount: Decimal, nth = payment.receipts.length + 1) =>
    receiptOf(world, row, {
      amount: money(amount),
      nth,
      payerName: investorName(world, row),
      status: 'TAKEN',
    })
  // A third party whose money was returned pays again only at a developer's command.
  if (rest.lte(0) || payment.receipts.some(({ status }) => status === 'RETURNED')) return []
  const strikes = (name: Parameters<typeof world.faults.take>[0]) =>
    world.faults.take(name, subject) !== undefined
  if (strikes('paymentShort')) {
    if (!isFirst) return []
    lookAgain(world, row)
    return [own(new Exact(rest.div(2).toFixed(0)))]
  }
  if (!isFirst) return [own(rest)]
  if (strikes('paymentOtherPayer'))
    return [
      receiptOf(world, row, {
        amount: money(rest),
        nth: 1,
        payerName: OTHER_PAYER,
        status: 'HELD',
      }),
    ]
  if (strikes('paymentOver')) return [own(new Exact(rest.times(OVER).toFixed(2)))]
  return strikes('paymentTwice') || isDebitedTwice(world, row)
    ? [own(rest), own(rest, 2)]
    : [own(rest)]
}

function settleUp(
  world: World,
  row: InstructionRow,
  payment: PaymentRequest,
  known: number,
): { paidAt: number } | 'waiting' {
  const isComplete = !isHeld(payment) && sum(payment.receipts).gte(payment.amount)
  if (!isComplete) {
    if (payment.receipts.length > known) save(world, row, { payment })
    return 'waiting'
  }
  const last = payment.receipts.findLast(({ status }) => status === 'TAKEN')
  returnExcess(world, row, payment, 'PAID')
  return { paidAt: Date.parse(last?.at ?? '') }
}

function returnExcess(
  world: World,
  row: InstructionRow,
  payment: PaymentRequest,
  status: InstructionRecord['status'] = recordOf(row).status,
): void {
  const returning = payment.returns
    .filter(({ cause }) => cause === 'EXCESS')
    .reduce((so, { amount }) => so.plus(amount), new Exact(0))
  const excess = sum(payment.receipts).minus(payment.amount).minus(returning)
  if (excess.gt(0)) {
    payment.returns.push(returnOf(world, payment, { amount: money(excess), cause: 'EXCESS' }))
    planReturn(world, row)
  }
  save(world, row, { status, payment })
}

function expire(world: World, row: InstructionRow): void {
  const isDue = Date.parse(paymentOf(row)?.dueAt ?? '') <= world.clock.now()
  if (isDue && !isMoneyLate(world, row)) closeAccount(world, row)
}

/** As at the due time: refuses an order that is not paid, and returns the money received. */
export function closeAccount(world: World, row: InstructionRow): void {
  const payment = paymentOf(row)
  if (!payment || recordOf(row).status !== 'PAYMENT_PENDING' || isHeld(payment)) return
  const received = sum(payment.receipts)
  save(world, row, {
    status: 'REJECTED',
    reason: {
      code: 'PAYMENT_EXPIRED',
      field: null,
      detail: 'The money was not complete at the due time',
    },
    ...(received.gt(0) ? refund(world, row, money(received)) : {}),
  })
}

function giveBack(world: World, row: InstructionRow): void {
  const payment = paymentOf(row)
  if (!payment) return
  const returns = payment.returns.map((one) => ({ ...one, status: 'PAID' as const }))
  save(world, row, { payment: { ...payment, returns } })
}

const planReturn = (world: World, row: InstructionRow) =>
  world.clock.schedule(world.clock.now() + 2 * world.tickMs, 'payment-return', String(row.id))

function returnOf(
  world: World,
  { returns }: PaymentRequest,
  what: Pick<PaymentReturn, 'amount' | 'cause'>,
): PaymentReturn {
  const at = new Date(world.clock.now()).toISOString()
  return { id: `RET-${returns.length + 1}`, ...what, status: 'PENDING', at }
}

type Incoming = Pick<PaymentReceipt, 'amount' | 'payerName' | 'status'> & { nth: number }

function receiptOf(world: World, row: InstructionRow, { nth, ...what }: Incoming): PaymentReceipt {
  return { id: `RCP-${row.id}-${nth}`, at: new Date(world.clock.now()).toISOString(), ...what }
}
