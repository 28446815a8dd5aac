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

/** Prints the types of schemas, and collects those that have a name. */
export function createTypes() {
  const named = new Map<string, string>()

  function typeOf(schema: Schema): string {
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])
    const plain = types.filter((type) => type !== 'null')
    const orNull = plain.length < types.length ? ' | null' : ''
    const { title } = schema
    if (title === undefined) return inline(schema, plain) + orNull
    if (!named.has(title)) {
      // Registered before it is printed: a schema may contain itself.
      named.set(title, '')
      named.set(
        title,
        comment(schema.description) + `export type ${title} = ${inline(schema, plain)}\n`,
      )
    }
    return title + orNull
  }

  function inline(schema: Schema, types: readonly string[]): string {
    const { enum: values } = schema
    if (values)
      return values
        .filter((value) => value !== null)
        .map((value) => quoted(String(value)))
        .join(' | ')
    const printed = types.map((type) => basic(type, schema))
    return printed.length === 0 ? 'unknown' : printed.join(' | ')
  }

  function basic(type: string, schema: Schema): string {
    if (type === 'integer' || type === 'number') return 'number'
    if (type === 'array') return `Array<${typeOf(schema.items ?? {})}>`
    if (type !== 'object') return type
    const { properties, additionalProperties } = schema
    if (properties) return objectOf(properties, schema.required ?? [])
    return typeof additionalProperties === 'object'
      ? `Record<string, ${typeOf(additionalProperties)}>`
      : 'Record<string, unknown>'
  }

  function objectOf(
    properties: Readonly<Record<string, Schema>>,
    required: readonly string[],
  ): string {
    const lines = Object.entries(properties).map(([name, schema]) => {
      const isNamed = schema.title !== undefined
      const words = isNamed ? '' : comment(schema.description)
      return `${words}${keyOf(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}\n`
    })
    return `{\n${lines.join('')}}`
  }

  return {
    typeOf: (schema: object) => typeOf(schema),
    objectOf,
    /** The named types so far, sorted by name. */
    named: (): string =>
      [...named]
        .toSorted(([left], [right]) => (left < right ? -1 : 1))
        .map(([, text]) => text)
        .join('\n'),
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
  const lines = texts.filter((text) => text !== undefined && text !== '')
  if (lines.length === 0) return ''
  return `/**\n${lines.map((line) => ` * ${line?.replaceAll('*/', '* /')}`).join('\n *\n')}\n */\n`
}
