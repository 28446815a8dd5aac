// A single-node broker for tests: it implements as much of Kafka's protocol
// (https://kafka.apache.org/protocol) as a producer needs.
import { once } from 'node:events'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { Reader, readRecordsBatch, Writer } from '@platformatic/kafka'

export type Kept = {
  topic: string
  partition: number
  key: string
  value: string
  headers: Record<string, string>
  acks: number
}
export type TestBroker = AsyncDisposable & {
  readonly port: number
  /** The produced records, in order. */
  readonly kept: Kept[]
  /** Error codes of the protocol, each returned once instead of storing a record. */
  readonly refusals: number[]
  /** Stops the broker and closes its connections. */
  stop(): Promise<void>
  /** Restarts it on the same port. */
  start(): Promise<void>
}

export type TestBrokerOptions = {
  /** Topics, each with its number of partitions. */
  topics: Record<string, number>
  /** The required login, by SASL PLAIN (RFC 4616); without it everybody may connect. */
  login?: { username: string; password: string }
  /** Address to listen on. */
  host?: string
}

const API = { produce: 0, metadata: 3, handshake: 17, versions: 18, authenticate: 36 } as const
const VERSIONS: [api: number, least: number, most: number][] = [
  [API.produce, 9, 9],
  [API.metadata, 12, 12],
  [API.handshake, 1, 1],
  [API.versions, 1, 3],
  [API.authenticate, 2, 2],
]
const NEEDS_LOGIN: ReadonlySet<number> = new Set([API.produce, API.metadata])
const NODE = 1
const TOPIC_ID = '0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11'
const FAILED = { unknownTopic: 3, login: 58 } as const

/** Starts a broker on a free port. */
export async function startTestBroker(options: TestBrokerOptions): Promise<TestBroker> {
  const broker = new Broker(options)
  await broker.start()
  return broker
}

/** The header of a request, and a reader placed after it. */
function headOf(request: Buffer) {
  const reader = Reader.from(request)
  const [api, version, correlation] = [reader.readInt16(), reader.readInt16(), reader.readInt32()]
  reader.readNullableString(false)
  const isFlexible = api !== API.handshake && !(api === API.versions && version < 3)
  if (isFlexible) reader.readTaggedFields()
  return { api, correlation, isFlexible, reader }
}

class Broker implements TestBroker {
  readonly kept: Kept[] = []
  readonly refusals: number[] = []
  readonly #options: TestBrokerOptions
  readonly #host: string
  readonly #sockets = new Set<Socket>()
  #server: Server | undefined
  port = 0

  constructor(options: TestBrokerOptions) {
    this.#options = options
    this.#host = options.host ?? '127.0.0.1'
  }

  async start(): Promise<void> {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket)
      socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket))
      this.#serve(socket)
    }).listen(this.port, this.#host)
    await once(this.#server, 'listening')
    this.port = (this.#server.address() as AddressInfo).port
  }

  async stop(): Promise<void> {
    const server = this.#server
    if (!server) return
    this.#server = undefined
    const closed = once(server, 'close')
    server.close()
    for (const socket of this.#sockets) socket.destroy()
    await closed
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop()
  }

  #serve(socket: Socket): void {
    let waiting: Buffer = Buffer.alloc(0)
    let isKnown = this.#options.login === undefined
    socket.on('data', (part: Buffer) => {
      waiting = Buffer.concat([waiting, part])
      while (waiting.length >= 4 && waiting.length >= 4 + waiting.readInt32BE(0)) {
        const request = waiting.subarray(4, 4 + waiting.readInt32BE(0))
        waiting = waiting.subarray(4 + request.length)
        const { api, correlation, isFlexible, reader } = headOf(request)
        if (!isKnown && NEEDS_LOGIN.has(api)) return void socket.destroy()
        const answer = this.#answer(api, reader, isFlexible)
        if (api === API.authenticate) isKnown = answer.isKnown
        const head = Writer.create().appendInt32(correlation)
        if (api !== API.versions && api !== API.handshake) head.appendTaggedFields()
        socket.write(head.appendFrom(answer.body).prependLength().buffer)
      }
    })
  }

  #answer(api: number, reader: Reader, isFlexible: boolean): { body: Writer; isKnown: boolean } {
    if (api === API.authenticate) return this.#authenticate(reader)
    if (api === API.produce) return { body: this.#produce(reader), isKnown: false }
    const body = api === API.metadata ? this.#metadata(reader) : greeting(api, isFlexible)
    return { body, isKnown: false }
  }

  #authenticate(reader: Reader): { body: Writer; isKnown: boolean } {
    const [, username, password] = reader.readBytes().toString().split('\0')
    const isKnown =
      username === this.#options.login?.username && password === this.#options.login?.password
    const body = Writer.create()
      .appendInt16(isKnown ? 0 : FAILED.login)
      .appendString(isKnown ? null : 'Authentication failed')
      .appendBytes(Buffer.alloc(0))
      .appendInt64(0n)
      .appendTaggedFields()
    return { body, isKnown }
  }

  #metadata(reader: Reader): Writer {
    const asked = reader.readNullableArray((one) => (one.readUUID(), one.readString())) ?? []
    return Writer.create()
      .appendInt32(0)
      .appendArray([NODE], (w, node) =>
        w.appendInt32(node).appendString(this.#host).appendInt32(this.port).appendString(null),
      )
      .appendString('test')
      .appendInt32(NODE)
      .appendArray(asked, (w, name) => {
        const partitions = this.#options.topics[name] ?? 0
        w.appendInt16(partitions === 0 ? FAILED.unknownTopic : 0)
          .appendString(name)
          .appendUUID(TOPIC_ID)
          .appendBoolean(false)
          .appendArray([...Array(partitions).keys()], (p, index) => {
            p.appendInt16(0).appendInt32(index).appendInt32(NODE).appendInt32(0)
            for (const nodes of [[NODE], [NODE], []])
              p.appendArray(nodes, (n, node) => n.appendInt32(node), true, false)
          })
          .appendInt32(0)
      })
      .appendTaggedFields()
  }

  #produce(reader: Reader): Writer {
    reader.readNullableString()
    const acks = reader.readInt16()
    reader.skip(4)
    const refusal = this.refusals.shift() ?? 0
    const answers = reader.readArray((topicReader) => {
      const topic = topicReader.readString()
      const partitions = topicReader.readArray((one) => {
        const partition = one.readInt32()
        one.readUnsignedVarInt()
        for (const { key, value, headers } of readRecordsBatch(one).records) {
          if (refusal !== 0) continue
          const texts = Object.fromEntries(
            headers.map(([name, text]) => [String(name), String(text)]),
          )
          this.kept.push({
            topic,
            partition,
            key: String(key),
            value: String(value),
            headers: texts,
            acks,
          })
        }
        return partition
      })
      return { topic, partitions }
    })
    return Writer.create()
      .appendArray(answers, (w, { topic, partitions }) =>
        w.appendString(topic).appendArray(partitions, (p, partition) =>
          p
            .appendInt32(partition)
            .appendInt16(refusal)
            .appendInt64(0n)
            .appendInt64(-1n)
            .appendInt64(0n)
            .appendArray([], () => undefined)
            .appendString(null),
        ),
      )
      .appendInt32(0)
      .appendTaggedFields()
  }
}

function greeting(api: number, isFlexible: boolean): Writer {
  if (api === API.handshake)
    return Writer.create()
      .appendInt16(0)
      .appendArray(['PLAIN'], (w, name) => w.appendString(name, false), false, false)
  const versions = Writer.create()
    .appendInt16(0)
    .appendArray(
      VERSIONS,
      (w, [one, least, most]) => w.appendInt16(one).appendInt16(least).appendInt16(most),
      isFlexible,
      isFlexible,
    )
    .appendInt32(0)
  return isFlexible ? versions.appendTaggedFields() : versions
}
