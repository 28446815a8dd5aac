import { createServer } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { readConfig } from '../process/config.ts'
import { messageSettings, messengerOf, pushSettings } from './messengers.ts'
import { startTestBroker } from '../testing/kafka.ts'

const sms = { id: '1', channel: 'sms', to: '+6281211110001', text: 'Kode 123456' } as const
const email = {
  id: '2',
  channel: 'email',
  to: 'siti@mail.example',
  subject: 'Kode',
  text: '123456',
} as const
const push = {
  id: '3',
  channel: 'push',
  to: 'token',
  title: 'Disetujui',
  text: 'Siti',
  data: {},
} as const
const topics = { 'messaging.sms': 1, 'messaging.email': 1 }
const configOf = (env: Record<string, string>) =>
  readConfig({ ...messageSettings, ...pushSettings }, env)

test('with Kafka alone SMS and e-mails go there, and push to the development inbox', async () => {
  await using broker = await startTestBroker({ topics })
  const shown: string[] = []
  const inbox = createServer(async (incoming, reply) => {
    shown.push((await incoming.toArray()).join(''))
    reply.writeHead(204).end()
  }).listen(0, '127.0.0.1')
  await once(inbox, 'listening')
  const INBOX_URL = `http://127.0.0.1:${(inbox.address() as AddressInfo).port}/dev/inbox/messages`
  {
    await using messenger = messengerOf(
      configOf({ KAFKA_BROKERS: `127.0.0.1:${broker.port}`, INBOX_URL }),
    )
    for (const message of [sms, email, push]) await messenger.send(message)
  }
  inbox.close()
  expect(broker.kept.map(({ topic }) => topic)).toEqual(['messaging.sms', 'messaging.email'])
  expect(shown.map((text) => JSON.parse(text))).toEqual([push])
})

test('with SMTP beside it e-mails go by SMTP', async () => {
  await using broker = await startTestBroker({ topics })
  const config = configOf({
    KAFKA_BROKERS: `127.0.0.1:${broker.port}`,
    SMTP_URL: 'smtp://127.0.0.1:1',
  })
  await using messenger = messengerOf(config)
  await messenger.send(sms)
  await expect(messenger.send(email)).rejects.toThrow(/ECONNREFUSED/)
  expect(broker.kept.map(({ topic }) => topic)).toEqual(['messaging.sms'])
})

test('in production a message without a provider fails with the missing setting, and none goes to an inbox', async () => {
  await using messenger = messengerOf(configOf({ NODE_ENV: 'production' }))
  await expect(messenger.send(sms)).rejects.toThrow('no way to send sms is set up: KAFKA_BROKERS')
  await expect(messenger.send(email)).rejects.toThrow(
    'no way to send email is set up: SMTP_URL or KAFKA_BROKERS',
  )
  await expect(messenger.send(push)).rejects.toThrow('no way to send push is set up: FCM_ACCOUNT')
})

test('a mechanism that nobody speaks is refused when the settings are read', () => {
  expect(() => configOf({ KAFKA_MECHANISM: 'MD5' })).toThrow(
    /KAFKA_MECHANISM must be one of SCRAM-SHA-512/,
  )
})
