// Disclosures of personal data by day and person: masked values revealed, files exported. They are
// counted across all services and limited, and the company's administrators are notified long
// before the limit.
import { disclosureProblems, type Disclosed } from '@rmtools/contracts/disclosures'
import { Problem } from '@rmtools/contracts/problem'
import { jakarta, secondsToMidnight, type Clock } from '../process/clock.ts'
import { integer } from '../process/config.ts'
import { sql, type Database, type Db, type Transaction } from '../database/db.ts'
import type { Logger } from '../process/log.ts'
import type { ServiceReply } from './replies.ts'
import { companyScope, systemOrigin, type Origin } from '../database/scope.ts'

/** Metrics of disclosures. */
export type DisclosureCounts = {
  /**
   * Counts a disclosure (a revealed value or an exported file), one that the limit refused, or an
   * alarm about a person.
   */
  disclosed(what: string, outcome: 'counted' | 'refused' | 'alarm'): void
}

/** Settings of a service that discloses personal data; the same in each of them. */
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
/** A counted disclosure, with the day to which it counts. */
export type Counted = {
  readonly what: Disclosed
  readonly userId: string
  readonly companyId: string
  readonly day: string
}

export type DisclosureGate = {
  /** Counts a disclosure. Throws 429 when the limit is reached. */
  admit(disclosure: Disclosure): Promise<Counted>
  /** Undoes the count of a disclosure that was refused or failed. */
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
  /** Notifies the company's administrators, in the transaction that counts. */
  tell: (db: Transaction, alarm: Alarm) => Promise<void>
}

/** The disclosure gate of a service that has a database. */
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
          // Alarms are counted too: one a day, even if counts are undone and made again.
          if (
            reached !== null &&
            reached >= alarmAt &&
            (await countWithin(db, { day: now.date, kind: `${what}-alarm`, key: userId }, 1))
          ) {
            metrics?.disclosed(what, 'alarm')
            log.warn(
              { what, userId, companyId, count: reached, most },
              'one person discloses much personal data today',
            )
            await tell(db, { what, userId, companyId, count: reached })
          }
          return reached
        },
      )
      metrics?.disclosed(what, count === null ? 'refused' : 'counted')
      if (count !== null) return { what, userId, companyId, day: now.date }
      log.warn(
        { what, operation, userId, companyId, most },
        'a person reached the daily limit of disclosures',
      )
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

/**
 * Discloses something if the limit allows. A response that is a refusal, or a failure, does not
 * count.
 */
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
      .catch((err: unknown) => log.warn({ err }, 'a failed disclosure remains counted'))
  try {
    const reply = await answer()
    if (reply.status >= 400) await takeBack()
    return reply
  } catch (error) {
    await takeBack()
    throw error
  }
}
