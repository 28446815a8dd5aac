import Type from 'typebox'
import { expect, test } from 'vitest'
import plain from './json-schema.ts'

/** The same schemas, built with either module. */
const written = (T: typeof Type) => {
  const inner = T.Object(
    { line: T.String({ maxLength: 3 }), city: T.Optional(T.String()) },
    { additionalProperties: false },
  )
  const none = T.Object({ only: T.Optional(T.Boolean()) })
  return T.Object({
    count: T.Integer({ minimum: 1, default: 2 }),
    list: T.Array(inner, { maxItems: 5 }),
    changes: T.Partial(T.Object({ a: T.String(), b: none }), { additionalProperties: false }),
    code: T.Optional(
      T.Unsafe<string | null>({
        ...T.String({ enum: ['x'] }),
        type: ['string', 'null'],
        enum: ['x', null],
      }),
    ),
  })
}

test('the plain builder gives the same schemas as TypeBox', () => {
  const sorted = (schema: unknown) =>
    JSON.stringify(schema, (_, value: unknown) =>
      value && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    )
  expect(sorted(written(plain as unknown as typeof Type))).toBe(sorted(written(Type)))
})

test('it has every function that the contracts use', async () => {
  const { readdirSync, readFileSync } = await import('node:fs')
  const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /(?<!\.test)\.ts$/.test(file),
  )
  const used = new Set(
    files.flatMap((file) =>
      [...readFileSync(`${import.meta.dirname}/${file}`, 'utf8').matchAll(/\bType\.(\w+)\(/g)].map(
        ([, name]) => name ?? '',
      ),
    ),
  )
  expect(used.size).toBeGreaterThan(4)
  expect([...used].filter((name) => !(name in plain))).toEqual([])
})
