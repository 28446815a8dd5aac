// JSON Web Tokens (RFC 7519, RFC 8725), all with the same library. Decision 0034 gives the choice
// and its cost.
import { createRemoteJWKSet, importPKCS8, importSPKI, jwtVerify, SignJWT } from 'jose'
import type { CryptoKey, JWTPayload, JWTVerifyGetKey } from 'jose'
import { remembering } from '../process/remembering.ts'

export type TokenAlgorithm = 'EdDSA' | 'RS256'
export type TokenSigner = {
  algorithm: TokenAlgorithm
  /** PEM, PKCS 8. */
  privateKey: string
  kid?: string
}

// Keys rotate monthly, and a process signs with one or two.
const KEYS_AT_HAND = 10

const privateKeyOf = remembering(KEYS_AT_HAND, async (named: string) => {
  const [algorithm = '', pem = ''] = named.split(/ (.*)/s)
  return await importPKCS8(pem, algorithm)
})

/** Signs claims unchanged: the caller sets the issuer, the audience and the expiry. */
export async function signToken(
  claims: JWTPayload,
  { algorithm, privateKey, kid }: TokenSigner,
): Promise<string> {
  return await new SignJWT(claims)
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(kid === undefined ? {} : { kid }) })
    .sign(await privateKeyOf(`${algorithm} ${privateKey}`))
}

export type { CryptoKey as TokenKey, JWTVerifyGetKey as TokenKeys }

/** A public key (PEM, SPKI) that verifies tokens. Throws if it is not one. */
export async function tokenKey(pem: string, algorithm: TokenAlgorithm): Promise<CryptoKey> {
  return await importSPKI(pem, algorithm)
}

/** An issuer's public keys (JWKS), fetched when a token names an unknown one. */
export function publishedKeys(jwksUrl: string): JWTVerifyGetKey {
  return createRemoteJWKSet(new URL(jwksUrl), { timeoutDuration: 2000, cooldownDuration: 5000 })
}

export type TokenRules = {
  algorithm: TokenAlgorithm
  issuer: string
  audience: string
  now?: Date
}

/**
 * The claims of a token with a valid signature, issuer, audience and expiry. Throws otherwise, also
 * the errors of `keys`.
 */
export async function readToken(
  token: string,
  keys: JWTVerifyGetKey,
  { algorithm, issuer, audience, now = new Date() }: TokenRules,
): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, {
    issuer,
    audience,
    algorithms: [algorithm],
    requiredClaims: ['iss', 'aud', 'exp', 'sub'],
    currentDate: now,
  })
  return payload
}
