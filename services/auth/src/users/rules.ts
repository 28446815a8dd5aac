// Who may decide what about whom.
import {
  ownAccount,
  ownWork,
  roleAboveOwn,
  roleUnknown,
  type UserStatus,
} from '@rmtools/contracts/auth/users'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'

const PLATFORM_ROLE = 'platform-admin'

type Subject = { id: string; status: UserStatus; createdBy: string | null; version: number }

/** Throws unless the decision is about somebody else, as last seen. */
export function checkDecision(actorId: string, subject: Subject, version: number): void {
  if (actorId === subject.id) throw new Problem(ownAccount)
  if (subject.version !== version) throw new Problem(staleVersion)
}

/** Throws unless a registration may be decided on: it is pending, and somebody else's making. */
export function checkApproval(actorId: string, subject: Subject, version: number): void {
  if (actorId === subject.id) throw new Problem(ownAccount)
  if (actorId === subject.createdBy) throw new Problem(ownWork)
  // Before the version: who comes second hears that it was decided, not that something changed.
  if (subject.status !== 'pending') throw new Problem(wrongState)
  if (subject.version !== version) throw new Problem(staleVersion)
}

/** The platform's role is given in the platform's company only, by those who hold it. */
export const mayGive = (actorRole: string, code: string): boolean =>
  code !== PLATFORM_ROLE || actorRole === PLATFORM_ROLE

/** Throws unless somebody of a role may give a role. */
export function checkRole(actorRole: string, code: string): void {
  if (!mayGive(actorRole, code)) throw new Problem(roleUnknown)
}

const OVER_PEOPLE = /^(user|user-access|role)\./

/** The permissions over people among those of a role. */
export const powerOverPeople = (permissions: readonly string[]): string[] =>
  permissions.filter((one) => OVER_PEOPLE.test(one))

/** Throws when a role holds more power over people than its giver: who may only invite would else invite an administrator. */
export function checkPower(
  giver: { role: string; permissions: readonly string[] },
  permissions: readonly string[],
): void {
  if (giver.role === PLATFORM_ROLE) return
  if (powerOverPeople(permissions).some((one) => !giver.permissions.includes(one)))
    throw new Problem(roleAboveOwn)
}
