// The signed-in user and their permissions.
import { useQuery } from '@tanstack/react-query'
import type { Me } from '@rmtools/contracts/auth/account'
import type { EndpointSpec } from '@rmtools/contracts/endpoint'
import { ask } from './queries.ts'

const mine = () => ({ ...ask('account', 'me'), staleTime: 60_000 })

/** Undefined until it is loaded. */
export const useMe = (): Me | undefined => useQuery(mine()).data

/**
 * Whether the user may call an operation; undefined until known. The server decides: this only
 * avoids a refusal.
 */
export function useMay(spec: Pick<EndpointSpec, 'access'>): boolean | undefined {
  const me = useMe()
  const { access } = spec
  if (typeof access !== 'object') return true
  return me?.permissions.includes(access.permission)
}
