// The product's `sql` templates as the compiler sees them: their claims about rows, and the types
// of their values.
import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import {
  isCallExpression,
  isFunctionDeclaration,
  isIdentifier,
  isPropertyAccessExpression,
  isTaggedTemplateExpression,
  isTemplateExpression,
  isVariableDeclaration,
  type Expression,
  type Node,
  type SourceFile,
  type TaggedTemplateExpression,
} from 'typescript/unstable/ast'
import { API, type Project } from 'typescript/unstable/sync'
import { templateId } from './templates.ts'
import { memberOf, shapesOf, type Claim, type Member } from './claims.ts'

export const ROOT = join(import.meta.dirname, '../..')

export type Site = {
  /** File and function: a line number would change with every edit. */
  place: string
  /** The folder of its package, which has its statements. */
  home: string
  template: string
  strings: readonly string[]
  /**
   * What `sql<…>` claims about a row: one shape, or several for a union; undefined if it claims
   * nothing.
   */
  claims: readonly Claim[] | undefined
  /** It is sent to the database unchanged, so it must have its own record. */
  isStatement: boolean
  /** It is a column of the typed builder, `sql<…>`…`.as('name')`, with this claim. */
  column: Member | undefined
  /** The types of its expressions. */
  values: readonly Member[]
}

const RUNNERS = new Set(['all', 'one', 'run', 'closeWith'])
const isTest = (path: string) => /\.test\.ts$|\/testing\//.test(path)

/** The product's files that may contain SQL. */
export function productFiles(): string[] {
  const folders = ['services/auth/src', 'services/crm/src', 'packages/kit/src']
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => join(ROOT, folder, name))
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.d.ts') && !isTest(path)),
  )
}

/** Every `sql` template in these files. */
export function sitesOf(files: readonly string[]): Site[] {
  const api = new API({ cwd: ROOT })
  try {
    const config = join(ROOT, 'tsconfig.json')
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    if (!project) throw new Error('the compiler does not include tsconfig.json')
    return files.flatMap((path) => {
      const file = project.program.getSourceFile(path)
      if (!file) throw new Error(`the compiler does not include ${path}`)
      return sitesIn(file, path, project)
    })
  } finally {
    api.close()
  }
}

function sitesIn(file: SourceFile, path: string, project: Project): Site[] {
  const name = relative(ROOT, path)
  const home = name.split('/').slice(0, 2).join('/')
  const sites: Site[] = []
  const visit = (node: Node, owner: string): void => {
    const within = owner === '' ? (nameOf(node) ?? '') : owner
    if (isTaggedTemplateExpression(node) && isIdentifier(node.tag) && node.tag.text === 'sql')
      sites.push({
        place: `${name.replace(`${home}/src/`, '')} ${within}`,
        home,
        ...readTemplate(node, project),
      })
    node.forEachChild((child) => visit(child, within))
  }
  visit(file, '')
  return sites
}

function nameOf(node: Node): string | undefined {
  if (isFunctionDeclaration(node)) return node.name?.text
  return isVariableDeclaration(node) && isIdentifier(node.name) ? node.name.text : undefined
}

function readTemplate(
  node: TaggedTemplateExpression,
  { checker }: Project,
): Omit<Site, 'place' | 'home'> {
  const { template, typeArguments, parent } = node
  const spans = isTemplateExpression(template) ? template.templateSpans : []
  const strings = isTemplateExpression(template)
    ? [template.head.text, ...spans.map(({ literal }) => literal.text)]
    : [template.text]
  const claimed = typeArguments?.[0] && checker.getTypeFromTypeNode(typeArguments[0])
  const expressions: readonly Expression[] = spans.map(({ expression }) => expression)
  return {
    template: templateId(strings),
    strings,
    claims: claimed && shapesOf(claimed, checker),
    isStatement: isRunner(parent),
    column: claimed && isPropertyAccessExpression(parent) ? memberOf(claimed, checker) : undefined,
    values: expressions.map((expression) =>
      memberOf(checker.getTypeAtLocation(expression), checker),
    ),
  }
}

function isRunner(node: Node): boolean {
  return (
    isCallExpression(node) &&
    isPropertyAccessExpression(node.expression) &&
    isIdentifier(node.expression.name) &&
    RUNNERS.has(node.expression.name.text)
  )
}
