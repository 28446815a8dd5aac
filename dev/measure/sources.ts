// Selects the files to measure: those that git tracks, with product code, tests and generated files
// separate.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..', '..')

export type Part = 'product' | 'tests' | 'tools' | 'generated'
export type Source = { path: string; text: string; part: Part }

/** Every TypeScript file of the repository. */
export function sources(): Source[] {
  const listed = execFileSync('git', ['ls-files', '-z', '*.ts', '*.tsx'], {
    cwd: ROOT,
    encoding: 'utf8',
  })
  return listed
    .split('\0')
    .filter(Boolean)
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8'), part: partOf(path) }))
}

/**
 * A file's category. Test worlds and stand-ins count as tests; `dev` without its tests as tools.
 */
export function partOf(path: string): Part {
  if (path.endsWith('.d.ts') || path === 'services/crm/src/db.ts') return 'generated'
  const isTest = /\.test\.tsx?$|-world\.ts$|(^|[/-])test(ing|s)?[-/.]/.test(path)
  if (isTest || path.startsWith('architecture.')) return 'tests'
  return /^(packages|services|apps|operate)\/(?!.*config\.ts$)|\/src\//.test(path)
    ? 'product'
    : 'tools'
}
