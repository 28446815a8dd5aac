// Generated from the contracts by `npm run generate`. Do not edit.
import type { ListMethod, Method, Operations } from '../method.ts'
import type { Email, FullName, Id, Instant, Money, Phone, Search, Version } from './fields.ts'
import type { Waits } from './four-eyes.ts'
import type { UserStatus } from './users.ts'

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
  /** WIB, for products without a cut-off of their own; an approval in this minute is late */
  cutOffDefault: string
  certifiedSignatureAbove: Money | null
  orderQuestionAbove?: Money | null
  orderCap?: Money | null
  /** How long an investor may take to enter a code */
  otpSeconds: number
  approvalLinkHours: number
  registrationLinkHours: number
  /** ID of the business phone number in WhatsApp Manager; none: no WhatsApp */
  whatsappPhoneId?: string | null
  quietFrom?: string
  quietUntil?: string
  monthlyStatement?: 'off' | 'on'
  bibTenant: string
}

export type CompanySettingsChanges = {
  brandColour?: string
  legalName?: FullName | null
  licenceNumber?: string | null
  address?: PostalLine | null
  /** WIB, for products without a cut-off of their own; an approval in this minute is late */
  cutOffDefault?: string
  certifiedSignatureAbove?: Money | null
  orderQuestionAbove?: Money | null
  orderCap?: Money | null
  /** How long an investor may take to enter a code */
  otpSeconds?: number
  approvalLinkHours?: number
  registrationLinkHours?: number
  /** ID of the business phone number in WhatsApp Manager; none: no WhatsApp */
  whatsappPhoneId?: string | null
  quietFrom?: string
  quietUntil?: string
  monthlyStatement?: 'off' | 'on'
  bibTenant?: string
}

export type Logo = string

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

export type PostalLine = string

export type CompaniesListInput = {
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
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
  /** Items per page */
  limit?: number
  /** nextCursor of the previous page */
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

export type CompaniesApi = {
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
   * Needs a password entered within the last ten minutes.
   */
  create: Method<CompaniesCreateInput, Company>
  /**
   * Change a company
   *
   * Settings that affect money wait for an administrator of the company, if it has one. All others change at once.
   *
   * Needs the permission `company.manage`.
   *
   * Needs a password entered within the last ten minutes.
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
   * Needs a password entered within the last ten minutes.
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
   * Settings that affect money wait for a second approval. All others change at once.
   *
   * Needs the permission `company.update`.
   */
  updateOwn: Method<CompaniesUpdateOwnInput, ChangedCompany>
}

export const companies = {
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
} as const satisfies Operations[string]
