// `npm run measure`: the figures that compare this repository with others, beside those of the
// first measurement in November 2026. They cover product code; tests, tools and generated files are
// counted separately.
import { dirname, join } from 'node:path'
import { cyclesOf, repeatedPercent } from './measure/repeats.ts'
import { sources, type Part } from './measure/sources.ts'
import { countsOf, type Counts } from './measure/syntax.ts'

type File = Counts & { path: string; part: Part; lines: number; text: string }

/**
 * An optional text of a lead: the number of files that mention it shows the cost of another field.
 */
const FIELD = /\binterest\b/

const files: File[] = sources().map(({ path, text, part }) => ({
  path,
  part,
  text,
  lines: text.trimEnd().split('\n').length,
  ...countsOf(path, text),
}))
const product = files.filter(({ part }) => part === 'product')
const rows: readonly (readonly [figure: string, then: string, now: string])[] = [
  ['median lines a file', '58', String(median(product.map(({ lines }) => lines)))],
  ['files > 300 lines, %', '0', percent(product.filter(({ lines }) => lines > 300).length)],
  ['functions > 70 lines, per 1,000', '2.3', longFunctions()],
  ['tokens a code line', '9.5', (tokenCount() / sum('codeLines')).toFixed(1)],
  ['median tokens a file', '480', String(median(product.map(({ tokens }) => tokens.length)))],
  ['nested conditionals, per 1,000 lines', '2.98', perThousand(sum('nestedConditionals'))],
  ['`as`, per 1,000 lines', '3.94', perThousand(sum('casts'))],
  ['`sql<T>`, number', '158', String(sum('sqlClaims'))],
  ['`any` / barrels / cycles', '0 / 0 / 0', wholes()],
  ['test : code, lines', '0.32', ratioOf('')],
  ['test : code of services', '0.71', ratioOf('services/')],
  ['repeated tokens, % (50 in a row)', '0.28 (jscpd)', repeated()],
  [
    'files that name one field',
    '25',
    String(product.filter(({ text }) => FIELD.test(text)).length),
  ],
]
print()

function print(): void {
  const line = (cells: readonly string[]) =>
    console.log(
      `| ${(cells[0] ?? '').padEnd(38)} | ${(cells[1] ?? '').padStart(13)} | ${cells[2] ?? ''}`,
    )
  line(['product code', 'November 2026', 'today'])
  for (const row of rows) line(row)
  const parts: readonly Part[] = ['product', 'tests', 'tools', 'generated']
  for (const part of parts) {
    const own = files.filter((file) => file.part === part)
    console.log(`${part}: ${own.length} files, ${linesOf(own)} lines`)
  }
}

function sum(what: 'codeLines' | 'nestedConditionals' | 'casts' | 'sqlClaims' | 'anys'): number {
  return product.reduce((so, file) => so + file[what], 0)
}

function tokenCount(): number {
  return product.reduce((so, { tokens }) => so + tokens.length, 0)
}

function linesOf(some: readonly File[]): number {
  return some.reduce((so, { lines }) => so + lines, 0)
}

function perThousand(count: number): string {
  return ((1000 * count) / linesOf(product)).toFixed(2)
}

function percent(count: number): string {
  return ((100 * count) / product.length).toFixed(1)
}

function longFunctions(): string {
  const all = product.reduce((so, { functions }) => so + functions, 0)
  const long = product.reduce((so, file) => so + file.longFunctions, 0)
  return ((1000 * long) / all).toFixed(1)
}

function ratioOf(folder: string): string {
  const lines = (part: Part) =>
    linesOf(files.filter((file) => file.part === part && file.path.startsWith(folder)))
  return (lines('tests') / lines('product')).toFixed(2)
}

function wholes(): string {
  const barrels = product.filter(({ isBarrel }) => isBarrel).length
  const arrows = product.map(({ path, imports }): [string, string[]] => [
    path,
    imports.map((target) => join(dirname(path), target)),
  ])
  return `${sum('anys')} / ${barrels} / ${cyclesOf(new Map(arrows))}`
}

function repeated(): string {
  // Import lists resemble each other without being duplication.
  return repeatedPercent(
    product.map(({ tokens }) => tokens.slice(tokens.lastIndexOf('from') + 2)),
  ).toFixed(2)
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0
}
