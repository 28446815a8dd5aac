// Synchronises the system roles with the contract at each start.
import { systemRoles } from '@rmtools/contracts/endpoint'
import type { Transaction } from '@rmtools/kit/db'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { putSystemRole } from './queries.ts'
import { permissionsOf, systemRoleNames } from './rules.ts'

/** Writes the system roles, and ends sessions whose permissions changed. In the identity realm. */
export async function putSystemRoles(tx: Transaction, ports: AuthPorts): Promise<void> {
  for (const code of systemRoles) {
    const written = await putSystemRole(tx, {
      code,
      name: systemRoleNames[code],
      permissions: permissionsOf(code, ports.config.grants),
    })
    for (const { id, isChanged } of written)
      if (isChanged) await endSessions(tx, ports, { roleId: id }, 'role-changed')
  }
}
