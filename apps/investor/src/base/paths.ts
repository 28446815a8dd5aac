// Maps an address to its page. crm's messages contain these addresses; the browser tests check that
// both agree.

export type Route = { page: 'approve' | 'register' | 'mine'; token: string } | { page: 'unknown' }

/** Reads the path below the app's base. */
export function routeOf(path: string): Route {
  const [, page, token = ''] =
    /^\/i\/(approve|register|mine)\/([A-Za-z0-9_-]{43})\/?$/.exec(path) ?? []
  return page === 'approve' || page === 'register' || page === 'mine'
    ? { page, token }
    : { page: 'unknown' }
}
