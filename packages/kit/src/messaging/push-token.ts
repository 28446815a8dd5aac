// The token with which Pub/Sub signs a push (https://cloud.google.com/pubsub/docs/authenticate-push-subscriptions).
import { Problem, unauthenticated } from '@rmtools/contracts/problem'
import { publishedKeys, readToken } from '../security/tokens.ts'

export type PushTokenOptions = {
  jwksUrl: string
  issuer: string
  audience: string
  /** The service account with which the subscription authenticates. */
  email: string
}

/** A verifier of the `authorization` header of a push. It throws 401. */
export function pushTokenVerifier(
  options: PushTokenOptions,
): (authorization: string | undefined) => Promise<void> {
  const keys = publishedKeys(options.jwksUrl)
  return async (authorization) => {
    if (!authorization?.startsWith('Bearer ')) throw new Problem(unauthenticated)
    try {
      const claims = await readToken(authorization.slice(7), keys, {
        algorithm: 'RS256',
        issuer: options.issuer,
        audience: options.audience,
      })
      if (claims['email'] !== options.email || claims['email_verified'] !== true)
        throw new Problem(unauthenticated)
    } catch (cause) {
      const problem = new Problem(unauthenticated)
      problem.cause = cause
      throw problem
    }
  }
}
