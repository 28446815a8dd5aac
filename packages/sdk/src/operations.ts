// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from './method.ts'

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

export type Agenda = {
  followUps: {
    count: number
    overdue: number
    items: Array<{
      id: Id
      fullName: string
      phone: string
      status: LeadStatus
      nextFollowUpAt: Instant
    }>
  }
  returned: {
    count: number
    items: Array<{
      id: Id
      displayName: string
      reasons: number
      returnedAt: Instant | null
    }>
  }
  waiting: {
    count: number
    items: Array<AgendaInstruction>
  }
  failed: {
    count: number
    items: Array<AgendaInstruction>
  }
  licence: {
    number: string
    expiresOn: CalendarDate
    daysLeft: number
  } | null
}

export type AgendaInstruction = {
  id: Id
  investorId: Id
  investorName: string
  type: InstructionType
  status: InstructionStatus
  productName: string
  statusReason: string | null
  linkExpiresAt: Instant | null
}

export type AllocatedTarget = {
  navDate: CalendarDate
  nav: string
  units: string
  amount: Money
}

export type Allocation = {
  navDate: CalendarDate | null
  nav: string | null
  units: string | null
  amount: string | null
  fee: string | null
  target: AllocatedTarget | null
}

export type AuditEntry = {
  id: string
  at: Instant
  companyId: Id | null
  actorKind: 'user' | 'investor' | 'system'
  actorId: Id | null
  actorName: string | null
  ip: string | null
  device: string | null
  requestId: string | null
  action: string
  entity: string
  entityId: string
  before: {
  } | null
  after: {
  } | null
}

export type AuditEntryPage = {
  items: Array<AuditEntry>
  nextCursor: string | null
}

export type AumFigures = {
  asOf: Instant
  isStale: boolean
  byMonth: Array<{
    month: string
    date: CalendarDate
    currency: Currency
    value: Money
  }>
  byProduct: Array<{
    productCode: ProductCode
    productName: string | null
    currency: Currency
    value: Money
    investors: number
  }>
  byRm: Array<{
    rmId: string
    rmName: string | null
    currency: Currency
    value: Money
  }>
}

export type AumReportLine = {
  date: CalendarDate
  rmId: string
  productCode: ProductCode
  currency: Currency
  investors: number
  units: Units
  value: Money
  rmName: string | null
  productName: string | null
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

export type Bank = {
  code: string
  name: string
  bic: string | null
  isActive: boolean
  /**
   * Other names that people search for
   */
  also?: Array<string>
}

export type BankAccount = {
  id: Id
  investorId: Id
  bankCode: string
  holderName: FullName
  currency: Currency
  branch: string | null
  country: CountryCode
  bankName: string
  bic: string | null
  /**
   * Masked
   */
  number: string
  nameMatch: 'exact' | 'strong' | 'weak'
  review: 'not-needed' | 'needed' | 'accepted' | 'refused'
  bibStatus: 'accepted' | 'refused' | null
  bibReason: string | null
  version: Version
  createdAt: Instant
}

export type BeneficialOwner = {
  name: FullName
  identityNumber?: string | null
  nationality: CountryCode
  relationship?: string | null
  share?: string | null
}

export type BibInstructionType = 'SUBSCRIPTION' | 'REDEMPTION' | 'SWITCHING'

export type Bond = {
  coupon: Percent
  couponType: 'FIXED' | 'FLOATING_WITH_FLOOR'
  couponFrequency: 'MONTHLY' | 'QUARTERLY' | 'SEMIANNUAL'
  maturity: CalendarDate
  price: Percent
  tradable: boolean
  offeringFrom: Instant
  offeringUntil: Instant
}

export type CalendarDate = string

export type ChangedCompany = {
  id: Id
  code: string
  name: string
  logo: string | null
  isActive: boolean
  decisionReason: string | null
  settings: CompanySettings
  createdAt: Instant
  version: Version
  waits: Waits
}

export type ChangedUser = {
  id: Id
  companyId: Id
  email: string | null
  phone: string | null
  /**
   * Verified by a code, or entered by an administrator; otherwise only claimed at registration
   */
  isEmailProved: boolean
  isPhoneProved: boolean
  status: UserStatus
  fullName: string
  role: string
  language: 'id' | 'en'
  licenceNumber: string | null
  licenceExpiresOn: string | null
  roleId: Id
  /**
   * Has not set a password yet
   */
  isInvited: boolean
  decisionReason: string | null
  lastLoginAt: Instant | null
  createdAt: Instant
  version: Version
  waits: Waits
}

export type Characteristic = 'state-owned' | 'private' | 'social' | 'joint-venture' | 'affiliate' | 'foreign-invested' | 'family' | 'other'

/**
 * web: secrets travel in httpOnly cookies; mobile: in the body
 */
export type ClientKind = 'web' | 'mobile'

export type CodeListEntry = {
  list: CodeListName
  code: string
  labelId: string
  labelEn: string
  /**
   * The code that the company sends to Bib and S-INVEST
   */
  sinvestCode: string
  /**
   * 0 while the default applies
   */
  version: number
}

export type CodeListName = 'education' | 'occupation' | 'yearlyIncome' | 'netWorth' | 'objective' | 'sourceOfFunds' | 'maritalStatus' | 'religion' | 'fatcaStatus' | 'noTinReason' | 'legalForm' | 'companyType' | 'characteristic' | 'institutionIncome' | 'entityClass'

export type Company = {
  id: Id
  code: string
  name: string
  logo: string | null
  isActive: boolean
  decisionReason: string | null
  settings: CompanySettings
  createdAt: Instant
  version: Version
}

export type CompanyPage = {
  items: Array<Company>
  nextCursor: string | null
}

export type CompanySettings = {
  brandColour: string
  legalName?: FullName | null
  licenceNumber?: string | null
  address?: PostalLine | null
  /**
   * WIB, for products without a cut-off of their own; an approval in this minute is late
   */
  cutOffDefault: string
  certifiedSignatureAbove: Money | null
  orderQuestionAbove?: Money | null
  orderCap?: Money | null
  /**
   * How long an investor may take to enter a code
   */
  otpSeconds: number
  approvalLinkHours: number
  registrationLinkHours: number
  bibTenant: string
}

export type CompanySettingsChanges = {
  brandColour?: string
  legalName?: FullName | null
  licenceNumber?: string | null
  address?: PostalLine | null
  /**
   * WIB, for products without a cut-off of their own; an approval in this minute is late
   */
  cutOffDefault?: string
  certifiedSignatureAbove?: Money | null
  orderQuestionAbove?: Money | null
  orderCap?: Money | null
  /**
   * How long an investor may take to enter a code
   */
  otpSeconds?: number
  approvalLinkHours?: number
  registrationLinkHours?: number
  bibTenant?: string
}

export type CompanyType = 'corporate' | 'foundation' | 'financial-institution' | 'insurance' | 'mutual-fund' | 'pension-fund' | 'securities-company' | 'other'

export type Consent = {
  id: Id
  purpose: ConsentPurpose
  textVersion: string
  language: 'id' | 'en'
  words: string
  by: 'user' | 'investor'
  givenAt: Instant
  withdrawnAt: Instant | null
}

export type ConsentPurpose = 'personal-data' | 'data-sharing' | 'terms' | 'electronic-statement' | 'marketing'

export type Correction = {
  before: Allocation
  after: Allocation
}

export type Country = {
  code: string
  alpha3: string
  nameId: string
  nameEn: string
}

export type CountryCode = string

export type Counts = {
  leads: Array<LeadCount>
  investors: Array<InvestorCount>
  instructions: Array<InstructionCount>
  instructionDays: Array<InstructionDay>
}

export type Currency = string

export type CutOff = {
  cutOff: TimeOfDay
  closesAt: Instant
  navDate: CalendarDate
  products: number
  types: Array<ProductType>
}

export type Dashboard = {
  at: Instant
  leads: Array<LeadCount>
  investors: Array<InvestorCount>
  instructions: Array<InstructionCount>
  instructionDays: Array<InstructionDay>
  aum: AumFigures | null
  sales: SalesFigures | null
}

export type Decision = 'approve' | 'return' | 'reject'

export type Device = {
  id: Id
  name: string
  platform: 'android' | 'ios' | 'web'
  trustedAt: Instant
  lastSeenAt: Instant
  lastIp: string | null
  hasPush: boolean
  isCurrent: boolean
}

export type DeviceClaim = {
  id: Id
  name: string
  platform: 'android' | 'ios' | 'web'
  secret?: LinkToken
}

export type Document = {
  id: Id
  investorId: Id
  type: DocumentType
  status: 'declared' | 'stored'
  mediaType: string | null
  sizeBytes: number | null
  width: number | null
  height: number | null
  storedAt: Instant | null
  createdAt: Instant
}

/**
 * SHA-256 of the document as shown
 */
export type DocumentHash = string

export type DocumentType = 'ktp' | 'passport' | 'selfie' | 'npwp' | 'signature' | 'bank-book' | 'deed' | 'deed-amendment' | 'decree' | 'nib' | 'siup' | 'skd' | 'authorised-identity' | 'owner-identity' | 'board-resolution' | 'specimen-signatures' | 'other'

export type DocumentWithLinks = {
  id: Id
  investorId: Id
  type: DocumentType
  status: 'declared' | 'stored'
  mediaType: string | null
  sizeBytes: number | null
  width: number | null
  height: number | null
  storedAt: Instant | null
  createdAt: Instant
  path: string | null
  thumbnailPath: string | null
}

export type Duplicate = {
  kind: 'lead' | 'investor'
  rmName: string | null
  matches: 'phone' | 'email'
}

export type Education = 'primary' | 'junior-high' | 'senior-high' | 'diploma' | 'bachelor' | 'master' | 'doctor' | 'other'

export type Email = string

export type Employer = {
  name: FullName
  lineOfBusiness?: string | null
  phone?: Phone | null
  address?: Address | null
}

export type EntityClass = 'active-nfe' | 'passive-nfe' | 'financial-institution' | 'exempt'

export type Evidence = {
  id: Id
  document: InstructionDocument
  documentHash: DocumentHash
  consentVersion: string
  consentWords: string
  signatureLevel: 'drawn-and-otp' | 'certified'
  signatureHash: string
  otpChannel: string
  otpDestination: string
  otpVerifiedAt: Instant
  ip: string | null
  userAgent: string | null
  signedAt: Instant
  checks: {
    /**
     * The stored document matches the signed hash
     */
    document: boolean
    /**
     * The stored signature is the one that was given
     */
    signature: boolean
    /**
     * The instruction is the same as when it was signed
     */
    instruction: boolean
  }
  isUnchanged: boolean
}

export type FatcaStatus = 'not-us-person' | 'us-person'

export type FullName = string

export type GivenConsent = {
  purpose: ConsentPurpose
  textVersion: string
  language: 'id' | 'en'
}

export type GivenPassword = string

export type HeldPosition = {
  productCode: ProductCode
  productName: string
  productType: ProductType
  currency: Currency
  units: Units
  availableUnits: Units
  averageCost: Nav
  cost: Money
  nav: Nav
  navDate: CalendarDate
  value: Money
  gain: SignedMoney
  gainPercent: Percent
  reservedUnits: Units
}

export type Holiday = {
  date: CalendarDate
  name: string
  isProvisional: boolean
}

export type Id = string

export type ImportFault = {
  /**
   * Row number as in a spreadsheet
   */
  row: number
  /**
   * Line number as in a text editor
   */
  line: number
  field: string
  /**
   * The heading in the file; null when it has no such column
   */
  column: string | null
  /**
   * The value as written, truncated
   */
  value: string
  code: string
}

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

/**
 * UTC, RFC 3339
 */
export type Instant = string

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

export type Instruction = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  investorId: Id
  investorName: string
  type: InstructionType
  status: InstructionStatus
  statusReason: string | null
  productCode: string
  productName: string
  targetProductCode: string | null
  targetProductName: string | null
  currency: Currency
  amount: Money | null
  units: Units | null
  allUnits: boolean
  feePercent: string
  feeAmount: Money | null
  navDate: CalendarDate
  bankAccountId: Id | null
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
  licenceNumber: string
  linkExpiresAt: Instant | null
  approvedAt: Instant | null
  bibReference: string | null
  allocatedUnits: string | null
  allocatedNav: string | null
  allocatedAmount: string | null
  allocatedFee: Money | null
  allocatedTarget: AllocatedTarget | null
  correctedAt: Instant | null
  refund: Refund | null
  settledOn: CalendarDate | null
  payment: Payment | null
  repeatOf: Id | null
  repeatedBy: Id | null
  duplicateOf: Id | null
  amountQuestions: Array<'above-income' | 'above-wealth' | 'above-ceiling' | 'very-large'>
  amountReason: string | null
  version: Version
  createdAt: Instant
  updatedAt: Instant
}

export type InstructionCount = {
  status: InstructionStatus
  count: number
}

export type InstructionCountedPage = {
  items: Array<Instruction>
  nextCursor: string | null
  total?: Total
}

export type InstructionDay = {
  date: CalendarDate
  count: number
}

export type InstructionDocument = {
  documentVersion: number
  instructionId: string
  companyName: string
  rmName: string
  licenceNumber: string
  investorName: string
  type: InstructionType
  productCode: string
  productName: string
  manager: string
  targetProductCode: string | null
  targetProductName: string | null
  currency: Currency
  amount: Money | null
  units: Units | null
  allUnits: boolean
  feePercent: string
  feeAmount: Money | null
  cutOff: string
  navDate: CalendarDate
  bankAccount: string | null
  riskLevel: number
  riskBand: number | null
  aboveRiskProfile: boolean
  consentVersion: string
  consent: string
}

export type InstructionEvent = {
  status: InstructionStatus
  at: Instant
  by: 'rm' | 'back-office' | 'investor' | 'bib' | 'system'
  detail: string | null
  about: 'status' | 'correction' | 'refund' | 'payment'
  correction: Correction | null
  refund: RefundStep | null
  payment: PaymentStep | null
}

export type InstructionStatus = 'draft' | 'awaiting-approval' | 'approved' | 'declined' | 'expired' | 'cancelled' | 'sent' | 'received' | 'payment-pending' | 'paid' | 'sent-to-manager' | 'allocated' | 'settled' | 'rejected'

export type InstructionType = 'subscription' | 'redemption' | 'switching'

export type Investor = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  kind: InvestorKind
  leadId: Id | null
  status: InvestorStatus
  version: Version
  displayName: string
  email: string | null
  phone: string | null
  isPep: boolean
  externalId: string | null
  sid: string | null
  ifua: string | null
  syncError: string | null
  riskBand: number | null
  riskExpiresOn: CalendarDate | null
  claimedBy: Id | null
  claimedByName: string | null
  claimedAt: Instant | null
  /**
   * Users who worked on the case and therefore may not decide on it
   */
  makers: Array<Id>
  seniorApprovedBy: Id | null
  submittedAt: Instant | null
  reviewedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}

export type InvestorCount = {
  status: InvestorStatus
  count: number
  since: Instant | null
  overOneDay: number
  overThreeDays: number
  overSevenDays: number
}

export type InvestorCountedPage = {
  items: Array<Investor>
  nextCursor: string | null
  total?: Total
}

export type InvestorDetail = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  kind: InvestorKind
  leadId: Id | null
  status: InvestorStatus
  version: Version
  displayName: string
  email: string | null
  phone: string | null
  isPep: boolean
  externalId: string | null
  sid: string | null
  ifua: string | null
  syncError: string | null
  riskBand: number | null
  riskExpiresOn: CalendarDate | null
  claimedBy: Id | null
  claimedByName: string | null
  claimedAt: Instant | null
  /**
   * Users who worked on the case and therefore may not decide on it
   */
  makers: Array<Id>
  seniorApprovedBy: Id | null
  submittedAt: Instant | null
  reviewedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
  rmLicenceNumber: string | null
  isLinked: boolean
  submittedBy: Id | null
  reviewedBy: Id | null
  seniorApprovedAt: Instant | null
  seniorApprovalNote: string | null
  verificationMethod: 'in-person' | 'video' | 'non-face-to-face' | null
  verifiedBy: Id | null
  verifiedAt: Instant | null
  individual: IndividualKyc | null
  institutional: InstitutionalKyc | null
  /**
   * Faults that prevent submission
   */
  missing: Array<{
    pointer: string
    code: string
  }>
  /**
   * Points that a reviewer should check
   */
  warnings: Array<{
    pointer: string
    code: string
  }>
  /**
   * When set, only these fields may be changed
   */
  openFields: Array<string> | null
  returnReasons: Array<ReturnReason>
  /**
   * Fields returned last, also after resubmission
   */
  lastReturn: Array<ReturnedPart>
  bankAccounts: Array<BankAccount>
  documents: Array<Document>
  riskProfile: RiskProfile | null
  waitingRisk: {
    band: number
    askedAt: Instant
  } | null
  consents: Array<Consent>
}

export type InvestorEvent = {
  id: Id
  kind: string
  status: InvestorStatus
  by: 'user' | 'investor' | 'bib' | 'system'
  actorName: string | null
  detail: string | null
  at: Instant
}

export type InvestorKind = 'individual' | 'institutional'

export type InvestorReportLine = {
  externalId: string
  rmId: string
  currency: Currency
  products: number
  value: Money
  inflow: Money
  outflow: Money
  rmName: string | null
  investorId: Id | null
  investorName: string | null
}

export type InvestorStatus = 'draft' | 'awaiting-investor' | 'submitted' | 'approved' | 'returned' | 'rejected' | 'syncing' | 'registered' | 'sync-failed'

export type Language = 'id' | 'en'

export type Lead = {
  id: Id
  companyId: Id
  rmId: Id
  rmName: string | null
  fullName: FullName
  phone: PhoneWithExtension
  email: Email | null
  interest: string | null
  source: string | null
  tags: Array<string>
  nextFollowUpAt: Instant | null
  /**
   * Behind a switchboard; `phone` is without it
   */
  phoneExtension: string | null
  status: LeadStatus
  lostReason: string | null
  investorId: Id | null
  version: Version
  createdAt: Instant
  updatedAt: Instant
}

export type LeadActivity = {
  id: Id
  leadId: Id
  authorId: Id | null
  authorName: string | null
  kind: 'note' | 'call' | 'meeting' | 'message' | 'status'
  text: string
  happenedAt: Instant
  createdAt: Instant
}

export type LeadActivityPage = {
  items: Array<LeadActivity>
  nextCursor: string | null
}

export type LeadCount = {
  status: LeadStatus
  count: number
}

export type LeadCountedPage = {
  items: Array<Lead>
  nextCursor: string | null
  total?: Total
}

export type LeadStatus = 'new' | 'contacted' | 'qualified' | 'proposal' | 'converted' | 'lost'

export type LegalForm = 'pt' | 'pt-tbk' | 'cv' | 'firma' | 'cooperative' | 'foundation' | 'association' | 'other'

export type LinkToken = string

export type Location = {
  code: string
  name: string
}

export type LoginName = string

export type Logo = string

export type MaritalStatus = 'single' | 'married' | 'divorced-or-widowed'

export type Me = {
  id: Id
  fullName: string
  email: string | null
  phone: string | null
  language: Language
  licenceNumber: string | null
  licenceExpiresOn: CalendarDate | null
  pushPreferences: PushPreferences
  lastLoginAt: string | null
  companyId: Id
  role: string
  permissions: Array<string>
  companies: Array<OwnCompany>
}

export type Member = {
  id: Id
  fullName: string
  email: string | null
  role: string
  status: UserStatus
  joinedAt: Instant
}

export type MemberPage = {
  items: Array<Member>
  nextCursor: string | null
}

export type MembershipOffer = {
  id: Id
  companyId: Id
  companyName: string
  role: string
  offeredAt: Instant
  expiresAt: Instant
}

export type MessageChannel = 'email' | 'sms'

export type MessageKind = 'approval-link' | 'approval-code' | 'registration-link' | 'registration-code' | 'allocation-corrected' | 'refund-pending' | 'refund-paid' | 'payment-due' | 'payment-received' | 'payment-short' | 'payment-excess' | 'payment-late' | 'payment-held' | 'payment-returned' | 'payment-missed'

export type MessageTemplate = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
  /**
   * E-mails only
   */
  subject: string | null
  text: string
  /**
   * The company's own wording
   */
  isOwn: boolean
  default: MessageWording
  placeholders: Array<string>
  /**
   * The placeholder that must be in the text
   */
  required: string
  updatedAt: Instant | null
  waiting: {
    /**
     * E-mails only
     */
    subject: string | null
    text: string
    askedByName: string | null
    askedAt: Instant
    expiresAt: Instant
  } | null
}

export type MessageWording = {
  /**
   * E-mails only
   */
  subject: string | null
  text: string
}

/**
 * Rupiah; above it a drawn signature is rejected. Instructions in other currencies are not compared
 */
export type Money = string

export type MonthlyAum = {
  currency: Currency
  now: Money
  lastMonthEnd: Money
}

export type MonthlySales = {
  currency: Currency
  thisMonth: {
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }
  lastMonth: {
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }
}

export type Nav = string

export type NavPoint = {
  date: CalendarDate
  nav: Nav
  corrected: boolean
  publishedAt: Instant
}

export type NetWorth = 'under-100m' | '100m-500m' | '500m-1bn' | '1bn-5bn' | 'over-5bn'

export type NoTinReason = 'not-issued' | 'unobtainable' | 'not-required'

export type Notification = {
  id: Id
  companyId: Id | null
  kind: string
  params: {
  }
  /**
   * Path within the apps, such as /leads/…
   */
  link: string | null
  readAt: Instant | null
  createdAt: Instant
}

export type Objective = 'price-appreciation' | 'long-term' | 'speculation' | 'income' | 'other'

export type Occupation = 'student' | 'housewife' | 'entrepreneur' | 'civil-servant' | 'military-police' | 'pensioner' | 'employee' | 'other'

export type OtpCode = string

export type OutboxJob = {
  id: string
  companyId: Id
  task: string
  /**
   * ID of the investor, instruction, lead or message that the job concerns
   */
  recordId: string | null
  state: 'waiting' | 'retrying' | 'dead'
  attempts: number
  maxAttempts: number
  /**
   * Without the payload of the job
   */
  lastError: string | null
  createdAt: Instant
  nextRunAt: Instant | null
}

export type OutboxJobPage = {
  items: Array<OutboxJob>
  nextCursor: string | null
}

export type OwnCompany = {
  id: Id
  code: string
  name: string
  role: string
  /**
   * The company of this session
   */
  isActive: boolean
}

export type PayerVerdict = 'accept' | 'return'

export type Payment = {
  state: PaymentState
  method: 'virtual-account' | 'transfer' | 'qris' | 'unknown'
  bankName: string | null
  bankCode: string | null
  number: string | null
  holderName: string | null
  reference: string | null
  qris: string | null
  amount: Money | null
  currency: Currency | null
  fee: {
    amount: Money
    isInside: boolean
  } | null
  dueAt: Instant | null
  received: Money
  missing: Money
  excess: Money
  returns: Array<PaymentReturn>
  receipts: Array<PaymentReceipt>
  changedAt: Instant
}

export type PaymentForInvestor = {
  state: PaymentState
  method: 'virtual-account' | 'transfer' | 'qris' | 'unknown'
  bankName: string | null
  bankCode: string | null
  number: string | null
  holderName: string | null
  reference: string | null
  qris: string | null
  amount: Money | null
  currency: Currency | null
  fee: {
    amount: Money
    isInside: boolean
  } | null
  dueAt: Instant | null
  received: Money
  missing: Money
  excess: Money
  returns: Array<PaymentReturn>
}

export type PaymentReceipt = {
  id: string
  amount: Money
  payerName: string | null
  at: Instant
  standing: 'taken' | 'held' | 'returned'
  decision: {
    verdict: PayerVerdict
    reason: string
    byName: string | null
    at: Instant
  } | null
}

export type PaymentReturn = {
  id: string
  amount: Money
  cause: 'excess' | 'other-payer'
  status: 'pending' | 'paid'
  at: Instant
}

export type PaymentState = 'waiting' | 'short' | 'paid' | 'over' | 'twice' | 'late' | 'held' | 'unpaid' | 'refunding' | 'refunded' | 'ended' | 'ask-office'

export type PaymentStep = {
  state: PaymentState
  amount: Money | null
  received: Money
  missing: Money
  excess: Money
  verdict: PayerVerdict | null
}

export type Pending = {
  sourceId: string
  type: BibInstructionType
  productCode: ProductCode
  targetProductCode: ProductCode | null
  amount: Money | null
  units: Units | null
  all: boolean
  status: 'QUEUED' | 'RECEIVED' | 'PAYMENT_PENDING' | 'PAID' | 'SENT_TO_IM' | 'ALLOCATED' | 'SETTLED' | 'REJECTED' | 'CANCELLED'
  navDate: CalendarDate | null
  receivedAt: Instant
}

export type PendingChange = {
  id: Id
  kind: 'message-template' | 'risk-questionnaire' | 'risk-rise' | 'user-invitation' | 'user-role' | 'user-approval' | 'user-activation' | 'membership-offer' | 'role' | 'company-settings'
  /**
   * The record concerned
   */
  subject: string
  payload: {
  }
  askedBy: Id | null
  askedByName: string | null
  askedAt: Instant
  expiresAt: Instant
}

export type Percent = string

export type Phone = string

export type PhoneWithExtension = string

export type PlatformAccess = {
  id: Id
  companyId: Id
  userId: Id
  fullName: string
  reason: string
  openedAt: Instant
  endsAt: Instant
  /**
   * An administrator of the company granted the rights of a company administrator
   */
  mayWrite: boolean
}

export type PlatformAccesses = {
  items: Array<PlatformAccess>
  maxHours: number
}

export type PostalLine = string

export type Preference = {
  key: string
  value: {
  }
  updatedAt: Instant
}

export type Product = {
  code: ProductCode
  isin: string
  name: string
  type: ProductType
  manager: string
  custodian: string
  currency: Currency
  riskLevel: number
  minimumSubscription: Money
  minimumTopUp: Money
  minimumRedemption: Money
  minimumBalance: Money
  fees: {
    subscription: Percent
    redemption: Percent
    switching: Percent
  }
  cutOff: TimeOfDay
  settlementDays: number
  switchGroup: string | null
  syariah: boolean
  factsheetUrl: string | null
  status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED'
  latestNav: NavPoint | null
  bond: Bond | null
}

export type ProductCode = string

export type ProductNavs = {
  asOf: Instant
  isStale: boolean
  productCode: ProductCode
  items: Array<NavPoint>
  maxDrawdown: Percent | null
  returns: {
    '1m': Percent | null
    '3m': Percent | null
    '6m': Percent | null
    ytd: Percent | null
    '1y': Percent | null
    '3y': Percent | null
  }
}

export type ProductType = 'MONEY_MARKET' | 'FIXED_INCOME' | 'MIXED' | 'EQUITY' | 'INDEX' | 'BOND'

export type PushPreferences = {
  leads: boolean
  investors: boolean
  instructions: boolean
  security: boolean
}

export type QuestionnaireVersion = {
  version: number
  publishedAt: Instant | null
  publishedByName: string | null
  /**
   * How many
   */
  questions: number
}

export type ReconciliationDifference = {
  id: Id
  entity: 'investor' | 'instruction'
  sourceId: string
  field: 'record' | 'status' | 'externalId'
  ours: string | null
  theirs: string | null
  outcome: 'applied' | 'unresolved'
}

export type ReconciliationReport = {
  id: Id
  companyId: Id
  status: 'waiting' | 'running' | 'done' | 'failed'
  startedBy: 'schedule' | 'user'
  since: Instant | null
  asOf: Instant | null
  compared: number
  /**
   * Differences that were repaired: lost events
   */
  applied: number
  /**
   * Differences that a person must check
   */
  unresolved: number
  error: string | null
  requestedBy: Id | null
  createdAt: Instant
  finishedAt: Instant | null
}

export type ReconciliationReportPage = {
  items: Array<ReconciliationReport>
  nextCursor: string | null
}

export type Refund = {
  amount: Money
  status: 'pending' | 'paid'
  reason: string | null
  announcedAt: Instant
  paidAt: Instant | null
}

export type RefundStep = {
  amount: Money
  status: 'pending' | 'paid'
  reason: string | null
  at: Instant
}

export type Registration = {
  kind: InvestorKind
  status: InvestorStatus
  version: Version
  companyName: string
  brandColour: string | null
  rmName: string | null
  expiresAt: Instant
  individual: IndividualKyc | null
  institutional: InstitutionalKyc | null
  missing: Array<{
    pointer: string
    code: string
  }>
  openFields: Array<string> | null
  returnReasons: Array<ReturnReason>
  bankAccounts: Array<BankAccount>
  documents: Array<Document>
  riskProfile: RiskProfile | null
  questionnaire: RiskQuestionnaire
  phone: string | null
}

export type Religion = 'islam' | 'protestant' | 'catholic' | 'hindu' | 'buddhist' | 'confucian' | 'other'

export type Reservation = {
  instructionId: Id
  productCode: string
  amount: Money | null
  units: Units | null
  allUnits: boolean
  /**
   * Bib has received it and includes it in the portfolio
   */
  isAtBib: boolean
  sentAt: Instant | null
}

export type ReturnReason = {
  pointer: string
  reason: string
  createdAt: Instant
}

export type ReturnedPart = {
  pointer: string
  reason: string
  createdAt: Instant
  was: unknown
  now: unknown
  /**
   * Computed from the full values, also behind masks; null where none was stored
   */
  isChanged: boolean | null
}

export type ReviewResult = {
  id: Id
  status: InvestorStatus | null
  version: Version | null
  problem: {
    type: string
    title: string
    status: number
  } | null
}

export type RiskAnswer = {
  questionId: string
  optionId: string
}

export type RiskOption = {
  id: string
  labelId: string
  labelEn: string
  score: number
}

export type RiskProfile = {
  id: Id
  questionnaireVersion: number
  score: number
  band: number
  by: 'user' | 'investor'
  profiledOn: CalendarDate
  expiresOn: CalendarDate
  createdAt: Instant
}

export type RiskQuestion = {
  id: string
  labelId: string
  labelEn: string
  options: Array<RiskOption>
}

export type RiskQuestionnaire = {
  version: number
  questions: Array<RiskQuestion>
  /**
   * The lowest score of band 1 to 5
   */
  bands: Array<number>
}

export type Role = {
  id: Id
  companyId: Id | null
  code: string
  name: string
  permissions: Array<string>
  isSystem: boolean
  userCount: number
  version: Version
}

export type SalesFigures = {
  asOf: Instant
  isStale: boolean
  byMonth: Array<{
    month: string
    currency: Currency
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }>
  byProduct: Array<{
    productCode: ProductCode
    productName: string | null
    currency: Currency
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }>
  byRm: Array<{
    rmId: string
    rmName: string | null
    currency: Currency
    transactions: number
    inflow: Money
    outflow: Money
    net: SignedMoney
  }>
}

export type SalesReportLine = {
  month: string
  rmId: string
  productCode: ProductCode
  currency: Currency
  transactions: number
  subscriptions: Money
  redemptions: Money
  switchIn: Money
  switchOut: Money
  net: SignedMoney
  fees: Money
  rmName: string | null
  productName: string | null
}

export type Search = string

export type SecretPointer = string

export type Session = {
  id: Id
  client: ClientKind
  deviceId: Id
  deviceName: string
  companyId: Id
  ip: string | null
  createdAt: Instant
  lastUsedAt: Instant
  isCurrent: boolean
}

export type Sid = string

export type SignIn = {
  status: 'signed-in' | 'challenge' | 'pending' | 'changed'
  accessToken?: string
  /**
   * Seconds
   */
  expiresIn?: number
  /**
   * Mobile only
   */
  refreshToken?: string
  /**
   * Mobile only; sent once, when the device becomes trusted
   */
  deviceSecret?: string
  userId?: Id
  companyId?: Id
  sessionId?: Id
  challengeId?: Id
  purpose?: string
  channel?: 'email' | 'sms'
  /**
   * Masked
   */
  destination?: string
  /**
   * Seconds
   */
  resendAfter?: number
}

export type SignedMoney = string

export type SourceOfFunds = 'salary' | 'business-profit' | 'interest' | 'inheritance' | 'parents-or-children' | 'spouse' | 'pension' | 'lottery' | 'investment-return' | 'other'

export type TaxResidence = {
  country: CountryCode
  tin?: string | null
  noTinReason?: NoTinReason | null
}

export type TimeOfDay = string

export type Today = {
  at: Instant
  followUps: {
    count: number
    overdue: number
    items: Array<{
      id: Id
      fullName: string
      phone: string
      status: LeadStatus
      nextFollowUpAt: Instant
    }>
  }
  returned: {
    count: number
    items: Array<{
      id: Id
      displayName: string
      reasons: number
      returnedAt: Instant | null
    }>
  }
  waiting: {
    count: number
    items: Array<AgendaInstruction>
  }
  failed: {
    count: number
    items: Array<AgendaInstruction>
  }
  licence: {
    number: string
    expiresOn: CalendarDate
    daysLeft: number
  } | null
  cutOffs: Array<CutOff> | null
  sales: {
    asOf: Instant
    isStale: boolean
    items: Array<MonthlySales>
  } | null
  aum: {
    asOf: Instant
    isStale: boolean
    items: Array<MonthlyAum>
  } | null
}

export type Total = {
  count: number
  /**
   * There are more than this
   */
  isCapped: boolean
}

export type Transaction = {
  id: string
  sourceId: string | null
  type: TransactionType
  productCode: ProductCode
  productName: string
  currency: Currency
  navDate: CalendarDate
  nav: Nav
  units: Units
  amount: Money
  fee: Money
  status: 'ALLOCATED' | 'SETTLED'
  settlementDate: CalendarDate
}

export type TransactionReportLine = {
  id: string
  sourceId: string | null
  type: TransactionType
  productCode: ProductCode
  productName: string | null
  currency: Currency
  navDate: CalendarDate
  nav: Nav
  units: Units
  amount: Money
  fee: Money
  status: 'ALLOCATED' | 'SETTLED'
  settlementDate: CalendarDate
  externalId: string
  rmId: string
  rmName: string | null
  investorId: Id | null
  investorName: string | null
}

export type TransactionType = 'SUBSCRIPTION' | 'REDEMPTION' | 'SWITCH_OUT' | 'SWITCH_IN'

export type Units = string

export type User = {
  id: Id
  companyId: Id
  email: string | null
  phone: string | null
  /**
   * Verified by a code, or entered by an administrator; otherwise only claimed at registration
   */
  isEmailProved: boolean
  isPhoneProved: boolean
  status: UserStatus
  fullName: string
  role: string
  language: 'id' | 'en'
  licenceNumber: string | null
  licenceExpiresOn: string | null
  roleId: Id
  /**
   * Has not set a password yet
   */
  isInvited: boolean
  decisionReason: string | null
  lastLoginAt: Instant | null
  createdAt: Instant
  version: Version
}

export type UserCountedPage = {
  items: Array<User>
  nextCursor: string | null
  total?: Total
}

export type UserStatus = 'registered' | 'pending' | 'active' | 'rejected' | 'inactive'

/**
 * Version of the record that the client read; a later change is rejected
 */
export type Version = number

/**
 * The change waits for a second person
 */
export type Waits = boolean

export type YearFigures = {
  year: number
  assets: number
  profit: number
}

export type YearlyIncome = 'under-10m' | '10m-50m' | '50m-100m' | '100m-500m' | '500m-1bn' | 'over-1bn'

export type SessionsLoginInput = {
  login: LoginName
  password: GivenPassword
  client: ClientKind
  device: DeviceClaim
  companyId?: Id
}

export type SessionsRefreshInput = {
  refreshToken?: LinkToken
  deviceSecret?: LinkToken
}

export type SessionsLogoutInput = {
}

export type SessionsLogoutByPostInput = {
}

export type SessionsSwitchCompanyInput = {
  companyId: Id
}

export type SessionsListInput = {
}

export type SessionsRevokeInput = {
  id: Id
}

export type SessionsRevokeOthersInput = {
}

export type CodesVerifyInput = {
  challengeId: Id
  code: OtpCode
  purpose: 'login' | 'register' | 'change-email' | 'change-phone'
  deviceId: Id
}

export type CodesResendInput = {
  challengeId: Id
  deviceId: Id
}

export type RegistrationRegisterInput = {
  fullName: FullName
  email: Email
  phone: Phone
  password: GivenPassword
  companyId: Id
  licenceNumber?: string
  language?: Language
  channel?: 'email' | 'sms'
  deviceId: Id
}

export type RegistrationVerifyUniqueInput = {
  login: LoginName
}

export type RegistrationCompaniesInput = {
}

export type PasswordsRequestResetInput = {
  login: LoginName
}

export type PasswordsConfirmResetInput = {
  token: LinkToken
  newPassword: GivenPassword
}

export type AccountStepUpInput = {
  currentPassword: GivenPassword
}

export type AccountMeInput = {
}

export type AccountChangeSettingInput = {
  setting: 'password' | 'email' | 'phone' | 'language' | 'push'
  currentPassword?: GivenPassword
  password?: GivenPassword
  email?: Email
  phone?: Phone
  language?: Language
  push?: PushPreferences
}

export type AccountCompanyIdsInput = {
}

export type AccountCompanyldsInput = {
}

export type DevicesListInput = {
}

export type DevicesRenameInput = {
  name: string
}

export type DevicesRevokeInput = {
  id: Id
}

export type NotificationsListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  /**
   * Unread only
   */
  unread?: boolean
}

export type NotificationsReadInput = {
  ids?: Array<Id>
}

export type NotificationsSubscribeInput = {
  pushToken: string
}

export type NotificationsUnsubscribeInput = {
}

export type PreferencesListInput = {
}

export type PreferencesPutInput = {
  key: string
  value: {
  }
}

export type PreferencesRemoveInput = {
  key: string
}

export type UsersListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  /**
   * Count the items, up to 10000
   */
  count?: boolean
  status?: UserStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  /**
   * Code of a role
   */
  role?: string
  search?: Search
  licenceExpiresBefore?: CalendarDate
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
}

export type UsersGetInput = {
  id: Id
}

export type UsersCreateInput = {
  fullName: FullName
  role: string
  language?: Language
  licenceNumber?: string | null
  licenceExpiresOn?: CalendarDate | null
  email: Email
  phone?: Phone
}

export type UsersUpdateInput = {
  id: Id
  version: Version
  changes: {
    fullName?: FullName
    role?: string
    language?: Language
    licenceNumber?: string | null
    licenceExpiresOn?: CalendarDate | null
  }
}

export type UsersRemoveInput = {
  id: Id
  version: Version
}

export type UsersApproveOrRejectInput = {
  id: Id
  decision: 'approve' | 'reject'
  reason?: string
  version: Version
}

export type UsersActiveOrDeInput = {
  id: Id
  decision: 'activate' | 'deactivate'
  reason: string
  version: Version
}

export type UsersReinviteInput = {
  id: Id
}

export type UserAccessSessionsInput = {
  id: Id
}

export type UserAccessEndSessionInput = {
  id: Id
  sessionId: Id
}

export type UserAccessDevicesInput = {
  id: Id
}

export type UserAccessRevokeDeviceInput = {
  id: Id
  deviceId: Id
}

export type RolesListInput = {
}

export type RolesCreateInput = {
  code: string
  name: string
  permissions: Array<string>
}

export type RolesUpdateInput = {
  id: Id
  version: Version
  changes: {
    name?: string
    permissions?: Array<string>
  }
}

export type RolesRemoveInput = {
  id: Id
}

export type CompaniesListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  search?: Search
  isActive?: boolean
}

export type CompaniesGetInput = {
  id: Id
}

export type CompaniesCreateInput = {
  code: string
  name: FullName
  logo?: Logo
  settings?: CompanySettingsChanges
  admin?: {
    fullName: FullName
    email: Email
    phone?: Phone
  }
}

export type CompaniesUpdateInput = {
  id: Id
  version: Version
  changes: {
    name?: FullName
    logo?: Logo | null
    settings?: CompanySettingsChanges
  }
}

export type CompaniesActiveOrDeInput = {
  id: Id
  decision: 'activate' | 'deactivate'
  reason: string
  version: Version
}

export type CompaniesRemoveInput = {
  id: Id
  version: Version
  reason: string
}

export type CompaniesMembersInput = {
  id: Id
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  search?: Search
}

export type CompaniesAddMemberInput = {
  id: Id
  email: Email
  role: string
}

export type CompaniesOwnInput = {
}

export type CompaniesDrawLogoInput = {
  bytes: Uint8Array
}

export type CompaniesUpdateOwnInput = {
  version: Version
  settings: CompanySettings
  logo?: Logo | null
}

export type MembershipOffersListInput = {
}

export type MembershipOffersAcceptOrDeclineInput = {
  id: Id
  decision: 'accept' | 'decline'
}

export type PlatformAccessListInput = {
  id: Id
}

export type PlatformAccessOpenInput = {
  id: Id
  reason: string
  hours: number
}

export type PlatformAccessCloseInput = {
  id: Id
}

export type PlatformAccessOwnInput = {
}

export type PlatformAccessAgreeInput = {
  id: Id
}

export type PlatformAccessEndInput = {
  id: Id
}

export type PendingAdministrationListInput = {
}

export type PendingAdministrationDecideInput = {
  id: Id
  decision: 'approve' | 'reject'
  reason?: string
}

export type AuditTrailInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  /**
   * Only this entry
   */
  id?: string
  actor?: Id
  entity?: string
  entityId?: string
  action?: string
  ip?: string
  from?: Instant
  to?: Instant
}

export type AuditExportInput = {
  /**
   * Only this entry
   */
  id?: string
  actor?: Id
  entity?: string
  entityId?: string
  action?: string
  ip?: string
  from?: Instant
  to?: Instant
  language?: 'id' | 'en'
}

export type AuditStatusInput = {
}

export type LeadsListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  /**
   * Count the items, up to 10000
   */
  count?: boolean
  /**
   * all: also in other companies where the user holds the same role
   */
  companies?: 'active' | 'all'
  status?: LeadStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  rmId?: Id
  tag?: string
  search?: Search
  followUpBefore?: Instant
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
}

export type LeadsExportInput = {
  status?: LeadStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  rmId?: Id
  tag?: string
  search?: Search
  followUpBefore?: Instant
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type LeadsExportXlsxInput = {
  status?: LeadStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  rmId?: Id
  tag?: string
  search?: Search
  followUpBefore?: Instant
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type LeadsTagsInput = {
}

export type LeadsGetInput = {
  id: Id
}

export type LeadsDuplicatesInput = {
  id: Id
}

export type LeadsCreateInput = {
  id?: Id
  fullName: FullName
  phone: PhoneWithExtension
  email?: Email | null
  interest?: string | null
  source?: string | null
  tags?: Array<string>
  nextFollowUpAt?: Instant | null
}

export type LeadsUpdateInput = {
  id: Id
  version: Version
  fullName?: FullName
  phone?: PhoneWithExtension
  email?: Email | null
  interest?: string | null
  source?: string | null
  tags?: Array<string>
  nextFollowUpAt?: Instant | null
  status?: LeadStatus
  lostReason?: string | null
}

export type LeadsRemoveInput = {
  id: Id
  version: Version
}

export type LeadActivitiesListInput = {
  id: Id
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
}

export type LeadActivitiesCreateInput = {
  id: Id
  activityId?: Id
  kind: 'note' | 'call' | 'meeting' | 'message'
  text: string
  happenedAt?: Instant
  nextFollowUpAt?: Instant | null
}

export type LeadImportsCreateInput = {
  csv: string
  dryRun: boolean
  /**
   * The heading of a field's column, where it differs from the usual one
   */
  mapping?: {
    fullName?: string
    phone?: string
    email?: string
    interest?: string
    source?: string
    tags?: string
    nextFollowUpAt?: string
  }
}

export type LeadImportsReadFileInput = {
  bytes: Uint8Array
}

export type HandoversCreateInput = {
  fromRmId: Id
  toRmId: Id
  what: 'all' | 'leads' | 'investors' | 'selected'
  leadIds?: Array<Id>
  investorIds?: Array<Id>
  reason: string
}

export type InvestorsListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  /**
   * Count the items, up to 10000
   */
  count?: boolean
  /**
   * all: also in other companies where the user holds the same role
   */
  companies?: 'active' | 'all'
  status?: InvestorStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  kind?: InvestorKind
  rmId?: Id
  claimedBy?: Id
  /**
   * The reviewer who has claimed the case
   */
  claimed?: 'mine' | 'others' | 'none'
  isPep?: boolean
  waitingBefore?: Instant
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  /**
   * queue: submitted cases only, longest waiting first
   */
  order?: 'newest' | 'oldest' | 'queue'
}

export type InvestorsExportInput = {
  status?: InvestorStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  kind?: InvestorKind
  rmId?: Id
  claimedBy?: Id
  /**
   * The reviewer who has claimed the case
   */
  claimed?: 'mine' | 'others' | 'none'
  isPep?: boolean
  waitingBefore?: Instant
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  /**
   * queue: submitted cases only, longest waiting first
   */
  order?: 'newest' | 'oldest' | 'queue'
  language?: 'id' | 'en'
}

export type InvestorsExportXlsxInput = {
  status?: InvestorStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  kind?: InvestorKind
  rmId?: Id
  claimedBy?: Id
  /**
   * The reviewer who has claimed the case
   */
  claimed?: 'mine' | 'others' | 'none'
  isPep?: boolean
  waitingBefore?: Instant
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  /**
   * queue: submitted cases only, longest waiting first
   */
  order?: 'newest' | 'oldest' | 'queue'
  language?: 'id' | 'en'
}

export type InvestorsGetInput = {
  id: Id
}

export type InvestorsHistoryInput = {
  id: Id
}

export type InvestorsCreateInput = {
  id?: Id
  kind: InvestorKind
  leadId?: Id
  fullName: FullName
  email?: Email | null
  phone?: Phone | null
}

export type InvestorsSaveKycInput = {
  id: Id
  version: Version
  individual?: IndividualChanges
  institutional?: InstitutionalChanges
  verificationMethod?: 'in-person' | 'video'
}

export type InvestorsSubmitInput = {
  id: Id
  version: Version
}

export type InvestorsReviewInput = {
  items: Array<{
    id: Id
    version: Version
  }>
  decision: Decision
  reasons?: Array<{
    pointer: string
    reason: string
  }>
  note?: string
}

export type InvestorsApprovePepInput = {
  id: Id
  version: Version
  note: string
}

export type InvestorsClaimInput = {
  id: Id
}

export type InvestorsReleaseInput = {
  id: Id
}

export type InvestorsRevealInput = {
  id: Id
  pointer: SecretPointer
}

export type InvestorsSetExternalIdInput = {
  id: Id
  externalId: string
  expected: string | null
}

export type InvestorsSyncBibInput = {
  id: Id
}

export type DocumentsListInput = {
  id: Id
}

export type DocumentsDeclareInput = {
  id: Id
  documentId?: Id
  type: DocumentType
}

export type DocumentsUploadInput = {
  id: Id
  documentId: Id
  bytes: Uint8Array
}

export type DocumentsRemoveInput = {
  id: Id
  documentId: Id
}

export type DocumentsDownloadInput = {
  fileToken: string
}

export type BankAccountsListInput = {
  id: Id
}

export type BankAccountsCreateInput = {
  id: Id
  accountId?: Id
  bankCode: string
  number: string
  holderName: FullName
  currency?: Currency
  branch?: string | null
  country?: CountryCode
}

export type BankAccountsUpdateInput = {
  id: Id
  accountId: Id
  version: Version
  bankCode?: string
  number?: string
  holderName?: FullName
  currency?: Currency
  branch?: string | null
  country?: CountryCode
}

export type BankAccountsRemoveInput = {
  id: Id
  accountId: Id
  version: Version
}

export type BankAccountsReviewInput = {
  id: Id
  accountId: Id
  version: Version
  decision: 'accept' | 'refuse'
}

export type RiskProfilesQuestionnaireInput = {
}

export type RiskProfilesVersionsInput = {
}

export type RiskProfilesVersionInput = {
  version: number
}

export type RiskProfilesPublishInput = {
  questions: Array<RiskQuestion>
  /**
   * The lowest score of band 1 to 5
   */
  bands: Array<number>
}

export type RiskProfilesListInput = {
  id: Id
}

export type RiskProfilesCreateInput = {
  id: Id
  questionnaireVersion: number
  answers: Array<RiskAnswer>
}

export type ConsentsListInput = {
  id: Id
}

export type ConsentsGiveInput = {
  id: Id
  purpose: ConsentPurpose
  textVersion: string
  language: 'id' | 'en'
}

export type ConsentsWithdrawInput = {
  id: Id
  consentId: Id
  reason?: string
}

export type RemoteRegistrationSendLinkInput = {
  id: Id
  version: Version
  channel: 'email' | 'sms'
}

export type RemoteRegistrationWithdrawLinkInput = {
  id: Id
  version: Version
}

export type RemoteRegistrationSenderInput = {
  token: LinkToken
}

export type RemoteRegistrationViewInput = {
  token: LinkToken
}

export type RemoteRegistrationSaveInput = {
  token: LinkToken
  version: Version
  individual?: IndividualChanges
  institutional?: InstitutionalChanges
}

export type RemoteRegistrationAddBankAccountInput = {
  token: LinkToken
  accountId?: Id
  bankCode: string
  number: string
  holderName: FullName
  currency?: Currency
  branch?: string | null
  country?: CountryCode
}

export type RemoteRegistrationRemoveBankAccountInput = {
  token: LinkToken
  accountId: Id
  version: Version
}

export type RemoteRegistrationAssessRiskInput = {
  token: LinkToken
  questionnaireVersion: number
  answers: Array<RiskAnswer>
}

export type RemoteRegistrationDeclareDocumentInput = {
  token: LinkToken
  documentId?: Id
  type: DocumentType
}

export type RemoteRegistrationUploadDocumentInput = {
  token: LinkToken
  documentId: Id
  bytes: Uint8Array
}

export type RemoteRegistrationRemoveDocumentInput = {
  token: LinkToken
  documentId: Id
}

export type RemoteRegistrationSendCodeInput = {
  token: LinkToken
}

export type RemoteRegistrationSubmitInput = {
  token: LinkToken
  version: Version
  code: OtpCode
  consents: Array<GivenConsent>
}

export type InstructionsListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  /**
   * Count the items, up to 10000
   */
  count?: boolean
  /**
   * all: also in other companies where the user holds the same role
   */
  companies?: 'active' | 'all'
  status?: InstructionStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  /**
   * Any of these, separated by commas
   */
  payments?: string
  type?: InstructionType
  investorId?: Id
  rmId?: Id
  productCode?: string
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
}

export type InstructionsExportInput = {
  status?: InstructionStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  /**
   * Any of these, separated by commas
   */
  payments?: string
  type?: InstructionType
  investorId?: Id
  rmId?: Id
  productCode?: string
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type InstructionsExportXlsxInput = {
  status?: InstructionStatus
  /**
   * Any of these, separated by commas
   */
  statuses?: string
  /**
   * Any of these, separated by commas
   */
  payments?: string
  type?: InstructionType
  investorId?: Id
  rmId?: Id
  productCode?: string
  search?: Search
  from?: CalendarDate
  to?: CalendarDate
  order?: 'newest' | 'oldest'
  language?: 'id' | 'en'
}

export type InstructionsGetInput = {
  id: Id
}

export type InstructionsCreateInput = {
  id?: Id
  investorId: Id
  type: InstructionType
  productCode: string
  targetProductCode?: string | null
  amount?: Money | null
  units?: Units | null
  allUnits?: boolean
  bankAccountId?: Id | null
  factSheetOffered: boolean
  aboveRiskProfileTold?: boolean
  confirmDuplicate?: boolean
  amountReason?: string | null
  /**
   * false saves it as a draft
   */
  send?: boolean
}

export type InstructionsSendInput = {
  id: Id
  version: Version
}

export type InstructionsRepeatInput = {
  id: Id
}

export type InstructionsCancelInput = {
  id: Id
  version: Version
  reason: string
}

export type InstructionsReservationsInput = {
  id: Id
}

export type InstructionsDocumentInput = {
  id: Id
  language?: 'id' | 'en'
}

export type PaymentsDecideInput = {
  id: Id
  receiptId: string
  verdict: PayerVerdict
  reason: string
  version: Version
}

export type ApprovalsSenderInput = {
  token: LinkToken
}

export type ApprovalsViewInput = {
  token: LinkToken
}

export type ApprovalsPaymentInput = {
  token: LinkToken
}

export type ApprovalsDocumentInput = {
  token: LinkToken
}

export type ApprovalsSendCodeInput = {
  token: LinkToken
}

export type ApprovalsAnswerInput = {
  token: LinkToken
  decision: 'approve' | 'decline'
  documentHash?: DocumentHash
  code?: OtpCode
  signature?: string
  consent?: boolean
  reason?: string
}

export type EvidenceListInput = {
  id: Id
}

export type MessageTemplatesListInput = {
}

export type MessageTemplatesPutInput = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
  /**
   * E-mails only
   */
  subject: string | null
  text: string
}

export type MessageTemplatesPreviewInput = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
  /**
   * E-mails only
   */
  subject: string | null
  text: string
}

export type MessageTemplatesResetInput = {
  kind: MessageKind
  channel: MessageChannel
  language: 'id' | 'en'
}

export type PendingChangesListInput = {
}

export type PendingChangesDecideInput = {
  id: Id
  decision: 'approve' | 'reject'
  reason?: string
}

export type OutboxListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  state?: 'waiting' | 'retrying' | 'dead'
  task?: string
}

export type OutboxReplayInput = {
  id: string
}

export type OutboxBreakerInput = {
}

export type OutboxPoisonInput = {
}

export type ReconciliationsListInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
}

export type ReconciliationsGetInput = {
  id: Id
}

export type ReconciliationsStartInput = {
}

export type ReferenceBanksInput = {
  includeInactive?: boolean
}

export type ReferenceLocationsInput = {
  level?: 'province' | 'city' | 'district'
  parent?: string
}

export type ReferenceCountriesInput = {
}

export type ReferenceHolidaysInput = {
  year?: number
}

export type ReferenceChangeBankInput = {
  code: string
  name?: string
  bic?: string | null
  isActive?: boolean
}

export type ReferencePutHolidayInput = {
  date: CalendarDate
  name: string
  isProvisional: boolean
  /**
   * For the record, such as the number of the decree
   */
  reason?: string
}

export type ReferenceRemoveHolidayInput = {
  date: CalendarDate
  /**
   * For the record, such as the number of the decree
   */
  reason?: string
}

export type CodeListEntriesListInput = {
}

export type CodeListEntriesPutInput = {
  list: CodeListName
  code: string
  sinvestCode: string | null
  /**
   * Version of the entry that the client read
   */
  version: number
}

export type FiguresCountsInput = {
  days?: number
}

export type FiguresInvestorsInput = {
  externalIds: string
}

export type FiguresRmsInput = {
}

export type AgendaGetInput = {
}

export type GatewayCsrfTokenInput = {
}

export type GatewayAppVersionInput = {
}

export type ProductsListInput = {
  type?: ProductType
  /**
   * Highest risk level
   */
  riskMax?: number
  manager?: string
  syariah?: boolean
  currency?: Currency
  search?: Search
}

export type ProductsGetInput = {
  code: ProductCode
}

export type ProductsFactSheetInput = {
  code: ProductCode
}

export type ProductsNavsInput = {
  code: ProductCode
  from?: CalendarDate
  to?: CalendarDate
}

export type PortfoliosGetInput = {
  id: Id
}

export type PortfoliosTransactionsInput = {
  id: Id
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  from?: CalendarDate
  to?: CalendarDate
}

export type PortfoliosStatementInput = {
  id: Id
  from?: CalendarDate
  to?: CalendarDate
  language?: 'id' | 'en'
}

export type ReportsAumInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
}

export type ReportsAumCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsAumXlsxInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsSalesInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
}

export type ReportsSalesCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsSalesXlsxInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsInvestorsInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  currency?: Currency
  limit?: number
}

export type ReportsInvestorsCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsBookPdfInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  currency?: Currency
  language?: 'id' | 'en'
}

export type ReportsTransactionsInput = {
  /**
   * Items per page
   */
  limit?: number
  /**
   * nextCursor of the previous page
   */
  cursor?: string
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  type?: TransactionType
}

export type ReportsTransactionsCsvInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  type?: TransactionType
  language?: 'id' | 'en'
}

export type ReportsTransactionsXlsxInput = {
  from: CalendarDate
  to: CalendarDate
  rmId?: Id
  productCode?: ProductCode
  type?: TransactionType
  language?: 'id' | 'en'
}

export type DashboardGetInput = {
  /**
   * How far assets and sales go back
   */
  months?: number
}

export type TodayGetInput = {
}

/** Every operation, by noun. */
export type Api = {
  /**
   * Signing in and out, renewing an access token, changing the active company.
   */
  sessions: {
    /**
     * Sign in with a password; a new device must verify a code
     */
    login: Method<SessionsLoginInput, SignIn>
    /**
     * Exchange the refresh token for a new pair; a web client sends its cookies and an empty body
     */
    refresh: Method<SessionsRefreshInput, SignIn>
    /**
     * End the session; harmless if it has already ended
     */
    logout: Method<SessionsLogoutInput, {
      status: 'signed-out'
    }>
    /**
     * End the session; harmless if it has already ended
     */
    logoutByPost: Method<SessionsLogoutByPostInput, {
      status: 'signed-out'
    }>
    /**
     * Switch to another of the user's companies
     */
    switchCompany: Method<SessionsSwitchCompanyInput, SignIn>
    /**
     * Own active sessions
     */
    list: Method<SessionsListInput, {
      items: Array<Session>
    }>
    /**
     * End one of the own sessions
     */
    revoke: Method<SessionsRevokeInput, void>
    /**
     * End all own sessions except this one
     */
    revokeOthers: Method<SessionsRevokeOthersInput, {
      ended: number
    }>
  }
  /**
   * One-time codes by SMS and e-mail.
   */
  codes: {
    /**
     * Verify a code; completes the request that needed it
     */
    verify: Method<CodesVerifyInput, SignIn>
    /**
     * Send a new code; the earlier code becomes void
     */
    resend: Method<CodesResendInput, {
      channel: 'email' | 'sms'
      destination: string
      resendAfter: number
    }>
  }
  /**
   * Creating an account from an invitation.
   */
  registration: {
    /**
     * Register with a company as an RM; a code goes to the chosen channel
     */
    register: Method<RegistrationRegisterInput, SignIn>
    /**
     * Whether an e-mail address or phone number is still free
     */
    verifyUnique: Method<RegistrationVerifyUniqueInput, {
      unique: boolean
    }>
    /**
     * Companies that accept registrations
     */
    companies: Method<RegistrationCompaniesInput, {
      items: Array<{
        id: Id
        name: string
        logo: string | null
      }>
    }>
  }
  /**
   * Setting, changing and recovering passwords.
   */
  passwords: {
    /**
     * Request a link to set a new password; the reply never reveals whether the account exists
     */
    requestReset: Method<PasswordsRequestResetInput, {
      status: 'accepted'
    }>
    /**
     * Set the password with the token from the link; all sessions end
     */
    confirmReset: Method<PasswordsConfirmResetInput, {
      status: 'changed'
    }>
  }
  /**
   * The signed-in user’s own profile.
   */
  account: {
    /**
     * Enter the password again; returns an access token for operations that require it
     */
    stepUp: Method<AccountStepUpInput, SignIn>
    /**
     * The signed-in user and their permissions
     */
    me: Method<AccountMeInput, Me>
    /**
     * Change one setting; password, e-mail and phone need the current password
     *
     * A new e-mail address or phone number takes effect when the code sent to it is verified at verify-otp.
     */
    changeSetting: Method<AccountChangeSettingInput, SignIn>
    /**
     * The companies that the user may act in
     */
    companyIds: Method<AccountCompanyIdsInput, {
      items: Array<OwnCompany>
    }>
    /**
     * The companies that the user may act in
     */
    companylds: Method<AccountCompanyldsInput, {
      items: Array<OwnCompany>
    }>
  }
  /**
   * Phones that receive push messages.
   */
  devices: {
    /**
     * Own trusted devices
     */
    list: Method<DevicesListInput, {
      items: Array<Device>
    }>
    /**
     * Name the device of this session
     */
    rename: Method<DevicesRenameInput, {
      id: Id
      name: string
    }>
    /**
     * Stop trusting a device; its sessions end
     */
    revoke: Method<DevicesRevokeInput, void>
  }
  /**
   * Notifications to a user in the console and the app.
   */
  notifications: {
    /**
     * Own notifications, newest first
     */
    list: ListMethod<NotificationsListInput, {
      items: Array<Notification>
      nextCursor: string | null
      unreadCount: number
    }>
    /**
     * Mark the given notifications, or all, as read
     */
    read: Method<NotificationsReadInput, {
      unreadCount: number
    }>
    /**
     * Enable push for the device of this session
     */
    subscribe: Method<NotificationsSubscribeInput, void>
    /**
     * Disable push for the device of this session
     */
    unsubscribe: Method<NotificationsUnsubscribeInput, void>
  }
  /**
   * Small settings that a user keeps on the server.
   */
  preferences: {
    /**
     * All own preferences in the active company
     */
    list: Method<PreferencesListInput, {
      items: Array<Preference>
    }>
    /**
     * Save a preference, replacing the earlier one
     *
     * At most 100 a user and company.
     */
    put: Method<PreferencesPutInput, Preference>
    /**
     * Reset to the default
     */
    remove: Method<PreferencesRemoveInput, void>
  }
  /**
   * The users of a company.
   */
  users: {
    /**
     * Users of the company, newest or oldest first
     *
     * Needs the permission `user.read`.
     */
    list: ListMethod<UsersListInput, UserCountedPage>
    /**
     * One user
     *
     * Needs the permission `user.read`.
     */
    get: Method<UsersGetInput, User>
    /**
     * Invite a user; an e-mail with a link to set a password goes out
     *
     * An invitation to a role with power over people, roles, messages or settings waits for a second person: until then there is no user, nothing is sent, and the id is that of the pending change.
     *
     * Needs the permission `user.create`.
     */
    create: Method<UsersCreateInput, ChangedUser>
    /**
     * Change a user; changing the role ends the sessions
     *
     * A role with power over people, roles, messages or settings waits for a second person. All other changes apply at once.
     *
     * Needs the permission `user.update`.
     */
    update: Method<UsersUpdateInput, ChangedUser>
    /**
     * Remove a user from the company; the record is kept for the trail
     *
     * Needs the permission `user.delete`.
     */
    remove: Method<UsersRemoveInput, void>
    /**
     * Decide on a registration
     *
     * Approving a user whose role has power over people, roles, messages or settings waits for a second person.
     *
     * Needs the permission `user.approve`.
     */
    approveOrReject: Method<UsersApproveOrRejectInput, {
      id: Id
      status: UserStatus
      version: Version
      waits: Waits
    }>
    /**
     * Activate or deactivate; deactivating ends the sessions
     *
     * Reactivating a user whose role has power over people, roles, messages or settings waits for a second person. Deactivating never does.
     *
     * Needs the permission `user.activate`.
     */
    activeOrDe: Method<UsersActiveOrDeInput, {
      id: Id
      status: UserStatus
      version: Version
      waits: Waits
    }>
    /**
     * Resend the invitation; the earlier link becomes void
     *
     * Needs the permission `user.create`.
     */
    reinvite: Method<UsersReinviteInput, void>
  }
  /**
   * Blocking, unblocking and resetting the access of a user.
   */
  userAccess: {
    /**
     * A user's active sessions in the company
     *
     * Needs the permission `user-access.read`.
     */
    sessions: Method<UserAccessSessionsInput, {
      items: Array<{
        id: Id
        client: ClientKind
        deviceId: Id
        deviceName: string
        companyId: Id
        ip: string | null
        createdAt: Instant
        lastUsedAt: Instant
      }>
    }>
    /**
     * End a user's session in the company; the user is notified
     *
     * Needs the permission `user-access.end`.
     */
    endSession: Method<UserAccessEndSessionInput, void>
    /**
     * Trusted devices on which a user has worked for the company
     *
     * Needs the permission `user-access.read`.
     */
    devices: Method<UserAccessDevicesInput, {
      items: Array<{
        id: Id
        name: string
        platform: 'android' | 'ios' | 'web'
        trustedAt: Instant
        lastSeenAt: Instant
        lastIp: string | null
        hasPush: boolean
      }>
    }>
    /**
     * Stop trusting a user's device; its sessions end and the user is notified
     *
     * Needs the permission `user-access.end`.
     */
    revokeDevice: Method<UserAccessRevokeDeviceInput, void>
  }
  /**
   * Roles of a company and their permissions.
   */
  roles: {
    /**
     * Roles that can be assigned, and the permissions they may contain
     *
     * Needs the permission `role.read`.
     */
    list: Method<RolesListInput, {
      items: Array<Role>
      permissions: Array<string>
    }>
    /**
     * Add a role of the company
     *
     * Needs the permission `role.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    create: Method<RolesCreateInput, Role>
    /**
     * Change a role of the company; sessions of those who hold it end
     *
     * A change that adds power over people, roles, messages or settings waits for a second person.
     *
     * Needs the permission `role.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    update: Method<RolesUpdateInput, {
      id: Id
      companyId: Id | null
      code: string
      name: string
      permissions: Array<string>
      isSystem: boolean
      userCount: number
      version: Version
      waits: Waits
    }>
    /**
     * Remove a role that nobody holds
     *
     * Needs the permission `role.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    remove: Method<RolesRemoveInput, void>
  }
  /**
   * Companies (tenants) and their settings.
   */
  companies: {
    /**
     * All companies
     *
     * Needs the permission `company.manage`.
     */
    list: ListMethod<CompaniesListInput, CompanyPage>
    /**
     * One company
     *
     * Needs the permission `company.manage`.
     */
    get: Method<CompaniesGetInput, Company>
    /**
     * Add a company and invite its first administrator
     *
     * Needs the permission `company.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    create: Method<CompaniesCreateInput, Company>
    /**
     * Change a company
     *
     * Settings that affect money wait for an administrator of the company, if it has one. All others change at once.
     *
     * Needs the permission `company.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    update: Method<CompaniesUpdateInput, ChangedCompany>
    /**
     * Activate or deactivate a company; deactivating ends its users' sessions
     *
     * Needs the permission `company.manage`.
     */
    activeOrDe: Method<CompaniesActiveOrDeInput, Company>
    /**
     * Close a company; its records are kept
     *
     * Needs the permission `company.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    remove: Method<CompaniesRemoveInput, void>
    /**
     * Members of a company, newest first
     *
     * Needs the permission `company.manage`.
     */
    members: ListMethod<CompaniesMembersInput, MemberPage>
    /**
     * Offer an existing user a membership of this company; its administrators are notified
     *
     * The membership starts when the user accepts. It cannot be offered to oneself or to a platform user. An offer of a role with power over people, roles, messages or settings is sent once an administrator of the company approves it.
     *
     * Needs the permission `company.manage`.
     */
    addMember: Method<CompaniesAddMemberInput, {
      userId: Id
      waits: Waits
    }>
    /**
     * The active company and its settings
     *
     * Needs the permission `company.read`.
     */
    own: Method<CompaniesOwnInput, Company>
    /**
     * Scale a picture down to a logo; nothing is stored
     *
     * JPEG, PNG, WebP, HEIC or AVIF, at most 10 MB. The reply fits into the settings.
     *
     * Needs the permission `company.update`.
     */
    drawLogo: Method<CompaniesDrawLogoInput, {
      logo: string
    }>
    /**
     * Change the settings of the active company, except its code at Bib
     *
     * Settings that affect money wait for a second person. All others change at once.
     *
     * Needs the permission `company.update`.
     */
    updateOwn: Method<CompaniesUpdateOwnInput, ChangedCompany>
  }
  /**
   * Offers to an existing user to join another company.
   */
  membershipOffers: {
    /**
     * Open membership offers of the user
     */
    list: Method<MembershipOffersListInput, {
      items: Array<MembershipOffer>
    }>
    /**
     * Accept or decline a membership offer; accepting ends all other sessions
     */
    acceptOrDecline: Method<MembershipOffersAcceptOrDeclineInput, void>
  }
  /**
   * Time-limited access of the platform’s staff to a company.
   */
  platformAccess: {
    /**
     * Platform users with access to a company, and how long access may last
     *
     * Needs the permission `company.manage`.
     */
    list: Method<PlatformAccessListInput, PlatformAccesses>
    /**
     * Open access to a company for oneself; its administrators are notified at once
     *
     * Grants the view of an auditor, without exports and without revealing masked data, for a limited time. The company can end it at once, or extend its rights.
     *
     * Needs the permission `company.manage`.
     *
     * Needs a password that was shown within ten minutes.
     */
    open: Method<PlatformAccessOpenInput, PlatformAccess>
    /**
     * End one's own access to a company
     *
     * Needs the permission `company.manage`.
     */
    close: Method<PlatformAccessCloseInput, void>
    /**
     * Platform users with access to the active company
     *
     * Needs the permission `user.read`.
     */
    own: Method<PlatformAccessOwnInput, PlatformAccesses>
    /**
     * Let a platform user act as a company administrator until the access ends
     *
     * Needs the permission `user.update`.
     *
     * Needs a password that was shown within ten minutes.
     */
    agree: Method<PlatformAccessAgreeInput, void>
    /**
     * End a platform user's access to the active company at once
     *
     * Needs the permission `user.update`.
     */
    end: Method<PlatformAccessEndInput, void>
  }
  /**
   * Administrative changes that wait for a second person.
   */
  pendingAdministration: {
    /**
     * Changes waiting for a second person: people, roles, settings; oldest first
     *
     * Needs the permission `pending-change.read`.
     */
    list: Method<PendingAdministrationListInput, {
      items: Array<PendingChange>
    }>
    /**
     * Approve or reject a pending change (people, roles, settings); the requester may only withdraw it
     *
     * Also needs the permission for the change itself. A rejection needs a reason.
     *
     * Needs the permission `pending-change.decide`.
     *
     * Needs a password that was shown within ten minutes.
     */
    decide: Method<PendingAdministrationDecideInput, void>
  }
  /**
   * The audit trail.
   */
  audit: {
    /**
     * Who did what, newest first
     *
     * Needs the permission `audit.read`.
     */
    trail: ListMethod<AuditTrailInput, AuditEntryPage>
    /**
     * The trail as a CSV file; the export itself is recorded in the trail
     *
     * Needs the permission `audit.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    export: Method<AuditExportInput, Uint8Array>
    /**
     * How far the trail is sealed: the head of its hash chain, and the latest head signed outside the database
     *
     * Needs the permission `audit.read`.
     */
    status: Method<AuditStatusInput, {
      sealed: number
      hash: string | null
      signedSeq: number | null
      signedAt: Instant | null
    }>
  }
  /**
   * Potential investors in an RM’s book.
   */
  leads: {
    /**
     * Leads, newest or oldest first
     *
     * Needs the permission `lead.read`.
     */
    list: ListMethod<LeadsListInput, LeadCountedPage>
    /**
     * Leads as a CSV file
     *
     * Needs the permission `lead.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    export: Method<LeadsExportInput, Uint8Array>
    /**
     * Leads as an Excel file
     *
     * Needs the permission `lead.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    exportXlsx: Method<LeadsExportXlsxInput, Uint8Array>
    /**
     * The tags in use, most used first
     *
     * Needs the permission `lead.read`.
     */
    tags: Method<LeadsTagsInput, {
      items: Array<{
        tag: string
        count: number
      }>
    }>
    /**
     * A lead
     *
     * Needs the permission `lead.read`.
     */
    get: Method<LeadsGetInput, Lead>
    /**
     * Other leads and investors of the company with the same phone number or e-mail address
     *
     * Needs the permission `lead.read`.
     */
    duplicates: Method<LeadsDuplicatesInput, {
      items: Array<Duplicate>
    }>
    /**
     * Add a lead to the own book
     *
     * A client-generated id makes a retry harmless: the same lead sent again is answered as stored; with other content it is rejected.
     *
     * Needs the permission `lead.write`.
     */
    create: Method<LeadsCreateInput, {
      lead: Lead
      duplicates: Array<Duplicate>
    }>
    /**
     * Change a lead or move it along the pipeline
     *
     * An absent field keeps its value; null clears it.
     *
     * Needs the permission `lead.write`.
     */
    update: Method<LeadsUpdateInput, Lead>
    /**
     * Remove a lead that was entered by mistake
     *
     * A converted lead cannot be removed: it is part of the investor's history.
     *
     * Needs the permission `lead.write`.
     */
    remove: Method<LeadsRemoveInput, void>
  }
  /**
   * Calls, visits and notes of a lead.
   */
  leadActivities: {
    /**
     * History of a lead, newest first
     *
     * Needs the permission `lead.read`.
     */
    list: ListMethod<LeadActivitiesListInput, LeadActivityPage>
    /**
     * Record what was said or agreed
     *
     * Needs the permission `lead.write`.
     */
    create: Method<LeadActivitiesCreateInput, LeadActivity>
  }
  /**
   * Importing leads from a spreadsheet.
   */
  leadImports: {
    /**
     * Add leads from a CSV file to the own book
     *
     * Separated by comma, semicolon or tab, at most 1 MB; cells copied from a spreadsheet work too. A `sep=` line, empty rows and titles above the headings are skipped. Invalid rows, and phone numbers that the book already has, are left out and listed by row, column and value; the other rows are stored. A dry run reports what would happen. Tags are separated by commas or semicolons within their cell. A follow-up is written with the day first; without a time zone it is in WIB.
     *
     * Needs the permission `lead.import`.
     */
    create: Method<LeadImportsCreateInput, {
      dryRun: boolean
      /**
       * Not counting the header and empty rows
       */
      rows: number
      /**
       * Valid rows
       */
      importable: number
      imported: number
      faultyRows: number
      errors: Array<ImportFault>
      duplicateRows: number
      /**
       * A warning: somebody in the company already has this phone number or e-mail address. The row is imported anyway
       */
      duplicates: Array<{
        /**
         * Row number as in a spreadsheet
         */
        row: number
        kind: 'lead' | 'investor'
        rmName: string | null
        matches: 'phone' | 'email'
      }>
      ignoredColumns: Array<string>
    }>
    /**
     * Convert a spreadsheet file to the text that an import takes
     *
     * XLSX (the first sheet, dates as yyyy-mm-dd), or text in UTF-8, UTF-16 or Windows-1252. Nothing is stored.
     *
     * Needs the permission `lead.import`.
     */
    readFile: Method<LeadImportsReadFileInput, {
      csv: string
    }>
  }
  /**
   * Moving a book of business from one RM to another.
   */
  handovers: {
    /**
     * Hand one RM's book, or a part of it, to another RM
     *
     * Investors move with their open instructions and the leads they came from, in one step. Records that cannot move are listed and stay. Unsigned instructions continue under the licence of the new RM. Both RMs are notified.
     *
     * Needs the permission `book.hand-over`.
     */
    create: Method<HandoversCreateInput, {
      leads: number
      investors: number
      instructions: number
      /**
       * Number of records that could not be moved
       */
      stayed: number
      /**
       * The first 200 of them
       */
      notMoved: Array<{
        kind: 'lead' | 'investor'
        id: Id
        code: 'lead-phone-taken' | 'not-found'
      }>
    }>
  }
  /**
   * KYC cases: from the first entry to a registered investor.
   */
  investors: {
    /**
     * Investors, newest or oldest first, or in the order of the review queue
     *
     * Needs the permission `investor.read`.
     */
    list: ListMethod<InvestorsListInput, InvestorCountedPage>
    /**
     * Investors as a CSV file
     *
     * Needs the permission `investor.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    export: Method<InvestorsExportInput, Uint8Array>
    /**
     * Investors as an Excel file
     *
     * Needs the permission `investor.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    exportXlsx: Method<InvestorsExportXlsxInput, Uint8Array>
    /**
     * An investor with the whole case; secrets are masked
     *
     * Needs the permission `investor.read`.
     */
    get: Method<InvestorsGetInput, InvestorDetail>
    /**
     * History of the case, newest first
     *
     * Needs the permission `investor.read`.
     */
    history: Method<InvestorsHistoryInput, {
      items: Array<InvestorEvent>
    }>
    /**
     * Start the case of an investor, optionally from a lead
     *
     * A client-generated id makes a retry harmless. The lead becomes converted.
     *
     * Needs the permission `investor.write`.
     */
    create: Method<InvestorsCreateInput, Investor>
    /**
     * Save a part of the KYC form
     *
     * An absent field keeps its value; null clears it. In a returned case only the returned fields may be changed.
     *
     * Needs the permission `investor.write`.
     */
    saveKyc: Method<InvestorsSaveKycInput, InvestorDetail>
    /**
     * Submit the case for review
     *
     * The KYC must be complete, with documents, a bank account, a risk profile and consents. The errors list what is missing.
     *
     * Needs the permission `investor.write`.
     */
    submit: Method<InvestorsSubmitInput, Investor>
    /**
     * Approve, return or reject submitted investors
     *
     * At most 100. Each item has its own result. Nobody can decide on a case that they captured or whose RM they are.
     *
     * Needs the permission `investor.review`.
     */
    review: Method<InvestorsReviewInput, {
      results: Array<ReviewResult>
    }>
    /**
     * Senior approval of a politically exposed person, before the review decides
     *
     * The note gives the reason, such as the source of wealth and what was checked. The approver cannot also decide on the case.
     *
     * Needs the permission `investor.approve-pep`.
     */
    approvePep: Method<InvestorsApprovePepInput, Investor>
    /**
     * Claim a submitted case for review; a claim lasts 30 minutes
     *
     * Needs the permission `investor.review`.
     */
    claim: Method<InvestorsClaimInput, Investor>
    /**
     * Release a claimed case to the queue
     *
     * Needs the permission `investor.review`.
     */
    release: Method<InvestorsReleaseInput, Investor>
    /**
     * Reveal a masked value; this is recorded in the audit trail
     *
     * Needs the permission `investor.reveal`.
     *
     * Needs a password that was shown within ten minutes.
     */
    reveal: Method<InvestorsRevealInput, {
      value: string | null
    }>
    /**
     * Set the investor's ID at Bib
     *
     * Requires the current id, or null: it is never overwritten silently.
     *
     * Needs the permission `investor.set-external-id`.
     */
    setExternalId: Method<InvestorsSetExternalIdInput, Investor>
    /**
     * Send an approved investor to Bib, or send it again
     *
     * Repeatable: while a hand-over is pending, another changes nothing, and a registered investor stays registered.
     *
     * Needs the permission `investor.sync`.
     */
    syncBib: Method<InvestorsSyncBibInput, {
      jobId: string
    }>
  }
  /**
   * Pictures and papers of a KYC case.
   */
  documents: {
    /**
     * Documents of an investor, with addresses that expire after five minutes
     *
     * Needs the permission `document.read`.
     */
    list: Method<DocumentsListInput, {
      items: Array<DocumentWithLinks>
    }>
    /**
     * Announce a document; upload its content to the path in the reply
     *
     * Needs the permission `investor.write`.
     */
    declare: Method<DocumentsDeclareInput, {
      document: Document
      uploadPath: string
    }>
    /**
     * Upload the content: JPEG, PNG, WebP, HEIC, AVIF or PDF, at most 10 MB
     *
     * The type is detected from the content. Pictures are re-encoded, which removes location and camera data. PDFs are rewritten without links and actions.
     *
     * Needs the permission `investor.write`.
     */
    upload: Method<DocumentsUploadInput, Document>
    /**
     * Remove a document from a case that is not submitted
     *
     * Needs the permission `investor.write`.
     */
    remove: Method<DocumentsRemoveInput, void>
    /**
     * A file by its signed address
     *
     * The address is issued to one person, whom the audit trail names.
     */
    download: Method<DocumentsDownloadInput, Uint8Array>
  }
  /**
   * Bank accounts of investors.
   */
  bankAccounts: {
    /**
     * Bank accounts of an investor, numbers masked
     *
     * Needs the permission `investor.read`.
     */
    list: Method<BankAccountsListInput, {
      items: Array<BankAccount>
    }>
    /**
     * Add a bank account; the holder is compared with the name of the investor
     *
     * Needs the permission `investor.write`.
     */
    create: Method<BankAccountsCreateInput, BankAccount>
    /**
     * Change a bank account
     *
     * Needs the permission `investor.write`.
     */
    update: Method<BankAccountsUpdateInput, BankAccount>
    /**
     * Remove a bank account
     *
     * Needs the permission `investor.write`.
     */
    remove: Method<BankAccountsRemoveInput, void>
    /**
     * Decide on an account whose holder differs from the name of the investor
     *
     * Needs the permission `investor.review`.
     */
    review: Method<BankAccountsReviewInput, BankAccount>
  }
  /**
   * The risk questionnaire and its results.
   */
  riskProfiles: {
    /**
     * The questionnaire that the company uses now
     */
    questionnaire: Method<RiskProfilesQuestionnaireInput, RiskQuestionnaire>
    /**
     * Questionnaires that the company has used, newest first, the built-in questionnaire last
     *
     * Needs the permission `investor.read`.
     */
    versions: Method<RiskProfilesVersionsInput, {
      items: Array<QuestionnaireVersion>
    }>
    /**
     * A questionnaire as it was published
     *
     * The questions of all profiles made with this version.
     *
     * Needs the permission `investor.read`.
     */
    version: Method<RiskProfilesVersionInput, RiskQuestionnaire>
    /**
     * Publish a questionnaire, once a second person approves it
     *
     * The current questionnaire is used until then. Profiles made with earlier versions stay valid until they expire.
     *
     * Needs the permission `master-data.write`.
     */
    publish: Method<RiskProfilesPublishInput, {
      version: number
      questions: Array<RiskQuestion>
      /**
       * The lowest score of band 1 to 5
       */
      bands: Array<number>
      waits: Waits
    }>
    /**
     * Risk profiles of an investor, newest first
     *
     * Needs the permission `investor.read`.
     */
    list: Method<RiskProfilesListInput, {
      items: Array<RiskProfile>
    }>
    /**
     * Assess the risk profile from the answers; it is valid for a year
     *
     * For a registered investor, a higher band takes effect and goes to Bib once a reviewer approves it.
     *
     * Needs the permission `investor.write`.
     */
    create: Method<RiskProfilesCreateInput, {
      id: Id
      questionnaireVersion: number
      score: number
      band: number
      by: 'user' | 'investor'
      profiledOn: CalendarDate
      expiresOn: CalendarDate
      createdAt: Instant
      waits: Waits
    }>
  }
  /**
   * Consents of investors and the wordings they agreed to.
   */
  consents: {
    /**
     * Consents of an investor, newest first
     *
     * Needs the permission `investor.read`.
     */
    list: Method<ConsentsListInput, {
      items: Array<Consent>
    }>
    /**
     * Record a consent that the investor gave in person
     *
     * Needs the permission `investor.write`.
     */
    give: Method<ConsentsGiveInput, Consent>
    /**
     * Record that the investor withdrew a consent
     *
     * Needs the permission `investor.write`.
     */
    withdraw: Method<ConsentsWithdrawInput, Consent>
  }
  /**
   * Registration that an investor completes from a link.
   */
  remoteRegistration: {
    /**
     * Send the investor a link to complete the registration; earlier links stop working
     *
     * Needs the permission `investor.write`.
     */
    sendLink: Method<RemoteRegistrationSendLinkInput, {
      investor: Investor
      expiresAt: Instant
      sentTo: string
    }>
    /**
     * Withdraw the link; the RM continues the case
     *
     * Needs the permission `investor.write`.
     */
    withdrawLink: Method<RemoteRegistrationWithdrawLinkInput, Investor>
    /**
     * Who sent the link and the status of the case, also after the link has ended
     */
    sender: Method<RemoteRegistrationSenderInput, {
      companyName: string
      brandColour: string | null
      rmName: string | null
      rmPhone: string | null
      language: 'id' | 'en'
      answeredAt: Instant | null
      status: InvestorStatus
    }>
    /**
     * The draft, what is missing and what was returned; reading it changes nothing
     */
    view: Method<RemoteRegistrationViewInput, Registration>
    /**
     * Save a part of the form
     */
    save: Method<RemoteRegistrationSaveInput, Registration>
    /**
     * Add a bank account
     */
    addBankAccount: Method<RemoteRegistrationAddBankAccountInput, BankAccount>
    /**
     * Remove a bank account
     */
    removeBankAccount: Method<RemoteRegistrationRemoveBankAccountInput, void>
    /**
     * Answer the risk questionnaire
     */
    assessRisk: Method<RemoteRegistrationAssessRiskInput, RiskProfile>
    /**
     * Announce a document
     */
    declareDocument: Method<RemoteRegistrationDeclareDocumentInput, {
      document: Document
      uploadPath: string
    }>
    /**
     * Upload the content of a document
     */
    uploadDocument: Method<RemoteRegistrationUploadDocumentInput, Document>
    /**
     * Remove a document
     */
    removeDocument: Method<RemoteRegistrationRemoveDocumentInput, void>
    /**
     * Send a code to the phone of the investor
     */
    sendCode: Method<RemoteRegistrationSendCodeInput, {
      phone: string
      resendAfterSeconds: number
    }>
    /**
     * Give the consents and submit the case, verified by the code
     */
    submit: Method<RemoteRegistrationSubmitInput, {
      status: InvestorStatus
      submittedAt: Instant
    }>
  }
  /**
   * Subscriptions, redemptions and switchings.
   */
  instructions: {
    /**
     * Instructions, newest or oldest first
     *
     * Needs the permission `instruction.read`.
     */
    list: ListMethod<InstructionsListInput, InstructionCountedPage>
    /**
     * Instructions as a CSV file
     *
     * Needs the permission `instruction.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    export: Method<InstructionsExportInput, Uint8Array>
    /**
     * Instructions as an Excel file
     *
     * Needs the permission `instruction.export`.
     *
     * Needs a password that was shown within ten minutes.
     */
    exportXlsx: Method<InstructionsExportXlsxInput, Uint8Array>
    /**
     * An instruction with its history
     *
     * Needs the permission `instruction.read`.
     */
    get: Method<InstructionsGetInput, {
      instruction: Instruction
      events: Array<InstructionEvent>
      paidBy: CalendarDate | null
    }>
    /**
     * Create an instruction and send it to the investor for approval
     *
     * The server checks licence, suitability, minimums and balance, and computes fee and NAV date.
     *
     * Needs the permission `instruction.write`.
     */
    create: Method<InstructionsCreateInput, Instruction>
    /**
     * Send the link for approval, or send a new one; earlier links stop working
     *
     * The back office may do it for an RM. The RM's licence must be valid.
     *
     * Needs the permission `instruction.manage`.
     */
    send: Method<InstructionsSendInput, Instruction>
    /**
     * Order again, for the next NAV date, what was not paid in time
     *
     * Checked like a new instruction; the investor is sent a link. An instruction is repeated once: asked again, the answer is the one that repeats it.
     *
     * Needs the permission `instruction.write`.
     */
    repeat: Method<InstructionsRepeatInput, Instruction>
    /**
     * Cancel an instruction before it is sent to Bib; the RM is notified when somebody else does it
     *
     * Needs the permission `instruction.manage`.
     */
    cancel: Method<InstructionsCancelInput, Instruction>
    /**
     * Units reserved by open redemptions and switches of an investor, oldest first
     *
     * Needs the permission `portfolio.read`.
     */
    reservations: Method<InstructionsReservationsInput, {
      items: Array<Reservation>
    }>
    /**
     * The instruction as PDF; after signing, with the evidence of the approval
     *
     * In the requested language until it is signed; afterwards in the language that the investor saw.
     *
     * Needs the permission `instruction.read`.
     */
    document: Method<InstructionsDocumentInput, Uint8Array>
  }
  /**
   * The payment of a subscription: how to pay, and the receipts with their payers.
   */
  payments: {
    /**
     * Take money whose payer's name is unlike the investor's, or have it returned
     *
     * Money comes only from the investor's own account. Accept it where the name is the investor's in another form; the reason is kept in the audit trail.
     *
     * Needs the permission `payment.decide`.
     */
    decide: Method<PaymentsDecideInput, Payment>
  }
  /**
   * An investor’s approval of an instruction from a link.
   */
  approvals: {
    /**
     * Who sent the link and the status of the instruction, also after the link has ended
     */
    sender: Method<ApprovalsSenderInput, {
      companyName: string
      brandColour: string | null
      rmName: string | null
      rmPhone: string | null
      language: 'id' | 'en'
      answeredAt: Instant | null
      status: InstructionStatus
    }>
    /**
     * The instruction that the investor is asked to approve; reading it changes nothing
     */
    view: Method<ApprovalsViewInput, {
      document: InstructionDocument
      documentHash: DocumentHash
      expiresAt: Instant
      phone: string
      status: string
      needsCertifiedSignature: boolean
      brandColour: string | null
      language: 'id' | 'en'
    }>
    /**
     * How the signed subscription is paid and whether the money has come; for the page that waits for it
     */
    payment: Method<ApprovalsPaymentInput, {
      status: InstructionStatus
      now: Instant
      payment: PaymentForInvestor | null
      paidBy: CalendarDate | null
    }>
    /**
     * The document as PDF
     */
    document: Method<ApprovalsDocumentInput, Uint8Array>
    /**
     * Send a code to the registered phone of the investor
     */
    sendCode: Method<ApprovalsSendCodeInput, {
      phone: string
      resendAfterSeconds: number
    }>
    /**
     * Approve and sign, or decline, an instruction
     *
     * Approving needs the code, the signature and the hash of the document that was shown.
     */
    answer: Method<ApprovalsAnswerInput, {
      status: 'approved' | 'declined'
      navDate: CalendarDate
      at: Instant
    }>
  }
  /**
   * Proof attached to an instruction.
   */
  evidence: {
    /**
     * Evidence that the investor approved (verified again) or declined
     *
     * Latest first: an instruction whose NAV date passed is approved again.
     *
     * Needs the permission `instruction.read`.
     */
    list: Method<EvidenceListInput, {
      items: Array<Evidence>
      decline: {
        at: Instant
        reason: string | null
      } | null
    }>
  }
  /**
   * Wordings of messages to investors.
   */
  messageTemplates: {
    /**
     * Messages to investors: the wording in force, and the default
     *
     * E-mails are sent in both languages, Indonesian first; SMS are sent in Indonesian.
     *
     * Needs the permission `message-template.read`.
     */
    list: Method<MessageTemplatesListInput, {
      items: Array<MessageTemplate>
    }>
    /**
     * Replace a default wording, once a second person approves it
     *
     * The wording in force is sent until then. Unknown or adjoining placeholders, missing required ones, and foreign addresses are input errors.
     *
     * Needs the permission `message-template.write`.
     *
     * Needs a password that was shown within ten minutes.
     */
    put: Method<MessageTemplatesPutInput, MessageTemplate>
    /**
     * Preview a wording with sample values; nothing is stored or sent
     *
     * Needs the permission `message-template.write`.
     */
    preview: Method<MessageTemplatesPreviewInput, MessageWording>
    /**
     * Reset to the default wording
     *
     * Needs the permission `message-template.write`.
     */
    reset: Method<MessageTemplatesResetInput, void>
  }
  /**
   * Changes that wait for a second person.
   */
  pendingChanges: {
    /**
     * Changes waiting for a second person: messages, questionnaires, risk profiles; oldest first
     *
     * Needs the permission `pending-change.read`.
     */
    list: Method<PendingChangesListInput, {
      items: Array<PendingChange>
    }>
    /**
     * Approve or reject a pending change (messages, questionnaires, risk profiles); the requester may only withdraw it
     *
     * Also needs the permission for the change itself. A rejection needs a reason.
     *
     * Needs the permission `pending-change.decide`.
     *
     * Needs a password that was shown within ten minutes.
     */
    decide: Method<PendingChangesDecideInput, void>
  }
  /**
   * Messages and hand-overs that wait or have failed.
   */
  outbox: {
    /**
     * Jobs that are due or have failed, newest first
     *
     * Jobs scheduled for later, such as reminders, are not included.
     *
     * Needs the permission `outbox.read`.
     */
    list: ListMethod<OutboxListInput, OutboxJobPage>
    /**
     * Retry a failed job now, with all its attempts
     *
     * Needs the permission `outbox.replay`.
     */
    replay: Method<OutboxReplayInput, {
      id: string
    }>
    /**
     * Whether Bib is reachable
     *
     * As seen by the answering process. open: Bib was down a moment ago, and calls are suspended for a while.
     *
     * Needs the permission `outbox.read`.
     */
    breaker: Method<OutboxBreakerInput, {
      state: 'closed' | 'open' | 'half-open'
    }>
    /**
     * The latest 200 messages from Bib that could not be understood
     *
     * Needs the permission `bib.poison`.
     */
    poison: Method<OutboxPoisonInput, {
      items: Array<{
        id: Id
        messageId: string | null
        reason: string
        receivedAt: Instant
      }>
    }>
  }
  /**
   * Comparison of our records with Bib’s.
   */
  reconciliations: {
    /**
     * Reconciliations with Bib, newest first
     *
     * Needs the permission `reconciliation.read`.
     */
    list: ListMethod<ReconciliationsListInput, ReconciliationReportPage>
    /**
     * A reconciliation with its differences
     *
     * Needs the permission `reconciliation.read`.
     */
    get: Method<ReconciliationsGetInput, {
      id: Id
      companyId: Id
      status: 'waiting' | 'running' | 'done' | 'failed'
      startedBy: 'schedule' | 'user'
      since: Instant | null
      asOf: Instant | null
      compared: number
      /**
       * Differences that were repaired: lost events
       */
      applied: number
      /**
       * Differences that a person must check
       */
      unresolved: number
      error: string | null
      requestedBy: Id | null
      createdAt: Instant
      finishedAt: Instant | null
      /**
       * At most 1000, unresolved ones first
       */
      differences: Array<ReconciliationDifference>
    }>
    /**
     * Start a reconciliation with Bib
     *
     * While a reconciliation of the company is pending, that one is returned.
     *
     * Needs the permission `reconciliation.run`.
     */
    start: Method<ReconciliationsStartInput, ReconciliationReport>
  }
  /**
   * Banks, places, countries and holidays.
   */
  reference: {
    /**
     * Banks of Indonesia
     */
    banks: Method<ReferenceBanksInput, {
      items: Array<Bank>
    }>
    /**
     * Provinces; the cities of a province; the districts of a city
     */
    locations: Method<ReferenceLocationsInput, {
      items: Array<Location>
    }>
    /**
     * Countries and nationalities (ISO 3166-1)
     */
    countries: Method<ReferenceCountriesInput, {
      items: Array<Country>
    }>
    /**
     * Days on which the exchange is closed, besides weekends
     */
    holidays: Method<ReferenceHolidaysInput, {
      items: Array<Holiday>
    }>
    /**
     * Change a bank of the list
     *
     * An absent field keeps its value. Accounts at a deactivated bank are kept; new ones cannot be added.
     *
     * Needs the permission `reference.write`.
     */
    changeBank: Method<ReferenceChangeBankInput, Bank>
    /**
     * Set a day on which the exchange is closed
     *
     * Instructions approved afterwards get their NAV date accordingly. Every change is recorded.
     *
     * Needs the permission `reference.write`.
     */
    putHoliday: Method<ReferencePutHolidayInput, Holiday>
    /**
     * Make a day an exchange day again
     *
     * Needs the permission `reference.write`.
     */
    removeHoliday: Method<ReferenceRemoveHolidayInput, void>
  }
  /**
   * Code lists that a company maintains.
   */
  codeListEntries: {
    /**
     * The code lists of the KYC forms with the codes that the company sends
     */
    list: Method<CodeListEntriesListInput, {
      items: Array<CodeListEntry>
    }>
    /**
     * Set the S-INVEST code of an entry; null resets it to the default
     *
     * Needs the permission `master-data.write`.
     */
    put: Method<CodeListEntriesPutInput, CodeListEntry>
  }
  /**
   * Counts for dashboards and reports.
   */
  figures: {
    /**
     * Number of leads, investors and instructions in each status, and instructions created per day
     *
     * Needs the permission `dashboard.read`.
     */
    counts: Method<FiguresCountsInput, Counts>
    /**
     * Investors named in figures by their IDs at Bib, as far as the caller may see them
     *
     * Needs the permission `report.read`.
     */
    investors: Method<FiguresInvestorsInput, {
      items: Array<{
        id: Id
        externalId: string
        displayName: string
      }>
    }>
    /**
     * Names of the RMs in figures: the user alone, or all RMs for users who see all books
     *
     * Needs the permission `report.read`.
     */
    rms: Method<FiguresRmsInput, {
      items: Array<{
        id: Id
        fullName: string
      }>
    }>
  }
  /**
   * What an RM has to do.
   */
  agenda: {
    /**
     * The RM's pending work today: follow-ups, returned KYC, instructions, the licence
     *
     * Needs the permission `today.read`.
     */
    get: Method<AgendaGetInput, Agenda>
  }
  /**
   * The CSRF token of the public gateway.
   */
  gateway: {
    /**
     * A token for public writes; send it back as X-CSRF-Token together with its cookie
     */
    csrfToken: Method<GatewayCsrfTokenInput, {
      csrfToken: string
      expiresInSeconds: number
    }>
    /**
     * The least version of the phone’s app that is served, and where the newest one is
     *
     * Answered to apps of every version.
     */
    appVersion: Method<GatewayAppVersionInput, {
      /**
       * null: every version is served
       */
      least: string | null
      updateUrl: string | null
    }>
  }
  /**
   * Funds and bonds that may be sold, with their prices.
   */
  products: {
    /**
     * Products that the active company may sell
     *
     * Needs the permission `product.read`.
     */
    list: Method<ProductsListInput, {
      asOf: Instant
      isStale: boolean
      items: Array<Product>
    }>
    /**
     * A product
     *
     * Needs the permission `product.read`.
     */
    get: Method<ProductsGetInput, {
      asOf: Instant
      isStale: boolean
      product: Product
    }>
    /**
     * The fact sheet of a product, as PDF
     *
     * Needs the permission `product.read`.
     */
    factSheet: Method<ProductsFactSheetInput, Uint8Array>
    /**
     * Published NAV of a product, oldest first, with returns and drawdown
     *
     * From `from` to `to`, both included and at most three years apart; by default the year up to today.
     *
     * Needs the permission `product.read`.
     */
    navs: Method<ProductsNavsInput, ProductNavs>
  }
  /**
   * Holdings and transactions of investors.
   */
  portfolios: {
    /**
     * Positions of an investor at the latest NAV, and pending transactions
     *
     * Needs the permission `portfolio.read`.
     */
    get: Method<PortfoliosGetInput, {
      asOf: Instant
      isStale: boolean
      externalId: string
      sid: Sid | null
      ifua: string | null
      totals: Array<{
        currency: Currency
        value: Money
        cost: Money
        gain: SignedMoney
        gainPercent: Percent
      }>
      pending: Array<Pending>
      positions: Array<HeldPosition>
    }>
    /**
     * Allocated transactions of an investor, newest first
     *
     * Needs the permission `portfolio.read`.
     */
    transactions: ListMethod<PortfoliosTransactionsInput, {
      asOf: Instant
      isStale: boolean
      items: Array<Transaction>
      nextCursor: string | null
    }>
    /**
     * An investor's positions, and the transactions of a period, as PDF
     *
     * From `from` to `to`, both included and at most three years apart; by default the year up to today.
     *
     * Needs the permission `portfolio.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    statement: Method<PortfoliosStatementInput, Uint8Array>
  }
  /**
   * Assets under management, sales, investors and transactions.
   */
  reports: {
    /**
     * Assets under management per RM and product
     *
     * At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.
     *
     * Needs the permission `report.read`.
     */
    aum: Method<ReportsAumInput, {
      asOf: Instant
      isStale: boolean
      items: Array<AumReportLine>
    }>
    /**
     * Assets under management as a CSV file
     *
     * At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    aumCsv: Method<ReportsAumCsvInput, Uint8Array>
    /**
     * Assets under management as an Excel file
     *
     * At each month end from `from` to `to`, and at `to` (today, if that is later); at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    aumXlsx: Method<ReportsAumXlsxInput, Uint8Array>
    /**
     * Sales per month, RM and product
     *
     * By NAV date from `from` to `to`, both included; at most three years.
     *
     * Needs the permission `report.read`.
     */
    sales: Method<ReportsSalesInput, {
      asOf: Instant
      isStale: boolean
      items: Array<SalesReportLine>
    }>
    /**
     * Sales as a CSV file
     *
     * By NAV date from `from` to `to`, both included; at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    salesCsv: Method<ReportsSalesCsvInput, Uint8Array>
    /**
     * Sales as an Excel file
     *
     * By NAV date from `from` to `to`, both included; at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    salesXlsx: Method<ReportsSalesXlsxInput, Uint8Array>
    /**
     * Investors' holdings, inflow and outflow, largest first
     *
     * In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.
     *
     * Needs the permission `report.read`.
     */
    investors: Method<ReportsInvestorsInput, {
      asOf: Instant
      isStale: boolean
      items: Array<InvestorReportLine>
      count: number
    }>
    /**
     * Investors' holdings, inflow and outflow, as a CSV file
     *
     * In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    investorsCsv: Method<ReportsInvestorsCsvInput, Uint8Array>
    /**
     * Assets and sales of a book by month, product and investor, as PDF
     *
     * In one currency, by default rupiah: held at `to` (today, if that is later), flows since `from`; at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    bookPdf: Method<ReportsBookPdfInput, Uint8Array>
    /**
     * Allocated transactions of all investors, newest first
     *
     * By NAV date from `from` to `to`, both included; at most three years.
     *
     * Needs the permission `report.read`.
     */
    transactions: ListMethod<ReportsTransactionsInput, {
      asOf: Instant
      isStale: boolean
      items: Array<TransactionReportLine>
      nextCursor: string | null
    }>
    /**
     * Transactions as a CSV file
     *
     * By NAV date from `from` to `to`, both included; at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    transactionsCsv: Method<ReportsTransactionsCsvInput, Uint8Array>
    /**
     * Transactions as an Excel file
     *
     * By NAV date from `from` to `to`, both included; at most three years.
     *
     * Needs the permission `report.read`.
     *
     * Needs a password that was shown within ten minutes.
     */
    transactionsXlsx: Method<ReportsTransactionsXlsxInput, Uint8Array>
  }
  /**
   * A company’s figures at a glance.
   */
  dashboard: {
    /**
     * Figures of the user's own book, or of the company for users who see all books
     *
     * Needs the permission `dashboard.read`.
     */
    get: Method<DashboardGetInput, Dashboard>
  }
  /**
   * An RM’s home screen.
   */
  today: {
    /**
     * An RM's day: pending work, the next cut-offs, and this month's sales and assets against last month's
     *
     * Needs the permission `today.read`.
     */
    get: Method<TodayGetInput, Today>
  }
}

/** Codes of refusals. */
export type ProblemCode =
| 'above-balance'
| 'above-order-cap'
| 'account-inactive'
| 'account-pending'
| 'account-rejected'
| 'activity-id-taken'
| 'amount-unusual'
| 'answers-invalid'
| 'app-too-old'
| 'band-unreachable'
| 'bank-account-id-taken'
| 'bank-account-unfit'
| 'bank-accounts-not-open'
| 'bank-unknown'
| 'below-minimum'
| 'bib-tenant-fixed'
| 'certified-signature-needed'
| 'change-decided'
| 'change-expired'
| 'change-overtaken'
| 'claimed-by-other'
| 'code-spent'
| 'codes-spent'
| 'codes-stopped'
| 'colour-too-pale'
| 'company-bib-tenant-taken'
| 'company-closed'
| 'company-code-taken'
| 'consent-in-force'
| 'consent-missing'
| 'consent-not-in-force'
| 'consent-text-changed'
| 'consent-withdrawn'
| 'contact-missing'
| 'contact-of-staff'
| 'csrf-refused'
| 'csv-columns-missing'
| 'csv-malformed'
| 'csv-too-large'
| 'decision-reason-missing'
| 'document-changed'
| 'document-id-taken'
| 'document-not-open'
| 'duplicate-instruction'
| 'export-too-large'
| 'external-id-changed'
| 'fact-sheet-missing'
| 'fact-sheet-not-offered'
| 'field-not-open'
| 'file-active'
| 'file-encrypted'
| 'file-too-complex'
| 'file-too-many-pixels'
| 'file-unreadable'
| 'forbidden'
| 'four-eyes'
| 'handover-selection-invalid'
| 'headers-too-large'
| 'idempotency-key-missing'
| 'idempotency-key-reused'
| 'instruction-id-taken'
| 'internal-error'
| 'invalid-input'
| 'investor-bank-account-taken'
| 'investor-external-id-taken'
| 'investor-id-taken'
| 'investor-identity-taken'
| 'investor-merged'
| 'investor-not-registered'
| 'kyc-incomplete'
| 'kyc-invalid'
| 'lead-converted'
| 'lead-id-taken'
| 'lead-phone-taken'
| 'leftover-below-minimum'
| 'licence-expired'
| 'link-expired'
| 'link-used'
| 'link-void'
| 'logo-unreadable'
| 'lost-reason-missing'
| 'member-already'
| 'membership-offered'
| 'method-not-allowed'
| 'no-such-field'
| 'not-an-active-rm'
| 'not-cancellable'
| 'not-found'
| 'not-in-review'
| 'not-repeatable'
| 'otp-too-soon'
| 'otp-wrong'
| 'own-account'
| 'own-people-decide'
| 'own-work'
| 'password-personal'
| 'password-reused'
| 'password-too-common'
| 'password-too-long'
| 'password-too-short'
| 'payer-decided'
| 'payload-too-large'
| 'permission-unknown'
| 'phone-invalid'
| 'picture-too-small'
| 'platform-access-open'
| 'platform-access-too-long'
| 'platform-person'
| 'preference-too-large'
| 'preferences-full'
| 'product-not-offered'
| 'quantity-invalid'
| 'questionnaire-changed'
| 'questionnaire-invalid'
| 'questionnaire-version-taken'
| 'reasons-missing'
| 'request-timeout'
| 'risk-profile-missing'
| 'risk-profile-not-open'
| 'role-above-own'
| 'role-code-taken'
| 'role-in-use'
| 'role-unknown'
| 'saved-differently'
| 'session-ended'
| 'sheet-unreadable'
| 'signature-invalid'
| 'stale-version'
| 'step-up-required'
| 'suitability-consent-missing'
| 'switch-not-allowed'
| 'system-role-fixed'
| 'too-many-bank-accounts'
| 'too-many-documents'
| 'too-many-exports'
| 'too-many-messages'
| 'too-many-requests'
| 'too-many-reveals'
| 'unauthenticated'
| 'unavailable'
| 'units-reserved'
| 'unsupported-media-type'
| 'upstream-invalid'
| 'user-email-taken'
| 'user-phone-taken'
| 'wrong-code'
| 'wrong-credentials'
| 'wrong-password'
| 'wrong-state'

/** What the client knows of each operation. */
export const operations = {
  sessions: {
    login: {"method":"POST","path":"/auth/login","body":["login","password","client","device","companyId"],"reply":"json","isPublic":true,"signsIn":true},
    refresh: {"method":"POST","path":"/auth/refresh-token","body":["refreshToken","deviceSecret"],"reply":"json","isPublic":true,"signsIn":true},
    logout: {"method":"GET","path":"/auth/logout","reply":"json","isPublic":true},
    logoutByPost: {"method":"POST","path":"/auth/logout","reply":"json","isPublic":true},
    switchCompany: {"method":"POST","path":"/auth/switch-company","body":["companyId"],"reply":"json","signsIn":true},
    list: {"method":"GET","path":"/auth/sessions","reply":"json"},
    revoke: {"method":"DELETE","path":"/auth/sessions/{id}"},
    revokeOthers: {"method":"POST","path":"/auth/sessions/revoke-others","reply":"json"},
  },
  codes: {
    verify: {"method":"POST","path":"/auth/verify-otp","body":["challengeId","code","purpose","deviceId"],"reply":"json","isPublic":true,"signsIn":true},
    resend: {"method":"POST","path":"/auth/resend-otp","body":["challengeId","deviceId"],"reply":"json","isPublic":true},
  },
  registration: {
    register: {"method":"POST","path":"/auth/register","body":["fullName","email","phone","password","companyId","licenceNumber","language","channel","deviceId"],"reply":"json","isPublic":true,"signsIn":true},
    verifyUnique: {"method":"POST","path":"/auth/verify-unique","body":["login"],"reply":"json","isPublic":true},
    companies: {"method":"GET","path":"/auth/companies","reply":"json","isPublic":true},
  },
  passwords: {
    requestReset: {"method":"POST","path":"/auth/reset-password","body":["login"],"reply":"json","isPublic":true},
    confirmReset: {"method":"POST","path":"/auth/reset-password/confirm","body":["token","newPassword"],"reply":"json","isPublic":true},
  },
  account: {
    stepUp: {"method":"POST","path":"/auth/step-up","body":["currentPassword"],"reply":"json","signsIn":true},
    me: {"method":"GET","path":"/auth/me","reply":"json"},
    changeSetting: {"method":"PUT","path":"/auth/change-setting","body":["setting","currentPassword","password","email","phone","language","push"],"reply":"json","signsIn":true},
    companyIds: {"method":"GET","path":"/auth/companyIds","reply":"json"},
    companylds: {"method":"GET","path":"/auth/companylds","reply":"json"},
  },
  devices: {
    list: {"method":"GET","path":"/auth/devices","reply":"json"},
    rename: {"method":"POST","path":"/auth/devices","body":["name"],"reply":"json"},
    revoke: {"method":"DELETE","path":"/auth/devices/{id}"},
  },
  notifications: {
    list: {"method":"GET","path":"/auth/notifications","query":["limit","cursor","unread"],"reply":"json"},
    read: {"method":"POST","path":"/auth/notifications/read","body":["ids"],"reply":"json"},
    subscribe: {"method":"POST","path":"/auth/notifications/sub","body":["pushToken"]},
    unsubscribe: {"method":"POST","path":"/auth/notifications/unsub"},
  },
  preferences: {
    list: {"method":"GET","path":"/auth/preferences","reply":"json"},
    put: {"method":"PUT","path":"/auth/preferences/{key}","body":["value"],"reply":"json"},
    remove: {"method":"DELETE","path":"/auth/preferences/{key}"},
  },
  users: {
    list: {"method":"GET","path":"/idty/users","query":["limit","cursor","count","status","statuses","role","search","licenceExpiresBefore","from","to","order"],"reply":"json"},
    get: {"method":"GET","path":"/idty/users/{id}","reply":"json"},
    create: {"method":"POST","path":"/idty/users","body":["fullName","role","language","licenceNumber","licenceExpiresOn","email","phone"],"reply":"json","needsKey":true},
    update: {"method":"PATCH","path":"/idty/users/{id}","body":["version","changes"],"reply":"json"},
    remove: {"method":"DELETE","path":"/idty/users/{id}","query":["version"]},
    approveOrReject: {"method":"PATCH","path":"/idty/users/{id}/approveOrReject","body":["decision","reason","version"],"reply":"json"},
    activeOrDe: {"method":"PATCH","path":"/idty/users/{id}/activeOrDe","body":["decision","reason","version"],"reply":"json"},
    reinvite: {"method":"POST","path":"/idty/users/{id}/invitation"},
  },
  userAccess: {
    sessions: {"method":"GET","path":"/idty/users/{id}/sessions","reply":"json"},
    endSession: {"method":"DELETE","path":"/idty/users/{id}/sessions/{sessionId}"},
    devices: {"method":"GET","path":"/idty/users/{id}/devices","reply":"json"},
    revokeDevice: {"method":"DELETE","path":"/idty/users/{id}/devices/{deviceId}"},
  },
  roles: {
    list: {"method":"GET","path":"/idty/roles","reply":"json"},
    create: {"method":"POST","path":"/idty/roles","body":["code","name","permissions"],"reply":"json","needsKey":true},
    update: {"method":"PATCH","path":"/idty/roles/{id}","body":["version","changes"],"reply":"json"},
    remove: {"method":"DELETE","path":"/idty/roles/{id}"},
  },
  companies: {
    list: {"method":"GET","path":"/auth/admin/companies","query":["limit","cursor","search","isActive"],"reply":"json"},
    get: {"method":"GET","path":"/auth/admin/companies/{id}","reply":"json"},
    create: {"method":"POST","path":"/auth/admin/companies","body":["code","name","logo","settings","admin"],"reply":"json","needsKey":true},
    update: {"method":"PATCH","path":"/auth/admin/companies/{id}","body":["version","changes"],"reply":"json"},
    activeOrDe: {"method":"PATCH","path":"/auth/admin/companies/{id}/activeOrDe","body":["decision","reason","version"],"reply":"json"},
    remove: {"method":"DELETE","path":"/auth/admin/companies/{id}","query":["version","reason"]},
    members: {"method":"GET","path":"/auth/admin/companies/{id}/members","query":["limit","cursor","search"],"reply":"json"},
    addMember: {"method":"POST","path":"/auth/admin/companies/{id}/members","body":["email","role"],"reply":"json"},
    own: {"method":"GET","path":"/auth/company","reply":"json"},
    drawLogo: {"method":"POST","path":"/auth/company/logo-drawing","body":"bytes","reply":"json"},
    updateOwn: {"method":"PUT","path":"/auth/company","body":["version","settings","logo"],"reply":"json"},
  },
  membershipOffers: {
    list: {"method":"GET","path":"/auth/membership-offers","reply":"json"},
    acceptOrDecline: {"method":"POST","path":"/auth/membership-offers/{id}/acceptOrDecline","body":["decision"]},
  },
  platformAccess: {
    list: {"method":"GET","path":"/auth/admin/companies/{id}/platform-access","reply":"json"},
    open: {"method":"POST","path":"/auth/admin/companies/{id}/platform-access","body":["reason","hours"],"reply":"json"},
    close: {"method":"POST","path":"/auth/admin/platform-access/{id}/close"},
    own: {"method":"GET","path":"/auth/company/platform-access","reply":"json"},
    agree: {"method":"POST","path":"/auth/company/platform-access/{id}/agree"},
    end: {"method":"POST","path":"/auth/company/platform-access/{id}/end"},
  },
  pendingAdministration: {
    list: {"method":"GET","path":"/auth/pending-changes","reply":"json"},
    decide: {"method":"POST","path":"/auth/pending-changes/{id}/decision","body":["decision","reason"]},
  },
  audit: {
    trail: {"method":"GET","path":"/auth/audit-trail","query":["limit","cursor","id","actor","entity","entityId","action","ip","from","to"],"reply":"json"},
    export: {"method":"GET","path":"/auth/audit-trail.csv","query":["id","actor","entity","entityId","action","ip","from","to","language"],"reply":"bytes"},
    status: {"method":"GET","path":"/auth/audit-trail/status","reply":"json"},
  },
  leads: {
    list: {"method":"GET","path":"/crm/leads","query":["limit","cursor","count","companies","status","statuses","rmId","tag","search","followUpBefore","from","to","order"],"reply":"json"},
    export: {"method":"GET","path":"/crm/leads.csv","query":["status","statuses","rmId","tag","search","followUpBefore","from","to","order","language"],"reply":"bytes"},
    exportXlsx: {"method":"GET","path":"/crm/leads.xlsx","query":["status","statuses","rmId","tag","search","followUpBefore","from","to","order","language"],"reply":"bytes"},
    tags: {"method":"GET","path":"/crm/lead-tags","reply":"json"},
    get: {"method":"GET","path":"/crm/leads/{id}","reply":"json"},
    duplicates: {"method":"GET","path":"/crm/leads/{id}/duplicates","reply":"json"},
    create: {"method":"POST","path":"/crm/leads","body":["id","fullName","phone","email","interest","source","tags","nextFollowUpAt"],"reply":"json","needsKey":true},
    update: {"method":"PATCH","path":"/crm/leads/{id}","body":["version","fullName","phone","email","interest","source","tags","nextFollowUpAt","status","lostReason"],"reply":"json"},
    remove: {"method":"DELETE","path":"/crm/leads/{id}","query":["version"]},
  },
  leadActivities: {
    list: {"method":"GET","path":"/crm/leads/{id}/activities","query":["limit","cursor"],"reply":"json"},
    create: {"method":"POST","path":"/crm/leads/{id}/activities","body":["activityId","kind","text","happenedAt","nextFollowUpAt"],"reply":"json","needsKey":true},
  },
  leadImports: {
    create: {"method":"POST","path":"/crm/lead-imports","body":["csv","dryRun","mapping"],"reply":"json","needsKey":true},
    readFile: {"method":"POST","path":"/crm/lead-imports/files","body":"bytes","reply":"json"},
  },
  handovers: {
    create: {"method":"POST","path":"/crm/handovers","body":["fromRmId","toRmId","what","leadIds","investorIds","reason"],"reply":"json","needsKey":true},
  },
  investors: {
    list: {"method":"GET","path":"/crm/investors","query":["limit","cursor","count","companies","status","statuses","kind","rmId","claimedBy","claimed","isPep","waitingBefore","search","from","to","order"],"reply":"json"},
    export: {"method":"GET","path":"/crm/investors.csv","query":["status","statuses","kind","rmId","claimedBy","claimed","isPep","waitingBefore","search","from","to","order","language"],"reply":"bytes"},
    exportXlsx: {"method":"GET","path":"/crm/investors.xlsx","query":["status","statuses","kind","rmId","claimedBy","claimed","isPep","waitingBefore","search","from","to","order","language"],"reply":"bytes"},
    get: {"method":"GET","path":"/crm/investors/{id}","reply":"json"},
    history: {"method":"GET","path":"/crm/investors/{id}/history","reply":"json"},
    create: {"method":"POST","path":"/crm/investors","body":["id","kind","leadId","fullName","email","phone"],"reply":"json","needsKey":true},
    saveKyc: {"method":"PUT","path":"/crm/investors/{id}/kyc","body":["version","individual","institutional","verificationMethod"],"reply":"json"},
    submit: {"method":"POST","path":"/crm/investors/{id}/submit","body":["version"],"reply":"json"},
    review: {"method":"PATCH","path":"/crm/investors","body":["items","decision","reasons","note"],"reply":"json"},
    approvePep: {"method":"POST","path":"/crm/investors/{id}/senior-approval","body":["version","note"],"reply":"json"},
    claim: {"method":"POST","path":"/crm/investors/{id}/claim","reply":"json"},
    release: {"method":"POST","path":"/crm/investors/{id}/release","reply":"json"},
    reveal: {"method":"POST","path":"/crm/investors/{id}/reveal","body":["pointer"],"reply":"json"},
    setExternalId: {"method":"PUT","path":"/crm/investor/{id}/externalId","body":["externalId","expected"],"reply":"json"},
    syncBib: {"method":"POST","path":"/crm/investor/sync-bib","body":["id"],"reply":"json"},
  },
  documents: {
    list: {"method":"GET","path":"/crm/investors/{id}/documents","reply":"json"},
    declare: {"method":"POST","path":"/crm/investors/{id}/documents","body":["documentId","type"],"reply":"json","needsKey":true},
    upload: {"method":"PUT","path":"/crm/investors/{id}/documents/{documentId}/content","body":"bytes","reply":"json"},
    remove: {"method":"DELETE","path":"/crm/investors/{id}/documents/{documentId}"},
    download: {"method":"GET","path":"/crm/files/{fileToken}","reply":"bytes","isPublic":true},
  },
  bankAccounts: {
    list: {"method":"GET","path":"/crm/investors/{id}/bank-accounts","reply":"json"},
    create: {"method":"POST","path":"/crm/investors/{id}/bank-accounts","body":["accountId","bankCode","number","holderName","currency","branch","country"],"reply":"json","needsKey":true},
    update: {"method":"PATCH","path":"/crm/investors/{id}/bank-accounts/{accountId}","body":["version","bankCode","number","holderName","currency","branch","country"],"reply":"json"},
    remove: {"method":"DELETE","path":"/crm/investors/{id}/bank-accounts/{accountId}","query":["version"]},
    review: {"method":"POST","path":"/crm/investors/{id}/bank-accounts/{accountId}/review","body":["version","decision"],"reply":"json"},
  },
  riskProfiles: {
    questionnaire: {"method":"GET","path":"/crm/risk-questionnaire","reply":"json"},
    versions: {"method":"GET","path":"/crm/risk-questionnaire/versions","reply":"json"},
    version: {"method":"GET","path":"/crm/risk-questionnaire/versions/{version}","reply":"json"},
    publish: {"method":"POST","path":"/crm/risk-questionnaire","body":["questions","bands"],"reply":"json","needsKey":true},
    list: {"method":"GET","path":"/crm/investors/{id}/risk-profiles","reply":"json"},
    create: {"method":"POST","path":"/crm/investors/{id}/risk-profiles","body":["questionnaireVersion","answers"],"reply":"json","needsKey":true},
  },
  consents: {
    list: {"method":"GET","path":"/crm/investors/{id}/consents","reply":"json"},
    give: {"method":"POST","path":"/crm/investors/{id}/consents","body":["purpose","textVersion","language"],"reply":"json","needsKey":true},
    withdraw: {"method":"POST","path":"/crm/investors/{id}/consents/{consentId}/withdraw","body":["reason"],"reply":"json"},
  },
  remoteRegistration: {
    sendLink: {"method":"POST","path":"/crm/investors/{id}/registration-link","body":["version","channel"],"reply":"json","needsKey":true},
    withdrawLink: {"method":"DELETE","path":"/crm/investors/{id}/registration-link","query":["version"],"reply":"json"},
    sender: {"method":"GET","path":"/crm/registrations/{token}/sender","reply":"json","isPublic":true},
    view: {"method":"GET","path":"/crm/registrations/{token}","reply":"json","isPublic":true},
    save: {"method":"PUT","path":"/crm/registrations/{token}","body":["version","individual","institutional"],"reply":"json","isPublic":true},
    addBankAccount: {"method":"POST","path":"/crm/registrations/{token}/bank-accounts","body":["accountId","bankCode","number","holderName","currency","branch","country"],"reply":"json","isPublic":true,"needsKey":true},
    removeBankAccount: {"method":"DELETE","path":"/crm/registrations/{token}/bank-accounts/{accountId}","query":["version"],"isPublic":true},
    assessRisk: {"method":"POST","path":"/crm/registrations/{token}/risk-profile","body":["questionnaireVersion","answers"],"reply":"json","isPublic":true,"needsKey":true},
    declareDocument: {"method":"POST","path":"/crm/registrations/{token}/documents","body":["documentId","type"],"reply":"json","isPublic":true,"needsKey":true},
    uploadDocument: {"method":"PUT","path":"/crm/registrations/{token}/documents/{documentId}/content","body":"bytes","reply":"json","isPublic":true},
    removeDocument: {"method":"DELETE","path":"/crm/registrations/{token}/documents/{documentId}","isPublic":true},
    sendCode: {"method":"POST","path":"/crm/registrations/{token}/otp","reply":"json","isPublic":true},
    submit: {"method":"POST","path":"/crm/registrations/{token}/submit","body":["version","code","consents"],"reply":"json","isPublic":true},
  },
  instructions: {
    list: {"method":"GET","path":"/crm/instructions","query":["limit","cursor","count","companies","status","statuses","payments","type","investorId","rmId","productCode","search","from","to","order"],"reply":"json"},
    export: {"method":"GET","path":"/crm/instructions.csv","query":["status","statuses","payments","type","investorId","rmId","productCode","search","from","to","order","language"],"reply":"bytes"},
    exportXlsx: {"method":"GET","path":"/crm/instructions.xlsx","query":["status","statuses","payments","type","investorId","rmId","productCode","search","from","to","order","language"],"reply":"bytes"},
    get: {"method":"GET","path":"/crm/instructions/{id}","reply":"json"},
    create: {"method":"POST","path":"/crm/instructions","body":["id","investorId","type","productCode","targetProductCode","amount","units","allUnits","bankAccountId","factSheetOffered","aboveRiskProfileTold","confirmDuplicate","amountReason","send"],"reply":"json","needsKey":true},
    send: {"method":"POST","path":"/crm/instructions/{id}/link","body":["version"],"reply":"json","needsKey":true},
    repeat: {"method":"POST","path":"/crm/instructions/{id}/repeat","reply":"json","needsKey":true},
    cancel: {"method":"POST","path":"/crm/instructions/{id}/cancel","body":["version","reason"],"reply":"json"},
    reservations: {"method":"GET","path":"/crm/investors/{id}/reservations","reply":"json"},
    document: {"method":"GET","path":"/crm/instructions/{id}/document","query":["language"],"reply":"bytes"},
  },
  payments: {
    decide: {"method":"POST","path":"/crm/instructions/{id}/payment/decision","body":["receiptId","verdict","reason","version"],"reply":"json","needsKey":true},
  },
  approvals: {
    sender: {"method":"GET","path":"/crm/approvals/{token}/sender","reply":"json","isPublic":true},
    view: {"method":"GET","path":"/crm/approvals/{token}","reply":"json","isPublic":true},
    payment: {"method":"GET","path":"/crm/approvals/{token}/payment","reply":"json","isPublic":true},
    document: {"method":"GET","path":"/crm/approvals/{token}/document","reply":"bytes","isPublic":true},
    sendCode: {"method":"POST","path":"/crm/approvals/{token}/code","reply":"json","isPublic":true},
    answer: {"method":"PATCH","path":"/crm/instructions/signature","body":["token","decision","documentHash","code","signature","consent","reason"],"reply":"json","isPublic":true},
  },
  evidence: {
    list: {"method":"GET","path":"/crm/instructions/{id}/evidence","reply":"json"},
  },
  messageTemplates: {
    list: {"method":"GET","path":"/crm/message-templates","reply":"json"},
    put: {"method":"PUT","path":"/crm/message-templates/{kind}/{channel}/{language}","body":["subject","text"],"reply":"json"},
    preview: {"method":"POST","path":"/crm/message-templates/preview","body":["kind","channel","language","subject","text"],"reply":"json"},
    reset: {"method":"DELETE","path":"/crm/message-templates/{kind}/{channel}/{language}"},
  },
  pendingChanges: {
    list: {"method":"GET","path":"/crm/pending-changes","reply":"json"},
    decide: {"method":"POST","path":"/crm/pending-changes/{id}/decision","body":["decision","reason"]},
  },
  outbox: {
    list: {"method":"GET","path":"/crm/outbox","query":["limit","cursor","state","task"],"reply":"json"},
    replay: {"method":"POST","path":"/crm/outbox/{id}/replay","reply":"json"},
    breaker: {"method":"GET","path":"/crm/outbox/breaker","reply":"json"},
    poison: {"method":"GET","path":"/crm/bib/poison","reply":"json"},
  },
  reconciliations: {
    list: {"method":"GET","path":"/crm/reconciliations","query":["limit","cursor"],"reply":"json"},
    get: {"method":"GET","path":"/crm/reconciliations/{id}","reply":"json"},
    start: {"method":"POST","path":"/crm/reconciliations","reply":"json"},
  },
  reference: {
    banks: {"method":"GET","path":"/crm/banks","query":["includeInactive"],"reply":"json","isPublic":true},
    locations: {"method":"GET","path":"/crm/locations","query":["level","parent"],"reply":"json","isPublic":true},
    countries: {"method":"GET","path":"/crm/countries","reply":"json","isPublic":true},
    holidays: {"method":"GET","path":"/crm/holidays","query":["year"],"reply":"json","isPublic":true},
    changeBank: {"method":"PATCH","path":"/crm/banks/{code}","body":["name","bic","isActive"],"reply":"json"},
    putHoliday: {"method":"PUT","path":"/crm/holidays/{date}","body":["name","isProvisional","reason"],"reply":"json"},
    removeHoliday: {"method":"DELETE","path":"/crm/holidays/{date}","query":["reason"]},
  },
  codeListEntries: {
    list: {"method":"GET","path":"/crm/code-lists","reply":"json"},
    put: {"method":"PUT","path":"/crm/code-lists/{list}/{code}","body":["sinvestCode","version"],"reply":"json"},
  },
  figures: {
    counts: {"method":"GET","path":"/crm/figures","query":["days"],"reply":"json"},
    investors: {"method":"GET","path":"/crm/figures/investors","query":["externalIds"],"reply":"json"},
    rms: {"method":"GET","path":"/crm/figures/rms","reply":"json"},
  },
  agenda: {
    get: {"method":"GET","path":"/crm/agenda","reply":"json"},
  },
  gateway: {
    csrfToken: {"method":"GET","path":"/auth/csrf-token","reply":"json","isPublic":true},
    appVersion: {"method":"GET","path":"/app-version","reply":"json","isPublic":true},
  },
  products: {
    list: {"method":"GET","path":"/products","query":["type","riskMax","manager","syariah","currency","search"],"reply":"json"},
    get: {"method":"GET","path":"/products/{code}","reply":"json"},
    factSheet: {"method":"GET","path":"/products/{code}/factsheet","reply":"bytes"},
    navs: {"method":"GET","path":"/products/{code}/navs","query":["from","to"],"reply":"json"},
  },
  portfolios: {
    get: {"method":"GET","path":"/investors/{id}/portfolio","reply":"json"},
    transactions: {"method":"GET","path":"/investors/{id}/transactions","query":["limit","cursor","from","to"],"reply":"json"},
    statement: {"method":"GET","path":"/investors/{id}/statement","query":["from","to","language"],"reply":"bytes"},
  },
  reports: {
    aum: {"method":"GET","path":"/reports/aum","query":["from","to","rmId","productCode","currency"],"reply":"json"},
    aumCsv: {"method":"GET","path":"/reports/aum.csv","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
    aumXlsx: {"method":"GET","path":"/reports/aum.xlsx","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
    sales: {"method":"GET","path":"/reports/sales","query":["from","to","rmId","productCode","currency"],"reply":"json"},
    salesCsv: {"method":"GET","path":"/reports/sales.csv","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
    salesXlsx: {"method":"GET","path":"/reports/sales.xlsx","query":["from","to","rmId","productCode","currency","language"],"reply":"bytes"},
    investors: {"method":"GET","path":"/reports/investors","query":["from","to","rmId","currency","limit"],"reply":"json"},
    investorsCsv: {"method":"GET","path":"/reports/investors.csv","query":["from","to","rmId","currency","language"],"reply":"bytes"},
    bookPdf: {"method":"GET","path":"/reports/book.pdf","query":["from","to","rmId","currency","language"],"reply":"bytes"},
    transactions: {"method":"GET","path":"/reports/transactions","query":["limit","cursor","from","to","rmId","productCode","type"],"reply":"json"},
    transactionsCsv: {"method":"GET","path":"/reports/transactions.csv","query":["from","to","rmId","productCode","type","language"],"reply":"bytes"},
    transactionsXlsx: {"method":"GET","path":"/reports/transactions.xlsx","query":["from","to","rmId","productCode","type","language"],"reply":"bytes"},
  },
  dashboard: {
    get: {"method":"GET","path":"/dashboard","query":["months"],"reply":"json"},
  },
  today: {
    get: {"method":"GET","path":"/today","reply":"json"},
  },
} as const satisfies Operations
