// `npm run prose`: checks the English of comments, documents and texts. Prints each finding with
// its place; fails if there is one.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { spellingFindings, styleFindings, type Finding } from './checks.ts'
import { passagesOf, type Passage } from './passages.ts'

const ROOT = join(import.meta.dirname, '../..')
// Generated files, and the rules themselves.
const EXCLUDED =
  /\/db\.ts$|^dev\/prose\/|^docs\/.*\.txt$|^CHANGELOG\.md$|^packages\/sdk\/src\/operations(\.ts$|\/)/

const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mjs', '*.md'], { cwd: ROOT })
  .toString()
  .split('\n')
  .filter((path) => path !== '' && !EXCLUDED.test(path))
// A checker that checked nothing must not pass.
if (files.length < 1000) throw new Error(`only ${files.length} files with prose`)

const known = readFileSync(join(import.meta.dirname, 'words.txt'), 'utf8')
  .trim()
  .split('\n')
const all = files.flatMap((path) =>
  passagesOf(path, readFileSync(join(ROOT, path), 'utf8')).map((passage) => ({ path, passage })),
)
const findings = [
  ...files.flatMap((path) =>
    styleFindings(all.filter((one) => one.path === path).map(({ passage }) => passage)).map(
      placed(path),
    ),
  ),
  ...(await spelling()),
]
for (const line of findings.toSorted()) console.log(line)
console.log(`${findings.length} findings in ${all.length} passages of ${files.length} files`)
process.exitCode = findings.length === 0 ? 0 : 1

/** All passages in one document: a line number leads back to the file. */
async function spelling(): Promise<string[]> {
  const numbered = all.map(({ passage }, index): Passage => ({ line: index, text: passage.text }))
  return (await spellingFindings(numbered, known)).flatMap(({ line, message }) => {
    const found = all[line]
    return found ? [placed(found.path)({ line: found.passage.line, message })] : []
  })
}

function placed(path: string): (finding: Finding) => string {
  return ({ line, message }) => `${path}:${line}: ${message}`
}
