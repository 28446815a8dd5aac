import { sessionEnded, sessions } from '@rmtools/contracts/auth/sessions'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { readCookie } from '@rmtools/kit/cookies'
import { ACCESS_TOKEN_SECONDS, type Authenticator } from '@rmtools/kit/authenticate'
import type { Transaction } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import { hashToken } from '@rmtools/kit/secrets'
import { implement, outside, type ReplyControls } from '@rmtools/kit/service'
import type { AuthPorts } from '../ports.ts'
import { endSessions, forgetRefreshCookie, signAccessToken } from './sessions.ts'
import { login } from './login.ts'
import { liveSessions, moveSession, rememberCompany, sessionOfToken } from './queries.ts'
import { membershipsOf } from './people/queries.ts'
import { refresh } from './refresh.ts'
import { REFRESH_COOKIE } from './rules.ts'

type Headers = Readonly<Record<string, string | undefined>>

export const sessionsRoutes = (ports: AuthPorts, authenticator: Authenticator) => {
  const logout = async (
    _: unknown,
    { db, headers, reply }: { db: Transaction; headers: Headers; reply: ReplyControls },
  ) => {
    await db.enter(identity)
    const sessionId = await sessionShown(db, authenticator, headers)
    if (sessionId) await endSessions(db, ports, { sessionId }, 'signed-out')
    forgetRefreshCookie(reply)
    return { status: 'signed-out' as const }
  }
  return implement('sessions', sessions, {
    login: outside(
      async (input, { begin, origin, headers, reply }) =>
        await login(ports, input, { begin, origin, reply, cookies: headers['cookie'] }),
    ),
    refresh: async (input, { db, headers, reply }) =>
      await refresh(db, ports, input, { reply, cookies: headers['cookie'] }),
    logout,
    logoutByPost: logout,

    switchCompany: async ({ companyId }, { db, actor }) => {
      const memberships = await membershipsOf(db, actor.userId, ports.clock.now().toISOString())
      const active = memberships.find((membership) => membership.companyId === companyId)
      if (!active) throw new Problem(notFound)
      const session = await moveSession(db, actor.sessionId, companyId)
      if (!session) throw new Problem(sessionEnded)
      if (!active.access) await rememberCompany(db, actor.userId, companyId)
      const { userId, sessionId } = actor
      const accessToken = await signAccessToken(ports, {
        userId,
        sessionId,
        ...session,
        memberships,
        active,
      })
      return {
        status: 'signed-in' as const,
        accessToken,
        expiresIn: ACCESS_TOKEN_SECONDS,
        userId,
        companyId,
        sessionId,
      }
    },

    list: async (_, { db, actor }) => {
      const items = await liveSessions(db, actor.userId, ports.clock.now().toISOString())
      return { items: items.map((item) => ({ ...item, isCurrent: item.id === actor.sessionId })) }
    },

    revoke: async ({ id }, { db, actor }) => {
      if (
        (await endSessions(db, ports, { sessionId: id, userId: actor.userId }, 'ended-by-user')) ===
        0
      )
        throw new Problem(notFound)
    },

    revokeOthers: async (_, { db, actor }) => ({
      ended: await endSessions(
        db,
        ports,
        { userId: actor.userId, except: actor.sessionId },
        'ended-by-user',
      ),
    }),
  })
}

/** The session of a bearer token or, if that is absent or expired, of the refresh cookie. */
async function sessionShown(
  db: Transaction,
  authenticator: Authenticator,
  headers: Headers,
): Promise<string | undefined> {
  const actor = await authenticator.verify(headers['authorization']).catch(() => undefined)
  if (actor) return actor.sessionId
  const token = readCookie(headers['cookie'], REFRESH_COOKIE)
  return token === undefined ? undefined : await sessionOfToken(db, hashToken(token))
}
