// Decisions on users: explicit, with a reason, on the version that was seen, never on oneself.
import type { Input } from '@rmtools/contracts/endpoint'
import type { users } from '@rmtools/contracts/auth/users'
import { notFound, Problem, wrongState } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { notify } from '../notifications/events.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/events.ts'
import { projectUser } from './events.ts'
import { activeCompanyName, decideUser, lockMember, switchMembership, worksSomewhere } from './queries.ts'
import { checkApproval, checkDecision } from './rules.ts'

/** Decides on a registration and tells the applicant. */
export async function approveOrReject(db: Transaction, ports: AuthPorts, actor: Actor, input: Input<typeof users.approveOrReject>) {
  const { id, decision, reason = null, version } = input
  const subject = await lockMember(db, id)
  if (!subject) throw new Problem(notFound)
  checkApproval(actor.userId, subject, version)
  const status = decision === 'approve' ? ('active' as const) : ('rejected' as const)
  const decided = await decideUser(db, { id, status, reason, by: actor.userId, now: ports.clock.now().toISOString() })
  if (!decided) throw new Problem(notFound)
  const company = await activeCompanyName(db)
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  if (status === 'rejected') await endSessions(db, ports, { userId: id }, 'rejected')
  const kind = decision === 'approve' ? 'user.approved' : 'user.rejected'
  await notify(db, ports, { userId: id, companyId: actor.companyId, kind, params: { company, reason: reason ?? '' }, email: true })
  await projectUser(db, id)
  return { id, status, version: decided.version }
}

/**
 * Activates or deactivates a member of the active company. Who works for another company too stays active there: a company's
 * administrator decides for that company only.
 */
export async function activeOrDe(db: Transaction, ports: AuthPorts, actor: Actor, input: Input<typeof users.activeOrDe>) {
  const { id, decision, reason, version } = input
  const subject = await lockMember(db, id)
  if (!subject) throw new Problem(notFound)
  checkDecision(actor.userId, subject, version)
  const isActive = subject.status === 'active' && subject.isActiveHere
  const isInactive = subject.status === 'inactive' || (subject.status === 'active' && !subject.isActiveHere)
  if (decision === 'activate' ? !isInactive : !isActive) throw new Problem(wrongState)
  await switchMembership(db, subject.membershipId, decision === 'activate')
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  const status = (await worksSomewhere(db, id)) ? 'active' : 'inactive'
  const decided = await decideUser(db, { id, status, reason, by: actor.userId, now: ports.clock.now().toISOString() })
  if (!decided) throw new Problem(notFound)
  if (decision === 'deactivate') await endSessions(db, ports, { userId: id }, 'deactivated')
  await projectUser(db, id)
  return { id, status: decision === 'activate' ? ('active' as const) : ('inactive' as const), version: decided.version }
}
