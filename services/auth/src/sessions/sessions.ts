// Session operations for other features: open one for an authenticated user, end sessions.
import type { SignIn } from '@rmtools/contracts/auth/sessions'
import { accountInactive, companyClosed, sessionEnded } from '@rmtools/contracts/auth/sessions'
import { Problem } from '@rmtools/contracts/problem'
import { cookieLine } from '@rmtools/kit/cookies'
import {
  ACCESS_TOKEN_SECONDS,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  type AccessClaims,
  type Revocation,
} from '@rmtools/kit/authenticate'
import type { Db, Transaction } from '@rmtools/kit/db'
import { hashToken, randomToken } from '@rmtools/kit/secrets'
import type { ReplyControls } from '@rmtools/kit/service'
import { signToken } from '@rmtools/kit/tokens'
import type { AuthPorts } from '../ports.ts'
import {
  insertRefreshToken,
  insertSession,
  proveSession,
  recordLogin,
  revokedSince,
  revokeSessions,
  type WhichSessions,
} from './queries.ts'
import { isOfClosedCompany, membershipsOf } from './people/queries.ts'
import {
  chooseMembership,
  companiesOfRole,
  permissionsIn,
  REFRESH_COOKIE,
  tokenEnd,
  type Membership,
} from './rules.ts'

/** Ends the sessions that match all given criteria, and returns their number. */
export async function endSessions(
  db: Db,
  { clock }: AuthPorts,
  which: WhichSessions,
  reason: string,
): Promise<number> {
  return await revokeSessions(db, which, clock.now().toISOString(), reason)
}

export type Subject = {
  userId: string
  sessionId: string
  deviceId: string
  /** When a password or a new device's code was last presented. */
  factorAt: string
  memberships: readonly Membership[]
  active: Membership
}

/** An access token: user, company and permissions, for ten minutes. */
export async function signAccessToken(
  { keys, clock }: AuthPorts,
  subject: Subject,
): Promise<string> {
  const { kid, privateKey } = await keys.current()
  const { companyId, role } = subject.active
  const permissions = permissionsIn(subject.active)
  const issuedAt = Math.floor(clock.now().getTime() / 1000)
  const claims: AccessClaims & { iat: number } = {
    sub: subject.userId,
    sid: subject.sessionId,
    com: companyId,
    coms: companiesOfRole(subject.memberships, subject.active),
    role,
    perms: permissions,
    own: !permissions.includes('book.all'),
    dev: subject.deviceId,
    typ: 'access',
    fac: Math.floor(Date.parse(subject.factorAt) / 1000),
    iat: issuedAt,
    exp: tokenEnd(issuedAt, ACCESS_TOKEN_SECONDS, subject.active),
    ...(subject.active.access ? { gst: true as const } : {}),
  }
  return await signToken(
    { ...claims, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE },
    { algorithm: 'EdDSA', privateKey, kid },
  )
}

/**
 * The companies in which a user may act; throws the reason if there are none. In the identity
 * realm.
 */
export async function requireMemberships(
  db: Db,
  { clock }: AuthPorts,
  userId: string,
): Promise<Membership[]> {
  const memberships = await membershipsOf(db, userId, clock.now().toISOString())
  if (memberships.length > 0) return memberships
  throw new Problem((await isOfClosedCompany(db, userId)) ? companyClosed : accountInactive)
}

export type Opening = {
  userId: string
  deviceId: string
  client: 'web' | 'mobile'
  companyId: string | null
  lastCompanyId: string | null
}

/**
 * Opens a session and returns its tokens. In the identity realm; from then on the transaction acts
 * as the user in the company. Throws if the user has no company.
 */
export async function openSession(
  tx: Transaction,
  ports: AuthPorts,
  opening: Opening,
  reply: ReplyControls,
): Promise<SignIn> {
  const { userId, deviceId, client } = opening
  const memberships = await requireMemberships(tx, ports, userId)
  const active = chooseMembership(memberships, opening.companyId, opening.lastCompanyId)
  if (!active) throw new Problem(accountInactive)
  await tx.enter({ ...tx.scope, companyId: active.companyId, userId })
  const instant = ports.clock.now()
  const now = instant.toISOString()
  const expiresAt = new Date(instant.getTime() + ports.config.SESSION_SECONDS * 1000).toISOString()
  const sessionId = await insertSession(tx, {
    userId,
    deviceId,
    companyId: active.companyId,
    client,
    ip: tx.origin.ip,
    now,
    expiresAt,
  })
  const refreshToken = randomToken()
  await insertRefreshToken(tx, { hash: hashToken(refreshToken), sessionId, now })
  await recordLogin(tx, { userId, companyId: active.companyId, now })
  return await signedIn(
    ports,
    { userId, sessionId, deviceId, factorAt: now, memberships, active },
    { client, refreshToken },
    reply,
  )
}

/**
 * A new access token after a factor was proved again. Throws session-ended. In the identity realm.
 */
export async function stepUpSession(
  db: Db,
  ports: AuthPorts,
  { userId, sessionId }: Pick<Subject, 'userId' | 'sessionId'>,
): Promise<SignIn> {
  const now = ports.clock.now().toISOString()
  const session = await proveSession(db, sessionId, now)
  const memberships = await membershipsOf(db, userId, now)
  const active = memberships.find(({ companyId }) => companyId === session?.companyId)
  if (!session || !active) throw new Problem(sessionEnded)
  const accessToken = await signAccessToken(ports, {
    ...session,
    userId,
    sessionId,
    memberships,
    active,
  })
  return {
    status: 'signed-in',
    accessToken,
    expiresIn: ACCESS_TOKEN_SECONDS,
    userId,
    companyId: active.companyId,
    sessionId,
  }
}

/**
 * A response with tokens: the refresh token is in a cookie for a browser, in the body for an app.
 */
export async function signedIn(
  ports: AuthPorts,
  subject: Subject,
  { client, refreshToken }: { client: 'web' | 'mobile'; refreshToken: string },
  reply: ReplyControls,
): Promise<SignIn> {
  if (client === 'web')
    reply.cookie(cookieLine(REFRESH_COOKIE, refreshToken, ports.config.SESSION_IDLE_SECONDS))
  return {
    status: 'signed-in',
    accessToken: await signAccessToken(ports, subject),
    expiresIn: ACCESS_TOKEN_SECONDS,
    userId: subject.userId,
    companyId: subject.active.companyId,
    sessionId: subject.sessionId,
    ...(client === 'mobile' ? { refreshToken } : {}),
  }
}

/** Clears the browser's refresh cookie. */
export function forgetRefreshCookie(reply: ReplyControls): void {
  reply.cookie(cookieLine(REFRESH_COOKIE, '', 0))
}

/** The sessions that ended since an instant, for verifiers of access tokens. */
export async function sessionsEndedSince(db: Db, instant: string): Promise<Revocation[]> {
  return await revokedSince(db, instant)
}
