import { expect, test } from 'vitest'
import { differencesOf, MASK, textOf } from './differences.ts'

test('fields are distinguished: changed, added, removed, kept, in this order', () => {
  const before = { name: 'Rina', phone: '+62811', note: 'x', same: [1] }
  const after = { name: 'Rina W', email: 'r@x', note: null, same: [1] }
  expect(differencesOf(before, after).map(({ field, kind }) => `${field} ${kind}`)).toEqual([
    'name changed',
    'email added',
    'note removed',
    'phone removed',
    'same kept',
  ])
})

test('a creation adds all that has a value, a deletion takes all away', () => {
  expect(
    differencesOf(null, { a: 1, b: null }).map(({ field, kind }) => `${field} ${kind}`),
  ).toEqual(['a added', 'b kept'])
  expect(differencesOf({ a: 1 }, null)).toEqual([
    { field: 'a', kind: 'removed', before: 1, after: null },
  ])
  expect(differencesOf(null, null)).toEqual([])
})

test('a masked field that is in both images did change: an unchanged one is not written down', () => {
  expect(differencesOf({ password_hash: MASK }, { password_hash: MASK })[0]?.kind).toBe('changed')
})

test('values that are no text are shown as they are written', () => {
  expect([textOf({ a: [1] }), textOf(false), textOf('x')]).toEqual(['{"a":[1]}', 'false', 'x'])
})
