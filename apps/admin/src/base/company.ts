// The user's companies, and switching between them.
import type { Me } from '@rmtools/contracts/auth/account'
import { useAct } from './queries.ts'
import { enterCompany } from './session.ts'

/** Switches to another of the user's companies, at an address of the console. */
export function useChangeCompany(path = '/') {
  return useAct('sessions', 'switchCompany', {
    onDone: (signIn) => {
      enterCompany(signIn)
      location.assign(`/admin${path}`)
    },
  })
}

/**
 * The user's companies where they have the same role as in the active one: lists can show all of
 * these at once.
 */
export function companiesInReach(me: Me | undefined): Me['companies'] {
  const active = me?.companies.find(({ isActive }) => isActive)
  return me?.companies.filter(({ role }) => role === active?.role) ?? []
}
