// Assigning a role with powers to a member, an applicant or a deactivated user waits for a second
// person.
import type { ChangeKind } from '@rmtools/contracts/second-person'
import { powersGained, powersIn } from '@rmtools/contracts/powers'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { askSecond } from '../pending-changes/asking.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { giveRole, type GivableRole, type Subject } from './queries.ts'
import { powerOverPeople } from './rules.ts'

type Giving = {
  kind: Extract<ChangeKind, `user-${string}`>
  subject: Subject
  role: GivableRole
  /** The user's current permissions. */
  had: readonly string[]
  concerned?: readonly (string | null)[]
  further?: object
}

/**
 * Submits the role for approval if it adds powers that the user did not have; returns true if it
 * waits.
 */
export async function askRole(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  giving: Giving,
): Promise<boolean> {
  const { kind, subject, role, had, concerned = [], further = {} } = giving
  if (powersGained(had, role.permissions).length === 0) return false
  const { id, fullName, roleId: wasRoleId, role: wasRole } = subject
  const payload = {
    userId: id,
    fullName,
    wasRole,
    wasRoleId,
    role: role.code,
    roleId: role.id,
    powers: powersIn(role.permissions),
    ...further,
  }
  const asked = {
    kind,
    subject: id,
    payload,
    beside: powerOverPeople(role.permissions),
    concerned: [id, ...concerned],
  }
  return (await askSecond(db, ports, actor, asked)) !== undefined
}

/** Assigns the role and ends sessions with the previous one. Leaves the scope unchanged. */
export async function putRole(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { subject, roleId }: { subject: Subject; roleId: string },
) {
  await giveRole(db, subject.membershipId, roleId)
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  await endSessions(db, ports, { userId: subject.id }, 'role-changed')
  await db.enter(scopeOf(actor))
}
