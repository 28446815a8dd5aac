import { expect, test } from 'vitest'
import { arrivedLateAt, linkMessageText, messageStateAt } from './client-message-words.ts'

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

test('how a link went out names the channel that was used, its masked address and the time', () => {
  const sms = {
    ...message,
    channel: 'sms',
    sentTo: '+62****0123',
    errorCode: null,
    waitsUntil: null,
  } as const
  const whatsapp = { ...sms, channel: 'whatsapp' } as const
  const said = (one: Parameters<typeof linkMessageText>[0], language: 'id' | 'en' = 'en') =>
    linkMessageText(one, language)
  expect(said({ ...sms, state: 'queued' })).toBe('Being sent by SMS to +62****0123')
  expect(said({ ...sms, state: 'sent' })).toBe('Sent by SMS to +62****0123, 23 Nov 2026, 10:00 WIB')
  expect(said({ ...sms, state: 'read' }, 'id')).toBe(
    'Dikirim lewat SMS ke +62****0123, 23 Nov 2026, 10.00 WIB',
  )
  expect(said({ ...whatsapp, state: 'fell-back', errorCode: '131026' })).toBe(
    'Not delivered by WhatsApp to +62****0123: This number does not receive WhatsApp',
  )
  expect(said({ ...sms, state: 'failed', sentTo: null, errorCode: 'no-address' })).toBe(
    'Not sent: there is no phone number and no e-mail address',
  )
  expect(said({ ...sms, state: 'queued', waitsUntil: '2026-11-24T00:00:00Z' })).toContain(
    'Waits until 24 Nov 2026',
  )
})
