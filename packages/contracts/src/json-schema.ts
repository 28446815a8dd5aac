// The parts of TypeBox that the contracts use, as the plain JSON Schema that they produce, for
// pages that must be small. A bundler substitutes this for TypeBox (30 kB gzip less); types are
// still inferred through TypeBox, and the test beside this compares the two.

type Schema = Record<string, unknown>

// Kept outside the schemas; TypeBox marks them by a property that is not printed.
const optional = new WeakSet<Schema>()

const string = (options: Schema = {}): Schema => ({ type: 'string', ...options })
const integer = (options: Schema = {}): Schema => ({ type: 'integer', ...options })
const boolean = (options: Schema = {}): Schema => ({ type: 'boolean', ...options })
const array = (items: Schema, options: Schema = {}): Schema => ({
  type: 'array',
  items,
  ...options,
})

function object(properties: Record<string, Schema>, options: Schema = {}): Schema {
  const required = Object.keys(properties).filter((name) => !optional.has(properties[name] ?? {}))
  return { type: 'object', ...(required.length > 0 ? { required } : {}), properties, ...options }
}

function maybe(schema: Schema): Schema {
  const marked = { ...schema }
  optional.add(marked)
  return marked
}

function partial(
  { properties }: { properties: Record<string, Schema> },
  options: Schema = {},
): Schema {
  return object(
    Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, maybe(schema)])),
    options,
  )
}

const unsafe = (schema: Schema): Schema => ({ ...schema })

export default {
  String: string,
  Integer: integer,
  Boolean: boolean,
  Array: array,
  Object: object,
  Optional: maybe,
  Partial: partial,
  Unsafe: unsafe,
}
