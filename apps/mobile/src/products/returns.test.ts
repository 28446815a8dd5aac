import { startOf } from './returns.ts'

test('a range begins on the same day of an earlier month, or on its last', () => {
  expect(startOf('1m', '2026-11-25')).toBe('2026-10-25')
  expect(startOf('3m', '2026-05-31')).toBe('2026-02-28')
  expect(startOf('1y', '2026-11-25')).toBe('2025-11-25')
  expect(startOf('3y', '2026-01-15')).toBe('2023-01-15')
})
