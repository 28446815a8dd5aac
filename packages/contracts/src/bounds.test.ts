import type { TSchema } from 'typebox'
import { expect, test } from 'vitest'
import { everyEndpoint } from './everything.ts'

type Node = {
  type?: string | readonly string[]
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  pattern?: string
  maxLength?: number
  maxItems?: number
  maxProperties?: number
  properties?: Record<string, Node>
  patternProperties?: Record<string, Node>
  additionalProperties?: Node | boolean
  items?: Node
  anyOf?: readonly Node[]
  allOf?: readonly Node[]
  oneOf?: readonly Node[]
}

// Formats with a fixed length: a UUID, an instant, a day.
const ENDING_FORMATS = new Set(['uuid', 'date', 'date-time'])

/**
 * Whether a pattern matches texts of any length: it has a star, a plus or an open brace that is
 * neither escaped nor in brackets.
 */
function isEndless(pattern: string): boolean {
  const bare = pattern.replaceAll(/\\./g, 'x').replaceAll(/\[[^\]]*\]/g, 'x')
  return !bare.startsWith('^') || !bare.endsWith('$') || /[*+]|\{\d+,\}/.test(bare)
}

const isBoundText = ({ enum: values, const: value, format, pattern, maxLength }: Node) =>
  values !== undefined ||
  value !== undefined ||
  maxLength !== undefined ||
  (format !== undefined && ENDING_FORMATS.has(format)) ||
  (pattern !== undefined && !isEndless(pattern))

/** Parts of a schema that accept values of any size. */
function unboundedIn(node: Node, path: string): string[] {
  const types = [node.type ?? []].flat()
  const found = [
    ...(types.includes('string') && !isBoundText(node) ? [path] : []),
    ...(types.includes('array') && node.maxItems === undefined ? [`${path}[]`] : []),
    // A map with unknown names is limited by its number of entries.
    ...(types.includes('object') &&
    node.additionalProperties !== false &&
    node.maxProperties === undefined
      ? [`${path}{}`]
      : []),
  ]
  const below = [
    ...Object.entries({ ...node.properties, ...node.patternProperties }).map(([name, one]) =>
      unboundedIn(one, `${path}/${name}`),
    ),
    ...(typeof node.additionalProperties === 'object'
      ? [unboundedIn(node.additionalProperties, `${path}/*`)]
      : []),
    ...(node.items ? [unboundedIn(node.items, `${path}/-`)] : []),
    ...[node.anyOf, node.allOf, node.oneOf].flatMap((list) =>
      (list ?? []).map((one) => unboundedIn(one, path)),
    ),
  ]
  return [...found, ...below.flat()]
}

test('every input is limited: texts in length, lists and maps in size', () => {
  expect(everyEndpoint.length).toBeGreaterThan(100)
  const unbounded = everyEndpoint.flatMap(({ id, spec }) =>
    [spec.params, spec.query, spec.body].flatMap((part: TSchema | undefined) =>
      part ? unboundedIn(part as Node, id) : [],
    ),
  )
  expect(unbounded).toEqual([])
})

test('the check finds an unlimited input at any depth', () => {
  const text = { type: 'string' }
  const body = {
    type: 'object',
    additionalProperties: false,
    properties: {
      open: text,
      list: { type: 'array', items: { type: 'string', maxLength: 3 } },
      nested: {
        type: ['array', 'null'],
        maxItems: 2,
        items: { type: 'object', additionalProperties: text, maxProperties: 2 },
      },
      either: {
        anyOf: [
          { type: 'string', pattern: '^a+$' },
          { type: 'string', pattern: '^\\+[0-9]{1,15}$' },
        ],
      },
      mail: { type: 'string', format: 'email' },
      free: { type: 'object' },
      closed: { type: 'string', enum: ['a'] },
    },
  }
  expect(unboundedIn(body as Node, 'x')).toEqual([
    'x/open',
    'x/list[]',
    'x/nested/-/*',
    'x/either',
    'x/mail',
    'x/free{}',
  ])
})
