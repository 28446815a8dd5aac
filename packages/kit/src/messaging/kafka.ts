// SMS and e-mail over Kafka: Bib's messaging takes them from a topic each and sends them. Push goes where it went before.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import type { Email, Message, Messenger, Sms } from './messaging.ts'

const CONNECT_MS = 2000
const REQUEST_MS = 5000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

export const MECHANISMS = ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'] as const
export type Mechanism = (typeof MECHANISMS)[number]

export type KafkaOptions = {
  /** The brokers to begin with, each as host:port. */
  brokers: readonly string[]
  topics: { sms: string; email: string }
  /** `user:password`; null where the brokers ask for none. */
  login: string | null
  mechanism: Mechanism
  /** File of the authority that signed the brokers' certificates; null: those that this machine trusts. */
  caFile: string | null
}

/** Hands SMS and e-mails to Kafka, each kept by all replicas in sync before it counts as sent, and everything else to `others`. */
export function kafkaMessenger(options: KafkaOptions, others: Messenger): Messenger {
  const brokers = options.brokers.map(brokerOf)
  // Codes and links must not cross a network in the clear.
  const isLocal = brokers.every(({ host }) => LOOPBACK.has(host))
  const authority = options.caFile === null ? {} : { ca: readFileSync(options.caFile, 'utf8') }
  const tls = isLocal && options.caFile === null ? {} : { tls: authority }
  const login =
    options.login === null
      ? {}
      : { sasl: { mechanism: options.mechanism, ...loginOf(options.login) } }
  // Loaded where there are brokers, and in nobody else's memory.
  const opened = import('@platformatic/kafka').then(
    ({ Producer, ProduceAcks, stringSerializers }) => ({
      acks: ProduceAcks.ALL,
      producer: new Producer({
        clientId: 'rmtools',
        bootstrapBrokers: brokers,
        serializers: stringSerializers,
        autocreateTopics: false,
        connectTimeout: CONNECT_MS,
        requestTimeout: REQUEST_MS,
        timeout: REQUEST_MS,
        // The job that sends tries again, with pauses that grow; one more try here is for a leader that has moved.
        retries: 1,
        retryDelay: 250,
        tlsServerName: brokers.every(({ host }) => isIP(host) === 0),
        ...tls,
        ...login,
      }),
    }),
  )
  return {
    async send(message: Message) {
      if (message.channel === 'push') return await others.send(message)
      const { producer, acks } = await opened
      try {
        await producer.send({
          messages: [recordOf(message, options.topics[message.channel])],
          acks,
        })
      } catch (error) {
        // The library says how often it tried, and keeps the reason, e.g. a wrong password, within.
        throw new Error(`Kafka did not take it: ${[...new Set(reasonsOf(error))].join('; ')}`, {
          cause: error,
        })
      }
    },
    async [Symbol.asyncDispose]() {
      await (await opened).producer.close()
      await others[Symbol.asyncDispose]()
    },
  }
}

function reasonsOf(error: unknown): string[] {
  if (error instanceof AggregateError) return error.errors.flatMap(reasonsOf)
  if (!(error instanceof Error)) return [String(error)]
  return error.cause === undefined ? [error.message] : reasonsOf(error.cause)
}

/** What a topic holds: the message as JSON. Whoever reads it drops an `id` that came before: a message may be handed over twice. */
function recordOf(message: Sms | Email, topic: string) {
  return {
    topic,
    // Messages to one recipient stay in order; the key tells nobody who that is.
    key: createHash('sha256').update(message.to).digest('base64url'),
    value: JSON.stringify(message),
    headers: new Map([
      ['message-id', message.id],
      ['content-type', 'application/json'],
    ]),
  }
}

function brokerOf(text: string): { host: string; port: number } {
  const [, host, port] = /^\[?([^\]\s/]+?)\]?:(\d{1,5})$/.exec(text) ?? []
  if (host === undefined)
    throw new Error(`KAFKA_BROKERS must be host:port, separated by commas; "${text}" is not`)
  return { host, port: Number(port) }
}

function loginOf(login: string): { username: string; password: string } {
  const at = login.indexOf(':')
  if (at < 1) throw new Error('KAFKA_LOGIN must be user:password')
  return { username: login.slice(0, at), password: login.slice(at + 1) }
}
