// In a browser the app is served by the product itself.

/** Origin of the public API: the page's own. */
export const serverUrl = ''

const content = document.querySelector('meta[name="csrf-token"]')?.getAttribute('content') ?? ''

/** A token for public writes that came with the page, so that the first of them needs no request before it. */
export const givenCsrf: string | undefined = /^\d+\./.test(content) ? content : undefined
