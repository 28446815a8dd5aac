import { expect, test } from 'vitest'
import { bibReasonText } from './bib-words.ts'
import { instructionEventOf } from './instruction-events.ts'

const nothing = {
  status: 'settled',
  detail: null,
  correction: null,
  refund: null,
  payment: null,
} as const
const figures = { units: '1000.5000', nav: '1500.1234', amount: '1500873.46', target: null }

test('a correction says what was and what is, in the form of the language', () => {
  const correction = {
    before: figures,
    after: { ...figures, units: '999.0000', target: { units: '10.0000', nav: '2.5000' } },
  }
  const event = { ...nothing, about: 'correction', correction } as const
  expect(instructionEventOf(event, 'IDR', 'id')).toMatchObject({
    word: { id: 'Alokasi dikoreksi' },
    detail:
      'Semula 1.000,5000 @ 1.500,1234 (Rp\u00A01.500.873,46) → 999,0000 @ 1.500,1234 ⇒ 10,0000 @ 2,5000 (Rp\u00A01.500.873,46)',
  })
  expect(instructionEventOf(event, 'IDR', 'en').detail).toContain('Was 1,000.5000 @ 1,500.1234')
})

test('a refund says how much and why; a state says its word', () => {
  const refund = { amount: '5000000.00', status: 'paid', reason: 'MANAGER_REFUSED' } as const
  expect(instructionEventOf({ ...nothing, about: 'refund', refund }, 'IDR', 'id')).toEqual({
    tone: 'done',
    word: { id: 'Dana sudah dikembalikan', en: 'Refund paid' },
    detail: `Rp\u00A05.000.000 · ${bibReasonText('MANAGER_REFUSED', 'id')}`,
  })
  expect(
    instructionEventOf({ ...nothing, about: 'status', detail: 'x' }, 'IDR', 'id'),
  ).toMatchObject({
    word: { id: 'Selesai' },
    detail: 'x',
  })
})

test('a payment shows its state and the relevant amount', () => {
  const payment = {
    state: 'short',
    amount: '5000000.00',
    received: '2000000.00',
    missing: '3000000.00',
    excess: '0.00',
    verdict: null,
  } as const
  const said = (changes: object, detail: string | null = null) =>
    instructionEventOf(
      { ...nothing, about: 'payment', detail, payment: { ...payment, ...changes } },
      'IDR',
      'id',
    )
  expect(said({})).toMatchObject({
    word: { en: 'Payment is short' },
    detail: 'Rp\u00A03.000.000',
  })
  expect(said({ state: 'twice', excess: '7.00' })).toMatchObject({ detail: 'Rp\u00A07' })
  expect(said({ state: 'paid' })).toMatchObject({ tone: 'done', detail: 'Rp\u00A02.000.000' })
  expect(said({ verdict: 'return' }, 'Dibayar suami')).toMatchObject({
    word: { id: 'Dana pembayar lain dikembalikan' },
    detail: 'Dibayar suami',
  })
})

test('an order of a plan says in words that the mandate approved it', () => {
  const event = { ...nothing, status: 'approved', about: 'status', detail: 'by-mandate' } as const
  expect(instructionEventOf(event, 'IDR', 'id').detail).toContain('mandat rencana berkala')
  expect(instructionEventOf(event, 'IDR', 'en').detail).toContain('without a new signature')
})
