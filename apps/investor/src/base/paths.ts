// Which page an address means. The messages of crm write these addresses; both ends are held together by the browser tests.

export type Route = { page: 'approve' | 'register'; token: string } | { page: 'unknown' }

/** Reads the path below the app's base. */
export function routeOf(path: string): Route {
  const [, page, token = ''] = /^\/i\/(approve|register)\/([A-Za-z0-9_-]{43})\/?$/.exec(path) ?? []
  return page === 'approve' || page === 'register' ? { page, token } : { page: 'unknown' }
}
