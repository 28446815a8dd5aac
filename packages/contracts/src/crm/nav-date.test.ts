import { describe, expect, test } from 'vitest'
import { exchangeDayFrom, isExchangeDay, navDateFor } from './nav-date.ts'

// 2026: 24 December is joint leave, 25 December Christmas, 31 December the exchange's own holiday;
// 1 January 2027.
const holidays = new Set(['2026-12-24', '2026-12-25', '2026-12-31', '2027-01-01'])

describe('the NAV date of an order', () => {
  test.each([
    [
      'before the cut-off of an exchange day it is that day',
      '2026-11-23',
      '09:00:00',
      '13:00',
      '2026-11-23',
    ],
    ['a second before the cut-off it still is', '2026-11-23', '12:59:59', '13:00', '2026-11-23'],
    [
      'at the cut-off to the second it is the next: 13:00:00 is late',
      '2026-11-23',
      '13:00:00',
      '13:00',
      '2026-11-24',
    ],
    ['the cut-off is the product’s own', '2026-11-23', '12:00:00', '12:00', '2026-11-24'],
    ['on a Friday afternoon it is Monday', '2026-11-27', '15:30:00', '13:00', '2026-11-30'],
    ['on a Saturday morning it is Monday', '2026-11-28', '08:00:00', '13:00', '2026-11-30'],
    [
      'on the eve of the holidays it is after them',
      '2026-12-23',
      '13:00:01',
      '13:00',
      '2026-12-28',
    ],
    ['on a holiday it is the next exchange day', '2026-12-24', '09:00:00', '13:00', '2026-12-28'],
    [
      'over the turn of the year the exchange’s own holiday counts',
      '2026-12-30',
      '14:00:00',
      '13:00',
      '2027-01-04',
    ],
  ])('%s', (_, date, time, cutOff, expected) => {
    expect(navDateFor({ date, time }, cutOff, holidays)).toBe(expected)
  })

  test('weekends and holidays are no exchange days', () => {
    expect(
      ['2026-11-27', '2026-11-28', '2026-11-29', '2026-12-25'].map((date) =>
        isExchangeDay(date, holidays),
      ),
    ).toEqual([true, false, false, false])
    expect(exchangeDayFrom('2026-12-24', holidays)).toBe('2026-12-28')
  })
})
