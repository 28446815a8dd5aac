import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, plus } from '../decimals.ts'
import {
  isPaidState,
  isRepeatable,
  paymentStateOf,
  paymentStates,
  sumsOf,
  type PaymentFacts,
  type ReceiptFact,
} from './payment-rules.ts'

const DUE = '2026-11-23T06:00:00.000Z'
const before = (minutes: number) => new Date(Date.parse(DUE) - minutes * 60_000).toISOString()
const own = (amount: string, at = before(60), id = `${amount} ${at}`): ReceiptFact => ({
  id,
  amount,
  at,
  standing: 'taken',
})
const facts = (changes: Partial<PaymentFacts> = {}): PaymentFacts => ({
  due: { amount: '1000000.00', at: DUE },
  receipts: [],
  refund: null,
  status: 'payment-pending',
  hasExpired: false,
  now: before(120),
  ...changes,
})

describe('the state of a payment', () => {
  test.each<[string, Partial<PaymentFacts>, string]>([
    ['nothing has come yet', {}, 'waiting'],
    ['nothing has come a second before', { now: before(1 / 60) }, 'waiting'],
    ['nothing has come at the due time to the second', { now: DUE }, 'unpaid'],
    ['Bib ended it for want of money', { hasExpired: true, status: 'rejected' }, 'unpaid'],
    ['half has come', { receipts: [own('500000.00')] }, 'short'],
    ['a cent is missing', { receipts: [own('999999.99')] }, 'short'],
    ['all has come', { receipts: [own('1000000.00')] }, 'paid'],
    ['in two parts', { receipts: [own('400000'), own('600000.00')] }, 'paid'],
    ['at the due time to the second', { receipts: [own('1000000.00', DUE)] }, 'late'],
    ['the rest came late', { receipts: [own('1'), own('999999.00', DUE)] }, 'late'],
    ['a cent too much', { receipts: [own('1000000.01')] }, 'over'],
    ['parts that are too much', { receipts: [own('600000'), own('600000', before(3))] }, 'over'],
    ['all of it twice', { receipts: [own('1000000'), own('1000000', before(3))] }, 'twice'],
    ['of another payer', { receipts: [{ ...own('1000000'), standing: 'held' }] }, 'held'],
    [
      'given back to the other payer',
      { receipts: [{ ...own('1000000'), standing: 'returned' }] },
      'waiting',
    ],
    ['going back', { refund: 'pending', receipts: [own('1000000')] }, 'refunding'],
    ['gone back', { refund: 'paid', receipts: [own('1000000')] }, 'refunded'],
    ['of a form that we do not know', { due: null }, 'ask-office'],
    ['of an order that was cancelled', { status: 'cancelled' }, 'ended'],
    ['of an order that is asked for anew', { status: 'awaiting-approval' }, 'ended'],
    ['Bib says paid, and no more', { status: 'paid', now: DUE }, 'paid'],
  ])('%s', (_, changes, state) => {
    expect(paymentStateOf(facts(changes))).toBe(state)
  })

  test('only an unpaid order that is not sent to the investor again may be repeated', () => {
    const order = {
      type: 'subscription',
      status: 'rejected',
      payment: { state: 'unpaid' },
    } as const
    expect(isRepeatable(order)).toBe(true)
    expect(isRepeatable({ ...order, payment: { state: 'refunded' } })).toBe(true)
    expect(isRepeatable({ ...order, payment: { state: 'paid' } })).toBe(false)
    expect(isRepeatable({ ...order, payment: null })).toBe(false)
    expect(isRepeatable({ ...order, type: 'redemption' })).toBe(false)
    expect(isRepeatable({ ...order, status: 'awaiting-approval' })).toBe(false)
  })
})

const cents = fc.integer({ min: 1, max: 300_000_000 })
const money = cents.map((n) => `${Math.floor(n / 100)}.${String(n % 100).padStart(2, '0')}`)
const receipt = fc.record({
  id: fc.integer({ min: 1, max: 30 }).map(String),
  amount: money,
  at: fc.integer({ min: -300, max: 300 }).map(before),
  standing: fc.constantFrom('taken', 'held', 'returned'),
})
const anyFacts = fc.record({
  due: fc.option(fc.record({ amount: money, at: fc.constant(DUE) })),
  receipts: fc.uniqueArray(receipt, { maxLength: 6, selector: ({ id }) => id }),
  refund: fc.constantFrom(null, 'pending', 'paid'),
  status: fc.constantFrom('payment-pending', 'paid', 'rejected', 'cancelled', 'allocated'),
  hasExpired: fc.boolean(),
  now: fc.integer({ min: -300, max: 300 }).map(before),
}) as fc.Arbitrary<PaymentFacts>

describe('whatever the facts are', () => {
  test('the state depends neither on the order of receipts nor on repetitions', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const state = paymentStateOf(all)
        expect(paymentStates).toContain(state)
        const { receipts } = all
        expect(paymentStateOf({ ...all, receipts: receipts.toReversed() })).toBe(state)
        expect(paymentStateOf({ ...all, receipts: [...receipts, ...receipts] })).toBe(state)
      }),
    )
  })

  test('money is neither made nor lost: due + excess = received + missing', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        if (!all.due) return
        const { received, missing, excess } = sumsOf(all)
        expect(compare(plus(all.due.amount, excess), plus(received, missing))).toBe(0)
        expect(compare(missing, '0') === 0 || compare(excess, '0') === 0).toBe(true)
      }),
    )
  })

  test('it counts as paid only with the whole amount, in time, from the own account, and not given back', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        const receipts = all.receipts.filter(({ standing }) => standing === 'taken')
        if (!isPaidState(paymentStateOf(all)) || receipts.length === 0) return
        expect(sumsOf(all).missing).toBe('0.00')
        expect(all.receipts.some(({ standing }) => standing === 'held')).toBe(false)
        expect(all.refund).toBeNull()
        const inTime = receipts.filter(({ at }) => at < DUE)
        expect(sumsOf({ ...all, receipts: inTime }).missing).toBe('0.00')
      }),
    )
  })

  test('money of another payer that nobody has decided about is never passed over', () => {
    fc.assert(
      fc.property(anyFacts, (all) => {
        if (all.due && all.refund === null && all.receipts.some((one) => one.standing === 'held'))
          expect(paymentStateOf(all)).toBe('held')
      }),
    )
  })
})
