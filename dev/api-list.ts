import { everyEndpoint } from '@rmtools/contracts/everything'

/** One line per operation, `method path access`, so that a review shows a wider public surface. */
export function apiList(): string {
  const lines = everyEndpoint.map(({ spec }) => {
    const access =
      typeof spec.access === 'object'
        ? `${spec.access.permission} (${spec.access.roles.join(', ')})`
        : spec.access
    const until = spec.deprecated ? `, deprecated until ${spec.deprecated.sunset}` : ''
    return `${spec.method.padEnd(6)} ${spec.path.padEnd(56)} ${access}${until}`
  })
  return lines.sort((a, b) => (a.slice(7) < b.slice(7) ? -1 : 1)).join('\n') + '\n'
}
