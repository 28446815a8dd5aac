// Forgotten passwords and invitations: a link with a one-time token to set a password.
import { endpoint, OneOf, Shape } from '../endpoint.ts'
import { LinkToken } from '../fields.ts'
import { notFound, problemKind } from '../problem.ts'
import { GivenPassword, LoginName } from './sessions.ts'

export const MIN_PASSWORD = 12
export const MAX_PASSWORD = 128

export const passwordTooShort = problemKind(
  'password-too-short',
  422,
  'The password has fewer than 12 characters',
)
export const passwordTooLong = problemKind(
  'password-too-long',
  422,
  'The password has more than 128 characters',
)
export const passwordTooCommon = problemKind(
  'password-too-common',
  422,
  'The password is among the most common ones',
)
export const passwordPersonal = problemKind(
  'password-personal',
  422,
  'The password contains your name, e-mail, phone or company',
)
export const passwordReused = problemKind(
  'password-reused',
  422,
  'The password is one of the last five',
)
export const passwordProblems = [
  passwordTooShort,
  passwordTooLong,
  passwordTooCommon,
  passwordPersonal,
  passwordReused,
] as const

export const linkExpired = problemKind(
  'link-expired',
  410,
  'The link has expired; request a new one',
)
export const linkUsed = problemKind('link-used', 409, 'The link was used')

export const passwords = {
  requestReset: endpoint({
    method: 'POST',
    path: '/auth/reset-password',
    summary:
      'Request a link to set a new password; the reply never reveals whether the account exists',
    access: 'public',
    body: Shape({ login: LoginName }),
    reply: Shape({ status: OneOf(['accepted']) }),
    status: 202,
    throttle: { points: 10, seconds: 600, by: 'address' },
  }),
  confirmReset: endpoint({
    method: 'POST',
    path: '/auth/reset-password/confirm',
    summary: 'Set the password with the token from the link; all sessions end',
    access: 'public',
    body: Shape({ token: LinkToken, newPassword: GivenPassword }),
    reply: Shape({ status: OneOf(['changed']) }),
    problems: [notFound, linkExpired, linkUsed, ...passwordProblems],
    throttle: { points: 20, seconds: 600, by: 'address' },
  }),
}
