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

/** Throws unless the decision is about somebody else, in the version last seen. */
export function checkDecision(actorId: string, subject: Subject, version: number): void {
  if (actorId === subject.id) throw new Problem(ownAccount)
  if (subject.version !== version) throw new Problem(staleVersion)
}

/** Throws unless a registration is pending and was created by somebody else. */
export function checkApproval(actorId: string, subject: Subject, version: number): void {
  if (actorId === subject.id) throw new Problem(ownAccount)
  if (actorId === subject.createdBy) throw new Problem(ownWork)
  // Checked before the version, so that the second reviewer learns of the decision and not of a
  // stale version.
  if (subject.status !== 'pending') throw new Problem(wrongState)
  if (subject.version !== version) throw new Problem(staleVersion)
}

/** Only holders of the platform's role assign it, and only in the platform's company. */
export const mayGive = (actorRole: string, code: string): boolean =>
  code !== PLATFORM_ROLE || actorRole === PLATFORM_ROLE

/** Throws unless somebody with one role may assign another. */
export function checkRole(actorRole: string, code: string): void {
  if (!mayGive(actorRole, code)) throw new Problem(roleUnknown)
}

const OVER_PEOPLE = /^(user|user-access|role)\./

/** The permissions of a role that concern the management of users. */
export const powerOverPeople = (permissions: readonly string[]): string[] =>
  permissions.filter((one) => OVER_PEOPLE.test(one))

/**
 * Throws if a role has more power over users than the person who assigns it: somebody who may only
 * invite could otherwise invite an administrator.
 */
export function checkPower(
  giver: { role: string; permissions: readonly string[] },
  permissions: readonly string[],
): void {
  if (giver.role === PLATFORM_ROLE) return
  if (powerOverPeople(permissions).some((one) => !giver.permissions.includes(one)))
    throw new Problem(roleAboveOwn)
}
