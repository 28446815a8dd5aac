// On phones the server's address is compiled into the app.

/** Origin of the public API. */
export const serverUrl: string = process.env.EXPO_PUBLIC_SERVER_URL ?? 'http://10.0.2.2:8080'

/** A CSRF token that came with the page: phones load no page. */
export const givenCsrf: string | undefined = undefined
