// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { LinkToken } from './fields.ts'
import type { GivenPassword, LoginName } from './sessions.ts'

export type PasswordsRequestResetInput = {
  login: LoginName
}

export type PasswordsConfirmResetInput = {
  token: LinkToken
  newPassword: GivenPassword
}

export type PasswordsApi = {
  /**
   * Request a link to set a new password; the reply never reveals whether the account exists
   */
  requestReset: Method<PasswordsRequestResetInput, {
    status: 'accepted'
  }>
  /** Set the password with the token from the link; all sessions end */
  confirmReset: Method<PasswordsConfirmResetInput, {
    status: 'changed'
  }>
}

export const passwords = {
  requestReset: {"method":"POST","path":"/auth/reset-password","body":["login"],"reply":"json","isPublic":true},
  confirmReset: {"method":"POST","path":"/auth/reset-password/confirm","body":["token","newPassword"],"reply":"json","isPublic":true},
} as const satisfies Operations[string]
