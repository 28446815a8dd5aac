import { expect, test } from 'vitest'
import { waysToPay } from './how-to-pay.ts'
import { feeWordOf, paymentStates, paymentText, paymentTexts, timeLeft } from './payment-words.ts'

test('every state has its word and its text', () => {
  expect(Object.keys(paymentTexts).toSorted()).toEqual(Object.keys(paymentStates).toSorted())
  expect(Object.keys(paymentStates)).toHaveLength(12)
})

test('a text names its amounts', () => {
  const amounts = { missing: 'Rp 1', excess: 'Rp 2', received: 'Rp 3' }
  expect(paymentText(paymentTexts.short.en, amounts)).toContain('Rp 3 has come and Rp 1 is missing')
})

test('a fee is labelled as included or added; without a fee there is no label', () => {
  const of = (amount: string, isInside: boolean) => feeWordOf({ amount, isInside }).en
  expect(of('0.00', true)).toBe('No fee')
  expect(of('25000.00', true)).toContain('Including')
  expect(of('0.50', false)).toContain('on top')
})

test.each([
  [26 * 3600, '1 hari 2 jam', '1 day 2 hours'],
  [24 * 3600, '1 hari', '1 day'],
  [3661, '1 jam 1 menit', '1 hour 1 minute'],
  [60, '1 menit', '1 minute'],
  [59, '59 detik', '59 seconds'],
  [1, '1 detik', '1 second'],
])('%i seconds are %s', (seconds, id, en) => {
  const now = Date.parse('2026-11-23T05:00:00Z')
  expect(timeLeft(new Date(now + seconds * 1000).toISOString(), now)).toEqual({ id, en })
})

test('at the due time nothing is left', () => {
  expect(timeLeft('2026-11-23T06:00:00Z', Date.parse('2026-11-23T06:00:00Z'))).toBeNull()
})

test('the bank of the virtual account comes first; other banks transfer to it', () => {
  const [first, second, ...others] = waysToPay('PT Bank Mandiri (Persero) Tbk')
  expect(first).toMatchObject({ key: 'mandiri' })
  expect(first?.steps.map(({ id }) => id).join(' ')).not.toContain('Pilih bank')
  expect(second?.steps[1]?.id).toBe('Pilih bank PT Bank Mandiri (Persero) Tbk.')
  expect(others.map(({ key }) => key)).toEqual(['bni', 'bri', 'permata', 'cimb', 'atm', 'other'])
})

test('an unknown bank is paid from any', () => {
  const ways = waysToPay('Bank Kustodian Nusantara')
  expect(ways).toHaveLength(8)
  for (const { steps } of ways)
    expect(steps.some(({ id }) => id.includes('{number}') && id.includes('{amount}'))).toBe(true)
})
