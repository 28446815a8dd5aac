import { expect, test } from 'vitest'
import type { NavPoint } from '@rmtools/contracts/bff/market'
import { indexedFrom100, monthsBefore, rangeOf } from './ranges.ts'

const point = (date: string, nav: string): NavPoint => ({
  date,
  nav,
  corrected: false,
  publishedAt: `${date}T12:00:00Z`,
})

test('a range ends today and begins on the same day, or on the last of a shorter month', () => {
  expect(rangeOf('ytd', '2026-11-25')).toEqual({ from: '2026-01-01', to: '2026-11-25' })
  expect(rangeOf('3y', '2026-11-25')).toEqual({ from: '2023-11-25', to: '2026-11-25' })
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28')
  expect(monthsBefore('2026-01-15', 1)).toBe('2025-12-15')
})

test('series of different ages are compared from the first day that all of them have', () => {
  const old = [
    point('2026-01-01', '1000.0000'),
    point('2026-01-02', '1100.0000'),
    point('2026-01-05', '1210.0000'),
  ]
  const young = [point('2026-01-02', '10.0000'), point('2026-01-05', '9.0000')]
  expect(indexedFrom100([old, young])).toEqual([
    [
      ['2026-01-02', '100.0000'],
      ['2026-01-05', '110.0000'],
    ],
    [
      ['2026-01-02', '100.0000'],
      ['2026-01-05', '90.0000'],
    ],
  ])
})

test('a product without any NAV is left empty and holds up nobody', () => {
  expect(indexedFrom100([[], [point('2026-01-02', '5.0000')]])).toEqual([
    [],
    [['2026-01-02', '100.0000']],
  ])
  expect(indexedFrom100([[], []])).toEqual([[], []])
})
