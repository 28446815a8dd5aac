import { describe, expect, test } from 'vitest'
import type { IndividualKyc, InstitutionalKyc } from './kyc.ts'
import { invalidFields, kycWarnings, missingFields } from './kyc-rules.ts'

const regions = {
  provinces: new Set(['31', '96']),
  regencies: new Set(['3174', '9601']),
  districts: new Set(['317401', '960101']),
}
const context = { regions, today: '2026-11-23' }

describe('an individual’s form', () => {
  const address = {
    line: 'Jl. A 1',
    city: 'Jakarta',
    province: 'DKI Jakarta',
    postalCode: '12810',
    country: 'ID',
  }
  const complete: Partial<IndividualKyc> = {
    fullName: 'Siti',
    email: 's@example.co.id',
    phone: '+6281200000001',
    identityType: 'ktp',
    identityNumber: '3174014107900001',
    identityAddress: address,
    placeOfBirth: 'Jakarta',
    dateOfBirth: '1990-07-01',
    nationality: 'ID',
    sex: 'female',
    maritalStatus: 'single',
    motherMaidenName: 'Kartini',
    occupation: 'student',
    yearlyIncome: 'under-10m',
    sourceOfFunds: 'salary',
    purpose: 'Tabungan',
    assetOwner: 'self',
    isPep: false,
    isUsPerson: false,
    taxResidences: [{ country: 'ID', tin: '3174014107900001' }],
  }
  const faults = (changes: Partial<IndividualKyc>) =>
    missingFields('individual', { ...complete, ...changes }, context).map(
      ({ pointer, code }) => `${pointer} ${code}`,
    )

  test('is complete with the fields of POJK 8/2023 art. 25(1), even if secrets are masked', () => {
    expect(faults({})).toEqual([])
    expect(
      faults({
        identityNumber: '************0001',
        motherMaidenName: '********',
        npwp: '************0001',
      }),
    ).toEqual([])
  })

  test.each(Object.keys(complete))('%s is required', (name) => {
    expect(faults({ [name]: null })).toContain(`/individual/${name} required`)
  })

  test.each<[string, Partial<IndividualKyc>, string[]]>([
    [
      'a foreigner’s passport and its expiry',
      { identityType: 'passport', identityNumber: 'A1234567', nationality: 'JP' },
      ['/individual/identityExpiresOn required'],
    ],
    [
      'a passport that has expired',
      { identityType: 'passport', nationality: 'JP', identityExpiresOn: '2026-11-22' },
      ['/individual/identityExpiresOn date-past'],
    ],
    [
      'a citizen’s KTP, not a passport',
      { identityType: 'passport', identityExpiresOn: '2030-01-01' },
      ['/individual/identityType passport-of-citizen'],
    ],
    [
      'a birth in the future',
      { dateOfBirth: '2026-11-24' },
      ['/individual/dateOfBirth date-impossible'],
    ],
    ['the employer of an employee', { occupation: 'employee' }, ['/individual/employer required']],
    [
      'the workplace’s address and phone',
      { occupation: 'employee', employer: { name: 'PT' } },
      ['/individual/employer/phone required', '/individual/employer/address required'],
    ],
    ['whose money it is', { assetOwner: 'other' }, ['/individual/beneficialOwners required']],
    ['the position of a PEP', { isPep: true }, ['/individual/pepPosition required']],
    [
      'province and postcode in Indonesia',
      { identityAddress: { line: 'x', city: 'y', country: 'ID' } },
      [
        '/individual/identityAddress/province required',
        '/individual/identityAddress/postalCode required',
      ],
    ],
    ['not abroad', { identityAddress: { line: 'x', city: 'y', country: 'SG' } }, []],
    [
      'a TIN or the reason for none',
      { taxResidences: [{ country: 'ID', tin: null }] },
      ['/individual/taxResidences/0/tin tin-or-reason'],
    ],
    [
      'the reason is enough',
      { taxResidences: [{ country: 'AE', tin: null, noTinReason: 'not-issued' }] },
      [],
    ],
    [
      'US tax residence of a US person',
      { isUsPerson: true },
      ['/individual/taxResidences tin-or-reason'],
    ],
    ['a tax number that is one', { npwp: '01.234' }, ['/individual/npwp npwp-invalid']],
  ])('asks for %s', (_, changes, expected) => {
    expect(faults(changes)).toEqual(expected)
  })

  test('only given values can be invalid, and a draft may be incomplete', () => {
    expect(invalidFields('individual', {}, context)).toEqual([])
    expect(
      invalidFields(
        'individual',
        { identityType: 'ktp', identityNumber: '1', taxResidences: [{ country: 'ID' }] },
        context,
      ),
    ).toEqual([{ pointer: '/individual/identityNumber', code: 'nik-not-16-digits' }])
  })

  test('warns of a tax number that is not the NIK (PMK 112/2022)', () => {
    expect(kycWarnings('individual', { ...complete, npwp: '012345678912000' }, context)).toEqual([
      { pointer: '/individual/npwp', code: 'npwp-not-nik' },
    ])
    expect(kycWarnings('individual', { ...complete, npwp: '3174014107900001' }, context)).toEqual(
      [],
    )
  })
})

describe('an institution’s form', () => {
  const faults = (form: Partial<InstitutionalKyc>) =>
    missingFields('institutional', form, context).map(({ pointer }) => pointer)

  test('requires owners, authorised signatories and a licence of some kind', () => {
    expect(faults({})).toEqual(
      expect.arrayContaining([
        '/institutional/beneficialOwners',
        '/institutional/authorisedPersons',
        '/institutional/licenceNumber',
        '/institutional/npwp',
      ]),
    )
    expect(faults({ nib: '1234567890123' })).not.toContain('/institutional/licenceNumber')
  })

  test('checks signatories’ identities, owners’ shares, and the fields of the entity class', () => {
    const person = { name: 'Dewi', position: 'Direktur', mobile: '+6281300000002' }
    expect(faults({ authorisedPersons: [person] })).toContain(
      '/institutional/authorisedPersons/0/ktpNumber',
    )
    expect(faults({ authorisedPersons: [{ ...person, ktpNumber: '9974014107900001' }] })).toContain(
      '/institutional/authorisedPersons/0/ktpNumber',
    )
    expect(
      faults({
        authorisedPersons: [
          { ...person, passportNumber: 'A123456', passportExpiresOn: '2020-01-01' },
        ],
      }),
    ).toContain('/institutional/authorisedPersons/0/passportExpiresOn')
    expect(faults({ beneficialOwners: [{ name: 'H', nationality: 'ID' }] })).toContain(
      '/institutional/beneficialOwners/0/share',
    )
    expect(faults({ entityClass: 'financial-institution' })).toContain('/institutional/giin')
    expect(faults({ entityClass: 'passive-nfe' })).toContain('/institutional/controllingPersons')
    expect(faults({ siupExpiresOn: '2026-01-01' })).toContain('/institutional/siupExpiresOn')
  })
})
