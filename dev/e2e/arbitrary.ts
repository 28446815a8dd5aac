// Generates inputs from the schemas of the OpenAPI document: valid ones, and ones with a single
// fault.
import { readWritten } from '@rmtools/contracts/reading'
import fc from 'fast-check'

export type Schema = {
  type?: string | string[]
  enum?: unknown[]
  pattern?: string
  format?: string
  minLength?: number
  maxLength?: number
  minimum?: number
  maximum?: number
  items?: Schema
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  properties?: Record<string, Schema>
  required?: string[]
  'x-reads'?: unknown
}
/** Existing values by the format or name of a field, so that inputs also reach existing records. */
export type Pool = {
  readonly uuid: readonly string[]
  readonly named: Readonly<Record<string, readonly string[]>>
}

const LONGEST = 40
const MOST_ITEMS = 3

/** Generates valid values of a schema. */
export function valid(schema: Schema, pool: Pool, name = ''): fc.Arbitrary<unknown> {
  if (Array.isArray(schema.type))
    return fc.oneof(...schema.type.map((type) => valid({ ...schema, type }, pool, name)))
  if (schema.type === 'null') return fc.constant(null)
  if (schema.enum) return fc.constantFrom(...schema.enum.filter((one) => one !== null))
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer') return integer(schema, name)
  if (schema.type === 'number')
    return fc.double({ min: schema.minimum ?? -1e6, max: schema.maximum ?? 1e6, noNaN: true })
  if (schema.type === 'array') return array(schema, pool, name)
  if (schema.type === 'object') return object(schema, pool)
  return text(schema, pool, name)
}

/** Generates a text: often an existing value, otherwise a random one. */
function text(schema: Schema, pool: Pool, name: string): fc.Arbitrary<string> {
  const { pattern, minLength = 0 } = schema
  const known = (pool.named[name] ?? []).filter(
    (one) => pattern === undefined || new RegExp(pattern).test(one),
  )
  // Too long to occur by chance: random texts would be discarded for ever.
  const isTooLong = minLength > LONGEST
  const madeUp = isTooLong ? fc.constant('A'.repeat(minLength)) : string(schema, pool)
  if (known.length === 0) return madeUp
  const existing = fc.constantFrom(...known)
  return isTooLong ? existing : fc.oneof({ weight: 3, arbitrary: existing }, madeUp)
}

function integer(
  { minimum = -1_000_000, maximum = 1_000_000 }: Schema,
  name: string,
): fc.Arbitrary<number> {
  // The versions of records that were just created.
  if (name === 'version') return fc.integer({ min: 1, max: 4 })
  return fc.integer({ min: minimum, max: maximum })
}

function array(
  { items = {}, minItems = 0, maxItems = MOST_ITEMS, uniqueItems }: Schema,
  pool: Pool,
  name: string,
): fc.Arbitrary<unknown[]> {
  const limits = {
    minLength: minItems,
    maxLength: Math.min(maxItems, Math.max(minItems, MOST_ITEMS)),
  }
  const item = valid(items, pool, name)
  return uniqueItems
    ? fc.uniqueArray(item, { ...limits, selector: (value) => JSON.stringify(value) })
    : fc.array(item, limits)
}

function object({ properties = {}, required = [] }: Schema, pool: Pool): fc.Arbitrary<object> {
  const fields = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(schema, pool, name)]),
  )
  return fc.record(fields, { requiredKeys: required })
}

function string(schema: Schema, pool: Pool): fc.Arbitrary<string> {
  const { pattern, format, minLength = 0, maxLength = LONGEST } = schema
  if (format === 'uuid')
    return pool.uuid.length === 0
      ? fc.uuid()
      : fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pool.uuid) }, fc.uuid())
  if (format === 'email')
    return fc
      .emailAddress({ size: 'small' })
      .filter((one) => /^[\w.-]+@[\w.-]+\.[a-z]{2,}$/.test(one))
  if (format === 'date') return day().map((date) => date.slice(0, 10))
  if (format === 'date-time') return day()
  const fits = (text: string) =>
    isRead(schema, text) &&
    text.length >= minLength &&
    text.length <= (schema.maxLength ?? Infinity) &&
    text.isWellFormed() &&
    !text.includes('\0')
  if (pattern !== undefined)
    return fc.stringMatching(new RegExp(longEnough(pattern, minLength, maxLength))).filter(fits)
  return fc
    .string({
      unit: 'grapheme',
      minLength,
      maxLength: Math.max(minLength, Math.min(maxLength, LONGEST)),
    })
    .filter(fits)
}

/**
 * Whether the normalised value of a number or code is valid too: without its dots and spaces it may
 * be too short.
 */
function isRead({ 'x-reads': reading, pattern = '' }: Schema, text: string): boolean {
  if (reading !== 'number' && reading !== 'code') return true
  const read = readWritten(reading, text)
  return 'value' in read && new RegExp(pattern).test(read.value)
}

/**
 * Bounds an endless repetition to the required length, because otherwise hardly any text would fit.
 */
const longEnough = (pattern: string, least: number, most: number) =>
  pattern.replace(
    /\][*+]\$$/,
    `]{${Math.max(1, least - 1)},${Math.max(1, Math.min(most, LONGEST) - 1)}}$`,
  )

const day = () =>
  fc
    .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString())

const HOSTILE = [
  '',
  ' ',
  '\u0000',
  '\ud800',
  "'; drop table lead; --",
  '<script>',
  '../../etc/passwd',
  '%00',
  '𝕏'.repeat(50),
  'a'.repeat(5000),
  '{}',
  '[]',
  'null',
  '1e400',
  '-0',
  'NaN',
  '\u202e',
  '\r\nX: y',
]
const WRONG = [null, true, false, 0, -1, 1.5, 1e308, 2 ** 53, [], {}, [[]], ...HOSTILE]

/**
 * Generates an object with one fault: a field that is missing, unknown, or of the wrong type, at
 * any depth.
 */
export function nearly(base: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc
    .tuple(
      base,
      fc.nat(),
      fc.constantFrom('drop', 'add', 'replace', 'replace', 'replace'),
      fc.constantFrom(...WRONG),
    )
    .map(([value, at, how, wrong]) => spoilt(structuredClone(value), at, { how, wrong }))
}

type Fault = { how: string; wrong: unknown }

function spoilt(value: unknown, at: number, { how, wrong }: Fault): unknown {
  const places = objectsIn(value)
  const place = places[at % Math.max(1, places.length)]
  if (!place) return wrong
  const names = Object.keys(place)
  const name = names[at % Math.max(1, names.length)]
  if (how === 'add' || name === undefined) place['noSuchField'] = wrong
  else if (how === 'drop') delete place[name]
  else place[name] = wrong
  return value
}

function objectsIn(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Record<string, unknown>, ...Object.values(value).flatMap(objectsIn)]
}
