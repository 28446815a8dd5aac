// Decisions on users: explicit, with a reason, on the version that was seen, never on oneself.
import type { Input } from '@rmtools/contracts/endpoint'
import type { users } from '@rmtools/contracts/auth/users'
import { Problem, wrongState } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { projectUser } from './people.ts'
import {
  activeCompanyName,
  decideUser,
  lockMember,
  switchMembership,
  worksSomewhere,
  type Subject,
} from './queries.ts'
import { askRole } from './roles-given.ts'
import { checkApproval, checkDecision } from './rules.ts'

type Approval = Input<typeof users.approveOrReject>
type Activation = Input<typeof users.activeOrDe>
const roleOf = ({ roleId: id, role: code, permissions }: Subject) => ({ id, code, permissions })

/** Decides on a registration; approval into a role with powers waits for a second person. */
export async function approveOrReject(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  input: Approval,
) {
  const { id, decision, reason = null, version } = input
  const subject = existing(await lockMember(db, id))
  checkApproval(actor.userId, subject, version)
  if (decision === 'approve') {
    const giving = {
      subject,
      role: roleOf(subject),
      had: [],
      concerned: [subject.createdBy],
      further: { version, reason },
    }
    const waits = await askRole(db, ports, actor, { kind: 'user-approval', ...giving })
    if (waits) return { id, status: subject.status, version, waits }
  }
  return { ...(await decideRegistration(db, ports, actor, input)), waits: false }
}

/** Applies a decision on a registration that was checked before, and notifies the applicant. */
export async function decideRegistration(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  input: Approval,
) {
  const { id, decision, reason = null } = input
  const status = decision === 'approve' ? ('active' as const) : ('rejected' as const)
  const decided = existing(
    await decideUser(db, {
      id,
      status,
      reason,
      by: actor.userId,
      now: ports.clock.now().toISOString(),
    }),
  )
  const company = await activeCompanyName(db)
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  if (status === 'rejected') await endSessions(db, ports, { userId: id }, 'rejected')
  const kind = decision === 'approve' ? 'user.approved' : 'user.rejected'
  await notify(db, ports, {
    userId: id,
    companyId: actor.companyId,
    kind,
    params: { company, reason: reason ?? '' },
    email: true,
  })
  await projectUser(db, id)
  return { id, status, version: decided.version }
}

/**
 * Activates or deactivates a member of the active company. Reactivating a role with powers waits
 * for a second person: otherwise one person could keep an accomplice in reserve.
 */
export async function activeOrDe(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  input: Activation,
) {
  const { id, decision, reason, version } = input
  const subject = existing(await lockMember(db, id))
  checkDecision(actor.userId, subject, version)
  const isActive = subject.status === 'active' && subject.isActiveHere
  if (decision === 'activate' ? !subject.isInactive : !isActive) throw new Problem(wrongState)
  if (decision === 'activate') {
    const giving = { subject, role: roleOf(subject), had: [], further: { version, reason } }
    const waits = await askRole(db, ports, actor, { kind: 'user-activation', ...giving })
    if (waits) return { id, status: 'inactive' as const, version, waits }
  }
  return { ...(await switchUser(db, ports, actor, { subject, decision, reason })), waits: false }
}

type Switching = Pick<Activation, 'decision' | 'reason'> & { subject: Subject }

/**
 * Carries out a decision that was already checked. A user who also works for another company stays
 * active there: a company's administrator decides for that company only.
 */
export async function switchUser(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { subject, decision, reason }: Switching,
) {
  const { id } = subject
  await switchMembership(db, subject.membershipId, decision === 'activate')
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  const status = (await worksSomewhere(db, id)) ? 'active' : 'inactive'
  const decided = existing(
    await decideUser(db, {
      id,
      status,
      reason,
      by: actor.userId,
      now: ports.clock.now().toISOString(),
    }),
  )
  if (decision === 'deactivate') await endSessions(db, ports, { userId: id }, 'deactivated')
  await projectUser(db, id)
  return {
    id,
    status: decision === 'activate' ? ('active' as const) : ('inactive' as const),
    version: decided.version,
  }
}
