// The form answers of the demo's investors. Names are random combinations of common ones; numbers
// have the right structure and reach nobody.
import type { IndividualChanges, InstitutionalChanges } from '@rmtools/contracts/crm/kyc'
import { seededRandom } from '../random.ts'
import type { DemoCase } from './cases.ts'
import { employers, institutions, men, mothers, places, purposes, women } from './names.ts'

/** The person or institution of a case, the same in every run. */
export type Subject = {
  fullName: string
  email: string
  phone: string
  isWoman: boolean
  /** The answer to each question of the risk questionnaire; higher means more risk. */
  riskOption: 2 | 3 | 4 | 5
  holderName: string
  bankCode: string
  accountNumber: string
  interest: string
}

const digits = (number: number, length: number) => String(number).padStart(length, '0')

/** The person or institution of a case. */
export function subjectOf({ number, ordinal, isInstitution, trait }: DemoCase): Subject {
  const { pick, below } = seededRandom(7000 + number)
  const isWoman = ordinal % 2 === 0
  const people = isWoman ? women : men
  const given = isInstitution ? institutions : people
  const nth = isInstitution ? ordinal : Math.floor(ordinal / 2)
  const fullName = given[nth % given.length] ?? 'Nugroho'
  const name = fullName.toLowerCase().replace(/^(pt|yayasan|koperasi) /, '')
  return {
    fullName,
    email: isInstitution
      ? `keuangan@${name.replaceAll(' ', '-')}.example`
      : `${name.replaceAll(' ', '.')}${number}@mail.example`,
    // Numbers of this form are not assigned.
    phone: `+6281400000${digits(number, 3)}`,
    isWoman,
    riskOption: pick([2, 3, 3, 4, 4, 5] as const),
    holderName: (trait === 'weak-account' ? pick(isWoman ? men : women) : fullName).toUpperCase(),
    bankCode: pick(['014', '008', '009', '002']),
    accountNumber: `52${digits(below(100_000_000), 8)}`,
    interest: pick(purposes),
  }
}

const addressOf = (place: (typeof places)[number], house: number) => {
  const { street, cityCode, city, provinceCode, province, postalCode } = place
  return {
    line: `${street} No. ${house}`,
    rt: digits(1 + (house % 9), 3),
    rw: digits(1 + (house % 7), 3),
    cityCode,
    city,
    provinceCode,
    province,
    postalCode,
    country: 'ID',
  }
}

type Born = { year: number; month: number; day: number; isWoman: boolean }

/** Region, day of birth (+ 40 for women), month, year, serial. */
function nikOf(district: string, { year, month, day, isWoman }: Born, serial: number): string {
  return (
    district +
    digits(day + (isWoman ? 40 : 0), 2) +
    digits(month, 2) +
    digits(year % 100, 2) +
    digits(serial, 4)
  )
}

/** The complete form of an individual. */
export function individualForm(one: DemoCase): IndividualChanges {
  const { pick, below } = seededRandom(8000 + one.number)
  const { isWoman, interest } = subjectOf(one)
  const place = pick(places)
  const born = { year: 1958 + below(43), month: 1 + below(12), day: 1 + below(28), isWoman }
  const identityNumber = nikOf(place.district, born, 10 + one.number)
  const address = addressOf(place, 2 + below(90))
  const occupation = pick([
    'employee',
    'entrepreneur',
    'civil-servant',
    'employee',
    'housewife',
    'pensioner',
  ] as const)
  const isMarried = below(3) > 0
  const isPep = one.trait === 'pep'
  return {
    identityType: 'ktp',
    identityNumber,
    npwp: identityNumber,
    placeOfBirth: place.birth,
    // A mistyped day.
    dateOfBirth: `${born.year}-${digits(born.month, 2)}-${digits(one.trait === 'nik-mismatch' ? (born.day % 28) + 1 : born.day, 2)}`,
    countryOfBirth: 'ID',
    nationality: 'ID',
    sex: isWoman ? 'female' : 'male',
    maritalStatus: isMarried ? 'married' : 'single',
    spouseName: isMarried ? pick(isWoman ? men : women) : null,
    motherMaidenName: pick(mothers),
    religion: pick([
      'islam',
      'islam',
      'islam',
      'protestant',
      'catholic',
      'hindu',
      'buddhist',
    ] as const),
    education: pick(['senior-high', 'diploma', 'bachelor', 'bachelor', 'master'] as const),
    occupation,
    jobTitle: occupation === 'employee' ? pick(['Manajer', 'Analis', 'Dokter', 'Insinyur']) : null,
    employer: ['housewife', 'pensioner'].includes(occupation)
      ? null
      : {
          name: pick(employers),
          lineOfBusiness: 'Jasa',
          phone: `+62215000${digits(one.number, 4)}`,
          address: addressOf(places[0], 1 + below(60)),
        },
    yearlyIncome: pick(['100m-500m', '100m-500m', '500m-1bn', 'over-1bn'] as const),
    netWorth: pick(['500m-1bn', '1bn-5bn', '1bn-5bn', 'over-5bn'] as const),
    sourceOfFunds: pick(['salary', 'business-profit', 'salary', 'investment-return'] as const),
    objective: pick(['long-term', 'price-appreciation', 'income'] as const),
    purpose: interest,
    assetOwner: 'self',
    isPep,
    pepPosition: isPep ? 'Anggota DPRD provinsi' : null,
    identityAddress: address,
    domicileAddress: address,
    correspondenceAddress: address,
    statementType: 'electronic',
    fatcaStatus: 'not-us-person',
    isUsPerson: false,
    taxResidences: [{ country: 'ID', tin: identityNumber }],
  }
}

function legalFormOf(fullName: string) {
  if (fullName.startsWith('Yayasan')) return 'foundation'
  return fullName.startsWith('Koperasi') ? 'cooperative' : 'pt'
}

/** The complete form of an institution. */
export function institutionalForm(one: DemoCase): InstitutionalChanges {
  const { pick, below } = seededRandom(9000 + one.number)
  const { fullName, phone } = subjectOf(one)
  const place = pick(places)
  const since = 1995 + below(25)
  const npwp = `00${digits(12_345_678_000 + one.number * 7919, 11)}000`
  const legalForm = legalFormOf(fullName)
  const director = { year: 1970, month: 4, day: 11, isWoman: false }
  return {
    countryOfDomicile: 'ID',
    legalForm,
    companyType: legalForm === 'foundation' ? 'foundation' : 'corporate',
    characteristic: legalForm === 'pt' ? 'private' : 'social',
    lineOfBusiness: pick(['Perdagangan', 'Manufaktur', 'Pendidikan', 'Logistik']),
    nib: digits(1_200_000_000_000 + one.number, 13),
    npwp,
    placeOfEstablishment: place.birth,
    dateOfEstablishment: `${since}-03-01`,
    deedNumber: String(10 + one.number),
    deedDate: `${since}-03-01`,
    deedNotary: 'Notaris Endang Purwati, S.H.',
    incomeLevel: pick(['5bn-10bn', '10bn-50bn', 'over-50bn'] as const),
    sourceOfFunds: 'business-profit',
    objective: 'long-term',
    purpose: 'Penempatan dana cadangan',
    isPep: false,
    isUsPerson: false,
    address: addressOf(place, 10 + below(80)),
    contactPerson: 'Endah Pratiwi',
    entityClass: 'active-nfe',
    fatcaStatus: 'not-us-person',
    authorisedPersons: [
      {
        name: 'Hartono Wibisono',
        position: 'Direktur Utama',
        mobile: phone,
        ktpNumber: nikOf(place.district, director, 5),
      },
    ],
    beneficialOwners: [
      {
        name: 'Hartono Wibisono',
        nationality: 'ID',
        identityNumber: nikOf(place.district, director, 5),
        share: '60.00',
      },
    ],
    taxResidences: [{ country: 'ID', tin: npwp }],
    figures: [{ year: new Date().getFullYear() - 1, assets: pick([1, 2, 3]), profit: 1 }],
    statementType: 'electronic',
  }
}
