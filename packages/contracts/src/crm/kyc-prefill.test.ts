import { expect, test } from 'vitest'
import { cleaned, prefillsFor, questionsOf } from './kyc-prefill.ts'

const context = { today: '2026-11-25', regions: { provinces: new Set(['31']) } }
const nik = '3174075205900001'

test('a NIK fills in empty fields only', () => {
  expect(prefillsFor('identityNumber', nik, {}, context)).toEqual({
    identityType: 'ktp',
    nationality: 'ID',
    dateOfBirth: '1990-05-12',
    sex: 'female',
  })
  expect(
    prefillsFor(
      'identityNumber',
      nik,
      { dateOfBirth: '1980-01-01', sex: 'male', identityType: 'ktp', nationality: 'ID' },
      context,
    ),
  ).toEqual({})
  expect(prefillsFor('identityNumber', '9900000000000000', {}, context)).toEqual({})
  expect(prefillsFor('identityNumber', nik, { identityType: 'passport' }, context)).toEqual({})
})

test('a contradiction is asked about at its field', () => {
  const form = {
    identityType: 'ktp',
    identityNumber: nik,
    dateOfBirth: '1990-05-13',
    sex: 'male',
    npwp: '0123456789012345',
  }
  expect([...questionsOf('individual', form, context)]).toEqual([
    ['dateOfBirth', 'nik-other-birth-date'],
    ['sex', 'nik-other-sex'],
    ['npwp', 'npwp-not-nik'],
  ])
  expect(questionsOf('individual', form, undefined).size).toBe(0)
})

test('numbers lose the blanks between their groups', () => {
  expect(cleaned('identityNumber', '3174 0752 0590 0001')).toBe(nik)
  expect(cleaned('fullName', 'Siti  Rahma')).toBe('Siti  Rahma')
})
