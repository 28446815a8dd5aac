// CSRF tokens for public writes: signed, short-lived, and useless without the cookie issued with
// them (double submit).
import { createHmac, randomBytes } from 'node:crypto'
import { csrfRefused, Problem } from '@rmtools/contracts/problem'
import { cookieLine, readCookie } from '@rmtools/kit/cookies'
import type { Clock } from '@rmtools/kit/clock'
import { equalSecret } from '@rmtools/kit/secrets'

const COOKIE = '__Host-csrf'
export const CSRF_SECONDS = 3600

export type Csrf = {
  /** A new token, with its Set-Cookie line. */
  issue(): { token: string; cookie: string }
  /** Throws 403 unless header and cookie match and are fresh. */
  check(headers: Readonly<Record<string, string | undefined>>): void
}

/** CSRF protection with a separate key. */
export function createCsrf(secret: string, clock: Clock): Csrf {
  const sign = (nonce: string, expires: string) =>
    createHmac('sha256', secret).update(`${nonce}.${expires}`).digest('base64url')
  return {
    issue() {
      const nonce = randomBytes(18).toString('base64url')
      const expires = String(Math.floor(clock.now().getTime() / 1000) + CSRF_SECONDS)
      return {
        token: `${expires}.${sign(nonce, expires)}`,
        cookie: cookieLine(COOKIE, nonce, CSRF_SECONDS),
      }
    },
    check(headers) {
      const [expires = '', signature = ''] = (headers['x-csrf-token'] ?? '').split('.')
      const nonce = readCookie(headers['cookie'], COOKIE)
      const isFresh = Number(expires) * 1000 > clock.now().getTime()
      if (nonce === undefined || !isFresh || !equalSecret(signature, sign(nonce, expires)))
        throw new Problem(csrfRefused, {
          detail: 'Get a token at /auth/csrf-token and send it as X-CSRF-Token with its cookie',
        })
    },
  }
}
