// Traces a statement to its `sql` templates. A template is identified by its literal parts, which
// are the same in the source and at run time.
import { createHash } from 'node:crypto'

/** The id of a template. */
export function templateId(strings: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(strings)).digest('hex').slice(0, 10)
}

/** A value of a statement: which expression of which template it is. */
export type Bind = `${string}.${number}`

export type Recorded = {
  text: string
  /** The template that it was built from; for the typed builder its verb and table. */
  root: string
  /** All templates in it. */
  templates: string[]
  /**
   * The sources of its values, in order; '-' for those of the typed builder, whose types the
   * compiler checks.
   */
  binds: (Bind | '-')[]
  /** Its columns that are templates: their names and ids. */
  columns: Column[]
}
export type Column = `${string}=${string}`

const BUILT = 'built-'
/** Whether the typed builder made the statement. */
export const isBuilt = (root: string): boolean => root.startsWith(BUILT)

type Node = { kind: string }
type Raw = Node & { sqlFragments: readonly string[]; parameters: readonly Node[] }

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'kind' in value && typeof value.kind === 'string'
const isRaw = (node: Node): node is Raw => node.kind === 'RawNode'
const isValue = (node: Node) =>
  node.kind === 'ValueNode' && !('immediate' in node && node.immediate === true)
/** A template from the sources, rather than the driver's own for names, literals and lists. */
const isWritten = ({ sqlFragments: parts }: Raw) => parts.some((part) => /\w/.test(part))

/**
 * The record of a statement that contains a template; undefined if the typed builder made all of
 * it, or if a test wrote it as text.
 */
export function recordOf(query: unknown, text: string): Recorded | undefined {
  if (!isNode(query)) return undefined
  if (!isRaw(query)) return builtRecordOf(query, text)
  if (!isWritten(query)) return undefined
  const { templates, binds } = partsOf(query)
  return { text, root: templateId(query.sqlFragments), templates, binds, columns: [] }
}

function builtRecordOf(query: Node, text: string): Recorded | undefined {
  const { templates, binds } = partsOf(query)
  if (templates.length === 0) return undefined
  const [, table = ''] = /\b(?:into|from|update) "(\w+)"/.exec(text) ?? []
  const root = `${BUILT}${templateId([query.kind, table])}`
  return { text, root, templates, binds: binds.map(() => '-'), columns: columnsOf(query) }
}

function partsOf(query: Node): Pick<Recorded, 'templates' | 'binds'> {
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
  return { templates: [...templates], binds }
}

/** The templates used as columns: `sql<…>`…`.as('name')`. */
function columnsOf(query: Node): Column[] {
  const columns: Column[] = []
  const visit = (node: Node): void => {
    const { node: inner, alias } = aliased(node)
    if (inner && isRaw(inner) && alias) columns.push(`${alias}=${templateId(inner.sqlFragments)}`)
    for (const value of Object.values(node).flat()) if (isNode(value)) visit(value)
  }
  visit(query)
  return columns
}

function aliased(node: Node): { node?: Node; alias?: string } {
  if (!('node' in node && isNode(node.node) && 'alias' in node && isNode(node.alias))) return {}
  const { alias } = node
  return 'name' in alias ? { node: node.node, alias: String(alias.name) } : {}
}
