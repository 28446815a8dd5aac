// Instants as programs write them (RFC 3339), converted to UTC. Databases and calendars have
// different limits for offsets, leap seconds and far years; the stored form is within all of them.
import { isDay } from './dates.ts'

const RFC_3339 = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})$/
// Nobody plans or records anything outside these years; further out, an offset could lead to a year
// without four digits.
const FIRST_YEAR = 1900
const LAST_YEAR = 2199
const DAY_LENGTH = 'yyyy-mm-dd'.length

/**
 * The instant in UTC to the millisecond, or the code of its fault: `format`, or `instant-range`
 * outside 1900 to 2199.
 */
export function readInstant(
  written: string,
): { readonly value: string } | { readonly code: 'format' | 'instant-range' } {
  const isWhole = RFC_3339.test(written) && isDay(written.slice(0, DAY_LENGTH))
  const time = isWhole ? Date.parse(written.toUpperCase()) : Number.NaN
  if (Number.isNaN(time)) return { code: 'format' }
  const instant = new Date(time)
  const year = instant.getUTCFullYear()
  return year >= FIRST_YEAR && year <= LAST_YEAR
    ? { value: instant.toISOString() }
    : { code: 'instant-range' }
}
