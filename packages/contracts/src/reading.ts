// How entered text becomes the stored value: one parser for each kind of value. A schema names the
// kind as `x-reads`; services parse before they validate, forms validate the same way, and searches
// and imports call the same functions.
import { calendarDateOf } from './dates.ts'
import { readInstant } from './instants.ts'
import { readName } from './names.ts'
import { readCode, readNumber } from './numbers.ts'
import { readPhone } from './phones.ts'
import { withoutInvisible } from './signs.ts'

export const readings = [
  'phone',
  'phone-with-extension',
  'name',
  'number',
  'code',
  'date',
  'instant',
  'email',
] as const
export type Reading = (typeof readings)[number]

/** The intended value, or the code of the fault. */
export type Read = { readonly value: string } | { readonly code: string }

const readers: Readonly<Record<Reading, (written: string) => Read>> = {
  phone: (written) => phoneRead(written, false),
  'phone-with-extension': (written) => phoneRead(written, true),
  name: (written) => ({ value: readName(written) }),
  number: (written) => ({ value: readNumber(written) }),
  code: (written) => ({ value: readCode(written) }),
  email: (written) => ({ value: withoutInvisible(written).trim() }),
  // Text that is not a date is left for the format to reject.
  date: (written) => ({ value: calendarDateOf(written) ?? written }),
  instant: readInstant,
}

// No valid value is longer; parsing more would only cost time.
const MAX_CHARACTERS = 1000

/** Parses a text by its kind. */
export function readWritten(kind: Reading, written: string): Read {
  return written.length > MAX_CHARACTERS ? { value: written } : readers[kind](written)
}

/** Whether the value of `x-reads` is a known kind. */
export function isReading(word: unknown): word is Reading {
  return readings.some((reading) => reading === word)
}

function phoneRead(written: string, mayHaveExtension: boolean): Read {
  const read = readPhone(written)
  if (read === undefined) return { code: 'phone' }
  if (read.extension === null) return { value: read.e164 }
  return mayHaveExtension
    ? { value: `${read.e164};ext=${read.extension}` }
    : { code: 'phone-extension' }
}
