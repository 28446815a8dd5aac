// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, Instant, LinkToken } from './fields.ts'

/** web: secrets travel in httpOnly cookies; mobile: in the body */
export type ClientKind = 'web' | 'mobile'

export type DeviceClaim = {
  id: Id
  name: string
  platform: 'android' | 'ios' | 'web'
  secret?: LinkToken
}

export type GivenPassword = string

export type LoginName = string

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

export type SignIn = {
  status: 'signed-in' | 'challenge' | 'pending' | 'changed'
  accessToken?: string
  /** Seconds */
  expiresIn?: number
  /** Mobile only */
  refreshToken?: string
  /** Mobile only; sent once, when the device becomes trusted */
  deviceSecret?: string
  userId?: Id
  companyId?: Id
  sessionId?: Id
  challengeId?: Id
  purpose?: string
  channel?: 'email' | 'sms'
  /** Masked */
  destination?: string
  /** Seconds */
  resendAfter?: number
}

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

export type SessionsApi = {
  /** Sign in with a password; a new device must verify a code */
  login: Method<SessionsLoginInput, SignIn>
  /**
   * Exchange the refresh token for a new pair; a web client sends its cookies and an empty body
   */
  refresh: Method<SessionsRefreshInput, SignIn>
  /** End the session; harmless if it has already ended */
  logout: Method<SessionsLogoutInput, {
    status: 'signed-out'
  }>
  /** End the session; harmless if it has already ended */
  logoutByPost: Method<SessionsLogoutByPostInput, {
    status: 'signed-out'
  }>
  /** Switch to another of the user's companies */
  switchCompany: Method<SessionsSwitchCompanyInput, SignIn>
  /** Own active sessions */
  list: Method<SessionsListInput, {
    items: Array<Session>
  }>
  /** End one of the own sessions */
  revoke: Method<SessionsRevokeInput, void>
  /** End all own sessions except this one */
  revokeOthers: Method<SessionsRevokeOthersInput, {
    ended: number
  }>
}

export const sessions = {
  login: {"method":"POST","path":"/auth/login","body":["login","password","client","device","companyId"],"reply":"json","isPublic":true,"signsIn":true},
  refresh: {"method":"POST","path":"/auth/refresh-token","body":["refreshToken","deviceSecret"],"reply":"json","isPublic":true,"signsIn":true},
  logout: {"method":"GET","path":"/auth/logout","reply":"json","isPublic":true},
  logoutByPost: {"method":"POST","path":"/auth/logout","reply":"json","isPublic":true},
  switchCompany: {"method":"POST","path":"/auth/switch-company","body":["companyId"],"reply":"json","signsIn":true},
  list: {"method":"GET","path":"/auth/sessions","reply":"json"},
  revoke: {"method":"DELETE","path":"/auth/sessions/{id}"},
  revokeOthers: {"method":"POST","path":"/auth/sessions/revoke-others","reply":"json"},
} as const satisfies Operations[string]
