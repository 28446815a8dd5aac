// References from sources and documents to decisions resolve: a renumbered decision would leave
// dead links.
import { globSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const numbers = readdirSync(join(ROOT, 'docs/decisions')).map((name) => name.slice(0, 4))
const texts = globSync(
  '{*.md,docs/**/*.md,{packages,services,apps,operate,dev}/**/*.{ts,tsx,mjs,sql,md}}',
  { cwd: ROOT, exclude: ['**/node_modules/**', '**/dist/**'] },
)

test('each number is that of one decision', () => {
  expect(new Set(numbers).size).toBe(numbers.length)
})

test('every decision that is referred to stands in docs/decisions', () => {
  const references = texts.flatMap((file) =>
    [...readFileSync(join(ROOT, file), 'utf8').matchAll(/\bdecisions?[ /](\d{4})\b/g)].map(
      ([, number = '']) => ({ file, number }),
    ),
  )
  expect(references.length).toBeGreaterThan(10)
  expect(references.filter(({ number }) => !numbers.includes(number))).toEqual([])
})
