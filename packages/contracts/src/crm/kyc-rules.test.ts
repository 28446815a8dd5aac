import { describe, expect, test } from 'vitest'
import type { IndividualKyc, InstitutionalKyc } from './kyc.ts'
import { invalidFields, kycWarnings, missingFields } from './kyc-rules.ts'
import { matchNames } from './name-match.ts'
import { isDay } from '../dates.ts'
import { ageOn, readNik } from './nik.ts'
import { normaliseNpwp } from './npwp.ts'
import { assess, defaultQuestionnaire, isSoundQuestionnaire } from './risk-questionnaires.ts'

const regions = {
  provinces: new Set(['31', '96']),
  regencies: new Set(['3174', '9601']),
  districts: new Set(['317401', '960101']),
}
const context = { regions, today: '2026-11-23' }

describe('NIK', () => {
  test.each([
    ['317401410790000', ['nik-not-16-digits']],
    ['31740141079000011', ['nik-not-16-digits']],
    ['31740141079000O1', ['nik-not-16-digits']],
    ['', ['nik-not-16-digits']],
    ['0074014107900001', ['nik-unknown-province']],
    ['9974014107900001', ['nik-unknown-province']],
    ['3174010007900001', ['nik-impossible-date']],
    ['3174013206900001', ['nik-impossible-date']],
    ['3174017206900001', ['nik-impossible-date']],
    ['3174013002900001', ['nik-impossible-date']],
    ['3174012902910001', ['nik-impossible-date']],
    ['3174010113900001', ['nik-impossible-date']],
    ['3174014107900000', ['nik-serial-0000']],
    ['9974013213900000', ['nik-unknown-province', 'nik-impossible-date', 'nik-serial-0000']],
  ])('%s is blocked: %j', (nik, blocks) => {
    expect(readNik(nik, context).blocks).toEqual(blocks)
  })

  test.each([
    ['3174014107900001', {}, []],
    ['3174012902920001', {}, []],
    ['9601010107900001', {}, []],
    ['3199014107900001', {}, ['nik-unknown-regency']],
    ['3174994107900001', {}, ['nik-unknown-district']],
    ['3174014107900001', { dateOfBirth: '1990-07-01', sex: 'female' }, []],
    ['3174014107900001', { dateOfBirth: '1990-07-02' }, ['nik-other-birth-date']],
    ['3174014107900001', { sex: 'male' }, ['nik-other-sex']],
    ['3174010107900001', { sex: 'female' }, ['nik-other-sex']],
    ['3174012411090001', {}, ['nik-under-17']],
    ['3174012311090001', {}, []],
    ['3174010107260001', { dateOfBirth: '1926-07-01' }, []],
  ] as const)('%s with %j warns: %j', (nik, known, warnings) => {
    const reading = readNik(nik, { ...context, ...known })
    expect(reading).toMatchObject({ blocks: [], warnings })
  })

  test('contains date of birth and sex; a two-digit year in the future means the last century', () => {
    expect(readNik('3174014107900001', context)).toMatchObject({
      dateOfBirth: '1990-07-01',
      sex: 'female',
    })
    expect(readNik('3174012311260001', context).dateOfBirth).toBe('2026-11-23')
    expect(readNik('3174012411260001', context).dateOfBirth).toBe('1926-11-24')
  })

  test('a list of provinces alone is enough to block', () => {
    expect(
      readNik('3199994107900001', {
        today: context.today,
        regions: { provinces: regions.provinces },
      }),
    ).toMatchObject({
      blocks: [],
      warnings: [],
    })
  })

  test('days and ages', () => {
    expect(['2024-02-29', '2023-02-29', '2026-04-31', 'x'].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
    ])
    expect([ageOn('2009-11-23', '2026-11-23'), ageOn('2009-11-24', '2026-11-23')]).toEqual([17, 16])
  })
})

describe('NPWP', () => {
  test.each([
    ['3174014107900001', '3174014107900001'],
    ['012345678912000', '0012345678912000'],
    ['01.234.567.8-912.000', '0012345678912000'],
    [' 012345678912000 ', '0012345678912000'],
    ['01.234.567.8.912.000', undefined],
    ['01234567891200', undefined],
    ['01234567891200A', undefined],
  ])('%s is %s', (given, normal) => {
    expect(normaliseNpwp(given)).toBe(normal)
  })
})

describe('the holder of an account', () => {
  test.each([
    ['SITI RAHMAWATI', 'Siti Rahmawati', 'exact'],
    ['Hj. Siti Rahmawati, S.E.', 'Siti Rahmawati', 'exact'],
    ['PT SUMBER MAKMUR', 'Sumber Makmur, PT', 'exact'],
    ["NUR'AINI", 'Nuraini', 'exact'],
    ['José', 'JOSE', 'exact'],
    ['RAHMAWATI SITI', 'Siti Rahmawati', 'strong'],
    ['SITI R', 'Siti Rahmawati', 'strong'],
    ['SITI RAHMAWATY', 'Siti Rahmawati', 'strong'],
    ['MOH FAJAR', 'Muhammad Fajar', 'strong'],
    ['NUR AINI', 'Nuraini', 'strong'],
    ['ANASTASIA WIDYANINGSI', 'Anastasia Widyaningsih Kusuma', 'strong'],
    ['SITI', 'Siti Rahmawati', 'weak'],
    ['BUDI RAHMAWATI', 'Siti Rahmawati', 'weak'],
    ['S R', 'Siti Rahmawati', 'weak'],
    ['SITI RAHMAWATI BUDI', 'Siti Rahmawati', 'weak'],
    ['Suharto', 'Suharno', 'weak'],
    ['Adi', 'Ali', 'weak'],
    ['', 'Siti', 'weak'],
    ['---', 'Siti', 'weak'],
  ])('%s for %s is %s', (holder, fullName, match) => {
    expect(matchNames(holder, fullName)).toBe(match)
    expect(matchNames(fullName, holder)).toBe(match)
  })
})

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

describe('the risk questionnaire', () => {
  const all = (optionId: string) =>
    defaultQuestionnaire.questions.map(({ id }) => ({ questionId: id, optionId }))

  test.each([
    ['o1', 1],
    ['o2', 2],
    ['o3', 3],
    ['o4', 4],
    ['o5', 5],
  ])('answers %s throughout give band %i', (option, band) => {
    expect(assess(defaultQuestionnaire, all(option))?.band).toBe(band)
  })

  test('needs exactly one known answer to each question', () => {
    expect(assess(defaultQuestionnaire, all('o1').slice(1))).toBeUndefined()
    expect(
      assess(defaultQuestionnaire, [...all('o1').slice(1), { questionId: 'loss', optionId: 'o5' }]),
    ).toBeUndefined()
    expect(assess(defaultQuestionnaire, all('o9'))).toBeUndefined()
  })

  test('is sound only when ids differ and bands rise from the lowest score', () => {
    const { questions, bands } = defaultQuestionnaire
    expect(isSoundQuestionnaire(defaultQuestionnaire)).toBe(true)
    expect(isSoundQuestionnaire({ questions, bands: [6, 11, 11, 21, 26] })).toBe(false)
    expect(isSoundQuestionnaire({ questions, bands: [7, 11, 16, 21, 26] })).toBe(false)
    expect(
      isSoundQuestionnaire({ questions: [...questions, ...questions.slice(0, 1)], bands }),
    ).toBe(false)
  })
})
