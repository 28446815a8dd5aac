// What a statement was made of. Every `sql` template is known by its literal parts, the same in the source and in what ran.
import { createHash } from 'node:crypto'

/** The name of a template. */
export function templateId(strings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(strings)).digest('hex').slice(0, 10)
}

/** A value of a statement: which expression of which template it is. */
export type Bind = `${string}.${number}`

export type Recorded = {
  text: string
  /** The template it was built from. */
  root: string
  /** All templates in it. */
  templates: string[]
  /** Where its values come from, in order. */
  binds: (Bind | '-')[]
}

type Node = { kind: string }
type Raw = Node & { sqlFragments: readonly string[]; parameters: readonly Node[] }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
const isRaw = (node: Node): node is Raw => node.kind === 'RawNode'
const isValue = (node: Node) =>
  node.kind === 'ValueNode' && !('immediate' in node && node.immediate === true)
/** One that somebody wrote: not the glue of names, literals and lists. */
const isWritten = ({ sqlFragments: parts }: Raw) => parts.some((part) => /\w/.test(part))

/** A statement that a template was the root of; undefined for those of the typed builder, and for one that a test wrote as text. */
export function recordOf(query: unknown, text: string): Recorded | undefined {
  if (!isNode(query) || !isRaw(query) || !isWritten(query)) return undefined
  const templates = new Set<string>()
  const binds: Recorded['binds'] = []
  const visit = (node: Node): void => {
    if (!isRaw(node)) return visitWithin(node)
    const id = templateId(node.sqlFragments)
    if (isWritten(node)) templates.add(id)
    for (const [index, parameter] of node.parameters.entries()) {
      if (isValue(parameter)) binds.push(isWritten(node) ? `${id}.${index}` : '-')
      else visit(parameter)
    }
  }
  const visitWithin = (node: Node): void => {
    if (isValue(node)) binds.push('-')
    for (const value of Object.values(node)) {
      for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) visit(child)
    }
  }
  visit(query)
  return { text, root: templateId(query.sqlFragments), templates: [...templates], binds }
}
