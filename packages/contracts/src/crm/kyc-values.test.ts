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
  test.each<[string, unknown, unknown]>([
    ['with its space at the end', 'Kota ', 'Kota'],
    ['within an address that is stored with more fields', line, { ...stored, rt: null }],
    ['in an entry that is still empty', [{ country: 'ID' }], null],
    ['beside a number that is stored masked', '3174075205900001', '************0001'],
    [
      'in a list with a masked number',
      [{ name: 'Budi ', nik: '1234' }],
      [{ name: 'Budi', nik: '*34' }],
    ],
  ])('%s', (_, typed, stored) => {
    expect(stillAsTyped({ field: stored }, { field: typed })).toEqual({ field: typed })
  })

  test.each<[string, unknown, unknown]>([
    ['another text', 'Kota ', 'Solo'],
    ['another number behind the mask', '3174075205900001', '************0002'],
    ['fewer entries', [{ name: 'Budi' }, { name: 'Siti' }], [{ name: 'Budi' }]],
    ['more in an address', line, { ...stored, rt: '001' }],
    ['nothing', 'Kota', null],
  ])('unless %s is stored', (_, typed, stored) => {
    expect(stillAsTyped({ field: stored }, { field: typed })).toEqual({})
  })
})
