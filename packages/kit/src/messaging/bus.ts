// Notices of changes, from the service that owns the data to its readers. Triggers write them in
// the transaction of the change (kit.announce), and readers poll several times a second: no reader
// misses a notice by being away, in one process or many.
import { setTimeout as pause } from 'node:timers/promises'
import type { ChangeKind } from '@rmtools/contracts/bff/live'
import type { Client } from '@rmtools/contracts/client'
import type { authChanges, crmChanges, Notice } from '@rmtools/contracts/notices'
import type { Clock } from '../process/clock.ts'
import { sql, type Db } from '../database/db.ts'
import type { Logger } from '../process/log.ts'
import { identity } from '../database/scope.ts'
import { implement, type Implementation } from '../http/service.ts'

/** How long a service keeps notices; a reader that was away for longer has missed some. */
export const KEPT_MINUTES = 10
const PAGE = 500
const FORGET_EVERY_MS = 60_000

type Changes = typeof authChanges | typeof crmChanges
type Row = Omit<Notice, 'cursor'> & { xid: string; position: string }

/** The operation that serves a service's notices. */
export function changesRoutes(contract: Changes, clock: Clock): Implementation {
  let forgottenAt = 0
  return implement('changes', contract, {
    since: async ({ cursor }, { db }) => {
      await db.enter(identity)
      if (clock.now().getTime() - forgottenAt > FORGET_EVERY_MS) {
        forgottenAt = clock.now().getTime()
        await forgetNotices(db)
      }
      const [settled, rows] = await noticesAfter(db, cursor ?? '0-0')
      const items = rows.map(({ xid, position, ...notice }) => ({
        ...notice,
        cursor: `${xid}-${position}`,
      }))
      const isFull = items.length === PAGE
      // Everything below the oldest running transaction has been delivered, even if that was
      // nothing.
      return { items, isFull, cursor: isFull ? (items.at(-1)?.cursor ?? settled) : settled }
    },
  })
}

async function noticesAfter(db: Db, cursor: string): Promise<[settled: string, rows: Row[]]> {
  const [xid = '0', id = '0'] = cursor.split('-')
  // Reads the horizon first: the next poll delivers a transaction that ends in between.
  const horizon =
    (
      await db.one(
        sql<{ xmin: string }>`select pg_snapshot_xmin(pg_current_snapshot())::text as xmin`,
      )
    )?.xmin ?? '0'
  const rows = await db.all(sql<Row>`
    select xid::text, id::text as position, audience, company_id, user_ids, kind, entity_id as id, parent_id from live_notice
    where (xid, id) > (${xid}::xid8, ${id}::bigint) and xid < ${horizon}::xid8
    order by live_notice.xid, live_notice.id limit ${sql.lit(PAGE)}`)
  return [`${horizon}-0`, rows]
}

async function forgetNotices(db: Db): Promise<void> {
  await db.run(
    sql`delete from live_notice where at < now() - make_interval(mins => ${KEPT_MINUTES}::int)`,
  )
}

/**
 * Notifies everybody of a change outside our records, e.g. of a product at Bib; in the running
 * transaction.
 */
export async function announceToEveryone(db: Db, kind: ChangeKind, id: string): Promise<void> {
  await db.all(sql`select announce_to_everyone(${kind}, ${id})`)
}

export type Listener = {
  notice(notice: Notice, place: string): void
  /** Called when notices were missed. */
  gap(): void
}
export type Bus = AsyncDisposable & {
  /** Receives every notice from now on; the returned function unsubscribes. */
  subscribe(listener: Listener): () => void
  /** The notices after a position, or null if it is too old. */
  after(place: string): { notice: Notice; place: string }[] | null
  /** The current position, from which a client can resume. */
  place(): string
}

export type Source = Pick<Client<Changes>, 'since'>
type BusOptions = { sources: readonly Source[]; log: Logger; pollMs?: number; memory?: number }

/**
 * Polls the services' notices. A position contains a cursor for each source, so it is valid in
 * every process.
 */
export function followChanges({ sources, log, pollMs = 300, memory = 5000 }: BusOptions): Bus {
  const listeners = new Set<Listener>()
  const recent: { source: number; notice: Notice; place: string }[] = []
  const cursors = sources.map(() => '0-0')
  // Notices up to here are no longer kept.
  const floors = sources.map((): string | null => null)
  const stop = new AbortController()
  const place = () => cursors.join('.')
  // A listener that throws must not keep the notice from the others.
  const tell = (say: (listener: Listener) => void) => {
    for (const listener of listeners) {
      try {
        say(listener)
      } catch (error) {
        log.error({ err: error }, 'a listener for changes failed')
      }
    }
  }

  const take = (source: number, notice: Notice) => {
    cursors[source] = notice.cursor
    recent.push({ source, notice, place: place() })
    if (recent.length > memory) {
      const oldest = recent.shift()
      if (oldest) floors[oldest.source] = oldest.notice.cursor
    }
    tell((listener) => listener.notice(notice, place()))
  }

  const follow = async (source: number, client: Source) => {
    let heardAt = Date.now()
    /** Reads new notices; returns whether more are available at once. */
    const hear = async (): Promise<boolean> => {
      const isMissing = Date.now() - heardAt > KEPT_MINUTES * 60_000
      const isFirst = floors[source] === null || isMissing
      const { items, cursor, isFull } = await client.since(
        isFirst ? {} : { cursor: cursors[source] ?? '0-0' },
      )
      heardAt = Date.now()
      if (isFirst) floors[source] = items[0]?.cursor ?? cursor
      for (const notice of items) take(source, notice)
      cursors[source] = cursor
      if (isMissing) tell((listener) => listener.gap())
      return isFull
    }
    while (!stop.signal.aborted) {
      const isMore = await hear().catch((error: unknown) => {
        log.debug({ err: error }, 'changes cannot be read at present')
        return false
      })
      if (!isMore) await pause(pollMs, undefined, { signal: stop.signal }).catch(() => undefined)
    }
  }
  const following = sources.map((client, source) => follow(source, client))

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    after(from) {
      const given = from.split('.')
      const isKnown =
        given.length === floors.length &&
        floors.every((floor, source) => floor !== null && isReached(given[source], floor))
      if (!isKnown) return null
      return recent.filter(({ source, notice }) => !isReached(given[source], notice.cursor))
    },
    place,
    async [Symbol.asyncDispose]() {
      stop.abort()
      await Promise.all(following)
    },
  }
}

const CURSOR = /^([0-9]{1,20})-([0-9]{1,20})$/

/** Whether a cursor is at or past another; an invalid cursor never is. */
function isReached(cursor: string | undefined, other: string): boolean {
  const [mine, theirs] = [placeOf(cursor ?? ''), placeOf(other)]
  if (!mine || !theirs) return false
  return mine.xid > theirs.xid || (mine.xid === theirs.xid && mine.id >= theirs.id)
}

function placeOf(cursor: string): { xid: bigint; id: bigint } | undefined {
  const [, xid, id] = CURSOR.exec(cursor) ?? []
  return xid !== undefined && id !== undefined ? { xid: BigInt(xid), id: BigInt(id) } : undefined
}
