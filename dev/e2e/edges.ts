// Values at the edges of a field: the shortest and longest that its schema accepts, those just
// beyond, and those in the database's checks. Computed, not random: a fault at an edge shows in
// every run.
import type { Schema } from './arbitrary.ts'

/** A value and whether the schema accepts it. */
export type Edge = { value: unknown; fits: boolean }

const LENGTHS = [
  0, 1, 2, 3, 5, 7, 8, 9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 30, 34, 40, 60, 100, 150,
  254, 255, 500, 1000, 1001,
]
/**
 * Texts of different kinds at a given length; the field's pattern decides which of them are valid.
 * The first ones are for fields without a pattern.
 */
const ANY_TEXT = 3
const families: readonly ((length: number) => string)[] = [
  (length) => 'a'.repeat(length),
  (length) => '𝕏'.repeat(length),
  (length) => `a${' '.repeat(Math.max(0, length - 2))}a`,
  (length) => '9'.repeat(length),
  (length) => `${'9'.repeat(length)}.99`,
  (length) => `${'9'.repeat(length)}.9999`,
  (length) => `0.${'9'.repeat(length)}`,
  (length) => 'A'.repeat(length),
  (length) => `+628${'1'.repeat(length)}`,
  (length) => `+6221${'5'.repeat(length)}`,
  (length) => `+1${'2'.repeat(length)}`,
  (length) => `08${'1'.repeat(length)}`,
  (length) => `021${'5'.repeat(length)} ext. 123456`,
  (length) => `${'a'.repeat(Math.min(length, 64))}@${'b'.repeat(Math.min(63, length))}.example`,
  (length) => `https://example.com/${'a'.repeat(length)}`,
  (length) => `#${'0'.repeat(length)}`,
]

const INSTANTS = [
  '2026-11-23T10:00:00+23:59',
  '2026-11-23T10:00:00-23:59',
  '2026-11-23t10:00:00z',
  '2026-12-31T23:59:60Z',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+15:59',
  '9999-12-31T23:59:59-15:59',
  '2026-11-23T10:00:00.123456789Z',
]
const DATES = [
  '0000-01-01',
  '0001-01-01',
  '1899-12-31',
  '9999-12-31',
  '2026-02-29',
  '2028-02-29',
  '29-02-2028',
  '31.12.2026',
]

/** The edges of a field, including nested fields, one at a time in an otherwise valid value. */
export function edgesOf(schema: Schema, fits: (value: unknown) => boolean): Edge[] {
  const seen = new Map<string, Edge>()
  for (const value of candidatesOf(schema)) {
    const key = JSON.stringify(value)
    if (!seen.has(key)) seen.set(key, { value, fits: fits(value) })
  }
  return [...seen.values()]
}

function candidatesOf(schema: Schema): unknown[] {
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  return types.flatMap((type) => {
    if (schema.enum) return schema.enum
    if (type === 'string') return textsOf(schema)
    if (type === 'integer' || type === 'number') return numbersOf(schema)
    if (type === 'null') return [null]
    return type === 'boolean' ? [true, false] : []
  })
}

function numbersOf({ minimum = -2_147_483_648, maximum = 2_147_483_647 }: Schema): number[] {
  return [minimum, minimum - 1, maximum, maximum + 1, 0]
}

/** Of each kind the shortest and longest possible text, and those just beyond. */
function textsOf(schema: Schema): string[] {
  if (schema.format === 'date-time') return INSTANTS
  if (schema.format === 'date') return DATES
  const { pattern, minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema
  const accepts = (text: string) => {
    const length = [...text].length
    return (
      length >= minLength &&
      length <= maxLength &&
      (pattern === undefined || new RegExp(pattern, 'u').test(text))
    )
  }
  const lengths = [
    ...new Set([
      ...LENGTHS,
      minLength,
      ...(Number.isFinite(maxLength) ? [maxLength, maxLength + 1] : []),
    ]),
  ].toSorted((a, b) => a - b)
  const possible = pattern === undefined ? families.slice(0, ANY_TEXT) : families
  return possible.flatMap((family) => {
    const texts = lengths.map(family)
    const taken = texts.flatMap((text, at) => (accepts(text) ? [at] : []))
    const [first = 0, last = 0] = [taken[0], taken.at(-1)]
    return taken.length === 0
      ? []
      : [first - 1, first, last, last + 1].flatMap((at) => texts[at] ?? [])
  })
}
