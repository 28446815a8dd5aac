import { expect, test } from 'vitest'
import { compare, isZero, minus, plus, ratio, rounded, times, total } from './decimals.ts'

test('decimals are added, taken away and multiplied exactly, whatever their size', () => {
  expect(plus('0.1', '0.2')).toBe('0.3')
  expect(minus('1000000000000000.01', '0.02')).toBe('999999999999999.99')
  expect(minus('1', '2.5')).toBe('-1.5')
  expect(times('1234.5678', '1523.4411')).toBe('1880791.32725658')
  expect(total(['1.10', '2', '-0.1'])).toBe('3.00')
})

test('they are compared by value', () => {
  expect([compare('9', '10'), compare('1.50', '1.5'), compare('0.01', '-3')]).toEqual([-1, 0, 1])
  expect([isZero('0.00'), isZero('0.01')]).toEqual([true, false])
})

test('they are rounded half up, or cut off', () => {
  expect([rounded('1.005', 2), rounded('-1.005', 2), rounded('1.999', 2, 'down'), rounded('7', 2)]).toEqual([
    '1.01',
    '-1.01',
    '1.99',
    '7.00',
  ])
  expect([ratio('1', '3', 4), ratio('2', '3', 4), ratio('1', '0', 2)]).toEqual(['0.3333', '0.6667', undefined])
})
