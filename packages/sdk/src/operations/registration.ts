// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Email, FullName, Id, Phone } from './fields.ts'
import type { GivenPassword, LoginName, SignIn } from './sessions.ts'

export type Language = 'id' | 'en'

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

export type RegistrationApi = {
  /** Register with a company as an RM; a code goes to the chosen channel */
  register: Method<RegistrationRegisterInput, SignIn>
  /** Whether an e-mail address or phone number is still free */
  verifyUnique: Method<RegistrationVerifyUniqueInput, {
    unique: boolean
  }>
  /** Companies that accept registrations */
  companies: Method<RegistrationCompaniesInput, {
    items: Array<{
      id: Id
      name: string
      logo: string | null
    }>
  }>
}

export const registration = {
  register: {"method":"POST","path":"/auth/register","body":["fullName","email","phone","password","companyId","licenceNumber","language","channel","deviceId"],"reply":"json","isPublic":true,"signsIn":true},
  verifyUnique: {"method":"POST","path":"/auth/verify-unique","body":["login"],"reply":"json","isPublic":true},
  companies: {"method":"GET","path":"/auth/companies","reply":"json","isPublic":true},
} as const satisfies Operations[string]
