import { expect, test } from 'vitest'
import { readCookie } from './cookies.ts'

test('a cookie is read by its whole name, with its whole value', () => {
  const header = 'x__Host-csrf=other; __Host-csrf2=other;__Host-csrf=a=b; __Host-empty='
  expect(readCookie(header, '__Host-csrf')).toBe('a=b')
  expect(readCookie('__Host-csrf=; __Host-csrf=second', '__Host-csrf')).toBe('second')
  expect([
    readCookie(header, '__Host-empty'),
    readCookie(header, '__host-csrf'),
    readCookie(undefined, 'x'),
  ]).toEqual([undefined, undefined, undefined])
})
