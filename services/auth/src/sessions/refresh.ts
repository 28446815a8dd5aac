// Exchange of refresh tokens (RFC 9700, 4.14: rotation with reuse detection).
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { accountInactive, sessionEnded, type SignIn } from '@rmtools/contracts/auth/sessions'
import { Problem } from '@rmtools/contracts/problem'
import { readCookie } from '@rmtools/kit/cookies'
import type { Transaction } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import { hashToken } from '@rmtools/kit/secrets'
import type { ReplyControls } from '@rmtools/kit/service'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions, forgetRefreshCookie, signedIn } from './sessions.ts'
import {
  appendReuse,
  insertRefreshToken,
  isDeviceProved,
  lockSession,
  markRotated,
  rotatedAt,
  seeDevice,
  sessionOfToken,
  useSession,
  type LockedSession,
} from './queries.ts'
import { membershipsOf, personById } from './people/queries.ts'
import { chooseMembership, REFRESH_COOKIE, shownSecrets, successorOf } from './rules.ts'

export type RefreshInput = { refreshToken?: string; deviceSecret?: string }

/**
 * The next pair of tokens; 401 if the session has ended, which also clears the browser's cookie.
 */
export async function refresh(
  tx: Transaction,
  ports: AuthPorts,
  input: RefreshInput,
  { reply, cookies }: { reply: ReplyControls; cookies: string | undefined },
): Promise<SignIn | Problem> {
  await tx.enter(identity)
  const client = input.refreshToken === undefined ? 'web' : 'mobile'
  const token = input.refreshToken ?? readCookie(cookies, REFRESH_COOKIE)
  const answer =
    token === undefined
      ? undefined
      : await rotate(
          tx,
          ports,
          { token, client, secrets: shownSecrets(input.deviceSecret, cookies) },
          reply,
        )
  if (answer) return answer
  if (client === 'web') forgetRefreshCookie(reply)
  // Returned, not thrown, so that the end of the session is committed.
  return new Problem(sessionEnded)
}

type Shown = { token: string; client: 'web' | 'mobile'; secrets: readonly string[] }

async function rotate(
  tx: Transaction,
  ports: AuthPorts,
  { token, client, secrets }: Shown,
  reply: ReplyControls,
): Promise<SignIn | undefined> {
  const tokenHash = hashToken(token)
  const sessionId = await sessionOfToken(tx, tokenHash)
  const session = sessionId === undefined ? undefined : await lockSession(tx, sessionId)
  const now = ports.clock.now()
  if (!session || session.client !== client || !isLive(ports, session, now)) return undefined
  if (!(await isDeviceProved(tx, session.deviceId, secrets.map(hashToken)))) return undefined
  await tx.enter({ ...identity, userId: session.userId, companyId: session.companyId })
  const rotated = (await rotatedAt(tx, tokenHash)) ?? null
  if (
    rotated !== null &&
    now.getTime() - Date.parse(rotated) > ports.config.REFRESH_GRACE_SECONDS * 1000
  )
    return await endStolen(tx, ports, session)

  const person = await personById(tx, session.userId)
  const memberships = await membershipsOf(tx, session.userId, now.toISOString())
  const active = chooseMembership(memberships, session.companyId)
  if (person?.status !== 'active' || !active) {
    await endSessions(tx, ports, { sessionId: session.id }, accountInactive.code)
    return undefined
  }
  const instant = now.toISOString()
  const refreshToken = successorOf(token, session.id, ports.config.TOKEN_SECRET)
  if (rotated === null) await markRotated(tx, tokenHash, instant)
  await insertRefreshToken(tx, {
    hash: hashToken(refreshToken),
    sessionId: session.id,
    now: instant,
  })
  await useSession(tx, {
    id: session.id,
    ip: tx.origin.ip,
    now: instant,
    companyId: active.companyId,
  })
  await seeDevice(tx, session.deviceId, tx.origin.ip, instant)
  return await signedIn(
    ports,
    {
      userId: session.userId,
      sessionId: session.id,
      deviceId: session.deviceId,
      factorAt: session.factorAt,
      memberships,
      active,
    },
    { client, refreshToken },
    reply,
  )
}

function isLive({ config }: AuthPorts, session: LockedSession, now: Date): boolean {
  const isIdle = now.getTime() - Date.parse(session.lastUsedAt) > config.SESSION_IDLE_SECONDS * 1000
  return session.revokedAt === null && Date.parse(session.expiresAt) > now.getTime() && !isIdle
}

/**
 * Reuse of an old token means that two parties hold the token family, and nothing tells which one
 * is the thief.
 */
async function endStolen(
  tx: Transaction,
  ports: AuthPorts,
  session: LockedSession,
): Promise<undefined> {
  await endSessions(tx, ports, { sessionId: session.id }, 'refresh-token-reused')
  await appendReuse(tx, session)
  await notify(tx, ports, {
    userId: session.userId,
    companyId: session.companyId,
    kind: 'security.session-stolen',
    params: {},
    link: notificationLink('security.session-stolen'),
    email: true,
  })
}
