// The permissions that nobody gains by the act of one person alone.
//
// Anybody with one of them can obtain every other power for themselves or an accomplice: invite
// users, assign and change roles, decide as the second person, change the messages and questions
// to investors, or the settings that limit orders. If one person could grant them, a single
// dishonest administrator or stolen session would suffice for everything. They are derived, not
// listed: the permissions of all operations below that change something. A new operation there is
// covered as soon as it is written.
import { companies } from './auth/companies.ts'
import { platformAccess } from './auth/platform-access.ts'
import { roles } from './auth/roles.ts'
import { userAccess } from './auth/user-access.ts'
import { users } from './auth/users.ts'
import { codeListEntries } from './crm/code-lists.ts'
import { messageTemplates } from './crm/message-templates.ts'
import { riskProfiles } from './crm/risk-profiles.ts'
import { pendingAdministration, pendingChanges } from './second-person.ts'
import type { Contract, EndpointSpec } from './endpoint.ts'

const people: readonly Contract[] = [
  users,
  userAccess,
  roles,
  platformAccess,
  pendingAdministration,
  pendingChanges,
]
const texts: readonly Contract[] = [
  messageTemplates,
  { publish: riskProfiles.publish },
  codeListEntries,
]
const settings: readonly Contract[] = [companies]

const changing = ({ method, access }: EndpointSpec): string[] =>
  method !== 'GET' && typeof access === 'object' ? [access.permission] : []

/** Sorted, each once. */
export const powers: readonly string[] = [
  ...new Set(
    [...people, ...texts, ...settings].flatMap((contract) =>
      Object.values(contract).flatMap(changing),
    ),
  ),
].sort()

/** The powers among permissions. */
export const powersIn = (permissions: readonly string[]): string[] =>
  powers.filter((power) => permissions.includes(power))

/** The powers that somebody has afterwards and had not before. */
export const powersGained = (before: readonly string[], after: readonly string[]): string[] =>
  powersIn(after).filter((power) => !before.includes(power))
