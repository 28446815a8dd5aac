import { expect, test } from 'vitest'
import { sentOf, statements } from './building.ts'
import { fixedChanges, fixedSet } from './changes.ts'
import { sql } from 'kysely'

const names = ['fullName', 'email', 'phone', 'interest', 'source'] as const
type Changes = Partial<Record<(typeof names)[number], string | null>>

/** Every subset of the fields, some of them cleared. */
const subsets: readonly Changes[] = Array.from({ length: 2 ** names.length }, (_, bits) =>
  Object.fromEntries(
    names
      .filter((__, place) => bits & (2 ** place))
      .map((name, place) => [name, place % 2 === 0 ? name : null]),
  ),
)

const build = statements<{ lead: Record<(typeof names)[number] | 'id', string | null> }>()
const built = (changes: Changes) =>
  sentOf(build.updateTable('lead').set(fixedChanges(names, changes)).where('id', '=', '1'))
const written = (changes: Changes) =>
  sentOf(sql`update lead set ${fixedSet(names, changes)} where id = ${'1'}`)

test('an update has one text, whichever fields it changes', () => {
  expect(new Set(subsets.map((changes) => Object.keys(changes).join())).size).toBe(32)
  for (const send of [built, written])
    expect(new Set(subsets.map((changes) => send(changes).text)).size).toBe(1)
})

test('what is absent stays, null clears', () => {
  const { text, values } = written({ fullName: 'Sari', email: null })
  expect(text).toMatch(
    /^update lead set "full_name" = case when \$1::boolean then \$2 else "full_name" end, "email" = /,
  )
  expect(values.slice(0, 6)).toEqual([true, 'Sari', true, null, false, null])
})
