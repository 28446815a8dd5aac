// Counts in the syntax tree of one file.
import { parseSync, visitorKeys } from 'oxc-parser'

export type Counts = {
  codeLines: number
  tokens: readonly string[]
  functions: number
  longFunctions: number
  nestedConditionals: number
  casts: number
  sqlClaims: number
  anys: number
  isBarrel: boolean
  imports: readonly string[]
}

type Node = { type: string; start: number; end: number }
type Visit = (node: Node, isInConditional: boolean) => void

const LONG = 70
const FUNCTIONS = new Set([
  'FunctionDeclaration',
  'FunctionExpression',
  'ArrowFunctionExpression',
  'TSDeclareFunction',
])
/** Their text is one token, whatever it contains. */
const WHOLE = new Set(['Literal', 'TemplateElement', 'JSXText'])
const TOKEN =
  /\0|[\p{ID_Start}$_#@][\p{ID_Continue}$]*|>>>=|\.\.\.|===|!==|\*\*=|<<=|>>=|>>>|&&=|\|\|=|\?\?=|=>|==|!=|<=|>=|&&|\|\||\?\?|\?\.|\+\+|--|\+=|-=|\*=|\/=|%=|&=|\|=|\^=|<<|>>|\*\*|\S/gu

/** Counts one file. Throws if it cannot be parsed. */
export function countsOf(path: string, text: string): Counts {
  const { program, comments, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const seen = { functions: 0, longFunctions: 0, nestedConditionals: 0, casts: 0, anys: 0 }
  const wholes: Node[] = []
  walk(program, false, (node, isInConditional) => {
    if (FUNCTIONS.has(node.type)) {
      seen.functions += 1
      if (text.slice(node.start, node.end).split('\n').length > LONG) seen.longFunctions += 1
    }
    if (node.type === 'ConditionalExpression' && isInConditional) seen.nestedConditionals += 1
    if (isCast(node)) seen.casts += 1
    if (node.type === 'TSAnyKeyword') seen.anys += 1
    if (WHOLE.has(node.type)) wholes.push(node)
  })
  const code = blanked(text, comments)
  return {
    ...seen,
    codeLines: code.split('\n').filter((line) => line.trim() !== '').length,
    tokens: tokensOf(code, wholes),
    sqlClaims: code.match(/\bsql</g)?.length ?? 0,
    isBarrel: program.body.length > 1 && program.body.every(isPassedOn),
    imports: [...code.matchAll(/(?:\bfrom\s+|^import\s+)'(\.[^']+)'/gm)].map(
      ([, target = '']) => target,
    ),
  }
}

/** Visits every node; a function inside a conditional starts afresh. */
function walk(node: Node, isInConditional: boolean, visit: Visit): void {
  visit(node, isInConditional)
  const isConditional = node.type === 'ConditionalExpression'
  const isInside = isConditional || (isInConditional && !startsAnew(node))
  for (const key of visitorKeys[node.type] ?? [])
    for (const child of [childAt(node, key)].flat()) if (isNode(child)) walk(child, isInside, visit)
}

// JSX children, functions and arguments are read separately.
const startsAnew = ({ type }: Node) =>
  FUNCTIONS.has(type) || ['JSXElement', 'JSXFragment', 'CallExpression'].includes(type)

const childAt = (node: Node, key: string): unknown =>
  Object.entries(node).find(([name]) => name === key)?.[1]

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value

function isCast(node: Node): boolean {
  if (node.type !== 'TSAsExpression') return false
  const type = childAt(node, 'typeAnnotation')
  const name = isNode(type) && childAt(type, 'typeName')
  return !(name && isNode(name) && childAt(name, 'name') === 'const')
}

const isPassedOn = (statement: Node) =>
  statement.type === 'ExportAllDeclaration' ||
  (statement.type === 'ExportNamedDeclaration' && isNode(childAt(statement, 'source')))

/** The text with comments replaced by blanks, so that positions stay the same. */
function blanked(text: string, spans: readonly { start: number; end: number }[]): string {
  let code = text
  for (const { start, end } of spans)
    code = code.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + code.slice(end)
  return code
}

function tokensOf(code: string, wholes: readonly Node[]): string[] {
  const parts: string[] = []
  const texts: string[] = []
  let at = 0
  for (const { start, end } of wholes.toSorted((a, b) => a.start - b.start)) {
    if (start < at) continue
    const text = code.slice(start, end).trim()
    parts.push(code.slice(at, start), text === '' ? '' : ' \0 ')
    if (text !== '') texts.push(text)
    at = end
  }
  parts.push(code.slice(at))
  let next = 0
  return (parts.join('').match(TOKEN) ?? []).map((token) =>
    token === '\0' ? (texts[next++] ?? token) : token,
  )
}
