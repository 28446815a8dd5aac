import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kafkaMessenger, type KafkaOptions } from './kafka.ts'
import { noReceipt, type Message, type Messenger } from './messaging.ts'
import { startTestBroker, type TestBroker } from '../testing/kafka.ts'

const sms = {
  id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
  channel: 'sms',
  to: '+6281211110001',
  text: 'Kode Anda 123456',
} as const
const email = {
  id: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a12',
  channel: 'email',
  to: 'siti@mail.example',
  subject: 'Kode',
  text: 'é 123456',
} as const
const push = {
  id: 'p',
  channel: 'push',
  to: 'token',
  title: 'Disetujui',
  text: 'Siti',
  data: {},
} as const
const topics = { sms: 'messaging.sms', email: 'messaging.email' }

let broker: TestBroker
let others: Message[]
const open: AsyncDisposable[] = []

beforeEach(async () => {
  broker = await startTestBroker({ topics: { 'messaging.sms': 6, 'messaging.email': 1 } })
  others = []
})
afterEach(async () => {
  for (const one of open.splice(0)) await one[Symbol.asyncDispose]()
  await broker[Symbol.asyncDispose]()
})

function messengerTo(port: number, options: Partial<KafkaOptions> = {}): Messenger {
  const rest: Messenger = {
    async send(message) {
      others.push(message)
      return noReceipt
    },
    async [Symbol.asyncDispose]() {},
  }
  const whole: KafkaOptions = {
    brokers: [`127.0.0.1:${port}`],
    topics,
    login: null,
    mechanism: 'PLAIN',
    caFile: null,
    ...options,
  }
  const messenger = kafkaMessenger(whole, rest)
  open.push(messenger)
  return messenger
}

describe('a messenger over Kafka', () => {
  test('hands SMS and e-mails to a topic each, acknowledged by all replicas; push goes elsewhere', async () => {
    const messenger = messengerTo(broker.port)
    await messenger.send(sms)
    await messenger.send(email)
    await messenger.send(push)
    expect(
      broker.kept.map(({ topic, value, headers, acks }) => [
        topic,
        JSON.parse(value),
        headers,
        acks,
      ]),
    ).toEqual([
      ['messaging.sms', sms, { 'message-id': sms.id, 'content-type': 'application/json' }, -1],
      [
        'messaging.email',
        email,
        { 'message-id': email.id, 'content-type': 'application/json' },
        -1,
      ],
    ])
    expect(others).toEqual([push])
  })

  test('SECURITY 33: only the message itself names the recipient, and messages to one recipient keep their order', async () => {
    const messenger = messengerTo(broker.port)
    for (let index = 0; index < 5; index++) await messenger.send({ ...sms, id: String(index) })
    await messenger.send({ ...sms, to: '+6281211110002' })
    const [first] = broker.kept
    expect(
      new Set(broker.kept.slice(0, 5).map(({ partition, key }) => `${partition} ${key}`)).size,
    ).toBe(1)
    expect(broker.kept.slice(0, 5).map(({ headers }) => headers['message-id'])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ])
    expect(broker.kept[5]?.key).not.toBe(first?.key)
    expect(JSON.stringify([first?.key, first?.headers])).not.toMatch(/8121111|123456/)
  })

  test('SECURITY 39: fails while the broker is down, and sends the message once the broker is back', async () => {
    const messenger = messengerTo(broker.port)
    await messenger.send(sms)
    await broker.stop()
    const started = performance.now()
    await expect(messenger.send(email)).rejects.toThrow()
    expect(performance.now() - started).toBeLessThan(10_000)
    await broker.start()
    await messenger.send(email)
    expect(broker.kept.map(({ headers }) => headers['message-id'])).toEqual([sms.id, email.id])
  })

  test('works when the broker was not there at the start', async () => {
    await broker.stop()
    const messenger = messengerTo(broker.port)
    await expect(messenger.send(sms)).rejects.toThrow()
    await broker.start()
    await messenger.send(sms)
    expect(broker.kept).toHaveLength(1)
  })

  test('retries when the leader has moved, and fails when too few replicas are in sync', async () => {
    const [NOT_LEADER, NOT_ENOUGH_REPLICAS] = [6, 19]
    const messenger = messengerTo(broker.port)
    broker.refusals.push(NOT_LEADER)
    await messenger.send(sms)
    expect(broker.kept).toHaveLength(1)
    broker.refusals.push(
      NOT_ENOUGH_REPLICAS,
      NOT_ENOUGH_REPLICAS,
      NOT_ENOUGH_REPLICAS,
      NOT_ENOUGH_REPLICAS,
    )
    await expect(messenger.send(sms)).rejects.toThrow()
    expect(broker.kept).toHaveLength(1)
  })

  test('a topic that does not exist is not made, and is an error', async () => {
    const messenger = messengerTo(broker.port, { topics: { ...topics, sms: 'messaging.smss' } })
    await expect(messenger.send(sms)).rejects.toThrow(/messaging\.smss/)
    expect(broker.kept).toEqual([])
  })
})

describe('a client of a broker that requires a login', () => {
  test('signs in with the right user and password only', async () => {
    await using guarded = await startTestBroker({
      topics: { 'messaging.sms': 1 },
      login: { username: 'rmtools', password: 'a:b' },
    })
    await expect(messengerTo(guarded.port, { login: 'rmtools:wrong' }).send(sms)).rejects.toThrow(
      /authentication failed/i,
    )
    await expect(messengerTo(guarded.port).send(sms)).rejects.toThrow()
    expect(guarded.kept).toEqual([])
    await messengerTo(guarded.port, { login: 'rmtools:a:b' }).send(sms)
    expect(guarded.kept).toHaveLength(1)
  })
})

describe('a configuration that cannot be', () => {
  test.each([
    [{ brokers: ['kafka'] }, /KAFKA_BROKERS must be host:port/],
    [{ brokers: ['http://kafka:9092'] }, /KAFKA_BROKERS must be host:port/],
    [{ login: 'rmtools' }, /KAFKA_LOGIN must be user:password/],
  ])('%j is refused at the start', (options, fault) => {
    expect(() => messengerTo(9092, options)).toThrow(fault)
  })

  test('another machine is spoken to by TLS only', async () => {
    // 127.0.0.2 is this machine, but not recognised as loopback; the broker there speaks plain
    // text.
    await using other = await startTestBroker({ topics: { 'messaging.sms': 1 }, host: '127.0.0.2' })
    await expect(
      messengerTo(0, { brokers: [`127.0.0.2:${other.port}`] }).send(sms),
    ).rejects.toThrow()
    expect(other.kept).toEqual([])
  })
})
