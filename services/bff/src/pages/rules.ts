// The Content-Security-Policy of a page (OWASP ASVS 5.0, 3.4): only its own scripts, styles,
// pictures and our API.

/** An app of the product, as built pages. */
export type PageApp = {
  /** Where it is served, with both slashes. */
  readonly prefix: `/${string}/`
  /** The folder of the build; null: not served here. */
  readonly folder: string | null
  /**
   * React Native for the web: writes styles without a nonce, and reads photos by their blob URLs.
   */
  readonly isNativePort: boolean
  /** May request the camera. */
  readonly usesCamera: boolean
}

/**
 * The Content-Security-Policy of a page. `reportTo` is the origin of the crash collector, if there
 * is one.
 */
export function contentPolicy(
  { isNativePort }: PageApp,
  nonce: string,
  reportTo?: string | null,
): string {
  const style = isNativePort ? "'unsafe-inline'" : `'nonce-${nonce}'`
  const parts = {
    'default-src': "'none'",
    'script-src': `'self' 'nonce-${nonce}'`,
    'worker-src': "'self'",
    'style-src': `'self' ${style}`,
    'img-src': "'self' data: blob:",
    'font-src': "'self' data:",
    'media-src': "'self' blob:",
    'connect-src': `'self'${isNativePort ? ' blob: data:' : ''}${reportTo ? ` ${reportTo}` : ''}`,
    'frame-src': "'self' blob:",
    'manifest-src': "'self'",
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
  }
  return Object.entries(parts)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
}

/** The policy of a service worker: it may fetch from our origin, to cache the files of its app. */
export const workerPolicy = "default-src 'none'; connect-src 'self'"

const HASHED = /[.-][A-Za-z0-9_-]{8,}\.\w+$/

/** Whether a file's name contains a hash of its content, so that its content never changes. */
export function isImmutable(path: string): boolean {
  return HASHED.test(path)
}

/**
 * The shell, completed with the parts that differ per reply: the build leaves a placeholder
 * `__NAME__` for each.
 */
export function fillShell(html: string, values: Readonly<Record<string, string>>): string {
  return html.replace(/__([A-Z]+)__/g, (place, name: string) => values[name] ?? place)
}
