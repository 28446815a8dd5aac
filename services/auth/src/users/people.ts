// Keeps crm's projection of users up to date. The job reads the user when it runs, so that several
// waiting jobs collapse into one.
import type { Db } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { identity } from '@rmtools/kit/scope'
import { existing } from '@rmtools/kit/existing'
import { authJobs, type AuthHandlers } from '../jobs.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import {
  insertMembership,
  insertUser,
  lockMember,
  projectedUser,
  userById,
  type NewUser,
} from './queries.ts'

/** Sends a user to crm once this transaction has committed. */
export async function projectUser(db: Db, userId: string): Promise<void> {
  await addJob(db, authJobs.projectionUser, { userId })
}

export function userJobs(
  { crm }: AuthPorts,
  inSystem: SystemTransaction,
): AuthHandlers<'projectionUser'> {
  return {
    projectionUser: async ({ userId }) => {
      const user = await inSystem(identity, (tx) => projectedUser(tx, userId))
      if (user) await crm.putUser(user)
    },
  }
}

/** Adds a user with a first membership, and notifies crm. In the identity realm. */
export async function addUser(db: Db, user: NewUser): Promise<string> {
  const id = await insertUser(db, user)
  await projectUser(db, id)
  return id
}

/** Adds a membership to an existing user, and notifies crm. In the identity realm. */
export async function addMembership(
  db: Db,
  { userId, companyId, roleId }: { userId: string; companyId: string; roleId: string },
): Promise<void> {
  await insertMembership(db, userId, companyId, roleId)
  await projectUser(db, userId)
}

/** Throws 404 unless the user belongs to a company that may be read. */
export async function requireColleague(db: Db, userId: string): Promise<void> {
  existing(await userById(db, userId))
}

/**
 * Throws 404 unless the user is a member of the active company. Locks the member against concurrent
 * decisions.
 */
export async function requireMember(db: Db, userId: string): Promise<void> {
  existing(await lockMember(db, userId))
}
