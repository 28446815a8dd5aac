// Maps an address to its page. crm's messages contain these addresses; the browser tests check that
// both agree.

const pages = ['approve', 'register', 'mine', 'plan', 'my-plan'] as const

export type Route =
  | { page: (typeof pages)[number]; token: string }
  | { page: 'evidence'; hash: string }
  | { page: 'unknown' }

/** Reads the path below the app's base. */
export function routeOf(path: string): Route {
  const [, hash] = /^\/i\/evidence\/([0-9a-f]{64})\/?$/.exec(path) ?? []
  if (hash !== undefined) return { page: 'evidence', hash }
  const [, name, token = ''] = /^\/i\/([a-z-]+)\/([A-Za-z0-9_-]{43})\/?$/.exec(path) ?? []
  const page = pages.find((one) => one === name)
  return page === undefined ? { page: 'unknown' } : { page, token }
}
