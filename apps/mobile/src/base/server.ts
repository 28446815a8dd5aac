// On phones: where the product is, written into the app when it is built.

/** Origin of the public API. */
export const serverUrl: string = process.env.EXPO_PUBLIC_SERVER_URL ?? 'http://10.0.2.2:8080'

/** A token for public writes that came with the page: there is no page. */
export const givenCsrf: string | undefined = undefined
