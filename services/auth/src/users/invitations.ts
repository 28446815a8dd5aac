// Invitations; an invitation to a role with powers is sent once a second person has approved it.
import type { UserValues } from '@rmtools/contracts/auth/user-fields'
import type { User } from '@rmtools/contracts/auth/users'
import { emailTaken, phoneTaken } from '@rmtools/contracts/auth/registration'
import { powersIn } from '@rmtools/contracts/powers'
import { Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { sendInvitation } from '../passwords/credentials.ts'
import { askSecond } from '../pending-changes/asking.ts'
import type { AuthPorts } from '../ports.ts'
import { addUser } from './people.ts'
import { activeCompanyName, takenContact, type GivableRole, type NewUser } from './queries.ts'
import { powerOverPeople } from './rules.ts'

export type Invitation = Omit<NewUser, 'companyId'> & UserValues

/**
 * Adds the user to the actor's company and sends the link to set a password; returns the id. Leaves
 * the scope unchanged.
 */
export async function invite(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  invitation: Invitation,
): Promise<string> {
  const { fullName, email, language } = invitation
  const companyName = await activeCompanyName(db)
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  const id = await addUser(db, { ...invitation, companyId: actor.companyId })
  await sendInvitation(db, ports, { userId: id, email, language, fullName, companyName })
  await db.enter(scopeOf(actor))
  return id
}

/** Submits an invitation for approval if it needs one, and returns the id of the change. */
export async function askInvitation(
  db: Transaction,
  ports: AuthPorts,
  actor: Actor,
  { invitation, role }: { invitation: Invitation; role: GivableRole },
): Promise<string | undefined> {
  const powers = powersIn(role.permissions)
  if (powers.length === 0) return undefined
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  const taken = await takenContact(db, invitation)
  if (taken) throw new Problem(taken === 'email' ? emailTaken : phoneTaken)
  await db.enter(scopeOf(actor))
  return await askSecond(db, ports, actor, {
    kind: 'user-invitation',
    subject: invitation.email,
    payload: { ...invitation, role: role.code, powers },
    beside: powerOverPeople(role.permissions),
  })
}

/** A waiting invitation as a list shows it: the user does not exist yet. */
export function asWaiting(
  { id, companyId, now }: { id: string; companyId: string; now: string },
  invitation: Invitation,
  role: string,
): User {
  const { createdBy: _, ...person } = invitation
  return {
    ...person,
    id,
    companyId,
    role,
    status: 'inactive',
    isInvited: true,
    isEmailProved: false,
    isPhoneProved: false,
    decisionReason: null,
    lastLoginAt: null,
    createdAt: now,
    version: 1,
  }
}
