// Factors out what schemas share: a schema that has all properties of another refers to it
// (`allOf`) and adds its own.
import { isDeepStrictEqual } from 'node:util'
import { isJson, withoutClosing, type Json } from './schemas.ts'

type Shape = {
  readonly properties: Json
  readonly required: readonly string[]
  readonly isClosed: boolean
}
type Base = Shape & { readonly name: string; readonly size: number }

/** Shorter shared parts are repeated: a reference is harder to read. */
const LEAST_CHARACTERS = 250

/**
 * From here on, parts that two schemas of one kind share, such as request and reply, get a name of
 * their own.
 */
const LEAST_COMMON_CHARACTERS = 1000

/** The named schemas, and a function that composes any object of the document from them. */
export function composer(given: Json): { named: Json; composed: (part: unknown) => unknown } {
  const letters = longPatterns(given)
  const named = { ...given, ...commonParts(given), ...letters.named }
  const bases = basesOf(named)
  const composed = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(composed)
    if (!isJson(part)) return part
    const pattern = letters.of(part)
    if (pattern) return pattern
    const own = shapeOf(part)
    const base = own && largest(bases.filter((one) => isContained(one, own)))
    return mapped(base && own ? extending(part, own, base) : part, composed)
  }
  return { named: mapped(named, composed), composed }
}

const mapped = (part: Json, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(part).map(([key, value]) => [key, change(value)]))

function shapeOf(schema: unknown): Shape | undefined {
  if (!isJson(schema) || schema['type'] !== 'object') return undefined
  const { properties, required = [], additionalProperties } = schema
  if (!isJson(properties) || !Array.isArray(required)) return undefined
  return { properties, required, isClosed: additionalProperties === false }
}

function basesOf(named: Json): Base[] {
  return Object.entries(named).flatMap(([name, schema]) => {
    const shape = shapeOf(schema)
    if (!shape) return []
    const size = JSON.stringify(shape.properties).length
    return size < LEAST_CHARACTERS ? [] : [{ ...shape, name, size }]
  })
}

function isContained(base: Base, own: Shape): boolean {
  const names = Object.keys(base.properties)
  const added = Object.keys(own.properties).length - names.length
  const isLess = added > 0 || base.required.length < own.required.length
  return (
    isLess &&
    // A closed schema allows no further properties.
    (!base.isClosed || added === 0) &&
    base.required.every((name) => own.required.includes(name)) &&
    names.every((name) => isSame(base.properties[name], own.properties[name]))
  )
}

const isSame = (left: unknown, right: unknown) =>
  isDeepStrictEqual(withoutClosing(left), withoutClosing(right))

function largest(bases: readonly Base[]): Base | undefined {
  return bases.toSorted((left, right) => right.size - left.size)[0]
}

function extending(schema: Json, own: Shape, base: Base): Json {
  const { properties: _, required: __, additionalProperties: ___, ...rest } = schema
  const added = Object.entries(own.properties).filter(([name]) => !(name in base.properties))
  const required = own.required.filter((name) => !base.required.includes(name))
  return {
    ...rest,
    allOf: [{ $ref: `#/components/schemas/${base.name}` }],
    ...(required.length > 0 ? { required } : {}),
    ...(added.length > 0 ? { properties: Object.fromEntries(added) } : {}),
    ...(own.isClosed && !base.isClosed ? { unevaluatedProperties: false } : {}),
  }
}

/** Patterns that list the letters of many scripts: each is long, and several named texts use it. */
function longPatterns(named: Json): { named: Json; of: (part: Json) => Json | undefined } {
  const long = Object.values(named)
    .filter(isJson)
    .map((schema) => String(schema['pattern'] ?? ''))
    .filter((pattern) => pattern.length >= LEAST_COMMON_CHARACTERS)
  const repeated = long.find((pattern, at) => long.indexOf(pattern) !== at)
  if (repeated === undefined) return { named: {}, of: () => undefined }
  return {
    named: { Letters: { type: 'string', pattern: repeated } },
    of(part) {
      const { type, pattern, ...rest } = part
      const isOne = type === 'string' && pattern === repeated && Object.keys(rest).length > 0
      return isOne ? { allOf: [{ $ref: '#/components/schemas/Letters' }], ...rest } : undefined
    },
  }
}

/** The common parts of pairs of schemas, named by the common prefix of their names. */
function commonParts(named: Json): Json {
  const bases = basesOf(named)
  const parts: Record<string, Json> = {}
  for (const [at, left] of bases.entries())
    for (const right of bases.slice(at + 1)) {
      const name = commonName(left.name, right.name)
      const shared = Object.entries(left.properties).filter(
        ([key, value]) => key in right.properties && isSame(value, right.properties[key]),
      )
      const properties: Json = Object.fromEntries(shared)
      const isWhole =
        shared.length === Object.keys(left.properties).length ||
        shared.length === Object.keys(right.properties).length
      if (name === undefined || isWhole || name in named || name in parts) continue
      if (JSON.stringify(properties).length >= LEAST_COMMON_CHARACTERS)
        parts[name] = { type: 'object', properties }
    }
  return parts
}

/** `IndividualKyc` and `IndividualChanges` share `IndividualFields`. */
function commonName(left: string, right: string): string | undefined {
  const words = (name: string) => name.split(/(?=[A-Z])/)
  const [some, others] = [words(left), words(right)]
  const until = some.findIndex((word, at) => word !== others[at])
  return until > 0 ? `${some.slice(0, until).join('')}Fields` : undefined
}
