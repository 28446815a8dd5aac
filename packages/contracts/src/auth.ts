// All operations of auth, by noun.
import { account } from './auth/account.ts'
import { audit } from './auth/audit.ts'
import { codes } from './auth/codes.ts'
import { companies } from './auth/companies.ts'
import { devices } from './auth/devices.ts'
import { internal } from './auth/internal.ts'
import { notifications } from './auth/notifications.ts'
import { passwords } from './auth/passwords.ts'
import { registration } from './auth/registration.ts'
import { roles } from './auth/roles.ts'
import { sessions } from './auth/sessions.ts'
import { users } from './auth/users.ts'
import { can } from './endpoint.ts'

export const authContracts = {
  sessions,
  codes,
  registration,
  passwords,
  account,
  devices,
  notifications,
  users,
  roles,
  companies,
  audit,
  internal,
}

/** Sees every RM's records, not only the own book. Asked by row-level security, so no operation names it. */
export const bookAll = can('book.all', 'reviewer', 'company-admin', 'auditor')
