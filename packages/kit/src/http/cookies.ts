// Reads and writes cookies.

/**
 * A Set-Cookie line. Browsers send the cookie back only to our own pages and over TLS, and scripts
 * cannot read it (OWASP ASVS 5.0, 3.3).
 */
export function cookieLine(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`
}

/** The value of a cookie in a Cookie header; undefined if it is absent or empty. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`
  const pair = header
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(start) && one.length > start.length)
  return pair?.slice(start.length)
}
