// In a browser the app is served by the product itself.

/** Origin of the public API: the page's own. */
export const serverUrl = ''
