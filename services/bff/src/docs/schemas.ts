// Splits the contracts' schemas into named ones, which appear once in `components`, and references
// to them. The name was given where the schema was made (`Named`). A schema derived from a named
// one by a description or by allowing null refers to it as well.
import { isDeepStrictEqual } from 'node:util'

export type Json = { readonly [key: string]: unknown }

/** Keywords that describe a value without restricting it: they may accompany a reference. */
const WORDS = ['description', 'examples', 'default', 'deprecated']

/** How a value is read before it is validated. */
const OURS = 'x-reads'

/** Collects named schemas while schemas are printed. */
export function createSchemas() {
  const named = new Map<string, Json>()
  let isOpen = false

  function printed(schema: unknown): unknown {
    if (Array.isArray(schema)) return schema.map(printed)
    if (!isJson(schema)) return schema
    // In an object's properties `title` is a field; as the name of a schema it is text.
    if (typeof schema['title'] !== 'string') return inside(schema)
    const { title, ...rest } = schema
    const { base, isNullable } = withoutNull(inside(rest))
    const known = named.get(title)
    if (known === undefined) named.set(title, base)
    else if (!isDeepStrictEqual(withoutClosing(limitsOf(known)), withoutClosing(limitsOf(base))))
      throw new Error(`Two schemas are called ${title}`)
    return reference(title, base, named.get(title) ?? base, isNullable)
  }

  const inside = (schema: Json): Json =>
    Object.fromEntries(
      Object.entries(isOpen ? opened(schema) : schema)
        .filter(([key]) => key !== OURS)
        .map(([key, value]) => [
          key,
          // Examples and defaults are values, not schemas.
          WORDS.includes(key) || key === 'enum' ? value : printed(value),
        ]),
    )

  return {
    printed: (schema: unknown) => printed(schema),
    /** From here on, schemas of replies. Those may gain properties: only requests are closed. */
    open(): void {
      isOpen = true
    },
    /** The named schemas so far. */
    named: (): Json =>
      Object.fromEntries([...named].toSorted(([left], [right]) => (left < right ? -1 : 1))),
  }
}

const SHORT = 45

function reference(title: string, own: Json, known: Json, isNullable: boolean): Json {
  const ref = { $ref: `#/components/schemas/${title}` }
  const words = Object.fromEntries(
    WORDS.filter(
      (word) => own[word] !== undefined && !isDeepStrictEqual(own[word], known[word]),
    ).map((word) => [word, own[word]]),
  )
  if (!isNullable) return { ...ref, ...words }
  const limits = limitsOf(own)
  // A short schema, such as an id, is shorter than a choice between it and null.
  if (JSON.stringify(limits).length <= SHORT)
    return { ...limits, type: [limits['type'], 'null'], ...words }
  return { anyOf: [ref, { type: 'null' }], ...words }
}

function withoutNull(schema: Json): { base: Json; isNullable: boolean } {
  const { type, enum: values } = schema
  if (!Array.isArray(type) || !type.includes('null')) return { base: schema, isNullable: false }
  const types = type.filter((one) => one !== 'null')
  const rest: Json = { ...schema, type: types.length === 1 ? types[0] : types }
  const base = Array.isArray(values)
    ? { ...rest, enum: values.filter((value) => value !== null) }
    : rest
  return { base, isNullable: true }
}

function opened(schema: Json): Json {
  const { additionalProperties, ...rest } = schema
  return additionalProperties === false ? rest : schema
}

/** A schema that allows other properties at every depth. */
export function withoutClosing(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutClosing)
  if (!isJson(schema)) return schema
  const parts = Object.entries(opened(schema)).map(([key, part]) => [key, withoutClosing(part)])
  return Object.fromEntries(parts)
}

const limitsOf = (schema: Json) =>
  Object.fromEntries(Object.entries(schema).filter(([key]) => !WORDS.includes(key)))

/** Whether a value is an object of the document, or a list. */
export function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null
}
