import { createRemoteJWKSet, jwtVerify } from 'jose'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { decodePush, encodePush, PoisonMessage, type BibEvent } from '../events.ts'
import { AUDIENCE, startBench, until, type Bench } from './testing.ts'

let bench: Bench
beforeEach(async () => {
  bench = await startBench({ push: { backoffMs: 2, maxBackoffMs: 50, maxAttempts: 4 } })
})
afterEach(() => bench.close())

test('a push carries a token that the published keys verify', async () => {
  await bench.registered()
  const delivery = await until('a push', () => bench.sink.deliveries[0])
  const token = (delivery.headers.authorization ?? '').replace('Bearer ', '')
  const keys = createRemoteJWKSet(new URL('/oauth2/v3/certs', bench.simulator.url))
  const { payload, protectedHeader } = await jwtVerify(token, keys, {
    issuer: bench.simulator.url,
    audience: AUDIENCE,
  })
  expect(payload).toMatchObject({ email: 'bib-events@simulator', email_verified: true })
  expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(3600)
  expect(protectedHeader.alg).toBe('RS256')
  await expect(jwtVerify(`${token.slice(0, -8)}AAAAAAAA`, keys)).rejects.toThrow()
  const { keys: published } = (await (
    await fetch(`${bench.simulator.url}/oauth2/v3/certs`)
  ).json()) as { keys: object[] }
  expect(published.every((key) => !('d' in key))).toBe(true)
})

test('the body is that of a Pub/Sub push', async () => {
  const { sourceId } = await bench.registered()
  const { body } = await until('a push', () => bench.sink.deliveries[0])
  expect(body).toMatchObject({
    message: {
      messageId: expect.any(String),
      orderingKey: sourceId,
      attributes: { type: 'investor.status', tenant: 'APERD01' },
    },
    subscription: 'projects/simulator/subscriptions/bib-events',
  })
  expect(decodePush(body).event).toMatchObject({ aggregateId: sourceId, schemaVersion: 1 })
})

test('a refused message is delivered again and holds back the later ones of its key only', async () => {
  let refusals = 0
  bench.sink.respond = ({ event }) =>
    event?.aggregateId === 'investor-1' && event.sequence === 1 && refusals++ < 2 ? 500 : 204
  await bench.registered()
  await bench.registered()
  await until(
    'all delivered',
    () => bench.eventsOf('investor-1').length === 2 && bench.eventsOf('investor-2').length === 2,
  )
  const order = bench.sink.deliveries.flatMap(({ event, status }) =>
    event?.aggregateId === 'investor-1' ? [[event.sequence, status]] : [],
  )
  expect(order).toEqual([
    [1, 500],
    [1, 500],
    [1, 204],
    [2, 204],
  ])
})

test('after the last try a message is dead-lettered, its key continues, and it can be pushed again', async () => {
  let isRefusing = true
  bench.sink.respond = ({ event }) => (isRefusing && event?.sequence === 1 ? 400 : 204)
  const { sourceId } = await bench.registered()
  await until('the second event', () => bench.eventsOf(sourceId).length === 1)
  const [dead] = bench.simulator.control.messages({ state: 'dead' })
  expect(dead).toMatchObject({ orderingKey: sourceId, attempts: 4, lastError: 'HTTP 400' })
  isRefusing = false
  bench.simulator.control.redeliver(dead?.messageId ?? '')
  await until(
    'the first event',
    () =>
      bench
        .eventsOf(sourceId)
        .map(({ sequence }) => sequence)
        .join() === '2,1',
  )
})

test('while the endpoint is down messages wait, and arrive later in order', async () => {
  bench.sink.respond = () => 503
  const { sourceId } = await bench.registered()
  const [first] = await until(
    'a refusal',
    () =>
      bench.simulator.control.messages({ orderingKey: sourceId }).length === 2 &&
      bench.sink.deliveries.length > 0 &&
      bench.simulator.control.messages({ orderingKey: sourceId }),
  )
  expect(first?.state).toBe('pending')
  bench.sink.respond = () => 204
  await until(
    'both',
    () =>
      bench
        .eventsOf(sourceId)
        .map(({ sequence }) => sequence)
        .join() === '1,2',
  )
})

test('moving the clock publishes the NAV of each day, in order and at its time', async () => {
  bench.nextMorning(3)
  const events = await until(
    'three days',
    () => bench.eventsOf('ELANG-PU').length === 3 && bench.eventsOf('ELANG-PU'),
  )
  const { items } = await bench.bib.partner.navs({ code: 'ELANG-PU' })
  expect(events.map(({ data }) => data)).toEqual(
    items
      .slice(-3)
      .map(({ date, nav }) => ({ productCode: 'ELANG-PU', date, nav, previousNav: null })),
  )
  expect(events.map(({ occurredAt }) => occurredAt.slice(11))).toEqual([
    '01:00:00.000Z',
    '01:00:00.000Z',
    '01:00:00.000Z',
  ])
})

const event: BibEvent = {
  eventId: '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11',
  type: 'nav.published',
  schemaVersion: 1,
  occurredAt: '2026-11-23T01:00:00.000Z',
  tenant: null,
  aggregateId: 'ELANG-PU',
  sequence: 7,
  data: { productCode: 'ELANG-PU', date: '2026-11-20', nav: '1543.3244', previousNav: null },
}
const message = {
  messageId: '1',
  publishTime: '2026-11-23T01:00:00.000Z',
  subscription: 'projects/p/subscriptions/s',
}

test('an event survives the wire; unknown fields of a later version are dropped', () => {
  expect(decodePush(encodePush(event, message))).toEqual({
    event,
    messageId: '1',
    orderingKey: 'ELANG-PU',
  })
  expect(decodePush(encodePush({ ...event, later: 1 } as BibEvent, message)).event).toEqual(event)
})

const withPayer = (payerName: string) => ({
  sourceId: crypto.randomUUID(),
  reference: 'BIB-1',
  externalId: 'BIB1',
  type: 'SUBSCRIPTION',
  productCode: 'ELANG-PU',
  targetProductCode: null,
  status: 'PAYMENT_PENDING',
  reason: null,
  navDate: null,
  nav: null,
  units: null,
  amount: null,
  fee: null,
  target: null,
  settlementDate: null,
  corrected: false,
  refund: null,
  payment: { receipts: [{ payerName }] },
})
test('a payment that we do not know is an event all the same', () => {
  const known = { ...event, type: 'instruction.status', tenant: 'APERD01', data: withPayer('A') }
  expect(decodePush(encodePush(known as never, message)).event.data).toMatchObject({
    payment: { receipts: [{ payerName: 'A' }] },
  })
})

test.each([
  ['no push at all', { hello: 1 }],
  [
    'no JSON',
    {
      ...encodePush(event, message),
      message: { ...encodePush(event, message).message, data: 'bm8=' },
    },
  ],
  ['an unknown type', encodePush({ ...event, type: 'toString' } as never, message)],
  ['another version', encodePush({ ...event, schemaVersion: 2 } as never, message)],
  [
    'NUL, which PostgreSQL does not store, in the part kept as Bib says it',
    encodePush(
      { ...event, type: 'instruction.status', tenant: 'APERD01', data: withPayer('A\0') } as never,
      message,
    ),
  ],
  [
    'half a character in a name',
    encodePush(
      {
        ...event,
        type: 'instruction.status',
        tenant: 'APERD01',
        data: withPayer('\ud800'),
      } as never,
      message,
    ),
  ],
  [
    'a NAV as a number',
    encodePush({ ...event, data: { ...event.data, nav: 1543 } } as never, message),
  ],
])('%s is a poison message', (_, body) => {
  expect(() => decodePush(body)).toThrow(PoisonMessage)
})
