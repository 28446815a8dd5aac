// Finds the test files that need a database, by their direct and indirect imports. They are not
// listed by hand, so that a new file is classified automatically and a file of pure functions does
// not wait for a server.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
/** Code that asks for the run's server. */
const ASKS = /\binject\('postgres'\)/
const IMPORT = /^(?:import|export)\s(?!type\b)[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm

const answers = new Map<string, boolean>()

/**
 * The test files that match the patterns, separated by whether they need a database. Paths are
 * relative to the root.
 */
export function sortTestFiles(
  patterns: readonly string[],
  excluded: readonly string[],
): { pure: string[]; withDatabase: string[] } {
  const exclude = ['**/node_modules/**', ...excluded]
  const files = globSync([...patterns], { cwd: ROOT, exclude })
  const isPure = (file: string) => !needsDatabase(join(ROOT, file))
  return { pure: files.filter(isPure), withDatabase: files.filter((file) => !isPure(file)) }
}

function needsDatabase(file: string): boolean {
  const known = answers.get(file)
  if (known !== undefined) return known
  // A provisional answer ends the recursion in an import cycle: the other files decide.
  answers.set(file, false)
  const text = readFileSync(file, 'utf8')
  const result = ASKS.test(text) || importsOf(file, text).some(needsDatabase)
  answers.set(file, result)
  return result
}

function importsOf(file: string, text: string): string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, from, alone]) => {
    const target = from ?? alone ?? ''
    if (target.startsWith('.')) return /\.tsx?$/.test(target) ? [join(dirname(file), target)] : []
    const [, name = '', path = ''] = /^@rmtools\/(kit|bib|contracts)\/(.+)$/.exec(target) ?? []
    return name === '' ? [] : [join(ROOT, 'packages', name, exported(name, path))]
  })
}

/** The file behind a subpath of a package, by the exports of its package.json. */
function exported(name: string, path: string): string {
  const folder = join(ROOT, 'packages', name)
  const { exports } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    exports: Readonly<Record<string, string>>
  }
  const file = exports[`./${path}`] ?? exports['./*']?.replace('*', path)
  if (file === undefined) throw new Error(`@rmtools/${name} offers no ${path}`)
  return file
}
