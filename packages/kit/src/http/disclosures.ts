// Personal data that a person takes out by day: masked values revealed, files exported. Counted over all services, limited, and told to
// the administrators of the company long before the limit.
import { disclosureProblems, type Disclosed } from '@rmtools/contracts/disclosures'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta, secondsToMidnight, type Clock } from '../process/clock.ts'
import { integer } from '../process/config.ts'
import { sql, type Database, type Db, type Transaction } from '../database/db.ts'
import type { Logger } from '../process/log.ts'
import type { ServiceReply } from './replies.ts'
import { companyScope, systemOrigin, type Origin } from '../database/scope.ts'

/** Where takings of personal data are counted. */
export type DisclosureCounts = {
  /** Counts a masked value revealed or a file exported, one that the limit refused, or an alarm about a person. */
  disclosed(what: string, outcome: 'counted' | 'refused' | 'alarm'): void
}

/** Settings of a service that gives personal data out; the same in each of them. */
export const disclosureSettings = {
  REVEALS_PER_DAY: integer('masked values that a person may reveal per day (WIB)', 1, 1_000_000, {
    fallback: 100,
  }),
  REVEALS_ALARM_AT: integer(
    "reveals per person and day at which the company's administrators are alerted",
    1,
    1_000_000,
    {
      fallback: 50,
    },
  ),
  EXPORTS_PER_DAY: integer(
    'exports and reports that a person may download per day (WIB)',
    1,
    1_000_000,
    { fallback: 20 },
  ),
  EXPORTS_ALARM_AT: integer(
    "downloads per person and day at which the company's administrators are alerted",
    1,
    1_000_000,
    {
      fallback: 10,
    },
  ),
}
export type DisclosureLimits = { readonly [K in keyof typeof disclosureSettings]: number }

/** A disclosure about to happen: what is disclosed, and the recipient. */
export type Disclosure = {
  readonly what: Disclosed
  readonly operation: string
  readonly input: object
  readonly actor: { readonly userId: string; readonly companyId: string }
  readonly origin: Origin
  readonly headers: Readonly<Record<string, string | undefined>>
}
/** One that was counted, by the day it counts for. */
export type Counted = {
  readonly what: Disclosed
  readonly userId: string
  readonly companyId: string
  readonly day: string
}

export type DisclosureGate = {
  /** Counts it. Throws 429 when there is no room for it. */
  admit(disclosure: Disclosure): Promise<Counted>
  /** It was refused or failed after all. */
  takeBack(counted: Counted): Promise<void>
}

export type Alarm = {
  readonly what: Disclosed
  readonly userId: string
  readonly companyId: string
  readonly count: number
}
type Options = {
  database: Database
  limits: DisclosureLimits
  clock: Clock
  log: Logger
  metrics?: DisclosureCounts | undefined
  /** Tells the administrators of the company; in the transaction that counts. */
  tell: (db: Transaction, alarm: Alarm) => Promise<void>
}

/** The gate of a service that has a database. */
export function createDisclosureGate({
  database,
  limits,
  clock,
  log,
  metrics,
  tell,
}: Options): DisclosureGate {
  const bounds = {
    reveal: { most: limits.REVEALS_PER_DAY, alarmAt: limits.REVEALS_ALARM_AT },
    export: { most: limits.EXPORTS_PER_DAY, alarmAt: limits.EXPORTS_ALARM_AT },
  }
  return {
    async admit({ what, operation, actor: { userId, companyId }, origin }) {
      const now = jakarta(clock.now())
      const { most, alarmAt } = bounds[what]
      const count = await database.transaction(
        { ...companyScope(companyId), userId },
        origin,
        async (db) => {
          const reached = await countWithin(db, { day: now.date, kind: what, key: userId }, most)
          // An alarm is counted too: it is given once a day, also where some of what was counted is taken back and done again.
          if (
            reached !== null &&
            reached >= alarmAt &&
            (await countWithin(db, { day: now.date, kind: `${what}-alarm`, key: userId }, 1))
          ) {
            metrics?.disclosed(what, 'alarm')
            log.warn(
              { what, userId, companyId, count: reached, most },
              'much leaves by one person today',
            )
            await tell(db, { what, userId, companyId, count: reached })
          }
          return reached
        },
      )
      metrics?.disclosed(what, count === null ? 'refused' : 'counted')
      if (count !== null) return { what, userId, companyId, day: now.date }
      log.warn({ what, operation, userId, companyId, most }, 'a person may take out no more today')
      throw new Problem(disclosureProblems[what], { retryAfterSeconds: secondsToMidnight(now) })
    },
    async takeBack({ what, userId, companyId, day }) {
      const origin = systemOrigin('disclosures')
      await database.transaction({ ...companyScope(companyId), userId }, origin, async (db) => {
        await db.all(sql`select auth_bib.count_back(${day}::date, ${what}, ${userId})`)
      })
    },
  }
}

async function countWithin(
  db: Db,
  { day, kind, key }: { day: string; kind: string; key: string },
  most: number,
): Promise<number | null> {
  const row = await db.one(
    sql<{
      count: number | null
    }>`select auth_bib.count_within(${day}::date, ${kind}, ${key}, ${most}) as count`,
  )
  return row?.count ?? null
}

/** Gives something out if there is room for it. An answer that is a refusal, or none, does not count. */
export async function disclosing(
  gate: DisclosureGate,
  disclosure: Disclosure,
  log: Logger,
  answer: () => Promise<ServiceReply>,
): Promise<ServiceReply> {
  const counted = await gate.admit(disclosure)
  const takeBack = async () =>
    await gate
      .takeBack(counted)
      .catch((err: unknown) => log.warn({ err }, 'what came to nothing remains counted'))
  try {
    const reply = await answer()
    if (reply.status >= 400) await takeBack()
    return reply
  } catch (error) {
    await takeBack()
    throw error
  }
}
