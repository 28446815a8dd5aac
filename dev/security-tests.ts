// Lists the tests that prove each line of the security requirements: their names start with
// `SECURITY n`.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
export const LINES = 64

export type SecurityTest = { line: number; file: string; name: string }

/** Every named test, by line. */
export function securityTests(): SecurityTest[] {
  const files = ['packages', 'services', 'operate', 'dev', 'apps'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.test\.tsx?$/.test(path) && !path.includes('node_modules'))
      .map((path) => relative(ROOT, join(ROOT, folder, path))),
  )
  return files
    .sort()
    .flatMap((file) =>
      namesIn(file).flatMap(({ lines, name }) => lines.map((line) => ({ line, file, name }))),
    )
    .sort((a, b) => a.line - b.line)
}

function namesIn(file: string): { lines: number[]; name: string }[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(/['`"](?:%s )?SECURITY (\d+(?:, ?\d+)*):? ([^'`"\n]+)/g)].map(
    ([, numbers = '', name = '']) => ({
      lines: numbers
        .split(',')
        .map(Number)
        .filter((line) => line >= 1 && line <= LINES),
      name: name.trim(),
    }),
  )
}

/** The list as it is committed. */
export function securityList(): string {
  const byLine = Map.groupBy(securityTests(), ({ line }) => line)
  return (
    [...byLine]
      .map(
        ([line, tests]) =>
          `${line}\n${tests.map(({ file, name }) => `    ${file}: ${name}`).join('\n')}`,
      )
      .join('\n') + '\n'
  )
}
