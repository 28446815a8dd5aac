// Converts JSON Schema to TypeScript types for the SDK.

type Schema = {
  readonly title?: string
  readonly description?: string
  readonly type?: string | readonly string[]
  readonly enum?: readonly unknown[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly additionalProperties?: boolean | Schema
}

/** Prints the types of schemas, and collects those that have a name with the file each belongs to. */
export function createTypes(placeOfType: (name: string) => string | undefined) {
  const named = new Map<string, { place: string; text: string }>()
  const used = new Map<string, Set<string>>()

  /** A name that no module declares belongs where it is first used. */
  function typeOf(schema: Schema, place: string): string {
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
    const plain = types.filter((type) => type !== 'null')
    const orNull = plain.length < types.length ? ' | null' : ''
    const { title } = schema
    if (title === undefined) return inline(schema, plain, place) + orNull
    used.set(place, (used.get(place) ?? new Set()).add(title))
    if (!named.has(title)) {
      const own = { place: placeOfType(title) ?? place, text: '' }
      // Registered before it is printed: a schema may contain itself.
      named.set(title, own)
      own.text = `${comment(schema.description)}export type ${title} = ${inline(schema, plain, own.place)}\n`
    }
    return title + orNull
  }

  function inline(schema: Schema, types: readonly string[], place: string): string {
    const { enum: values } = schema
    if (values)
      return values
        .filter((value) => value !== null)
        .map((value) => quoted(String(value)))
        .join(' | ')
    const printed = types.map((type) => basic(type, schema, place))
    return printed.length === 0 ? 'unknown' : printed.join(' | ')
  }

  function basic(type: string, schema: Schema, place: string): string {
    if (type === 'integer' || type === 'number') return 'number'
    if (type === 'array') return `Array<${typeOf(schema.items ?? {}, place)}>`
    if (type !== 'object') return type
    const { properties, additionalProperties } = schema
    if (properties) return objectOf(properties, schema.required ?? [], place)
    return typeof additionalProperties === 'object'
      ? `Record<string, ${typeOf(additionalProperties, place)}>`
      : 'Record<string, unknown>'
  }

  function objectOf(
    properties: Readonly<Record<string, Schema>>,
    required: readonly string[],
    place: string,
  ): string {
    const lines = Object.entries(properties).map(([name, schema]) => {
      const isNamed = schema.title !== undefined
      const words = isNamed ? '' : comment(schema.description)
      return `${words}${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema, place)}\n`
    })
    return `{\n${lines.join('')}}`
  }

  return {
    typeOf: (schema: object, place: string) => typeOf(schema, place),
    objectOf,
    /** The files that named types belong to. */
    places: (): string[] => [...new Set([...named.values()].map(({ place }) => place))],
    /** The named types of one file, sorted by name. */
    at: (place: string): { name: string; text: string }[] =>
      [...named]
        .filter(([, type]) => type.place === place)
        .map(([name, { text }]) => ({ name, text }))
        .toSorted((left, right) => (left.name < right.name ? -1 : 1)),
    /** The names that a file uses from others, by their file. */
    imports: (place: string): [string, string[]][] => {
      const names = [...(used.get(place) ?? [])].toSorted()
      const byPlace = Map.groupBy(names, (name) => named.get(name)?.place ?? place)
      return [...byPlace]
        .filter(([from]) => from !== place)
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
    },
  }
}

const keyOf = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name))

/** Indents lines by their depth of brackets. */
export function indented(text: string): string {
  let depth = 0
  return text
    .split('\n')
    .map((line) => {
      const isWords = /^ ?(?:\/\*\*|\*)/.test(line)
      if (!isWords) depth -= /^[}\]]+/.exec(line)?.[0].length ?? 0
      const shown = line === '' ? '' : '  '.repeat(depth) + line
      if (!isWords)
        depth += line
          .replace(/^[}\]]+/, '')
          .replaceAll(/'[^']*'|"[^"]*"/g, '')
          .split('')
          .reduce(step, 0)
      return shown
    })
    .join('\n')
}

const step = (depth: number, character: string): number => {
  if (character === '{' || character === '[') return depth + 1
  return character === '}' || character === ']' ? depth - 1 : depth
}

/** A text as a TypeScript string literal. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "\\'")}'`

/** A doc comment, or nothing. */
export function comment(...texts: readonly (string | undefined)[]): string {
  const lines = texts
    .filter((text) => text !== undefined && text !== '')
    .map((text) => text?.replaceAll('*/', '* /'))
  const [only = ''] = lines
  if (lines.length === 0) return ''
  if (lines.length === 1 && only.length < 85) return `/** ${only} */\n`
  return `/**\n${lines.map((line) => ` * ${line}`).join('\n *\n')}\n */\n`
}

/** Names between braces, on one line if they fit. */
export function braced(names: readonly string[], rest: string): string {
  const line = `{ ${names.join(', ')} } ${rest}`
  if (line.length < 90) return line
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    if (last === undefined || last.length + name.length > 94) lines.push(`${name},`)
    else lines[lines.length - 1] = `${last} ${name},`
  }
  return `{\n${lines.join('\n')}\n} ${rest}`
}
