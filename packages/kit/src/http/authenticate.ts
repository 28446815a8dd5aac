// Access tokens: EdDSA JWTs that are valid for ten minutes and verified by each service alone (RFC
// 7519, RFC 8725).
import { Problem, unauthenticated, unavailable } from '@rmtools/contracts/problem'
import type { Clock } from '../process/clock.ts'
import type { Logger } from '../process/log.ts'
import { remembering } from '../process/remembering.ts'
import { readToken, tokenKey, type TokenKey } from '../security/tokens.ts'
import type { Actor } from '../database/scope.ts'

export const TOKEN_ISSUER = 'rmtools'
export const TOKEN_AUDIENCE = 'rmtools-api'
export const ACCESS_TOKEN_SECONDS = 600
/** How long a presented factor counts as fresh. */
export const FRESH_SECONDS = 600

/** The claims of an access token, by their registered JWT names where there is one. */
export type AccessClaims = {
  sub: string
  sid: string
  /** The active company, and the companies that a list may combine. */
  com: string
  coms: string[]
  role: string
  perms: string[]
  own: boolean
  dev: string | null
  typ: 'access'
  /**
   * When a password or a new device's code was last presented. Absent from tokens of earlier
   * versions.
   */
  fac?: number
  /** Set for the platform's staff inside a company; absent for everybody else. */
  gst?: true
  exp: number
}

export type VerificationKey = { kid: string; publicKey: string }
export type Revocation = { sessionId: string; revokedAt: string }

/**
 * What verifiers poll from auth: the public keys, and the sessions that ended before their tokens
 * expired.
 */
export type SessionFeed = {
  keys(): Promise<VerificationKey[]>
  revokedSince(instant: string): Promise<Revocation[]>
}

export type Authenticator = AsyncDisposable & {
  /** The actor of an `authorization` header. Throws 401. */
  verify(authorization: string | undefined): Promise<Actor>
}

// Tokens whose verified claims are cached, about 1 kB each: a signature is verified once instead of
// at each call (decision 0034).
const AT_HAND = 5000

type Options = { feed: SessionFeed; clock: Clock; log: Logger; pollMs?: number }

// A revocation appears in the feed when its transaction commits, which is after the instant that it
// carries.
const OVERLAP_MS = 5000

/**
 * Polls the feed; tokens of ended sessions stop working within a second although they are
 * stateless.
 */
export function createAuthenticator({ feed, clock, log, pollMs = 300 }: Options): Authenticator {
  const keys = new Map<string, TokenKey>()
  const revoked = new Map<string, number>()
  // Our clock alone would miss revocations if it is ahead or jumps, auth's alone if that one jumps:
  // the earlier of both counts.
  let heardUntil = clock.now().getTime() - ACCESS_TOKEN_SECONDS * 1000 + OVERLAP_MS
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  const loadKeys = async () => {
    const fresh = await Promise.all(
      (await feed.keys()).map(
        async ({ kid, publicKey }) => [kid, await tokenKey(publicKey, 'EdDSA')] as const,
      ),
    )
    keys.clear()
    for (const [kid, key] of fresh) keys.set(kid, key)
  }
  const follow = async () => {
    try {
      const known = Math.min(heardUntil, clock.now().getTime())
      const since = new Date(known - OVERLAP_MS).toISOString()
      for (const { sessionId, revokedAt } of await feed.revokedSince(since)) {
        const at = Date.parse(revokedAt)
        revoked.set(sessionId, at)
        heardUntil = Math.max(heardUntil, at)
      }
      for (const [sessionId, at] of revoked)
        if (at < known - 2 * ACCESS_TOKEN_SECONDS * 1000) revoked.delete(sessionId)
    } catch (error) {
      log.debug({ err: error }, 'the session feed is not reachable')
    }
    if (!isClosed) timer = setTimeout(follow, pollMs)
  }
  void follow()

  let keysAskedAt = -Infinity
  let asking: Promise<void> | undefined
  const keyOf = async (kid: string | undefined): Promise<TokenKey> => {
    const known = kid === undefined ? undefined : keys.get(kid)
    if (known !== undefined) return known
    // Keys rotate without a restart. At most one request per second, so that invented key ids cost
    // nothing; measured by a monotonic clock.
    if (performance.now() - keysAskedAt > 1000) {
      keysAskedAt = performance.now()
      asking = loadKeys()
      // Callers that wait handle the rejection; if there are none, it must not end the process.
      asking.catch((error: unknown) =>
        log.warn({ err: error }, 'the keys of access tokens could not be fetched'),
      )
    }
    // Callers that arrive meanwhile, or within a second of a failure, share its result: a token
    // that cannot be verified is not a bad token.
    await asking?.catch((cause: unknown) => {
      // An outage of auth signs nobody out.
      throw because(new Problem(unavailable, { retryAfterSeconds: 1 }), cause)
    })
    const found = kid === undefined ? undefined : keys.get(kid)
    if (found === undefined) throw new Problem(unauthenticated)
    return found
  }
  const readClaims = async (token: string): Promise<AccessClaims> => {
    try {
      return (await readToken(token, async ({ kid }) => await keyOf(kid), {
        algorithm: 'EdDSA',
        issuer: TOKEN_ISSUER,
        audience: TOKEN_AUDIENCE,
        now: clock.now(),
      })) as AccessClaims
    } catch (cause) {
      if (cause instanceof Problem) throw cause
      throw because(new Problem(unauthenticated), cause)
    }
  }
  const bearerOf = remembering(AT_HAND, async (authorization) => {
    const claims = await readClaims(authorization.slice(7))
    // An expiry that is not a number would never pass.
    if (claims.typ !== 'access' || !Number.isFinite(claims.exp) || !isText(claims.sub))
      throw new Problem(unauthenticated)
    return { actor: actorOf(claims), expiresAt: claims.exp * 1000 }
  })

  return {
    async verify(authorization) {
      if (!authorization?.startsWith('Bearer ')) throw new Problem(unauthenticated)
      const { actor, expiresAt } = await bearerOf(authorization)
      if (expiresAt <= clock.now().getTime() || revoked.has(actor.sessionId))
        throw new Problem(unauthenticated)
      return actor
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      clearTimeout(timer)
    },
  }
}

const isText = (claim: unknown) => typeof claim === 'string' && claim !== ''

function because(problem: Problem, cause: unknown): Problem {
  problem.cause = cause
  return problem
}

function actorOf(claims: AccessClaims): Actor {
  return {
    userId: claims.sub,
    sessionId: claims.sid,
    companyId: claims.com,
    companyIds: claims.coms,
    role: claims.role,
    permissions: claims.perms,
    ownOnly: claims.own,
    deviceId: claims.dev,
    factorAt: Number.isFinite(claims.fac) ? Number(claims.fac) * 1000 : 0,
    isGuest: claims.gst === true,
  }
}
