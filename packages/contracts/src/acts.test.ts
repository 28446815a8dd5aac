import { describe, expect, test } from 'vitest'
import { acting, ECHO_MS } from './acts.ts'

function atHand() {
  let [now, keys] = [1000, 0]
  const acts = acting({ now: () => now, newKey: () => `key-${++keys}` })
  return { ...acts, pass: (ms: number) => (now += ms) }
}

describe('acting', () => {
  test('SECURITY 45: a second press while the first act runs is ignored, however long that takes', () => {
    const { begin, pass } = atHand()
    expect(begin({ id: 1 })).toBe('key-1')
    expect(begin({ id: 1 })).toBeUndefined()
    pass(60_000)
    expect(begin({ id: 1 })).toBeUndefined()
    expect(begin({ id: 2 })).toBeUndefined()
  })
  test.each([0, 60, 400])(
    'SECURITY 45: a second press %d ms after the first was done at once is its echo',
    (gap) => {
      const { begin, end, pass } = atHand()
      begin({ id: 1, version: 3 })
      end(true)
      pass(gap)
      expect(begin({ id: 1, version: 4 })).toBeUndefined()
    },
  )
  test('a new act has a key of its own', () => {
    const { begin, end, pass } = atHand()
    begin({ id: 1 })
    end(true)
    expect(begin({ id: 2 })).toBe('key-2')
    end(true)
    pass(ECHO_MS)
    expect(begin({ id: 2 })).toBe('key-3')
  })
  test('a failed act may be retried at once with the same key; other input gets another key', () => {
    const { begin, end } = atHand()
    begin({ id: 1, note: 'a' })
    end(false)
    expect(begin({ id: 1, note: 'a' })).toBe('key-1')
    end(false)
    expect(begin({ id: 1, note: 'b' })).toBe('key-2')
  })
  test('an act without input is one as well', () => {
    const { begin, end } = atHand()
    expect(begin(undefined)).toBe('key-1')
    end(true)
    expect(begin(undefined)).toBeUndefined()
  })
})
