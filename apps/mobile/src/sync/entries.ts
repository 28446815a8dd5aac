// The entries of the outbox and the pure decisions about them.
import type { FieldError } from '@rmtools/contracts/problem'

/** Why the server refused it. `theirs` is the server's record if both sides changed it. */
export type Refusal = {
  code: string
  status: number
  errors?: readonly FieldError[]
  theirs?: Readonly<Record<string, unknown>>
}

/**
 * The format of entries on the device. Raised when an older app would misread a change; `readable`
 * then decides.
 */
export const ENTRY_SCHEMA = 1

/** Our own refusal of an entry that cannot be sent: our code failed, or a newer app wrote it. */
export const appFault: Refusal = { code: 'app-fault', status: 0 }
export const laterApp: Refusal = { code: 'later-app', status: 0 }

/** One change made by the RM. Its key makes it take effect once, however often it is sent. */
export type Entry = {
  readonly id: string
  /** Idempotency key; a corrected entry gets a new one. */
  readonly key: string
  readonly at: string
  /** Name of the operation in `outgoing`. */
  readonly operation: string
  /** Entries of one record are sent in order, and wait behind a refused one. */
  readonly record: string
  /** A record whose earlier entries must be sent first: the lead of a case, for example. */
  readonly after?: string
  /** The RM's name for it: a person's name. */
  readonly title: string
  readonly input: Readonly<Record<string, unknown>>
  /** The previous values of the changed fields. */
  readonly base?: Readonly<Record<string, unknown>>
  /** Vault key of the bytes to send as `bytes`. */
  readonly attachment?: string
  readonly attempts: number
  /** The format it was written in; absent in entries older than the numbering. */
  readonly schema?: number
  /** Not to be sent before this time (ms). */
  readonly notBefore: number
  readonly refusal?: Refusal
}

/**
 * The entries that can be sent now: the first of each record, unless it was refused or another
 * record must go first.
 */
export function sendable(entries: readonly Entry[], now: number): Entry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const isBlocked = seen.has(entry.record) || (entry.after !== undefined && seen.has(entry.after))
    seen.add(entry.record)
    return !isBlocked && !entry.refusal && entry.notBefore <= now
  })
}

/** When the next entry can be sent (ms), if any waits only for its time. */
export function nextTime(entries: readonly Entry[]): number | undefined {
  const times = sendable(entries, Number.POSITIVE_INFINITY).map(({ notBefore }) => notBefore)
  return times.length === 0 ? undefined : Math.min(...times)
}

const LONGEST_MS = 5 * 60_000

/**
 * A failed attempt is repeated after 2, 4, 8 … seconds, up to five minutes, or after the server's
 * Retry-After.
 */
export function retryDelay(attempts: number, retryAfterSeconds?: number): number {
  return retryAfterSeconds === undefined
    ? Math.min(LONGEST_MS, 1000 * 2 ** attempts)
    : retryAfterSeconds * 1000
}

// By then a temporary server error is over; one that the content causes would recur for ever.
const MOST_FAULTS = 8

/**
 * Whether the server failed so often that the entry can never succeed as it is. An unavailable
 * server (503) does not prove that.
 */
export function isHopeless(status: number, attempts: number): boolean {
  return status === 500 && attempts >= MOST_FAULTS
}

/**
 * An entry as read from disk; one that a newer app wrote is kept but not sent, since this app might
 * misread it.
 */
export function readable(entry: Entry): Entry {
  return (entry.schema ?? 1) > ENTRY_SCHEMA ? { ...entry, refusal: laterApp } : entry
}

/**
 * Whether a retry can help: no answer, too many requests, or a server error that the content did
 * not cause.
 */
export function isPassing(status: number): boolean {
  return (
    status === 0 ||
    status === 401 ||
    status === 408 ||
    status === 425 ||
    status === 429 ||
    status >= 500
  )
}

/**
 * Whether the record already has the entry's values: it was carried out and the answer got lost.
 */
export function isDone({ input }: Pick<Entry, 'input'>, theirs: Values): boolean {
  const there = leaves(theirs)
  return Object.entries(leaves(input)).every(([field, value]) => agrees(value, there[field]))
}

/** Whether nobody else changed the entry's fields, so that it can be sent for the newer version. */
export function canRebase({ base, input }: Pick<Entry, 'input' | 'base'>, theirs: Values): boolean {
  if (!base) return false
  const [before, there] = [leaves(base), leaves(theirs)]
  return Object.keys(leaves(input)).every((field) => agrees(before[field], there[field]))
}

type Values = Readonly<Record<string, unknown>>

/** The fields that an entry changes; those inside a part as `part.field`. */
export function leaves(values: Values): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([field]) => field !== 'id' && field !== 'version')
      .flatMap(([field, value]) =>
        isPart(value)
          ? Object.entries(value).map(([name, inner]) => [`${field}.${name}`, inner])
          : [[field, value]],
      ),
  )
}

/**
 * Merges two inputs of one record: the later one wins, field by field, also within a part of a
 * form.
 */
export function joined(earlier: Values, later: Values): Values {
  const parts = Object.entries(later).map(([field, value]) => {
    const before = earlier[field]
    return [field, isPart(value) && isPart(before) ? { ...before, ...value } : value]
  })
  return { ...earlier, ...Object.fromEntries(parts) }
}

const isPart = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Equal as far as we can see: secrets come back masked (`••••1234`). Undefined and null are the
 * same.
 */
function agrees(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'string' && typeof theirs === 'string') {
    const [, shown] = /^[*•]+(.*)$/.exec(theirs) ?? []
    if (shown !== undefined) return ours.endsWith(shown)
  }
  return JSON.stringify(ours ?? null) === JSON.stringify(theirs ?? null)
}
