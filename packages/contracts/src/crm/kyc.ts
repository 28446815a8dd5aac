// The KYC forms: every field of DOMAIN.md sections 2 and 3 (POJK 8/2023 art. 25 and the S-INVEST
// files), defined once for the tables, the screens and the checks. Everything is nullable, because
// a draft is saved in parts; kyc-rules.ts has the required fields.
import Type, { type Static } from 'typebox'
import { Changes, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import {
  CalendarDate,
  CountryCode,
  Email,
  FullName,
  Phone,
  Text,
  Version,
  Written,
} from '../fields.ts'
import { codesOf, type CodeListName } from './code-lists.ts'
import { NamedList } from '../list-names.ts'

export const investorKinds = NamedList('InvestorKind', ['individual', 'institutional'])
export type InvestorKind = (typeof investorKinds)[number]

/** POJK 8/2023 art. 21: how the identity was verified. VIDEO is live and done by an employee. */
export const verificationMethods = ['in-person', 'video', 'non-face-to-face'] as const

const text = (maxLength: number) => Nullable(Text(maxLength))
const date = Nullable(CalendarDate)
const code = <N extends CodeListName>(list: N) =>
  Nullable(OneOf(NamedList(`${list.slice(0, 1).toUpperCase()}${list.slice(1)}`, codesOf(list))))
const name = Nullable(FullName)
const flag = Nullable(Type.Boolean())
const maybe = (maxLength: number) => Type.Optional(text(maxLength))
// In lists, a masked number stands for the stored one, so that an entry can be changed without
// typing the number again.
const orMask = { pattern: '^[*0-9A-Za-z./-]{4,40}$', maxLength: 40 }
const numberOrMask = Type.Optional(Nullable(Written('number', orMask)))

export const Address = Named(
  'Address',
  Shape({
    line: Text(300),
    rt: Type.Optional(Nullable(Type.String({ pattern: '^[0-9]{1,3}$' }))),
    rw: Type.Optional(Nullable(Type.String({ pattern: '^[0-9]{1,3}$' }))),
    village: maybe(100),
    district: maybe(100),
    districtCode: maybe(13),
    city: Text(100),
    cityCode: maybe(13),
    province: maybe(100),
    provinceCode: maybe(13),
    postalCode: Type.Optional(Nullable(Type.String({ pattern: '^[0-9A-Z -]{3,10}$' }))),
    country: CountryCode,
  }),
)
export type Address = Static<typeof Address>

/** POJK 8/2023 art. 25(1): workplace with address and phone; employer's line of business from the forms in use. */
export const Employer = Named(
  'Employer',
  Shape({
    name: FullName,
    lineOfBusiness: maybe(150),
    phone: Type.Optional(Nullable(Phone)),
    address: Type.Optional(Nullable(Address)),
  }),
)

/** CRS self-certification (PMK 108/2025): a TIN, or the reason for its absence. */
export const TaxResidence = Named(
  'TaxResidence',
  Shape({
    country: CountryCode,
    tin: Type.Optional(Nullable(Written('code', orMask))),
    noTinReason: Type.Optional(code('noTinReason')),
  }),
)

/**
 * The person who owns the money. `share` is in percent, for owners of institutions (25 % and more).
 */
export const BeneficialOwner = Named(
  'BeneficialOwner',
  Shape({
    name: FullName,
    identityNumber: numberOrMask,
    nationality: CountryCode,
    relationship: maybe(100),
    share: Type.Optional(Nullable(Type.String({ pattern: '^(100|[0-9]{1,2})(\\.[0-9]{1,2})?$' }))),
  }),
)
export type BeneficialOwner = Static<typeof BeneficialOwner>

export const AuthorisedPerson = Named(
  'AuthorisedPerson',
  Shape({
    name: FullName,
    position: Text(100),
    mobile: Type.Optional(Nullable(Phone)),
    email: Type.Optional(Nullable(Email)),
    npwp: numberOrMask,
    ktpNumber: numberOrMask,
    ktpExpiresOn: Type.Optional(date),
    passportNumber: numberOrMask,
    passportExpiresOn: Type.Optional(date),
  }),
)

const band = Type.Integer({ minimum: 1, maximum: 5 })
/** Total assets and profit of a year: 1 up to 100bn, 2 up to 500bn, 3 up to 1tn, 4 up to 5tn, 5 above (IDR). */
export const YearFigures = Named(
  'YearFigures',
  Shape({
    year: Type.Integer({ minimum: 1990, maximum: 2100 }),
    assets: band,
    profit: band,
  }),
)

const taxFields = {
  fatcaStatus: code('fatcaStatus'),
  isUsPerson: flag,
  taxResidences: Nullable(Type.Array(TaxResidence, { maxItems: 5 })),
  beneficialOwners: Nullable(Type.Array(BeneficialOwner, { maxItems: 20 })),
}

const individualFields = {
  fullName: FullName,
  email: Nullable(Email),
  /** Mobile phone. */
  phone: Nullable(Phone),
  alias: name,
  identityType: Nullable(OneOf(['ktp', 'passport'])),
  identityNumber: Nullable(Written('number', { pattern: '^[0-9A-Za-z]{4,20}$' })),
  identityExpiresOn: date,
  npwp: Nullable(Written('number', { pattern: '^[0-9.-]{15,22}$' })),
  npwpRegisteredOn: date,
  placeOfBirth: text(100),
  dateOfBirth: date,
  countryOfBirth: Nullable(CountryCode),
  nationality: Nullable(CountryCode),
  sex: Nullable(OneOf(['male', 'female'])),
  maritalStatus: code('maritalStatus'),
  spouseName: name,
  motherMaidenName: name,
  religion: code('religion'),
  education: code('education'),
  occupation: code('occupation'),
  jobTitle: text(100),
  employer: Nullable(Employer),
  yearlyIncome: code('yearlyIncome'),
  netWorth: code('netWorth'),
  sourceOfFunds: code('sourceOfFunds'),
  objective: code('objective'),
  purpose: text(200),
  assetOwner: Nullable(OneOf(['self', 'other'])),
  isPep: flag,
  pepPosition: text(150),
  identityAddress: Nullable(Address),
  domicileAddress: Nullable(Address),
  correspondenceAddress: Nullable(Address),
  homePhone: Nullable(Phone),
  fax: Nullable(Phone),
  statementType: Nullable(OneOf(['paper', 'electronic'])),
  ...taxFields,
}

const institutionalFields = {
  fullName: FullName,
  email: Nullable(Email),
  /** Office phone. */
  phone: Nullable(Phone),
  countryOfDomicile: Nullable(CountryCode),
  legalForm: code('legalForm'),
  companyType: code('companyType'),
  characteristic: code('characteristic'),
  lineOfBusiness: text(150),
  licenceNumber: text(60),
  siupNumber: text(60),
  siupExpiresOn: date,
  nib: Nullable(Written('number', { pattern: '^[0-9]{13}$' })),
  skdNumber: text(60),
  skdExpiresOn: date,
  npwp: Nullable(Written('number', { pattern: '^[0-9.-]{15,22}$' })),
  npwpRegisteredOn: date,
  placeOfEstablishment: text(100),
  dateOfEstablishment: date,
  deedNumber: text(60),
  deedDate: date,
  deedNotary: name,
  incomeLevel: code('institutionIncome'),
  sourceOfFunds: code('sourceOfFunds'),
  objective: code('objective'),
  purpose: text(200),
  isPep: flag,
  pepPosition: text(150),
  address: Nullable(Address),
  fax: Nullable(Phone),
  website: text(300),
  contactPerson: name,
  authorisedPersons: Nullable(Type.Array(AuthorisedPerson, { maxItems: 2 })),
  figures: Nullable(Type.Array(YearFigures, { maxItems: 3 })),
  entityClass: code('entityClass'),
  giin: Nullable(Written('code', { pattern: '^[A-Z0-9]{6}\\.[A-Z0-9]{5}\\.[A-Z]{2}\\.[0-9]{3}$' })),
  hasSubstantialUsOwner: flag,
  controllingPersons: Nullable(Type.Array(Text(150), { maxItems: 20 })),
  statementType: Nullable(OneOf(['paper', 'electronic'])),
  ...taxFields,
}

export const IndividualChanges = Named('IndividualChanges', Changes(individualFields))
export type IndividualChanges = Static<typeof IndividualChanges>
export const InstitutionalChanges = Named('InstitutionalChanges', Changes(institutionalFields))
export type InstitutionalChanges = Static<typeof InstitutionalChanges>

/**
 * The forms in replies: identity number, NPWP, mother's maiden name and numbers in lists are
 * masked.
 */
export const IndividualKyc = Named(
  'IndividualKyc',
  Shape({
    ...individualFields,
    identityNumber: text(40),
    npwp: text(40),
    motherMaidenName: text(150),
  }),
)
export type IndividualKyc = Static<typeof IndividualKyc>
export const InstitutionalKyc = Named(
  'InstitutionalKyc',
  Shape({ ...institutionalFields, npwp: text(40) }),
)
export type InstitutionalKyc = Static<typeof InstitutionalKyc>

export type KycValues = Partial<IndividualKyc> | Partial<InstitutionalKyc>

/** The fields of a form. */
export const kycFieldNames = {
  individual: Object.keys(individualFields),
  institutional: Object.keys(institutionalFields),
} as const

/** Fields whose values are sealed at rest and masked in replies (UU 27/2022). */
export const secretFields = {
  individual: ['identityNumber', 'npwp', 'motherMaidenName'],
  institutional: ['npwp'],
} as const

/** Lists in which some properties are sealed and masked. */
export const secretItems = {
  taxResidences: ['tin'],
  beneficialOwners: ['identityNumber'],
  authorisedPersons: ['npwp', 'ktpNumber', 'passportNumber'],
} as const
export type SecretList = keyof typeof secretItems

/** Whether a value shows a mask instead of the sealed original. */
export function isMasked(value: unknown): boolean {
  return typeof value === 'string' && value.includes('*')
}

/** The pointer of a masked value that may be revealed. */
export const SecretPointer = Named(
  'SecretPointer',
  Type.String({
    maxLength: 100,
    pattern: '^/[A-Za-z0-9/-]+$',
    examples: [
      '/individual/identityNumber',
      '/institutional/authorisedPersons/0/ktpNumber',
      '/bankAccounts/0199a6f2-6f3c-7d2e-9a53-0c6f1f5b8a11/number',
    ],
  }),
)

// A case is of one kind: it never has both parts.
const parts = {
  version: Version,
  individual: Type.Optional(IndividualChanges),
  institutional: Type.Optional(InstitutionalChanges),
}
const shown = {
  examples: [{ version: 1, individual: { fullName: 'Siti Rahmawati', nationality: 'ID' } }],
}

/** A part of the form, saved by the RM or the investor. */
export const KycPart = Named(
  'KycPart',
  Shape({ ...parts, verificationMethod: Type.Optional(OneOf(['in-person', 'video'])) }, shown),
)
export const RegistrationPart = Named('RegistrationPart', Shape(parts, shown))
