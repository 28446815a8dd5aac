// The effect of a second person's approval of an invitation, a role, a registration or an
// activation. The request is judged again with the approver's rights: nobody's rights are borrowed,
// and a changed record needs a new request.
import { ownAccount } from '@rmtools/contracts/auth/users'
import { powersIn } from '@rmtools/contracts/powers'
import { Problem } from '@rmtools/contracts/problem'
import { changeOvertaken } from '@rmtools/contracts/second-person'
import type { Db } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import type { Changes } from '@rmtools/kit/second-person'
import type { AuthPorts } from '../ports.ts'
import { decideRegistration, switchUser } from './decisions.ts'
import { projectUser } from './people.ts'
import { invite, type Invitation } from './invitations.ts'
import { lockMember, roleById, updateUser, type Subject } from './queries.ts'
import { putRole } from './roles-given.ts'
import { checkApproval, checkPower } from './rules.ts'

type Role = { roleId: string; powers: string[] }
type Given = Role & { userId: string; wasRoleId: string }
type Decided = Given & { version: number; reason: string | null }

export const userChanges = (ports: AuthPorts): Changes => ({
  'user-invitation': async (
    db,
    { powers, ...asked }: Invitation & Role & { role: string },
    actor,
  ) => {
    const { role: _, ...invitation } = asked
    await requireRole(db, { roleId: invitation.roleId, powers }, actor)
    await invite(db, ports, actor, invitation)
  },

  'user-role': async (db, { userId, roleId, wasRoleId, powers }: Given, actor) => {
    const subject = await lockedAs(db, actor, userId, wasRoleId)
    await requireRole(db, { roleId, powers }, actor)
    await putRole(db, ports, actor, { subject, roleId })
    await updateUser(db, userId, {})
    await projectUser(db, userId)
  },

  'user-approval': async (
    db,
    { userId, wasRoleId, roleId, powers, version, reason }: Decided,
    actor,
  ) => {
    const subject = await lockedAs(db, actor, userId, wasRoleId)
    if (subject.status !== 'pending' || subject.version !== version)
      throw new Problem(changeOvertaken)
    checkApproval(actor.userId, subject, version)
    await requireRole(db, { roleId, powers }, actor)
    await decideRegistration(db, ports, actor, {
      id: userId,
      decision: 'approve',
      version,
      ...(reason === null ? {} : { reason }),
    })
  },

  'user-activation': async (db, { userId, wasRoleId, roleId, powers, reason }: Decided, actor) => {
    const subject = await lockedAs(db, actor, userId, wasRoleId)
    if (!subject.isInactive) throw new Problem(changeOvertaken)
    await requireRole(db, { roleId, powers }, actor)
    await switchUser(db, ports, actor, { subject, decision: 'activate', reason: reason ?? '' })
  },
})

/** The member, still in the role that was requested. Throws own-account, change-overtaken. */
async function lockedAs(db: Db, actor: Actor, userId: string, wasRoleId: string): Promise<Subject> {
  if (userId === actor.userId) throw new Problem(ownAccount)
  const subject = await lockMember(db, userId)
  if (subject?.roleId !== wasRoleId) throw new Problem(changeOvertaken)
  return subject
}

/**
 * Throws change-overtaken if the role is gone or grants more than was requested, and
 * role-above-own.
 */
async function requireRole(db: Db, { roleId, powers }: Role, actor: Actor): Promise<void> {
  const role = await roleById(db, roleId)
  if (!role || powersIn(role.permissions).some((power) => !powers.includes(power)))
    throw new Problem(changeOvertaken)
  checkPower(actor, role.permissions)
}
