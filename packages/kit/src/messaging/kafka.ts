// SMS and e-mail by Kafka: Bib's messaging service consumes one topic for each and sends the
// messages. Everything else is passed on.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { noReceipt, type Email, type Message, type Messenger, type Sms } from './messaging.ts'

const CONNECT_MS = 2000
const REQUEST_MS = 5000
const LOOPBACK = new Set(['localhost', '127.0.0.1', '::1'])

export const MECHANISMS = ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'PLAIN'] as const
export type Mechanism = (typeof MECHANISMS)[number]

export type KafkaOptions = {
  /** The bootstrap brokers, each as host:port. */
  brokers: readonly string[]
  topics: { sms: string; email: string }
  /** `user:password`; null if the brokers require none. */
  login: string | null
  mechanism: Mechanism
  /**
   * File with the certificate authority of the brokers; null: the authorities that this machine
   * trusts.
   */
  caFile: string | null
}

/**
 * Produces SMS and e-mails to Kafka, each acknowledged by all in-sync replicas before it counts as
 * sent, and passes everything else to `others`.
 */
export function kafkaMessenger(options: KafkaOptions, others: Messenger): Messenger {
  const brokers = options.brokers.map(brokerOf)
  // Codes and links must not cross a network in plain text.
  const isLocal = brokers.every(({ host }) => LOOPBACK.has(host))
  const authority = options.caFile === null ? {} : { ca: readFileSync(options.caFile, 'utf8') }
  const tls = isLocal && options.caFile === null ? {} : { tls: authority }
  const login =
    options.login === null
      ? {}
      : { sasl: { mechanism: options.mechanism, ...loginOf(options.login) } }
  // Loaded only where brokers are configured, to save memory elsewhere.
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
        // The sending job retries with back-off; one more try here is for a partition whose leader
        // has moved.
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
      if (message.channel !== 'sms' && message.channel !== 'email')
        return await others.send(message)
      const { producer, acks } = await opened
      try {
        await producer.send({
          messages: [recordOf(message, options.topics[message.channel])],
          acks,
        })
      } catch (error) {
        // The library reports how often it tried, and hides the reason, e.g. a wrong password, in
        // nested errors.
        throw new Error(`Kafka did not take it: ${[...new Set(reasonsOf(error))].join('; ')}`, {
          cause: error,
        })
      }
      return noReceipt
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

/** The record of a message: its JSON. Delivery is at least once; consumers drop a repeated `id`. */
function recordOf(message: Sms | Email, topic: string) {
  return {
    topic,
    // Keeps messages to one recipient in order; the hash does not reveal the recipient.
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
