// The token with which Pub/Sub signs a push (https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions).
import { createRemoteJWKSet, jwtVerify } from 'jose'
import { Problem, unauthenticated } from '@rmtools/contracts/problem'

export type PushTokenOptions = {
  jwksUrl: string
  issuer: string
  audience: string
  /** The service account that the subscription pushes as. */
  email: string
}

/** A check of the `authorization` header of a push. It throws 401. */
export function pushTokenVerifier(
  options: PushTokenOptions,
): (authorization: string | undefined) => Promise<void> {
  const keys = createRemoteJWKSet(new URL(options.jwksUrl), {
    timeoutDuration: 2000,
    cooldownDuration: 5000,
  })
  return async (authorization) => {
    if (!authorization?.startsWith('Bearer ')) throw new Problem(unauthenticated)
    try {
      const { payload } = await jwtVerify(authorization.slice(7), keys, {
        issuer: options.issuer,
        audience: options.audience,
        algorithms: ['RS256'],
        requiredClaims: ['iss', 'aud', 'exp', 'sub'],
      })
      if (payload['email'] !== options.email || payload['email_verified'] !== true)
        throw new Problem(unauthenticated)
    } catch (cause) {
      const problem = new Problem(unauthenticated)
      problem.cause = cause
      throw problem
    }
  }
}
