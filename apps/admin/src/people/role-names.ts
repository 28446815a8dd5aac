// Names of roles: shared words for system roles, the company's own names for the others.
import { useQuery } from '@tanstack/react-query'
import { roles as roleContract } from '@rmtools/contracts/auth/roles'
import { systemRoles } from '@rmtools/contracts/endpoint'
import { roles } from '@rmtools/look/words'
import { useSay } from '../base/language.ts'
import { useMay } from '../base/me.ts'
import { ask } from '../base/queries.ts'

/** The roles that can be assigned here, and the name of any role. */
export function useRoles() {
  const say = useSay()
  const mayRead = useMay(roleContract.list)
  const { data } = useQuery({
    ...ask('roles', 'list'),
    staleTime: 60_000,
    enabled: mayRead === true,
  })
  const nameOf = (code: string) => {
    const system = systemRoles.find((role) => role === code)
    return system
      ? say(roles[system])
      : (data?.items.find((role) => role.code === code)?.name ?? code)
  }
  return {
    nameOf,
    options: (data?.items ?? []).map(({ code }) => ({ value: code, label: nameOf(code) })),
  }
}
