// Delivers messages like an ordered Pub/Sub push subscription: a refused message blocks later ones
// of its key, is retried with growing pauses, and is finally dead-lettered.
import { asKept } from './store.ts'
import { request } from 'undici'
import type { PushBody } from '../events.ts'
import type { Identity } from './keys.ts'
import type { Store } from './store.ts'

export type PushConfig = {
  /** The endpoint; without it messages are only stored. */
  url?: string | undefined
  /** The first pause after a refusal, doubled each time up to `maxBackoffMs`. */
  backoffMs: number
  maxBackoffMs: number
  maxAttempts: number
  timeoutMs: number
}

export type Pusher = {
  /** Starts deliveries that are due. Cheap to call often. */
  kick: () => void
  /** Resolves when no message of the key is waiting, or when the time is up. */
  drained: (orderingKey: string, timeoutMs: number) => Promise<void>
  close: () => Promise<void>
}

type Message = {
  id: number
  ordering_key: string
  data: string
  attributes: string
  publish_time: string
  attempts: number
}

const PARALLEL_KEYS = 8
const KEPT_MESSAGES = 10_000
const SUBSCRIPTION = 'projects/simulator/subscriptions/bib-events'

/** Posts a message as Pub/Sub does. Throws if it was not acknowledged. */
async function post(message: Message, { url, timeoutMs, bearer, signal }: Posting): Promise<void> {
  const body: PushBody = {
    message: {
      data: Buffer.from(message.data).toString('base64'),
      messageId: String(message.id),
      publishTime: message.publish_time,
      attributes: asKept<Record<string, string>>(message.attributes),
      orderingKey: message.ordering_key,
    },
    subscription: SUBSCRIPTION,
  }
  const answer = await request(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${bearer}` },
    body: JSON.stringify(body),
    signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
  })
  await answer.body.dump()
  if (answer.statusCode < 200 || answer.statusCode >= 300)
    throw new Error(`HTTP ${answer.statusCode}`)
}
type Posting = { url: string; timeoutMs: number; bearer: string; signal: AbortSignal }

function isWaiting(store: Store, orderingKey: string): boolean {
  const waiting = "select 1 from message where state = 'pending' and ordering_key = ? limit 1"
  return store.get(waiting, orderingKey) !== undefined
}

function noteDelivered(store: Store, { id }: Message): void {
  store.run("update message set state = 'delivered', attempts = attempts + 1 where id = ?", id)
  if (id % 100 === 0)
    store.run("delete from message where id < ? and state = 'delivered'", id - KEPT_MESSAGES)
}

/**
 * Postpones the next attempt; true if there is none left and the key may continue without the
 * message.
 */
function noteFailed(
  store: Store,
  { id, attempts: before }: Message,
  { config, error }: { config: PushConfig; error: unknown },
): boolean {
  const attempts = before + 1
  const isDead = attempts >= config.maxAttempts
  store.run(
    'update message set attempts = ?, next_attempt = ?, last_error = ?, state = ? where id = ?',
    attempts,
    Math.ceil(Date.now() + Math.min(config.maxBackoffMs, config.backoffMs * 2 ** (attempts - 1))),
    error instanceof Error ? error.message : String(error),
    isDead ? 'dead' : 'pending',
    id,
  )
  return isDead
}

/** The pusher over a store's messages. */
export function createPusher(store: Store, identity: Identity, config: PushConfig): Pusher {
  const { url } = config
  const active = new Map<string, Promise<void>>()
  const closing = new AbortController()

  /** Tries to deliver a message; returns whether the key may continue. */
  async function deliver(message: Message): Promise<boolean> {
    try {
      await post(message, {
        url: url ?? '',
        timeoutMs: config.timeoutMs,
        bearer: await identity.bearer(),
        signal: closing.signal,
      })
      if (closing.signal.aborted) return false
      noteDelivered(store, message)
      return true
    } catch (error) {
      return closing.signal.aborted ? false : noteFailed(store, message, { config, error })
    }
  }

  async function deliverKey(key: string): Promise<void> {
    for (;;) {
      const head = store.get<Message & { next_attempt: number }>(
        "select * from message where state = 'pending' and ordering_key = ? order by id limit 1",
        key,
      )
      if (!head || head.next_attempt > Date.now() || !(await deliver(head))) return
    }
  }

  function kick(): void {
    if (url === undefined || closing.signal.aborted || active.size >= PARALLEL_KEYS) return
    const keys = store.all<{ ordering_key: string }>(
      `select ordering_key, min(id) as head, next_attempt from message where state = 'pending'
        group by ordering_key having next_attempt <= ? order by head`,
      Date.now(),
    )
    for (const { ordering_key: key } of keys) {
      if (active.size >= PARALLEL_KEYS) return
      if (active.has(key)) continue
      const done = deliverKey(key).finally(() => {
        active.delete(key)
        kick()
      })
      active.set(key, done)
    }
  }

  async function drained(orderingKey: string, timeoutMs: number): Promise<void> {
    const until = Date.now() + timeoutMs
    if (url === undefined) return
    while (isWaiting(store, orderingKey) && Date.now() < until) {
      kick()
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }

  async function close(): Promise<void> {
    closing.abort()
    await Promise.allSettled(active.values())
  }

  return { kick, drained, close }
}
