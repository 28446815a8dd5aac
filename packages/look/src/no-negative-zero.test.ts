import { expect, test } from 'vitest'
import { formatMoney, formatPercent } from './format.ts'

test('nothing is shown as less than nothing that is nothing when rounded', () => {
  expect(formatPercent('-0.0010', 'id')).toBe('0,00%')
  expect(formatPercent('-0.0010', 'en', true)).toBe('0.00%')
  expect(formatPercent('-0.0060', 'id')).toBe('-0,01%')
  expect(formatMoney('-0.00', 'IDR', 'id')).toBe('Rp\u00A00')
})
