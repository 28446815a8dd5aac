// In a browser the app is served by our own gateway.

/** Origin of the public API: the page's own. */
export const serverUrl = ''

const content = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? ''

/**
 * A CSRF token for public writes that came with the page, so that the first write needs no extra
 * request.
 */
export const givenCsrf: string | undefined = /^\d+\./.test(content) ? content : undefined
