import { expect, test } from 'vitest'
import { FullName } from './fields.ts'

const { pattern } = FullName as typeof FullName & { pattern: string }

// As validators compile it, and as browsers do.
const fits = (name: string) => ['u', ''].map((flags) => new RegExp(pattern, flags).test(name))

test.each(['Siti Rahmawati', 'Suharto', 'X', 'PT Sinar Jaya (Persero) Tbk.', "Ma'ruf Ç. Øst-Ndé", '王小明', 'عبد الرحمن'])(
  '%s is a name',
  (name) => {
    expect(fits(name)).toEqual([true, true])
  },
)

test.each([
  ['an empty one', ''],
  ['a space before', ' Siti'],
  ['a space behind', 'Siti '],
  ['a line break', 'Siti\nRahmawati'],
  ['a tab', 'Siti\tRahmawati'],
  ['an end of text', 'Siti\u0000'],
  ['an escape', 'Siti\u001b[2K Rahmawati'],
  ['a turned direction', 'Siti \u202eitawamhaR'],
  ['an isolate', '\u2067Siti\u2069'],
  ['a mark of direction', 'Siti\u200f'],
  ['a separator of lines', 'Siti\u2028Rahmawati'],
])('SECURITY 28: a name with %s is none', (_, name) => {
  expect(fits(name)).toEqual([false, false])
})
