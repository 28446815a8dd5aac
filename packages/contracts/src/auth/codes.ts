// One-time passwords: one endpoint for all purposes.
import Type from 'typebox'
import { endpoint, OneOf, Shape } from '../endpoint.ts'
import { Id, OtpCode } from '../fields.ts'
import { problemKind, tooManyRequests } from '../problem.ts'
import { accountInactive, companyClosed, SignIn } from './sessions.ts'

export const wrongCode = problemKind('wrong-code', 422, 'The code is wrong')
/**
 * Used, expired, voided by wrong attempts or replaced: one response for all, so that it tells a
 * guesser nothing.
 */
export const codeSpent = problemKind(
  'code-spent',
  410,
  'The code is no longer valid; request a new one',
)

/**
 * After very many consecutive wrong codes all codes are refused until the owner sets a new password
 * by a link.
 */
export const codesStopped = problemKind(
  'codes-stopped',
  403,
  'Too many wrong codes in a row; set a new password by link',
)

export const codePurposes = ['login', 'register', 'change-email', 'change-phone'] as const
export type CodePurpose = (typeof codePurposes)[number]

export const codes = {
  verify: endpoint({
    method: 'POST',
    path: '/auth/verify-otp',
    summary: 'Verify a code; completes the request that needed it',
    access: 'public',
    body: Shape({
      challengeId: Id,
      code: OtpCode,
      purpose: OneOf(codePurposes),
      deviceId: Id,
    }),
    reply: SignIn,
    problems: [
      wrongCode,
      codeSpent,
      codesStopped,
      accountInactive,
      companyClosed,
      problemKind('user-email-taken', 409, 'This e-mail address is in use'),
      problemKind('user-phone-taken', 409, 'This phone number is in use'),
    ],
    throttle: { points: 60, seconds: 60, by: 'address' },
  }),
  resend: endpoint({
    method: 'POST',
    path: '/auth/resend-otp',
    summary: 'Send a new code; the earlier code becomes void',
    access: 'public',
    body: Shape({ challengeId: Id, deviceId: Id }),
    reply: Shape({
      channel: OneOf(['email', 'sms']),
      destination: Type.String(),
      resendAfter: Type.Integer(),
    }),
    problems: [codeSpent, tooManyRequests],
    throttle: { points: 20, seconds: 60, by: 'address' },
  }),
}
