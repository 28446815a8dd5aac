import { expect, test } from 'vitest'
import { arrivedLateAt, messageStateAt } from './client-message-words.ts'

const message = {
  createdAt: '2026-11-23T03:00:00Z',
  sentAt: '2026-11-23T03:00:01Z',
  deliveredAt: '2026-11-23T03:20:00Z',
  readAt: null,
  failedAt: '2026-11-23T03:10:00Z',
}

test('a message that an SMS replaced says when, and when it arrived after all', () => {
  const replaced = { ...message, state: 'fell-back' }
  expect([messageStateAt(replaced), arrivedLateAt(replaced)]).toEqual([
    message.failedAt,
    message.deliveredAt,
  ])
  expect(arrivedLateAt({ ...replaced, deliveredAt: null })).toBeNull()
  expect(arrivedLateAt({ ...message, state: 'delivered' })).toBeNull()
})
