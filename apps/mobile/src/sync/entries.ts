// What waits on the device to be sent, and the pure decisions about it.
import type { FieldError } from '@rmtools/contracts/problem'

/** Why the server did not take it. `theirs`: the record as it is there, where both were changed. */
export type Refusal = {
  code: string
  status: number
  errors?: readonly FieldError[]
  theirs?: Readonly<Record<string, unknown>>
}

/** The form in which entries are written on the device. Raised when a change of it would be misread; then `readable` says how. */
export const ENTRY_SCHEMA = 1

/** What we say ourselves of an entry that cannot be sent: our own code failed, or a later app wrote it. */
export const appFault: Refusal = { code: 'app-fault', status: 0 }
export const laterApp: Refusal = { code: 'later-app', status: 0 }

/** One change that the RM made. It is sent with its key, so that it acts once however often it is sent. */
export type Entry = {
  readonly id: string
  /** Idempotency key; a new one after the content was corrected. */
  readonly key: string
  readonly at: string
  /** Name of the operation in `outgoing`. */
  readonly operation: string
  /** Entries of one record are sent in order, and wait for one that was refused. */
  readonly record: string
  /** Another record whose earlier entries must have gone: a case whose lead still waits. */
  readonly after?: string
  /** What the RM calls it: a person's name. */
  readonly title: string
  readonly input: Readonly<Record<string, unknown>>
  /** The changed fields as they were when the change was made. */
  readonly base?: Readonly<Record<string, unknown>>
  /** Key in the vault of bytes to be sent as `bytes`. */
  readonly attachment?: string
  readonly attempts: number
  /** The form it was written in; those of before there were numbers have none. */
  readonly schema?: number
  /** Not before this time (ms). */
  readonly notBefore: number
  readonly refusal?: Refusal
}

/** The entries that may be sent now: the first of each record, unless it was refused or another record must go before. */
export function sendable(entries: readonly Entry[], now: number): Entry[] {
  const seen = new Set<string>()
  return entries.filter((entry) => {
    const isBlocked = seen.has(entry.record) || (entry.after !== undefined && seen.has(entry.after))
    seen.add(entry.record)
    return !isBlocked && !entry.refusal && entry.notBefore <= now
  })
}

/** When the next entry may be sent (ms), if one waits for its time only. */
export function nextTime(entries: readonly Entry[]): number | undefined {
  const times = sendable(entries, Number.POSITIVE_INFINITY).map(({ notBefore }) => notBefore)
  return times.length === 0 ? undefined : Math.min(...times)
}

const LONGEST_MS = 5 * 60_000

/** A failed try is repeated after 2, 4, 8 … seconds, at most five minutes, or when the server said. */
export function retryDelay(attempts: number, retryAfterSeconds?: number): number {
  return retryAfterSeconds === undefined
    ? Math.min(LONGEST_MS, 1000 * 2 ** attempts)
    : retryAfterSeconds * 1000
}

// A passing fault of a server is over by then; one that comes of the content would come for ever.
const MOST_FAULTS = 8

/** Whether the server failed so often on it that it never will succeed as it is. An unavailable server (503) says nothing about it. */
export function isHopeless(status: number, attempts: number): boolean {
  return status === 500 && attempts >= MOST_FAULTS
}

/** An entry as it lies on the disk; one that a later app wrote is kept, and not sent by an app that might misread it. */
export function readable(entry: Entry): Entry {
  return (entry.schema ?? 1) > ENTRY_SCHEMA ? { ...entry, refusal: laterApp } : entry
}

/** Whether trying again can help: no answer, too many requests, or a fault that is not of the content. */
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

/** Whether the record already is what the entry wants: it was carried out and the answer got lost. */
export function isDone({ input }: Pick<Entry, 'input'>, theirs: Values): boolean {
  const there = leaves(theirs)
  return Object.entries(leaves(input)).every(([field, value]) => agrees(value, there[field]))
}

/** Whether nobody else changed what the entry changes, so that it can be sent upon the newer record. */
export function canRebase({ base, input }: Pick<Entry, 'input' | 'base'>, theirs: Values): boolean {
  if (!base) return false
  const [before, there] = [leaves(base), leaves(theirs)]
  return Object.keys(leaves(input)).every((field) => agrees(before[field], there[field]))
}

type Values = Readonly<Record<string, unknown>>

/** The fields that an entry changes, those of a part as `part.field`. */
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

/** Two inputs of one record as one: what comes later wins, field by field, also within a part of a form. */
export function joined(earlier: Values, later: Values): Values {
  const parts = Object.entries(later).map(([field, value]) => {
    const before = earlier[field]
    return [field, isPart(value) && isPart(before) ? { ...before, ...value } : value]
  })
  return { ...earlier, ...Object.fromEntries(parts) }
}

const isPart = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Equal, as far as can be seen: secrets come back masked (`••••1234`). Nothing and null are the same. */
function agrees(ours: unknown, theirs: unknown): boolean {
  if (typeof ours === 'string' && typeof theirs === 'string') {
    const [, shown] = /^[*•]+(.*)$/.exec(theirs) ?? []
    if (shown !== undefined) return ours.endsWith(shown)
  }
  return JSON.stringify(ours ?? null) === JSON.stringify(theirs ?? null)
}
