// Changes of a company's roles; a change that adds powers waits for a second person.
import type { Role, roles } from '@rmtools/contracts/auth/roles'
import type { Input } from '@rmtools/contracts/endpoint'
import { powersGained } from '@rmtools/contracts/powers'
import { Problem } from '@rmtools/contracts/problem'
import { changeOvertaken } from '@rmtools/contracts/second-person'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import type { Changes } from '@rmtools/kit/second-person'
import { askSecond } from '../pending-changes/asking.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { updateRole } from './queries.ts'

type Change = Input<typeof roles.update>

/**
 * Submits a change that adds powers for approval, even if nobody holds the role: it may have been
 * promised. Returns true if it waits.
 */
export async function askRoleChange(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { role, changes }: { role: Role; changes: Change['changes'] },
): Promise<boolean> {
  const { id, code, name, permissions, version } = role
  const powers = powersGained(permissions, changes.permissions ?? permissions)
  if (powers.length === 0) return false
  const payload = { id, version, changes, code, name, wasPermissions: permissions, powers }
  return (await askSecond(db, ports, actor, { kind: 'role', subject: id, payload })) !== undefined
}

/**
 * Changes a role and ends its holders' sessions; false if another change was faster. Leaves the
 * scope unchanged.
 */
export async function changeRole(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { id, version, changes }: Change,
): Promise<boolean> {
  const { name = null, permissions = null } = changes
  if (!(await updateRole(db, { id, version, name, permissions }))) return false
  if (permissions) {
    await db.enter({ ...scopeOf(actor), realm: 'identity' })
    await endSessions(db, ports, { roleId: id }, 'role-changed')
    await db.enter(scopeOf(actor))
  }
  return true
}

/**
 * The effect of a second person's approval. A holder of the role may approve: they gain as its
 * other holders do, and otherwise a company whose administrators all share one role could never
 * decide.
 */
export const roleChanges = (ports: AuthPorts): Changes => ({
  role: async (db, { id, version, changes }: Change, actor) => {
    if (!(await changeRole(db, ports, actor, { id, version, changes })))
      throw new Problem(changeOvertaken)
  },
})
