import { describe, expect, test } from 'vitest'
import { faultsIn, schemaOf, tidy } from './kyc-values.ts'

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
