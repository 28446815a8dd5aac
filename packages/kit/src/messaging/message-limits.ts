// Messages that a stranger can cause cost money and annoy people: they are limited by destination,
// by network and by a daily budget of the whole installation. All causes share one count.
import { createHmac } from 'node:crypto'
import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import { Problem, tooManyMessages } from '@rmtools/contracts/problem'
import { jakarta, secondsToMidnight, type Clock } from '../process/clock.ts'
import { integer } from '../process/config.ts'
import { sql, type Db } from '../database/db.ts'
import type { Logger } from '../process/log.ts'
import { neighbourhoodOf, networkOf } from '../http/network.ts'

/** Metrics of messages that the limits refuse. */
export type MessageCounts = {
  /** Counts a message by a stranger that was not sent, by the limit that refused it. */
  refusedMessage(channel: string, limit: string): void
}

/** Settings of a service that sends messages on behalf of strangers. */
export const messageLimitSettings = {
  MESSAGES_PER_DESTINATION: integer(
    'codes or links of one kind per day to one address or number',
    1,
    1000,
    { fallback: 30 },
  ),
  MESSAGES_PER_NETWORK: integer(
    'codes and links per day requested without a session from one network (IPv4 address, IPv6 /64)',
    1,
    1_000_000,
    {
      fallback: 200,
    },
  ),
  MESSAGES_PER_DAY: integer(
    'codes and links per day requested without a session in all; more means an attack',
    1,
    10_000_000,
    {
      fallback: 20_000,
    },
  ),
}
export type MessageLimits = { readonly [K in keyof typeof messageLimitSettings]: number }

// A neighbourhood may use this many times the limit of a network.
const NEIGHBOURS = 5

export type Caused = {
  /**
   * Kinds of message are counted separately, so that nobody can keep a person from signing in by
   * registering with that person's number.
   */
  what: string
  /**
   * False for callers who knew a password or hold a link. They share no limit with strangers, who
   * could otherwise use it up.
   */
  isStranger: boolean
  channel: ClientChannel
  destination: string
  ip: string | null
}
export type MessageGate = {
  /**
   * Counts a message that is about to be sent. Throws 429 when a limit is reached. `isLast`: it
   * uses up the budget.
   */
  admit(db: Db, caused: Caused): Promise<{ isLast: boolean }>
}
export type GateOptions = {
  limits: MessageLimits
  secret: string
  clock: Clock
  log: Logger
  metrics?: MessageCounts | undefined
}

/** Counts the messages that strangers cause. */
export function createMessageGate({
  limits,
  secret,
  clock,
  log,
  metrics,
}: GateOptions): MessageGate {
  const hashed = (destination: string) =>
    createHmac('sha256', secret).update(`message:${destination}`).digest('base64url')
  return {
    async admit(db, { what, isStranger, channel, destination, ip }) {
      const now = jakarta(clock.now())
      /**
       * Counts the message under a limit and returns how many are left. Throws if there are none.
       */
      const count = async ({ limit, key, most }: Limit): Promise<number> => {
        const sent = await countMessage(db, now.date, `${channel}-${limit}`, key)
        if (sent <= most) return most - sent
        metrics?.refusedMessage(channel, limit)
        log[limit === 'budget' ? 'error' : 'warn'](
          { channel, limit, most },
          'a message requested without a session was not sent',
        )
        throw new Problem(tooManyMessages, { retryAfterSeconds: secondsToMidnight(now) })
      }
      await count({
        limit: 'destination',
        key: hashed(`${what}:${destination}`),
        most: limits.MESSAGES_PER_DESTINATION,
      })
      // Offices and phone networks share IP addresses: known callers are not counted by theirs.
      if (isStranger)
        for (const limit of networksOf(ip, limits.MESSAGES_PER_NETWORK)) await count(limit)
      const [key, most] = [isStranger ? 'strangers' : 'known', limits.MESSAGES_PER_DAY]
      const isLast = (await count({ limit: 'budget', key, most })) === 0
      if (isLast) log.error({ channel, most }, 'the daily budget of messages is used up')
      return { isLast }
    },
  }
}

type Limit = { limit: string; key: string; most: number }

function networksOf(ip: string | null, most: number): Limit[] {
  return [
    { limit: 'network', key: networkOf(ip), most },
    { limit: 'neighbourhood', key: neighbourhoodOf(ip), most: most * NEIGHBOURS },
  ]
}

async function countMessage(db: Db, day: string, kind: string, key: string): Promise<number> {
  const row = await db.one(
    sql<{ sent: number }>`select count_message(${day}::date, ${kind}, ${key}) as sent`,
  )
  return row?.sent ?? 0
}

/** Deletes the counts of earlier days. */
export async function forgetMessageCounts(db: Db, clock: Clock): Promise<void> {
  await db.all(sql`select forget_message_counts(${jakarta(clock.now()).date}::date)`)
}
