// Codes that verify the phone of an investor without an account (NIST SP 800-63B-4, 3.1.3): six
// digits, valid as long as the company has set, five attempts, one use; resent after a minute, at
// most five times an hour. The state of a code is stored with its link.
import { createHmac } from 'node:crypto'
import { equalSecret, randomOtp } from '@rmtools/kit/secrets'

const CODE_SECONDS = 300
const CODE_TRIES = 5
const CODES_AN_HOUR = 5
export const RESEND_SECONDS = 60

export type KeptCode = {
  id: string
  codeHash: Buffer | null
  codePhone: string | null
  codeSentAt: string | null
  codeExpiresAt: string | null
  codeTries: number
  codesSent: number
  codesCountedSince: string | null
}

/**
 * Seconds until another code may be sent (0: now), and whether the hourly limit is the reason to
 * wait.
 */
export function waitForCode(kept: KeptCode, now: Date): { seconds: number; isSpent: boolean } {
  const since = (instant: string | null) =>
    instant === null ? Infinity : (now.getTime() - Date.parse(instant)) / 1000
  if (since(kept.codeSentAt) < RESEND_SECONDS)
    return { seconds: RESEND_SECONDS - since(kept.codeSentAt), isSpent: false }
  const isSpent = since(kept.codesCountedSince) < 3600 && kept.codesSent >= CODES_AN_HOUR
  return { seconds: isSpent ? 3600 - since(kept.codesCountedSince) : 0, isSpent }
}

/** How long a company's codes are valid, by its settings. */
export function codeSecondsOf({ otpSeconds }: { readonly otpSeconds?: unknown }): number {
  return typeof otpSeconds === 'number' ? otpSeconds : CODE_SECONDS
}

/** For messages; rounded so that they never promise more. */
export const minutesOf = (seconds: number): string => String(Math.max(1, Math.floor(seconds / 60)))

type Making = { now: Date; secret: string; seconds: number }

/**
 * A new code for a link, and the state to store, which replaces the earlier code and its attempts.
 */
export function newCode(kept: KeptCode, phone: string, { now, secret, seconds }: Making) {
  const code = randomOtp()
  const at = now.toISOString()
  const isNewHour =
    kept.codesCountedSince === null ||
    now.getTime() - Date.parse(kept.codesCountedSince) >= 3_600_000
  return {
    code,
    keep: {
      codeHash: hashCode(kept.id, code, secret),
      codePhone: phone,
      codeSentAt: at,
      codeExpiresAt: new Date(now.getTime() + seconds * 1000).toISOString(),
      codeTries: 0,
      codesSent: isNewHour ? 1 : kept.codesSent + 1,
      codesCountedSince: isNewHour ? at : kept.codesCountedSince,
    },
  }
}

/**
 * Whether a code is correct, and whether this attempt consumes it: a correct one is consumed, and a
 * wrong one voids it at the fifth attempt. A code sent to another phone than the current one proves
 * nothing.
 */
export function tryOf(
  kept: KeptCode,
  code: string | undefined,
  { now, secret, phone }: { now: Date; secret: string; phone: string | null },
) {
  const isAlive =
    kept.codeExpiresAt !== null &&
    Date.parse(kept.codeExpiresAt) > now.getTime() &&
    kept.codePhone === phone
  const isOpen = isAlive && kept.codeHash !== null && kept.codeTries < CODE_TRIES
  const isRight =
    isOpen &&
    code !== undefined &&
    equalSecret(hashCode(kept.id, code, secret), kept.codeHash ?? '')
  return { isRight, isSpent: isRight || kept.codeTries + 1 >= CODE_TRIES }
}

/** The stored form of a code: a keyed hash, bound to its link. */
function hashCode(linkId: string, code: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${linkId}:${code}`).digest()
}
