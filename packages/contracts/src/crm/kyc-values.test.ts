import { describe, expect, test } from 'vitest'
import { faultsIn, schemaOf, stillAsTyped, tidy } from './kyc-values.ts'

const faults = (name: string, value: unknown) =>
  faultsIn(schemaOf('individual', name), value).map(({ pointer, code }) =>
    `${pointer} ${code}`.trim(),
  )

describe('the faults of a value', () => {
  test.each([
    ['email', 'siti@', 'format'],
    ['email', 'siti@example.co.id', undefined],
    ['fullName', '', 'required'],
    ['dateOfBirth', '1990-13-01', 'date-impossible'],
    ['sex', 'other', 'enum'],
    ['phone', '0812', 'phone'],
    ['phone', '0812 0000 0001', undefined],
    ['religion', null, undefined],
    ['alias', 'x'.repeat(151), 'maxLength'],
  ])('%s %o: %s', (name, value, code) => {
    expect(faults(name, value)).toEqual(code === undefined ? [] : [code])
  })

  test('within an address and a list have pointers', () => {
    expect(faults('identityAddress', { country: 'ID', line: 'Jl. Wijaya 1', rt: 'x' })).toEqual([
      '/city required',
      '/rt pattern',
    ])
    expect(faults('taxResidences', [{ country: 'ID' }, { country: '' }])).toEqual([
      '/1/country required',
    ])
  })
})

test('values are trimmed, and empty ones become null', () => {
  expect(tidy('  Siti ')).toBe('Siti')
  expect(tidy('  ')).toBeNull()
  expect(tidy({ country: 'ID', line: ' ' })).toBeNull()
  expect(tidy([{ country: 'ID', tin: '12345678' }, { country: 'ID' }])).toEqual([
    { country: 'ID', tin: '12345678' },
  ])
  expect(tidy(false)).toBe(false)
})

describe('a value is shown as typed', () => {
  const line = { line: 'Jl. Wijaya ', country: 'ID' }
  const stored = { line: 'Jl. Wijaya', country: 'ID' }
  const official = { name: 'Budi ', mobile: '0812 0000 1111', ktpNumber: '3174070412700001' }
  const kept = { name: 'Budi', mobile: '+6281200001111', ktpNumber: '************0001' }
  test.each<[string, string, unknown, unknown]>([
    ['with its space at the end', 'placeOfBirth', 'Kota ', 'Kota'],
    ['in an address stored with more fields', 'identityAddress', line, { ...stored, rt: null }],
    ['in an entry that is still empty', 'taxResidences', [{ country: 'ID' }], null],
    ['beside a masked number', 'identityNumber', '3174075205900001', '************0001'],
    ['as a phone that is stored in its common form', 'phone', '0812 0000 1111', '+6281200001111'],
  ])('%s', (_, name, typed, value) => {
    expect(stillAsTyped('individual', { [name]: value }, { [name]: typed })).toEqual({
      [name]: typed,
    })
  })

  test('within an entry of a list, with its phone and its masked number', () => {
    const typed = { authorisedPersons: [official] }
    expect(stillAsTyped('institutional', { authorisedPersons: [kept] }, typed)).toEqual(typed)
    const other = { ...kept, ktpNumber: '************0002' }
    expect(stillAsTyped('institutional', { authorisedPersons: [other] }, typed)).toEqual({})
    expect(stillAsTyped('institutional', { authorisedPersons: [kept, kept] }, typed)).toEqual({})
  })

  test.each<[string, string, unknown, unknown]>([
    ['another text', 'placeOfBirth', 'Kota ', 'Solo'],
    ['another number behind the mask', 'identityNumber', '3174075205900001', '************0002'],
    ['more in an address', 'identityAddress', line, { ...stored, rt: '001' }],
    ['nothing', 'placeOfBirth', 'Kota', null],
  ])('unless %s is stored', (_, name, typed, value) => {
    expect(stillAsTyped('individual', { [name]: value }, { [name]: typed })).toEqual({})
  })
})
