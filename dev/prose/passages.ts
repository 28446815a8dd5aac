// Finds the prose of a file: comments, Markdown, and the English texts that users and integrators read.
import { parseSync, type Comment } from 'oxc-parser'

export type Passage = { readonly line: number; readonly text: string }
type Text = { readonly start: number; readonly text: string }
type Node = { readonly type: string; readonly start: number } & Readonly<Record<string, unknown>>

// Calls that take an Indonesian and an English text, in this order.
const PAIRS = new Set(['say', 'both', 'word', 'label'])
// Properties and variables whose value is English, however deep it is.
const ENGLISH = new Set(['en', 'english'])
// Properties whose value is one English text.
const PROSE = new Set(['summary', 'description', 'detail'])
// Methods of a log.
const LEVELS = new Set(['trace', 'debug', 'info', 'warn', 'error', 'fatal'])
const TEXTS =
  /\b(say|both|word|label|problemKind|log)\b|\b(en|summary|description|detail):|\benglish\b|Error\(/
// Of a test, its comments and titles are read: its other texts are data, e.g. names of people.
const TEST = /\.test\.tsx?$/
const TITLED = new Set(['test', 'it', 'describe'])
const DIRECTIVE = /^\s*(oxlint|eslint|biome|@ts|knip|#__)/

/** The passages of a file, by its extension. */
export function passagesOf(path: string, text: string): Passage[] {
  return path.endsWith('.md') ? markdownOf(text) : sourceOf(path, text)
}

function sourceOf(path: string, text: string): Passage[] {
  const parsed = parseSync(path, text)
  const lineOf = lineFinder(text)
  const passages = joined(parsed.comments, lineOf)
  // The tree is built when it is first read, which takes most of the time.
  const textsOf = TEST.test(path) ? titleOf : englishOf
  if (TEST.test(path) || TEXTS.test(text))
    walk(parsed.program as unknown as Node, (node) => {
      for (const found of textsOf(node))
        passages.push({ line: lineOf(found.start), text: found.text })
    })
  return passages
}

/** Line comments that follow each other are one passage: a sentence may run over several lines. */
function joined(comments: readonly Comment[], lineOf: (at: number) => number): Passage[] {
  const passages: { line: number; last: number; text: string }[] = []
  for (const { type, value, start } of comments) {
    if (DIRECTIVE.test(value)) continue
    const line = lineOf(start)
    const before = passages.at(-1)
    const text = value.replaceAll(/^\s*\*/gm, ' ').replaceAll(/\s+/g, ' ')
    if (type === 'Line' && before?.last === line - 1) {
      before.text += text
      before.last = line
    } else passages.push({ line, last: type === 'Line' ? line : 0, text })
  }
  return passages
}

function markdownOf(text: string): Passage[] {
  const passages: Passage[] = []
  let isCode = false
  for (const [index, line] of text.split('\n').entries()) {
    if (/^\s*```/.test(line)) isCode = !isCode
    else if (!isCode && !/^ {4}/.test(line)) passages.push({ line: index + 1, text: line })
  }
  return passages
}

function englishOf(node: Node): Text[] {
  switch (node.type) {
    case 'Property': {
      const name = nameOf(node['key'])
      if (ENGLISH.has(name)) return textsIn(node['value'])
      return PROSE.has(name) ? textOf(node['value']) : []
    }
    case 'VariableDeclarator':
      return ENGLISH.has(nameOf(node['id'])) ? textsIn(node['init']) : []
    case 'NewExpression':
      return nameOf(node['callee']).endsWith('Error') ? messageIn(argumentsOf(node)) : []
    case 'CallExpression':
      return englishOfCall(nameOf(node['callee']), node)
    default:
      return []
  }
}

function englishOfCall(name: string, node: Node): Text[] {
  const given = argumentsOf(node)
  if (name === 'problemKind') return textOf(given[2])
  if (isLog(node['callee'])) return messageIn(given)
  if (!PAIRS.has(name)) return []
  // A pair may also be given as an array: one for the subject, one for the text.
  const pairs = given.some(isArray) ? given.map(elementsOf) : [given]
  return pairs.flatMap(([indonesian, english]) =>
    textOf(indonesian).length === 0 ? [] : textOf(english),
  )
}

/** The title of a test or of a group, also of `test.each(…)(title, …)`. */
function titleOf(node: Node): Text[] {
  if (node.type !== 'CallExpression') return []
  let called = node['callee'] as Node
  while (called.type !== 'Identifier') {
    const inner = called['object'] ?? called['callee'] ?? called['tag']
    if (!isNode(inner)) return []
    called = inner
  }
  return TITLED.has(nameOf(called)) ? textOf(argumentsOf(node)[0]) : []
}

const argumentsOf = (node: Node) => node['arguments'] as readonly Node[]
const isArray = (node: Node): boolean => node.type === 'ArrayExpression'
const elementsOf = (node: Node): readonly unknown[] =>
  isArray(node) ? (node['elements'] as readonly unknown[]) : []

/** `log.warn(…)`, `options.log.warn(…)` and `log[level](…)`. */
function isLog(callee: unknown): boolean {
  const { object, property, computed } = callee as Partial<Node>
  if (object === undefined) return false
  const owner = object as Node
  const name = nameOf(owner.type === 'MemberExpression' ? owner['property'] : owner)
  return name === 'log' && (computed === true || LEVELS.has(nameOf(property)))
}

/** The texts of arguments that are one, or that choose or join some. */
function messageIn(given: readonly unknown[]): Text[] {
  return given.flatMap((node) => {
    const { type, left, right, consequent, alternate } = (node ?? {}) as Partial<Node>
    if (type === 'ConditionalExpression') return messageIn([consequent, alternate])
    return type === 'BinaryExpression' || type === 'LogicalExpression'
      ? messageIn([left, right])
      : textOf(node)
  })
}

/** Every text in an expression, except names of properties. */
function textsIn(node: unknown): Text[] {
  if (!isNode(node)) return []
  const texts = textOf(node)
  if (texts.length > 0) return texts
  return Object.entries(node).flatMap(([part, value]) => {
    if (part === 'key' || part === 'typeAnnotation') return []
    return Array.isArray(value) ? value.flatMap(textsIn) : textsIn(value)
  })
}

const nameOf = (node: unknown): string =>
  String((node as { name?: string; value?: string }).name ?? (node as { value?: string }).value)

/** A literal's text. Values that are filled in read as one word. */
function textOf(node: unknown): Text[] {
  const { type, start, value, quasis } = (node ?? {}) as {
    type?: string
    start: number
    value?: unknown
    quasis?: { value: { cooked: string } }[]
  }
  if (type === 'Literal' && typeof value === 'string') return [{ start, text: value }]
  if (type === 'TemplateLiteral' && quasis)
    return [{ start, text: quasis.map((part) => part.value.cooked).join(' 0 ') }]
  return []
}

function walk(node: Node, visit: (node: Node) => void): void {
  visit(node)
  for (const value of Object.values(node))
    for (const child of Array.isArray(value) ? value : [value])
      if (isNode(child)) walk(child, visit)
}

const isNode = (value: unknown): value is Node =>
  value !== null && typeof value === 'object' && 'type' in value

function lineFinder(text: string): (at: number) => number {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (at) => {
    let low = 0
    let high = starts.length
    while (high - low > 1) {
      const middle = (low + high) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle
    }
    return low + 1
  }
}
