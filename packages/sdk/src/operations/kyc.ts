// Generated from the contracts by `npm run generate`. Do not edit.
import type { CalendarDate, CountryCode, Email, FullName, Phone } from './fields.ts'

export type Address = {
  line: string
  rt?: string | null
  rw?: string | null
  village?: string | null
  district?: string | null
  districtCode?: string | null
  city: string
  cityCode?: string | null
  province?: string | null
  provinceCode?: string | null
  postalCode?: string | null
  country: CountryCode
}

export type AuthorisedPerson = {
  name: FullName
  position: string
  mobile?: Phone | null
  email?: Email | null
  npwp?: string | null
  ktpNumber?: string | null
  ktpExpiresOn?: CalendarDate | null
  passportNumber?: string | null
  passportExpiresOn?: CalendarDate | null
}

export type BeneficialOwner = {
  name: FullName
  identityNumber?: string | null
  nationality: CountryCode
  relationship?: string | null
  share?: string | null
}

export type Characteristic = 'state-owned' | 'private' | 'social' | 'joint-venture' | 'affiliate' | 'foreign-invested' | 'family' | 'other'

export type CompanyType = 'corporate' | 'foundation' | 'financial-institution' | 'insurance' | 'mutual-fund' | 'pension-fund' | 'securities-company' | 'other'

export type Education = 'primary' | 'junior-high' | 'senior-high' | 'diploma' | 'bachelor' | 'master' | 'doctor' | 'other'

export type Employer = {
  name: FullName
  lineOfBusiness?: string | null
  phone?: Phone | null
  address?: Address | null
}

export type EntityClass = 'active-nfe' | 'passive-nfe' | 'financial-institution' | 'exempt'

export type FatcaStatus = 'not-us-person' | 'us-person'

export type IndividualChanges = {
  fullName?: FullName
  email?: Email | null
  phone?: Phone | null
  alias?: FullName | null
  identityType?: 'ktp' | 'passport' | null
  identityNumber?: string | null
  identityExpiresOn?: CalendarDate | null
  npwp?: string | null
  npwpRegisteredOn?: CalendarDate | null
  placeOfBirth?: string | null
  dateOfBirth?: CalendarDate | null
  countryOfBirth?: CountryCode | null
  nationality?: CountryCode | null
  sex?: 'male' | 'female' | null
  maritalStatus?: MaritalStatus | null
  spouseName?: FullName | null
  motherMaidenName?: FullName | null
  religion?: Religion | null
  education?: Education | null
  occupation?: Occupation | null
  jobTitle?: string | null
  employer?: Employer | null
  yearlyIncome?: YearlyIncome | null
  netWorth?: NetWorth | null
  sourceOfFunds?: SourceOfFunds | null
  objective?: Objective | null
  purpose?: string | null
  assetOwner?: 'self' | 'other' | null
  isPep?: boolean | null
  pepPosition?: string | null
  identityAddress?: Address | null
  domicileAddress?: Address | null
  correspondenceAddress?: Address | null
  homePhone?: Phone | null
  fax?: Phone | null
  statementType?: 'paper' | 'electronic' | null
  fatcaStatus?: FatcaStatus | null
  isUsPerson?: boolean | null
  taxResidences?: Array<TaxResidence> | null
  beneficialOwners?: Array<BeneficialOwner> | null
}

export type IndividualKyc = {
  fullName: FullName
  email: Email | null
  phone: Phone | null
  alias: FullName | null
  identityType: 'ktp' | 'passport' | null
  identityNumber: string | null
  identityExpiresOn: CalendarDate | null
  npwp: string | null
  npwpRegisteredOn: CalendarDate | null
  placeOfBirth: string | null
  dateOfBirth: CalendarDate | null
  countryOfBirth: CountryCode | null
  nationality: CountryCode | null
  sex: 'male' | 'female' | null
  maritalStatus: MaritalStatus | null
  spouseName: FullName | null
  motherMaidenName: string | null
  religion: Religion | null
  education: Education | null
  occupation: Occupation | null
  jobTitle: string | null
  employer: Employer | null
  yearlyIncome: YearlyIncome | null
  netWorth: NetWorth | null
  sourceOfFunds: SourceOfFunds | null
  objective: Objective | null
  purpose: string | null
  assetOwner: 'self' | 'other' | null
  isPep: boolean | null
  pepPosition: string | null
  identityAddress: Address | null
  domicileAddress: Address | null
  correspondenceAddress: Address | null
  homePhone: Phone | null
  fax: Phone | null
  statementType: 'paper' | 'electronic' | null
  fatcaStatus: FatcaStatus | null
  isUsPerson: boolean | null
  taxResidences: Array<TaxResidence> | null
  beneficialOwners: Array<BeneficialOwner> | null
}

export type InstitutionIncome = 'under-1bn' | '1bn-5bn' | '5bn-10bn' | '10bn-50bn' | 'over-50bn'

export type InstitutionalChanges = {
  fullName?: FullName
  email?: Email | null
  phone?: Phone | null
  countryOfDomicile?: CountryCode | null
  legalForm?: LegalForm | null
  companyType?: CompanyType | null
  characteristic?: Characteristic | null
  lineOfBusiness?: string | null
  licenceNumber?: string | null
  siupNumber?: string | null
  siupExpiresOn?: CalendarDate | null
  nib?: string | null
  skdNumber?: string | null
  skdExpiresOn?: CalendarDate | null
  npwp?: string | null
  npwpRegisteredOn?: CalendarDate | null
  placeOfEstablishment?: string | null
  dateOfEstablishment?: CalendarDate | null
  deedNumber?: string | null
  deedDate?: CalendarDate | null
  deedNotary?: FullName | null
  incomeLevel?: InstitutionIncome | null
  sourceOfFunds?: SourceOfFunds | null
  objective?: Objective | null
  purpose?: string | null
  isPep?: boolean | null
  pepPosition?: string | null
  address?: Address | null
  fax?: Phone | null
  website?: string | null
  contactPerson?: FullName | null
  authorisedPersons?: Array<AuthorisedPerson> | null
  figures?: Array<YearFigures> | null
  entityClass?: EntityClass | null
  giin?: string | null
  hasSubstantialUsOwner?: boolean | null
  controllingPersons?: Array<string> | null
  statementType?: 'paper' | 'electronic' | null
  fatcaStatus?: FatcaStatus | null
  isUsPerson?: boolean | null
  taxResidences?: Array<TaxResidence> | null
  beneficialOwners?: Array<BeneficialOwner> | null
}

export type InstitutionalKyc = {
  fullName: FullName
  email: Email | null
  phone: Phone | null
  countryOfDomicile: CountryCode | null
  legalForm: LegalForm | null
  companyType: CompanyType | null
  characteristic: Characteristic | null
  lineOfBusiness: string | null
  licenceNumber: string | null
  siupNumber: string | null
  siupExpiresOn: CalendarDate | null
  nib: string | null
  skdNumber: string | null
  skdExpiresOn: CalendarDate | null
  npwp: string | null
  npwpRegisteredOn: CalendarDate | null
  placeOfEstablishment: string | null
  dateOfEstablishment: CalendarDate | null
  deedNumber: string | null
  deedDate: CalendarDate | null
  deedNotary: FullName | null
  incomeLevel: InstitutionIncome | null
  sourceOfFunds: SourceOfFunds | null
  objective: Objective | null
  purpose: string | null
  isPep: boolean | null
  pepPosition: string | null
  address: Address | null
  fax: Phone | null
  website: string | null
  contactPerson: FullName | null
  authorisedPersons: Array<AuthorisedPerson> | null
  figures: Array<YearFigures> | null
  entityClass: EntityClass | null
  giin: string | null
  hasSubstantialUsOwner: boolean | null
  controllingPersons: Array<string> | null
  statementType: 'paper' | 'electronic' | null
  fatcaStatus: FatcaStatus | null
  isUsPerson: boolean | null
  taxResidences: Array<TaxResidence> | null
  beneficialOwners: Array<BeneficialOwner> | null
}

export type InvestorKind = 'individual' | 'institutional'

export type LegalForm = 'pt' | 'pt-tbk' | 'cv' | 'firma' | 'cooperative' | 'foundation' | 'association' | 'other'

export type MaritalStatus = 'single' | 'married' | 'divorced-or-widowed'

export type NetWorth = 'under-100m' | '100m-500m' | '500m-1bn' | '1bn-5bn' | 'over-5bn'

export type NoTinReason = 'not-issued' | 'unobtainable' | 'not-required'

export type Objective = 'price-appreciation' | 'long-term' | 'speculation' | 'income' | 'other'

export type Occupation = 'student' | 'housewife' | 'entrepreneur' | 'civil-servant' | 'military-police' | 'pensioner' | 'employee' | 'other'

export type Religion = 'islam' | 'protestant' | 'catholic' | 'hindu' | 'buddhist' | 'confucian' | 'other'

export type SecretPointer = string

export type SourceOfFunds = 'salary' | 'business-profit' | 'interest' | 'inheritance' | 'parents-or-children' | 'spouse' | 'pension' | 'lottery' | 'investment-return' | 'other'

export type TaxResidence = {
  country: CountryCode
  tin?: string | null
  noTinReason?: NoTinReason | null
}

export type YearFigures = {
  year: number
  assets: number
  profit: number
}

export type YearlyIncome = 'under-10m' | '10m-50m' | '50m-100m' | '100m-500m' | '500m-1bn' | 'over-1bn'
