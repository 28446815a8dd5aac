import { expect, test } from 'vitest'
import { cyclesOf, repeatedPercent } from './repeats.ts'
import { partOf, sources } from './sources.ts'
import { countsOf } from './syntax.ts'

test('comments are no code, and a text is one token whatever it holds', () => {
  const { codeLines, tokens } = countsOf('a.ts', "// why\nconst a = 'one two' // said\n\n")
  expect(codeLines).toBe(1)
  expect(tokens).toEqual(['const', 'a', '=', "'one two'"])
})

test('a conditional inside a conditional counts, also in a template, but not in a call or a function of its own', () => {
  const nested = (text: string) => countsOf('a.ts', text).nestedConditionals
  expect(nested('f(a ? 1 : b ? 2 : 3)')).toBe(1)
  expect(nested('f(a ? `${b ? 1 : 2}` : 3)')).toBe(1)
  expect(nested('f(a ? () => (b ? 1 : 2) : g(b ? 1 : 2))')).toBe(0)
})

test('`as const` and renamed imports are no casts, a claimed type is', () => {
  const { casts, sqlClaims } = countsOf(
    'a.ts',
    "import { a as b } from './b.ts'\nconst c = [b] as const\nconst d = c as unknown\nsql<number>`select 1`",
  )
  expect(casts).toBe(1)
  expect(sqlClaims).toBe(1)
})

test('only a file that passes on several others is a barrel', () => {
  const [a, b] = ["export * from './a.ts'", "export { b } from './b.ts'"]
  expect(countsOf('a.ts', `${a}\n${b}`).isBarrel).toBe(true)
  expect(countsOf('a.ts', a).isBarrel).toBe(false)
  expect(countsOf('a.ts', `${a}\n${b}\nexport const c = 1`).isBarrel).toBe(false)
})

test('files are sorted by what they are for', () => {
  expect(partOf('services/crm/src/leads/rules.ts')).toBe('product')
  expect(partOf('services/crm/src/leads/leads.test.ts')).toBe('tests')
  expect(partOf('services/crm/src/investors/test-world.ts')).toBe('tests')
  expect(partOf('services/auth/src/testing/auth-world.ts')).toBe('tests')
  expect(partOf('packages/contracts/src/crm/attesting.ts')).toBe('product')
  expect(partOf('dev/start.ts')).toBe('tools')
  expect(partOf('services/crm/src/db.ts')).toBe('generated')
})

test('two files that import each other are one circle, a diamond is none', () => {
  const arrows = (text: string) =>
    new Map(text.split(' ').map((arrow) => [arrow[0] ?? '', arrow.slice(1).split('')]))
  expect(cyclesOf(arrows('ab bc ca d'))).toBe(1)
  expect(cyclesOf(arrows('abc bd cd d'))).toBe(0)
})

test('what stands twice is repeated in both places', () => {
  const row = Array.from({ length: 60 }, (_, at) => `a${at}`)
  const other = row.map((token) => `${token}b`)
  expect(repeatedPercent([row, [...row, ...other]])).toBeCloseTo(66.7, 1)
  expect(repeatedPercent([row, other])).toBe(0)
})

test('product code has no conditional inside another, not even in a template or an object', () => {
  const product = sources().filter(({ part }) => part === 'product')
  expect(product.length).toBeGreaterThan(500)
  const nested = product.filter(({ path, text }) => countsOf(path, text).nestedConditionals > 0)
  expect(nested.map(({ path }) => path)).toEqual([])
}, 60_000)
