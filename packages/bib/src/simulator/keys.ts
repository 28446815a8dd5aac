// The simulator's identity for push endpoints, like Google's: RS256 tokens, with the keys published
// as a JWKS.
import { asKept } from './store.ts'
import { generateKeyPairSync } from 'node:crypto'
import { importJWK, SignJWT, type CryptoKey, type JSONWebKeySet } from 'jose'
import type { Store } from './store.ts'

const TOKEN_SECONDS = 3600
const RENEW_BEFORE_SECONDS = 300
const KEY_ID = 'simulator-1'
export const PUSH_EMAIL = 'bib-events@simulator'

export type Identity = { jwks: () => JSONWebKeySet; bearer: () => Promise<string> }

/**
 * Tokens from `issuer` for `audience`, valid for an hour of real time. The key is generated once
 * and kept in the store.
 */
export function createIdentity(store: Store, issuer: () => string, audience: string): Identity {
  let token: { value: string; until: number } | undefined
  let key: CryptoKey | Uint8Array | undefined

  function privateJwk(): Record<string, string> {
    const kept = store.setting('signingKey')
    if (kept !== undefined) return asKept<Record<string, string>>(kept)
    const jwk = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
      format: 'jwk',
    })
    store.setSetting('signingKey', JSON.stringify(jwk))
    return jwk as Record<string, string>
  }

  async function bearer(): Promise<string> {
    const now = Math.floor(Date.now() / 1000)
    if (token && token.until - RENEW_BEFORE_SECONDS > now) return token.value
    key ??= await importJWK(privateJwk(), 'RS256')
    const value = await new SignJWT({ email: PUSH_EMAIL, email_verified: true })
      .setProtectedHeader({ alg: 'RS256', kid: KEY_ID, typ: 'JWT' })
      .setIssuer(issuer())
      .setAudience(audience)
      .setSubject('bib-events')
      .setIssuedAt(now)
      .setExpirationTime(now + TOKEN_SECONDS)
      .sign(key)
    token = { value, until: now + TOKEN_SECONDS }
    return value
  }

  return {
    bearer,
    jwks: () => {
      const { kty, n, e } = privateJwk()
      return {
        keys: [{ kty: kty ?? 'RSA', n, e, kid: KEY_ID, use: 'sig', alg: 'RS256' }],
      }
    },
  }
}
