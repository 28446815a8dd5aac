// All operations of auth, by noun.
import { account } from './auth/account.ts'
import { audit } from './auth/audit.ts'
import { codes } from './auth/codes.ts'
import { companies } from './auth/companies.ts'
import { devices } from './auth/devices.ts'
import { internal } from './auth/internal.ts'
import { membershipOffers } from './auth/membership-offers.ts'
import { notifications } from './auth/notifications.ts'
import { passwords } from './auth/passwords.ts'
import { platformAccess } from './auth/platform-access.ts'
import { preferences } from './auth/preferences.ts'
import { registration } from './auth/registration.ts'
import { roles } from './auth/roles.ts'
import { sessions } from './auth/sessions.ts'
import { userAccess } from './auth/user-access.ts'
import { users } from './auth/users.ts'
import { pendingAdministration } from './second-person.ts'
import { can, type Contract, type Grant } from './endpoint.ts'
import { authChanges } from './notices.ts'

export const authContracts = {
  sessions,
  codes,
  registration,
  passwords,
  account,
  devices,
  notifications,
  preferences,
  users,
  userAccess,
  roles,
  companies,
  membershipOffers,
  platformAccess,
  pendingAdministration,
  audit,
  internal,
  changes: authChanges,
}

/**
 * Shows every RM's records, not only the own book. Row-level security checks it, so no operation
 * names it.
 */
export const bookAll = can('book.all', 'reviewer', 'company-admin', 'auditor')

/**
 * Every permission that operations require, with the system roles that hold it. The roles of a new
 * company are built from it.
 */
export function grantsOf(...registries: readonly Readonly<Record<string, Contract>>[]): Grant[] {
  const operations = registries
    .flatMap((registry) => Object.values(registry))
    .flatMap((contract) => Object.values(contract))
  return [
    bookAll,
    ...operations.map(({ access }) => access).filter((access) => typeof access === 'object'),
  ]
}
