// Which files are measured: what git knows, product code, tests and generated files apart.
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

/** What a file is for. Worlds and stand-ins of tests count as tests; `dev` without its tests is tools. */
export function partOf(path: string): Part {
  if (path.endsWith('.d.ts') || path === 'services/crm/src/db.ts') return 'generated'
  const isTest = /\.test\.tsx?$|(^|[/-])test(ing|s)?[-/.]/.test(path)
  if (isTest || path.startsWith('architecture.')) return 'tests'
  return /^(packages|services|apps|operate)\/(?!.*config\.ts$)|\/src\//.test(path)
    ? 'product'
    : 'tools'
}
