import type { Payment } from '@rmtools/contracts/crm/payments'
import { shareTextOf } from './payment-text.ts'
import type { SeenInstruction } from './rules.ts'

const instruction = {
  productName: 'Andalan Dana Kas',
  currency: 'IDR',
  navDate: '2026-11-23',
} as SeenInstruction
const payment = {
  state: 'waiting',
  method: 'virtual-account',
  bankName: 'Bank Mandiri',
  number: '8800000000012',
  reference: null,
  amount: '5000000.00',
  missing: '5000000.00',
  currency: 'IDR',
  dueAt: '2026-11-23T06:00:00.000Z',
} as Payment

test('says where, how much and until when, with the NAV that it gives', () => {
  const text = shareTextOf(instruction, payment, 'id')
  for (const part of ['Bank Mandiri', '8800000000012', '5.000.000', '13.00 WIB', '23 Nov 2026'])
    expect(text).toContain(part)
})

test('of a payment that is short only the rest', () => {
  const short = { ...payment, state: 'short', missing: '2000000.00' } as Payment
  expect(shareTextOf(instruction, short, 'en')).toContain('2,000,000')
  expect(shareTextOf(instruction, short, 'en')).not.toContain('5,000,000')
})
