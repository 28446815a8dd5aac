// Cookies as they are written and read.

/** A cookie that only our own pages send back, over TLS, and no script reads (OWASP ASVS 5.0, 3.3). */
export function cookieLine(name: string, value: string, seconds: number): string {
  return `${name}=${value}; Path=/; Max-Age=${seconds}; Secure; HttpOnly; SameSite=Strict`
}

/** The value of a cookie in a Cookie header; undefined where there is none, or an empty one. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const start = `${name}=`
  const pair = header
    ?.split(';')
    .map((one) => one.trim())
    .find((one) => one.startsWith(start) && one.length > start.length)
  return pair?.slice(start.length)
}
