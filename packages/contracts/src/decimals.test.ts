import { expect, test } from 'vitest'
import {
  changeOf,
  compare,
  isZero,
  minus,
  plus,
  ratio,
  rounded,
  sharesOf,
  times,
  total,
} from './decimals.ts'

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
  expect([
    rounded('1.005', 2),
    rounded('-1.005', 2),
    rounded('1.999', 2, 'down'),
    rounded('7', 2),
  ]).toEqual(['1.01', '-1.01', '1.99', '7.00'])
  expect([ratio('1', '3', 4), ratio('2', '3', 4), ratio('1', '0', 2)]).toEqual([
    '0.3333',
    '0.6667',
    undefined,
  ])
})

test('shares of a whole add up to 100.00, the largest remainders rounded up', () => {
  expect(sharesOf(['1', '1', '1'])).toEqual(['33.34', '33.33', '33.33'])
  expect(sharesOf(['16.665', '16.665', '66.67'])).toEqual(['16.67', '16.66', '66.67'])
  // Rounding each one separately would give 100.01.
  expect(sharesOf(['12345', '12345', '75310.00'])).toEqual(['12.35', '12.34', '75.31'])
  const many = Array.from({ length: 37 }, (_, index) => String(index * index + 0.5))
  expect(total(sharesOf(many))).toBe('100.00')
  expect([sharesOf([]), sharesOf(['0', '0.00'])]).toEqual([[], ['0.00', '0.00']])
})

test.each([
  ['110', '100', '10.00'],
  ['99.50', '100', '-0.50'],
  ['0', '250.25', '-100.00'],
  ['-50', '-100', '50.00'],
  ['101.2346', '100', '1.23'],
  ['101.235', '100', '1.24'],
  ['98.765', '100', '-1.24'],
  ['123456789012345678.90', '123456789012345678.89', '0.00'],
])('%s after %s is a change of %s percent, rounded and not cut off', (now, before, expected) =>
  expect(changeOf(now, before)).toBe(expected),
)
test('there is no change from zero', () => expect(changeOf('5', '0')).toBeUndefined())
