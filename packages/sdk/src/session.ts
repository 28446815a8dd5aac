// Tokens, cookies and CSRF tokens: what accompanies a call in addition to its input.

/** Keeps a user signed in. Store it as securely as a password. */
export type KeptSession = {
  accessToken: string
  /** When the access token expires, in milliseconds since 1970. */
  expiresAt: number
  refreshToken?: string
  /** Proves that this is the trusted device: the next sign-in needs no code. */
  deviceSecret?: string
}

/** A response with tokens, from sign-in, renewal or a verified code. */
export type Tokens = {
  accessToken?: string
  expiresIn?: number
  refreshToken?: string
  deviceSecret?: string
}

/**
 * The session after a response with tokens; unchanged if it has none, as when a code is required
 * first.
 */
export function sessionAfter(
  session: KeptSession | undefined,
  { accessToken, expiresIn = 0, refreshToken, deviceSecret }: Tokens,
  now: number,
): KeptSession | undefined {
  if (accessToken === undefined) return session
  const next: KeptSession = { ...session, accessToken, expiresAt: now + expiresIn * 1000 }
  if (refreshToken !== undefined) next.refreshToken = refreshToken
  if (deviceSecret !== undefined) next.deviceSecret = deviceSecret
  return next
}

// A token that expires in transit is useless.
const MARGIN_MS = 15_000

/** Whether the access token has expired or is about to. */
export const isOver = ({ expiresAt }: KeptSession, now: number): boolean =>
  expiresAt - MARGIN_MS < now

/** Keeps the cookies of one origin, as a browser would. */
export function createCookies() {
  const jar = new Map<string, string>()
  return {
    take(headers: Headers): void {
      for (const line of headers.getSetCookie()) {
        const [pair = ''] = line.split(';')
        const at = pair.indexOf('=')
        const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
        if (value === '' || /;\s*max-age=0/i.test(line)) jar.delete(name)
        else jar.set(name, value)
      }
    },
    header(): Record<string, string> {
      const pairs = [...jar].map(([name, value]) => `${name}=${value}`)
      return pairs.length > 0 ? { cookie: pairs.join('; ') } : {}
    },
  }
}
