// Signed tokens of the callers, and their revocation.
import { generateKeyPairSync, randomUUID } from 'node:crypto'
import { allGrants } from '@rmtools/contracts/everything'
import {
  createAuthenticator,
  TOKEN_AUDIENCE,
  TOKEN_ISSUER,
  type AccessClaims,
} from '@rmtools/kit/authenticate'
import type { Logger } from '@rmtools/kit/log'
import { signToken } from '@rmtools/kit/tokens'
import { A, type Person } from './people.ts'

/** Sessions for tests. */
export function createSessions(clock: { now: () => Date }, log: Logger) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const keys = [
    { kid: 'test', publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() },
  ]
  const revoked: { sessionId: string; revokedAt: string }[] = []
  const feed = {
    keys: async () => keys,
    revokedSince: async (instant: string) =>
      revoked.filter(({ revokedAt }) => revokedAt >= instant),
  }
  const privatePem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
  return {
    authenticator: createAuthenticator({ feed, clock, log }),
    revoke: (sessionId: string) =>
      void revoked.push({ sessionId, revokedAt: clock.now().toISOString() }),
    tokenOf: async (
      { id, role, companyId = A, factorSecondsAgo = 0 }: Person,
      sessionId: string = randomUUID(),
    ) => {
      const perms = allGrants
        .filter(({ roles }) => roles.includes(role))
        .map(({ permission }) => permission)
      const claims: AccessClaims = {
        sub: id,
        sid: sessionId,
        com: companyId,
        coms: [companyId],
        role,
        perms,
        own: !perms.includes('book.all'),
        dev: null,
        typ: 'access',
        fac: Math.floor(clock.now().getTime() / 1000) - factorSecondsAgo,
        exp: Math.floor(clock.now().getTime() / 1000) + 600,
      }
      return await signToken(
        { ...claims, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE },
        { algorithm: 'EdDSA', privateKey: privatePem, kid: 'test' },
      )
    },
  }
}
