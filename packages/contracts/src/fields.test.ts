import { expect, test } from 'vitest'
import { FullName } from './fields.ts'
import { patternFault } from './name-letters.ts'

const { pattern } = FullName as typeof FullName & { pattern: string }

// With and without the flag `u`, as validators and browsers compile it.
const fits = (name: string) => ['u', ''].map((flags) => new RegExp(pattern, flags).test(name))

test.each([
  'Siti Rahmawati',
  'Suharto',
  'X',
  'PT Sinar Jaya (Persero) Tbk.',
  "Ma'ruf Ç. Øst-Ndé",
  'Łukasz Đặng Nūraini Şəhla',
  'Nguyễn Thị Ánh Tuyết',
  'Muḥammad al-Ḫwārizmī ʻAbd ʼIsā',
  'Nur\u2019aini \u2013 M\u0323',
  '王小明',
  '諸葛亮 （印尼）',
  'عبد الرحمن',
])('%s is a name', (name) => {
  expect(fits(name)).toEqual([true, true])
})

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
  ['an emoji', 'Siti 😀'],
  ['a heart', 'Siti \u2665'],
  ['a Thai letter', 'ไทย'],
  ['a Devanagari letter', 'राम'],
  ['a Cyrillic letter, which looks Latin', 'Rаhma'],
  ['half a pair', 'Siti \ud83d'],
  ['what masks', 'Siti ***'],
])('SECURITY 28: a name with %s is none', (_, name) => {
  expect(fits(name)).toEqual([false, false])
})

test('an invalid name has a code of its own', () => {
  expect([patternFault(pattern), patternFault('^[0-9]+$')]).toEqual(['name-letters', 'pattern'])
})
