import { expect, test } from 'vitest'
import { settingFaults, withoutBlanks, type Settings } from './company-rules.ts'

const sound: Settings = {
  cutOffDefault: '13:00',
  otpSeconds: 300,
  approvalLinkHours: 72,
  registrationLinkHours: 168,
  certifiedSignatureAbove: null,
  orderCap: null,
  orderQuestionAbove: null,
  brandColour: '#0b5cad',
  bibTenant: 'nusantara',
}

test('sound settings have no fault', () => {
  expect(settingFaults(sound)).toEqual({})
  expect(settingFaults({ ...sound, certifiedSignatureAbove: '1000000000.50' })).toEqual({})
})

test.each([
  ['otpSeconds', 59],
  ['otpSeconds', 901],
  ['approvalLinkHours', 0],
  ['registrationLinkHours', 2161],
  ['approvalLinkHours', Number.NaN],
  ['cutOffDefault', '24:00'],
  ['brandColour', 'red'],
  ['brandColour', '#ffff00'],
  ['certifiedSignatureAbove', '1.000.000'],
  ['orderCap', '1,5 M'],
  ['orderQuestionAbove', '-1'],
  ['bibTenant', 'a b'],
  ['bibTenant', ''],
] as const)('%s cannot be %s', (name, value) => {
  expect(Object.keys(settingFaults({ ...sound, [name]: value }))).toEqual([name])
})

test('what the letterhead says may be left out, and must be what documents can print', () => {
  const of = (head: Partial<Settings>) => Object.keys(settingFaults({ ...sound, ...head }))
  expect(of({ legalName: null, licenceNumber: '', address: ' ' })).toEqual([])
  expect(of({ legalName: 'PT Ma\u{1F600}', licenceNumber: 'K', address: 'Jl' })).toEqual([
    'legalName',
    'licenceNumber',
    'address',
  ])
  expect(
    of({
      legalName: 'PT Mandala',
      licenceNumber: 'KEP-12/PM.02/2019',
      address: 'Jl. Jenderal Sudirman Kav. 52',
    }),
  ).toEqual([])
  expect(withoutBlanks({ ...sound, legalName: ' PT Mandala ', address: '' })).toEqual({
    ...sound,
    legalName: 'PT Mandala',
    address: null,
  })
})
