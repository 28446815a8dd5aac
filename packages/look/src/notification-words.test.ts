import { expect, test } from 'vitest'
import { notificationText } from './notification-words.ts'

test('a sentence that would have a hole is not shown, its title is', () => {
  expect(notificationText('lead.follow-up', { leadName: 'Dewi' }, 'en').text).toBe(
    'It is time to follow up with Dewi.',
  )
  expect(notificationText('lead.follow-up', { leadname: 'Dewi' }, 'en')).toEqual({
    title: 'Follow-up',
    text: 'Open it to see.',
  })
})

test('null values are left out', () => {
  expect(notificationText('change.rejected', { reason: null }, 'en').text).toBe(
    'The change you requested was rejected:',
  )
})
