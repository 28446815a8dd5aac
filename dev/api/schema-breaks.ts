// Finds schema changes that break a correct caller. Valid requests must stay valid, and replies
// must keep what was promised.
import type { Schema } from './surface.ts'

/** Whether callers send or read the data of the schema. */
export type Direction = 'sent' | 'read'

/** A break: its place in the input or the answer, and its description. */
export type SchemaBreak = { readonly at: string; readonly what: string }

type Compare = (before: Schema, after: Schema, at: string) => SchemaBreak[]

const UPPER = ['maxLength', 'maximum', 'maxItems', 'maxProperties']
const LOWER = ['minLength', 'minimum', 'minItems']
/** Whether a change of these is stricter cannot be computed, so every change counts. */
const OPAQUE = ['pattern', 'uniqueItems', 'x-reads']
const OTHERS = 'type properties required additionalProperties items enum format default'
const KNOWN = new Set([...OTHERS.split(' '), ...UPPER, ...LOWER, ...OPAQUE])

/**
 * All breaks between two states of a schema. Throws on a keyword that it cannot judge: ignoring it
 * would hide breaks.
 */
export function schemaBreaks(before: Schema, after: Schema, direction: Direction): SchemaBreak[] {
  const compare: Compare = (old, now, at) => {
    for (const schema of [old, now]) refuseUnknown(schema, at)
    const typed = typeBreaks(old, now, at, direction)
    // If the type differs, nothing else is comparable.
    if (typed.some(({ what }) => what.startsWith('type'))) return typed
    return [
      ...typed,
      ...(direction === 'sent' ? limitBreaks(old, now, at) : []),
      ...propertyBreaks(old, now, { at, direction, compare }),
      ...partBreaks(old, now, at, compare),
    ]
  }
  return compare(before, after, '')
}

function refuseUnknown(schema: Schema, at: string): void {
  const unknown = Object.keys(schema).find((key) => !KNOWN.has(key))
  if (unknown !== undefined)
    throw new Error(`dev/api/schema-breaks.ts does not know '${unknown}' at '${at}'`)
}

const ANY = ['array', 'boolean', 'null', 'number', 'object', 'string']

function typesOf({ type = ANY }: Schema): string[] {
  return typeof type === 'string' ? [type] : [...type]
}

/** Whether the second types include all of the first. */
const isWithin = (some: readonly string[], all: readonly string[]) =>
  some.every((one) => all.includes(one) || (one === 'integer' && all.includes('number')))

function typeBreaks(
  before: Schema,
  after: Schema,
  at: string,
  direction: Direction,
): SchemaBreak[] {
  const [old, now] = [typesOf(before), typesOf(after)]
  const [some, all] = direction === 'sent' ? [old, now] : [now, old]
  const withoutNull = (types: readonly string[]) => types.filter((type) => type !== 'null')
  if (!isWithin(withoutNull(some), all))
    return [{ at, what: `type was ${old.join('|')}, is ${now.join('|')}` }]
  const nullable = !isWithin(some, all)
    ? [{ at, what: direction === 'sent' ? 'null is no longer taken' : 'may now be null' }]
    : []
  const format = formatBreaks(before.format, after.format, direction)
  return [...nullable, ...(format === undefined ? [] : [{ at, what: format }])]
}

function formatBreaks(
  before: string | undefined,
  after: string | undefined,
  direction: Direction,
): string | undefined {
  const isKept = before === after || (direction === 'sent' ? after : before) === undefined
  return isKept ? undefined : `format was ${before ?? 'free'}, is ${after ?? 'free'}`
}

/** Stricter limits on what callers send. */
function limitBreaks(before: Schema, after: Schema, at: string): SchemaBreak[] {
  const isNarrower = (key: string) => {
    const [old, now] = [before[key], after[key]]
    if (now === undefined || old === now) return false
    if (typeof old !== 'number' || typeof now !== 'number') return true
    return UPPER.includes(key) ? now < old : now > old
  }
  const limits = [...UPPER, ...LOWER]
    .filter((key) => isNarrower(key) && !isEmptyLimit(key, before[key], after[key]))
    .map((key) => `${key} was ${String(before[key] ?? 'unlimited')}, is ${String(after[key])}`)
  const opaque = OPAQUE.filter((key) => isChanged(key, before[key], after[key])).map(
    (key) => `${key} is another`,
  )
  const values = (before.enum ?? []).filter((value) => after.enum?.includes(value) === false)
  const lost = values.length > 0 ? [`no longer takes ${values.map(String).join(', ')}`] : []
  const closed = !before.enum && after.enum ? ['takes a closed list only'] : []
  const defaults =
    JSON.stringify(before.default) === JSON.stringify(after.default)
      ? []
      : [`default was ${JSON.stringify(before.default)}, is ${JSON.stringify(after.default)}`]
  return [...limits, ...opaque, ...lost, ...closed, ...defaults].map((what) => ({ at, what }))
}

/** A minimum of zero limits nothing. */
const isEmptyLimit = (key: string, before: unknown, after: unknown) =>
  before === undefined && after === 0 && LOWER.includes(key) && key !== 'minimum'

/** A lenient reading may be added; a removed pattern or rule accepts more. */
function isChanged(key: string, before: unknown, after: unknown): boolean {
  if (key === 'x-reads') return before !== undefined && before !== after
  return after !== undefined && before !== after
}

type Place = { at: string; direction: Direction; compare: Compare }

function propertyBreaks(before: Schema, after: Schema, place: Place): SchemaBreak[] {
  const { at, direction, compare } = place
  const [old, now] = [before.properties ?? {}, after.properties ?? {}]
  const kept = Object.entries(old).flatMap(([name, schema]) => {
    const next = now[name]
    if (next) return compare(schema, next, `${at}/${name}`)
    if (direction === 'sent' && after.additionalProperties !== false) return []
    return [{ at: `${at}/${name}`, what: direction === 'sent' ? 'is no longer taken' : 'is gone' }]
  })
  const [some, all] = [before.required ?? [], after.required ?? []]
  const required =
    direction === 'sent'
      ? all
          .filter((name) => !some.includes(name))
          .map((name) => ({ at: `${at}/${name}`, what: 'is required now' }))
      : some
          .filter((name) => name in now && !all.includes(name))
          .map((name) => ({ at: `${at}/${name}`, what: 'may now be missing' }))
  return [...kept, ...required]
}

/** The items of arrays, and the values of objects with free property names. */
function partBreaks(before: Schema, after: Schema, at: string, compare: Compare): SchemaBreak[] {
  const items = before.items && after.items ? compare(before.items, after.items, `${at}/*`) : []
  const [old, now] = [before.additionalProperties, after.additionalProperties]
  if (typeof old === 'object' && typeof now === 'object')
    return [...items, ...compare(old, now, `${at}/*`)]
  if (typeof old === 'object' && now === false)
    return [...items, { at, what: 'free names are gone' }]
  return items
}
