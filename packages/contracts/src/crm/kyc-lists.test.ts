import { describe, expect, test } from 'vitest'
import { invalidFields } from './kyc-rules.ts'
import type { IndividualKyc, InstitutionalKyc } from './kyc.ts'

const context = { regions: { provinces: new Set(['31']) }, today: '2026-11-23' }
const ofInstitution = (form: Partial<InstitutionalKyc>) =>
  invalidFields('institutional', form, context).map(
    ({ pointer, code }) => `${pointer.slice('/institutional'.length)} ${code}`,
  )
const ofIndividual = (form: Partial<IndividualKyc>) =>
  invalidFields('individual', form, context).map(
    ({ pointer, code }) => `${pointer.slice('/individual'.length)} ${code}`,
  )
const owner = (share: string | null, identityNumber = '3174010107700003') => ({
  name: 'Hendra',
  nationality: 'ID',
  identityNumber,
  share,
})

describe('beneficial owners', () => {
  test.each([
    [['60.00', '40.00'], []],
    [['0'], ['/beneficialOwners/0/share share-impossible']],
    [
      ['100.01'],
      ['/beneficialOwners/0/share share-impossible', '/beneficialOwners shares-above-100'],
    ],
    [['60.00', '40.01'], ['/beneficialOwners shares-above-100']],
  ])('of %j percent: %j', (shares, faults) => {
    expect(ofInstitution({ beneficialOwners: shares.map((share) => owner(share)) })).toEqual(faults)
  })

  test('have a NIK that can be one; a mask, a passport and what a foreigner has pass', () => {
    const wrong = ['/beneficialOwners/0/identityNumber nik-impossible-date']
    expect(ofInstitution({ beneficialOwners: [owner('50', '3174013102700003')] })).toEqual(wrong)
    expect(ofIndividual({ beneficialOwners: [owner(null, '3174013102700003')] })).toEqual(wrong)
    const others = [
      owner('20', '************0003'),
      owner('20', 'A1234567'),
      { ...owner('20', '9999999999999999'), nationality: 'SG' },
    ]
    expect(ofInstitution({ beneficialOwners: others })).toEqual([])
  })
})

test('years of figures are not in the future and unique', () => {
  const figures = [2025, 2025, 2027].map((year) => ({ year, assets: 1, profit: 1 }))
  expect(ofInstitution({ figures })).toEqual([
    '/figures/1/year repeated',
    '/figures/2/year date-future',
  ])
})

test('an authorised person has a tax number that is one', () => {
  const person = {
    name: 'Dewi',
    position: 'Direktur',
    mobile: '+6281300000002',
    ktpNumber: '3174014107800002',
  }
  expect(ofInstitution({ authorisedPersons: [{ ...person, npwp: '12345' }] })).toEqual([
    '/authorisedPersons/0/npwp npwp-invalid',
  ])
  expect(
    ofInstitution({ authorisedPersons: [{ ...person, npwp: '01.234.567.8-912.000' }] }),
  ).toEqual([])
})

test('a tax number is not registered in the future, and a tax residence is unique', () => {
  const taxResidences = [
    { country: 'ID', tin: '1' },
    { country: 'ID', tin: '2' },
  ]
  const faults = ['/npwpRegisteredOn date-impossible', '/taxResidences/1/country repeated']
  expect(ofIndividual({ npwpRegisteredOn: '2026-11-24', taxResidences })).toEqual(faults)
  expect(ofInstitution({ npwpRegisteredOn: '2026-11-24', taxResidences })).toEqual(faults)
})

test('a postal code has five digits in Indonesia, and is what it is elsewhere', () => {
  const address = {
    line: 'Jl. Tebet 1',
    city: 'Jakarta',
    province: 'DKI Jakarta',
    postalCode: '1281',
    country: 'ID',
  }
  expect(ofIndividual({ identityAddress: address })).toEqual([
    '/identityAddress/postalCode postal-code',
  ])
  expect(
    ofIndividual({ identityAddress: { ...address, country: 'GB', postalCode: 'SW1A 1AA' } }),
  ).toEqual([])
})
