// Writes events to the push queue, in the transaction of their cause, and applies the faults of
// event delivery.
import type { BibEvent, BibEventType } from '../events.ts'
import type { Clock } from './clock.ts'
import type { Faults } from './faults.ts'
import type { Store } from './store.ts'

type DataOf<T extends BibEventType> = Extract<BibEvent, { type: T }>['data']

export type Publisher = {
  /**
   * Publishes an event and returns its sequence within the aggregate. A `tenant` of null addresses
   * all.
   */
  emit: <T extends BibEventType>(
    type: T,
    tenant: string | null,
    aggregateId: string,
    data: DataOf<T>,
  ) => number
  /** Releases a message that was held back to arrive out of order. */
  release: (orderingKey: string) => void
}

const HELD_TICKS = 10

/** The publisher over a store. */
export function createPublisher(parts: {
  store: Store
  clock: Clock
  faults: Faults
  tickMs: number
}): Publisher {
  const { store, clock, faults, tickMs } = parts

  function emit<T extends BibEventType>(
    type: T,
    tenant: string | null,
    aggregateId: string,
    data: DataOf<T>,
  ): number {
    const sequence = nextSequence(store, `${tenant ?? ''}|${aggregateId}`)
    const subject = subjectOf(type, tenant, aggregateId, data)
    const isMisdirected = faults.take('eventWrongTenant', subject) !== undefined
    const event = {
      eventId: crypto.randomUUID(),
      type,
      schemaVersion: 1,
      occurredAt: new Date(clock.now()).toISOString(),
      tenant: isMisdirected ? 'SIM-OTHER' : tenant,
      aggregateId,
      sequence,
      data,
    }
    if (faults.take('poisonMessage', subject))
      enqueue(store, { ...event, eventId: crypto.randomUUID() }, BROKEN, 'pending')
    send(event, subject)
    return sequence
  }

  function send(event: Named, subject: string): void {
    const text = JSON.stringify(event)
    if (faults.take('lostEvents', subject)) return enqueue(store, event, text, 'lost')
    if (faults.take('outOfOrderEvents', subject)) {
      clock.schedule(clock.now() + HELD_TICKS * tickMs, 'release-held', event.aggregateId)
      return enqueue(store, event, text, 'held')
    }
    enqueue(store, event, text, 'pending')
    if (faults.take('duplicateEvents', subject)) enqueue(store, event, text, 'pending')
    release(store, event.aggregateId)
  }

  return { emit, release: (orderingKey) => release(store, orderingKey) }
}

type Named = { eventId: string; aggregateId: string; tenant: string | null; type: string }

const BROKEN = '{"type":"investor.status","data":"broken"'

/** The subject for a fault that only applies to some events. */
function subjectOf(
  type: BibEventType,
  tenant: string | null,
  aggregateId: string,
  data: BibEvent['data'],
): string {
  const status = 'status' in data ? data.status : ''
  const productCode = 'productCode' in data ? data.productCode : ''
  return `${type} ${tenant ?? ''} ${aggregateId} ${status} ${productCode}`
}

function enqueue(
  store: Store,
  event: Named,
  data: string,
  state: 'pending' | 'held' | 'lost',
): void {
  store.run(
    'insert into message (ordering_key, event_id, data, attributes, publish_time, state) values (?, ?, ?, ?, ?, ?)',
    event.aggregateId,
    event.eventId,
    data,
    JSON.stringify({
      type: event.type,
      ...(event.tenant === null ? {} : { tenant: event.tenant }),
    }),
    new Date().toISOString(),
    state,
  )
}

function nextSequence(store: Store, id: string): number {
  const row = store.get<{ sequence: number }>(
    'insert into aggregate values (?, 1) on conflict (id) do update set sequence = sequence + 1 returning sequence',
    id,
  )
  return row?.sequence ?? 1
}

function release(store: Store, orderingKey: string): void {
  const held = store.all<{ id: number }>(
    "select id from message where state = 'held' and ordering_key = ? order by id",
    orderingKey,
  )
  for (const { id } of held) {
    // Inserted as a new row: delivery follows row order, so messages that came meanwhile are
    // delivered first.
    store.run(
      `insert into message (ordering_key, event_id, data, attributes, publish_time, state)
        select ordering_key, event_id, data, attributes, publish_time, 'pending' from message where id = ?`,
      id,
    )
    store.run('delete from message where id = ?', id)
  }
}
