import { expect, test } from 'vitest'
import { readPayment } from './payments.ts'

const old = {
  bankName: 'Bank Mandiri',
  virtualAccount: '8800000000012',
  amount: '1000000.00',
  currency: 'IDR',
  dueAt: '2026-11-23T06:00:00Z',
}

test('the earlier form, without method and receipts, is a virtual account without receipts', () => {
  expect(readPayment(old)).toMatchObject({
    method: 'VIRTUAL_ACCOUNT',
    virtualAccount: '8800000000012',
    qris: null,
    receipts: [],
  })
})

test('fields that Bib adds are ignored, and the original is kept unchanged', () => {
  const said = { ...old, colour: 'red' }
  expect(readPayment(said)).not.toHaveProperty('colour')
  expect(said).toHaveProperty('colour')
})

test.each([
  ['another method', { ...old, method: 'CASH' }],
  ['three decimals', { ...old, amount: '1000000.000' }],
  ['a number instead of a text', { ...old, amount: 1_000_000 }],
  ['a float with an exponent', { ...old, amount: '1e6' }],
  ['no due time', { ...old, dueAt: undefined }],
  ['an invalid due time', { ...old, dueAt: 'besok siang' }],
  ['nowhere to pay to', { ...old, virtualAccount: null }],
  ['letters in the account', { ...old, virtualAccount: '88OO0000000' }],
  ['a picture that says nothing', { ...old, method: 'QRIS', virtualAccount: null }],
  ['control characters in the picture', { ...old, qris: 'A'.repeat(30) + '\u0007' }],
  ['invalid receipts', { ...old, receipts: { length: 1 } }],
  ['a receipt of a negative amount', { ...old, receipts: [{ id: '1', amount: '-5.00' }] }],
  ['nothing at all', {}],
])('%s is not read', (_, said) => {
  expect(readPayment(said)).toBeUndefined()
})
