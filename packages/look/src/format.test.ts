import { expect, test } from 'vitest'
import { formatAmount, formatMoney, formatPhone, digitGroups, groupDigits } from './format.ts'
import { licenceOf } from './order-words.ts'

test('the last four of an account stand together', () => {
  expect(groupDigits('*********5678')).toBe('*\u2009****\u2009****\u20095678')
  expect(groupDigits('3174095612900001')).toBe('3174\u20090956\u20091290\u20090001')
  expect(digitGroups('8800000000012')).toEqual(['8', '8000', '0000', '0012'])
  expect(['', '12', '1234'].map(digitGroups)).toEqual([[], ['12'], ['1234']])
})

test('a phone number is read in groups', () => {
  expect(['+6281234567890', '+6281300000040', '+6591234567'].map(formatPhone)).toEqual([
    '0812 3456 7890',
    '0813 0000 0040',
    '+6591234567',
  ])
})

test('a loss has its minus before the currency; an amount decimals only where there are some', () => {
  expect(formatMoney('-203954.79', 'IDR', 'id')).toBe('-Rp\u00a0203.954,79')
  expect(['1500000.00', '-1500.5'].map((amount) => formatAmount(amount, 'id'))).toEqual([
    '1.500.000',
    '-1.500,50',
  ])
})

test('a licence has its type once', () => {
  expect(['WAPERD-2024-00117', '2024-00117'].map(licenceOf)).toEqual([
    'WAPERD-2024-00117',
    'WAPERD 2024-00117',
  ])
})
