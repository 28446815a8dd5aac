// An operation that will be removed announces it long before: in its contract, from which the
// document and every response take it. docs/API.md is the policy.
import { isDay } from './dates.ts'

export type Deprecation = {
  /** The day (UTC) from which callers should use the replacement. */
  readonly since: string
  /** The day (UTC) from which the operation may be removed. */
  readonly sunset: string
  /** The operation that replaces it, such as `leads.list`. */
  readonly use?: string
}

/** The minimum time from deprecation to removal. */
export const LEAST_DAYS_DEPRECATED = 180

const DAY_MS = 86_400_000
const midnight = (day: string): Date => new Date(`${day}T00:00:00Z`)

/** Throws unless both days exist and leave callers enough time. */
export function checkDeprecation({ since, sunset }: Deprecation): void {
  for (const day of [since, sunset])
    if (!isDay(day)) throw new Error(`'${day}' is not a date like 2027-01-31`)
  const days = (midnight(sunset).getTime() - midnight(since).getTime()) / DAY_MS
  if (days < LEAST_DAYS_DEPRECATED)
    throw new Error(`A deprecated operation stays ${LEAST_DAYS_DEPRECATED} days, not ${days}`)
}

/** The headers of every response of a deprecated operation: RFC 9745 and RFC 8594. */
export function deprecationHeaders({ since, sunset }: Deprecation): Record<string, string> {
  return {
    deprecation: `@${midnight(since).getTime() / 1000}`,
    sunset: midnight(sunset).toUTCString(),
  }
}

/** The deprecation notice in the API's document. */
export function deprecationText({ since, sunset, use }: Deprecation): string {
  const instead = use === undefined ? '' : ` Use \`${use}\` instead.`
  return `Deprecated since ${since}; may be removed from ${sunset}.${instead}`
}
