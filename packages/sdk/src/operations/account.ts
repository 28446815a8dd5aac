// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { CalendarDate, Email, Id, Phone } from './fields.ts'
import type { Language } from './registration.ts'
import type { GivenPassword, SignIn } from './sessions.ts'

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

export type OwnCompany = {
  id: Id
  code: string
  name: string
  role: string
  /** The company of this session */
  isActive: boolean
}

export type PushPreferences = {
  leads: boolean
  investors: boolean
  instructions: boolean
  security: boolean
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

export type AccountApi = {
  /** Enter the password again; returns an access token for operations that require it */
  stepUp: Method<AccountStepUpInput, SignIn>
  /** The signed-in user and their permissions */
  me: Method<AccountMeInput, Me>
  /**
   * Change one setting; password, e-mail and phone need the current password
   *
   * A new e-mail address or phone number takes effect when the code sent to it is verified at verify-otp.
   */
  changeSetting: Method<AccountChangeSettingInput, SignIn>
  /** The companies that the user may act in */
  companyIds: Method<AccountCompanyIdsInput, {
    items: Array<OwnCompany>
  }>
  /** The companies that the user may act in */
  companylds: Method<AccountCompanyldsInput, {
    items: Array<OwnCompany>
  }>
}

export const account = {
  stepUp: {"method":"POST","path":"/auth/step-up","body":["currentPassword"],"reply":"json","signsIn":true},
  me: {"method":"GET","path":"/auth/me","reply":"json"},
  changeSetting: {"method":"PUT","path":"/auth/change-setting","body":["setting","currentPassword","password","email","phone","language","push"],"reply":"json","signsIn":true},
  companyIds: {"method":"GET","path":"/auth/companyIds","reply":"json"},
  companylds: {"method":"GET","path":"/auth/companylds","reply":"json"},
} as const satisfies Operations[string]
