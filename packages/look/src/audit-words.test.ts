import { expect, test } from 'vitest'
import { actionWord } from './audit-words.ts'

const word = (action: string, after: Record<string, unknown> | null, entity = 'pending_change') =>
  actionWord({ entity, action, after })?.en

test('a change that waits for a second person says at each step what was done, above all that somebody did it alone', () => {
  expect(word('create', { decision: null })).toBe('Asked for a second approval')
  expect(word('create', { decision: 'alone' })).toBe('Done without a second approval')
  expect(word('update', { decision: 'approved' })).toBe('Gave the second approval')
  expect(word('update', { decision: 'something new' })).toBe('Changed')
  expect(word('update', { decision: 'approved' }, 'lead')).toBe('Changed')
  expect(word('never heard of', null, 'lead')).toBeUndefined()
})
