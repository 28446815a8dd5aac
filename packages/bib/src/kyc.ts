// The KYC snapshot that we send to Bib. Fields: DOMAIN.md sections 2 and 3 (POJK 8/2023 art. 25 and
// the S-INVEST files). Code fields carry the code that the tenant agreed with Bib (the editable
// `sinvest_code`).
import Type, { type Static } from 'typebox'
import { Nullable, OneOf, Shape } from '@rmtools/contracts/endpoint'
import {
  CalendarDate,
  CountryCode,
  Currency,
  FullName,
  Instant,
  Text,
} from '@rmtools/contracts/fields'
import { SourceId } from './terms.ts'

const optional = (maxLength: number) => Type.Optional(Nullable(Text(maxLength)))
const optionalDate = Type.Optional(Nullable(CalendarDate))
const Code = Text(40)
const optionalCode = optional(40)

export const PostalAddress = Shape({
  line: Text(300),
  rt: optional(5),
  rw: optional(5),
  village: optional(100),
  district: optional(100),
  city: Text(100),
  cityCode: optional(20),
  kseiCityCode: optional(20),
  province: optional(100),
  postalCode: optional(10),
  country: CountryCode,
})

export const TaxResidence = Shape({
  country: CountryCode,
  tin: Nullable(Text(40)),
  noTinReason: optional(200),
})

/**
 * A redemption account in the investor's own name. `sourceId` is our id of it; Bib reports the
 * account's outcome under this id.
 */
export const BankAccount = Shape({
  sourceId: SourceId,
  bankCode: Text(10),
  bic: optional(11),
  bankName: Text(150),
  branch: optional(100),
  country: CountryCode,
  currency: Currency,
  number: Type.String({ pattern: '^[0-9]{5,34}$' }),
  holderName: Text(150),
})
export type BankAccount = Static<typeof BankAccount>

export const documentKinds = [
  'KTP',
  'SELFIE',
  'NPWP',
  'SIGNATURE',
  'BANK_BOOK',
  'PASSPORT',
  'DEED',
  'DECREE',
  'BUSINESS_LICENCE',
  'DOMICILE',
  'BOARD_RESOLUTION',
  'OTHER',
] as const

/**
 * A document, which Bib downloads from a short-lived signed URL; the hash identifies its content.
 */
export const KycDocument = Shape({
  sourceId: SourceId,
  kind: OneOf(documentKinds),
  mediaType: Text(100),
  sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  url: Type.String({ format: 'uri', maxLength: 2000 }),
})

const verification = Shape({
  method: OneOf(['IN_PERSON', 'VIDEO', 'NON_FACE_TO_FACE']),
  verifiedBy: Text(150),
  verifiedAt: Instant,
})

const fatca = {
  fatcaStatus: optionalCode,
  usPerson: Type.Optional(Type.Boolean()),
  taxResidences: Type.Optional(Type.Array(TaxResidence, { maxItems: 5 })),
}

export const IndividualKyc = Shape({
  kind: Type.Literal('INDIVIDUAL'),
  fullName: FullName,
  alias: optional(150),
  identityType: OneOf(['KTP', 'PASSPORT']),
  identityNumber: Text(40),
  identityExpiry: optionalDate,
  npwp: optional(30),
  npwpRegistered: optionalDate,
  placeOfBirth: Text(100),
  dateOfBirth: CalendarDate,
  countryOfBirth: Type.Optional(Nullable(CountryCode)),
  nationality: CountryCode,
  sex: OneOf(['MALE', 'FEMALE']),
  maritalStatus: Code,
  spouseName: optional(150),
  motherMaidenName: Text(150),
  religion: optionalCode,
  education: optionalCode,
  occupation: Code,
  jobTitle: optional(100),
  employer: optional(150),
  employerBusiness: optional(150),
  employerPhone: optional(20),
  employerAddress: Type.Optional(Nullable(PostalAddress)),
  yearlyIncome: Code,
  netWorth: optional(40),
  sourceOfFunds: Code,
  objective: optionalCode,
  purpose: Text(200),
  riskProfile: Type.Integer({ minimum: 1, maximum: 5 }),
  riskProfiledOn: CalendarDate,
  assetOwner: OneOf(['SELF', 'OTHER']),
  beneficialOwner: optional(150),
  pep: Type.Boolean(),
  identityAddress: PostalAddress,
  domicileAddress: Type.Optional(Nullable(PostalAddress)),
  correspondenceAddress: Type.Optional(Nullable(PostalAddress)),
  mobile: Text(20),
  homePhone: optional(20),
  fax: optional(20),
  email: Text(254),
  statementType: OneOf(['PAPER', 'ELECTRONIC']),
  ...fatca,
  verification,
})

export const AuthorisedPerson = Shape({
  name: FullName,
  position: Text(100),
  mobile: optional(20),
  email: optional(254),
  npwp: optional(30),
  ktpNumber: optional(40),
  ktpExpiry: optionalDate,
  passportNumber: optional(40),
  passportExpiry: optionalDate,
})

/** Beneficial owners of 25 % and more; share in percent. */
export const BeneficialOwner = Shape({
  name: FullName,
  identityNumber: optional(40),
  nationality: CountryCode,
  share: Type.String({ pattern: '^(100|[0-9]{1,2})(\\.[0-9]{1,2})?$' }),
})

const band = Type.Integer({ minimum: 1, maximum: 5 })

/** Total assets and profit of a year, in the bands of the S-INVEST file. */
export const YearFigures = Shape({
  year: Type.Integer({ minimum: 1990, maximum: 2100 }),
  assets: band,
  profit: band,
})

export const InstitutionalKyc = Shape({
  kind: Type.Literal('INSTITUTIONAL'),
  name: FullName,
  countryOfDomicile: CountryCode,
  legalForm: Text(60),
  companyType: Code,
  characteristic: Code,
  lineOfBusiness: Text(150),
  licenceNumber: optional(60),
  siup: optional(60),
  siupExpiry: optionalDate,
  nib: optional(30),
  skd: optional(60),
  skdExpiry: optionalDate,
  npwp: Text(30),
  npwpRegistered: optionalDate,
  placeOfEstablishment: Text(100),
  dateOfEstablishment: CalendarDate,
  deedNumber: Text(60),
  deedDate: CalendarDate,
  deedNotary: optional(150),
  incomeLevel: Code,
  sourceOfFunds: Code,
  objective: optionalCode,
  purpose: Text(200),
  riskProfile: Type.Integer({ minimum: 1, maximum: 5 }),
  riskProfiledOn: CalendarDate,
  address: PostalAddress,
  phone: Text(20),
  fax: optional(20),
  email: Text(254),
  website: optional(300),
  contactPerson: Text(150),
  authorisedPersons: Type.Array(AuthorisedPerson, { minItems: 1, maxItems: 2 }),
  beneficialOwners: Type.Array(BeneficialOwner, { maxItems: 20 }),
  figures: Type.Optional(Type.Array(YearFigures, { maxItems: 3 })),
  entityClass: optionalCode,
  giin: optional(19),
  substantialUsOwner: Type.Optional(Type.Boolean()),
  controllingPersons: Type.Optional(Type.Array(Text(150), { maxItems: 20 })),
  ...fatca,
  verification,
})

export const Kyc = Type.Union([IndividualKyc, InstitutionalKyc])
export type Kyc = Static<typeof Kyc>
export type IndividualKyc = Static<typeof IndividualKyc>
export type InstitutionalKyc = Static<typeof InstitutionalKyc>
