import { expect, test } from 'vitest'
import { monthDue, monthOf } from './rules.ts'

const holidays = new Set(['2027-01-01', '2026-12-24', '2026-12-25', '2026-12-31'])

test('the month before is due on the first exchange day, and made up for on the next four', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  expect(monthDue('2026-11-30', holidays)).toBeUndefined()
  for (const day of ['01', '02', '03', '04', '07'])
    expect(monthDue(`2026-12-${day}`, holidays)).toEqual(november)
  for (const day of ['05', '06', '08', '31'])
    expect(monthDue(`2026-12-${day}`, holidays)).toBeUndefined()
})

test('a month that begins with a holiday and a weekend begins with its first exchange day', () => {
  for (const day of ['01', '02', '03']) expect(monthDue(`2027-01-${day}`, holidays)).toBeUndefined()
  expect(monthDue('2027-01-04', holidays)).toEqual({ from: '2026-12-01', to: '2026-12-31' })
})

test('a month ends with its last day', () => {
  expect(monthOf('2028-02-01').to).toBe('2028-02-29')
  expect(monthOf('2026-12-01').to).toBe('2026-12-31')
})
