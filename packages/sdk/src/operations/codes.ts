// Generated from the contracts by `npm run generate`. Do not edit.
import type { Method, Operations } from '../method.ts'
import type { Id, OtpCode } from './fields.ts'
import type { SignIn } from './sessions.ts'

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

export type CodesApi = {
  /** Verify a code; completes the request that needed it */
  verify: Method<CodesVerifyInput, SignIn>
  /** Send a new code; the earlier code becomes void */
  resend: Method<CodesResendInput, {
    channel: 'email' | 'sms'
    destination: string
    resendAfter: number
  }>
}

export const codes = {
  verify: {"method":"POST","path":"/auth/verify-otp","body":["challengeId","code","purpose","deviceId"],"reply":"json","isPublic":true,"signsIn":true},
  resend: {"method":"POST","path":"/auth/resend-otp","body":["challengeId","deviceId"],"reply":"json","isPublic":true},
} as const satisfies Operations[string]
