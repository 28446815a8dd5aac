import { expect, test } from 'vitest'
import { isSameSearch, MAX_VIEWS, readListPreference } from './list-preferences.ts'

test('what was kept of a list is checked before it is believed', () => {
  expect(readListPreference({})).toEqual({ density: 'comfortable', columns: {}, views: [] })
  expect(
    readListPreference({
      density: 'compact',
      columns: { email: true, phone: 'yes' },
      views: [{ name: 'A', search: { kind: 'x' } }, { name: 1 }, null],
    }),
  ).toEqual({
    density: 'compact',
    columns: { email: true },
    views: [{ name: 'A', search: { kind: 'x' } }],
  })
  expect(readListPreference({ density: 'x', columns: [], views: {} })).toEqual({
    density: 'comfortable',
    columns: {},
    views: [],
  })
  const many = Array.from({ length: MAX_VIEWS + 5 }, (_, index) => ({
    name: String(index),
    search: {},
  }))
  expect(readListPreference({ views: many }).views).toHaveLength(MAX_VIEWS)
})

test('a view is shown by an address with the same parts, in any order', () => {
  expect(isSameSearch({ a: 1, b: true }, { b: true, a: '1' })).toBe(true)
  expect(isSameSearch({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(isSameSearch({ a: 1 }, { b: 1 })).toBe(false)
  expect(isSameSearch({}, {})).toBe(true)
})
