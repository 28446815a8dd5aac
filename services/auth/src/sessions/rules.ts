// Sign-in names, cookies, and the claims of an access token. No database, no clock.
import { cookieLine, readCookie } from '@rmtools/kit/cookies'
import { createHmac } from 'node:crypto'
import { accountInactive, accountPending, accountRejected } from '@rmtools/contracts/auth/sessions'
import type { UserStatus } from '@rmtools/contracts/auth/users'
import { documents } from '@rmtools/contracts/crm/documents'
import { investors } from '@rmtools/contracts/crm/investors'
import { Problem } from '@rmtools/contracts/problem'
import { toE164 } from '@rmtools/kit/phone'

/**
 * An e-mail address in lower case, or a phone number in E.164; anything else stays unchanged and
 * matches nobody.
 */
export function normaliseLogin(written: string): string {
  const trimmed = written.trim()
  return trimmed.includes('@') ? trimmed.toLowerCase() : (toE164(trimmed) ?? trimmed.toLowerCase())
}

/**
 * Throws the reason that keeps somebody with the correct password out; a `registered` user still
 * has to verify a code.
 */
export function refuseUnlessActive(status: UserStatus): void {
  if (status === 'pending') throw new Problem(accountPending)
  if (status === 'rejected') throw new Problem(accountRejected)
  if (status === 'inactive') throw new Problem(accountInactive)
}

type Contacts = {
  email: string | null
  phone: string | null
  emailVerifiedAt: string | null
  phoneVerifiedAt: string | null
}

/**
 * Where to send a code: the phone if it is verified, else the e-mail address. Never to an
 * unverified one.
 */
export function provedContact({ email, phone, emailVerifiedAt, phoneVerifiedAt }: Contacts) {
  if (phone !== null && phoneVerifiedAt !== null)
    return { channel: 'sms', destination: phone } as const
  return { channel: 'email', destination: emailVerifiedAt === null ? '' : (email ?? '') } as const
}

export type Membership = {
  companyId: string
  companyCode: string
  companyName: string
  roleId: string
  role: string
  permissions: string[]
  /**
   * For platform users in a company: when the access ends, and whether the company granted more
   * than reading.
   */
  access?: { endsAt: string; mayWrite: boolean }
}

/**
 * The company in which a session acts: the requested one, else the last one, else the first.
 * Undefined without a company.
 */
export function chooseMembership(
  memberships: readonly Membership[],
  ...wishes: (string | null | undefined)[]
): Membership | undefined {
  for (const wish of wishes) {
    const found = memberships.find(({ companyId }) => companyId === wish)
    if (found) return found
  }
  return memberships[0]
}

const unmasking: readonly string[] = [investors.reveal, documents.list].map(
  ({ access }) => access.permission,
)

/** The rights of an access token: platform users with read access neither reveal nor export. */
export function permissionsIn({ permissions, access }: Membership): string[] {
  if (!access || access.mayWrite) return permissions
  return permissions.filter(
    (permission) => !unmasking.includes(permission) && !permission.endsWith('.export'),
  )
}

/** The end of an access token, in seconds: no later than the session or access it depends on. */
export function tokenEnd(issuedAt: number, seconds: number, { access }: Membership): number {
  return access
    ? Math.min(issuedAt + seconds, Math.floor(Date.parse(access.endsAt) / 1000))
    : issuedAt + seconds
}

/** The companies that a list may combine: those in which the user holds the same role. */
export function companiesOfRole(memberships: readonly Membership[], active: Membership): string[] {
  if (active.access) return [active.companyId]
  return memberships
    .filter(({ roleId, access }) => !access && roleId === active.roleId)
    .map(({ companyId }) => companyId)
}

/**
 * The refresh token after `token`. It is derived, not random, so that a repeated exchange within
 * the grace period returns the same successor although only hashes are stored.
 */
export function successorOf(token: string, sessionId: string, secret: string): string {
  return createHmac('sha256', secret).update(`refresh:${sessionId}:${token}`).digest('base64url')
}

export const REFRESH_COOKIE = '__Host-refresh'
export const DEVICE_COOKIE = '__Host-device'
const DEVICE_COOKIE_SECONDS = 400 * 86_400

const SECRET = /^[A-Za-z0-9_-]{43}$/
const SECRETS_KEPT = 5

/**
 * The device secrets that a client sends. A browser shared by several people keeps one for each.
 */
export function shownSecrets(given: string | undefined, cookies: string | undefined): string[] {
  if (given !== undefined) return [given]
  return (readCookie(cookies, DEVICE_COOKIE)?.split('.') ?? [])
    .filter((secret) => SECRET.test(secret))
    .slice(-SECRETS_KEPT)
}

/** The device cookie with one more secret, the newest last. */
export function deviceCookie(cookies: string | undefined, secret: string): string {
  return cookieLine(
    DEVICE_COOKIE,
    [...shownSecrets(undefined, cookies), secret].slice(-SECRETS_KEPT).join('.'),
    DEVICE_COOKIE_SECONDS,
  )
}
