import { platformPerson } from '@rmtools/contracts/auth/companies'
import {
  platformAccess,
  platformAccessTooLong,
  type PlatformAccess,
} from '@rmtools/contracts/auth/platform-access'
import { notFound, Problem, wrongState } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { identity, scopeOf, type Actor } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { isOfPlatform, requireTenant } from '../companies/tenants.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { endExpired, notifyOfAccess } from './notify.ts'
import { agreeToWrite, endAccess, insertAccess, lockAccess, openAccesses } from './queries.ts'

const HOUR = 3_600_000

export const platformAccessRoutes = (ports: AuthPorts, inSystem: SystemTransaction) => {
  const nowIs = () => ports.clock.now().toISOString()
  const maxHours = ports.config.PLATFORM_ACCESS_HOURS

  /** Continues in the identity realm. An access is only found on behalf of `isOwner`. */
  const owned = async (
    db: Transaction,
    actor: Actor,
    id: string,
    isOwner: (access: PlatformAccess) => boolean,
  ) => {
    await acrossCompanies(db, actor)
    const access = await lockAccess(db, id, nowIs())
    if (!access || !isOwner(access)) throw new Problem(notFound)
    return access
  }

  /**
   * Only the company's own users decide, never platform users who act in it, whatever their access
   * permits.
   */
  const ofOwnCompany = async (db: Transaction, actor: Actor, id: string) => {
    const access = await owned(db, actor, id, ({ companyId }) => companyId === actor.companyId)
    if (await isOfPlatform(db, actor.userId)) throw new Problem(platformPerson)
    return access
  }

  const end = async (
    db: Transaction,
    actor: Actor,
    access: PlatformAccess,
    how: 'by-company' | 'by-platform',
  ) => {
    await endAccess(db, { id: access.id, by: actor.userId, how, now: nowIs() })
    // Ends all sessions: an access token outlives its session's switch to another company.
    await endSessions(db, ports, { userId: access.userId }, 'platform-access-ended')
    await notifyOfAccess(db, ports, access, 'security.platform-access-ended')
  }

  return implement('platformAccess', platformAccess, {
    list: async ({ id }) =>
      await inSystem(identity, async (tx) => {
        await requireTenant(tx, id)
        return { items: await openAccesses(tx, id, nowIs()), maxHours }
      }),

    open: async ({ id, reason, hours }, { db, actor }) => {
      if (hours > maxHours)
        throw new Problem(platformAccessTooLong, {
          errors: [{ pointer: '/hours', code: 'maximum' }],
        })
      // By the system, as the trail records it: expired access makes room for a new one.
      await inSystem(identity, (tx) => endExpired(tx, ports))
      await acrossCompanies(db, actor)
      await requireTenant(db, id)
      const now = ports.clock.now()
      const endsAt = new Date(now.getTime() + hours * HOUR).toISOString()
      const accessId = await insertAccess(db, {
        companyId: id,
        userId: actor.userId,
        reason,
        now: now.toISOString(),
        endsAt,
      })
      const access = await lockAccess(db, accessId, now.toISOString())
      if (!access) throw new Error('an access grant was not stored')
      await notifyOfAccess(db, ports, access, 'security.platform-access-opened')
      return access
    },

    close: async ({ id }, { db, actor }) => {
      const access = await owned(db, actor, id, ({ userId }) => userId === actor.userId)
      await end(db, actor, access, 'by-platform')
    },

    own: async (_, { actor }) => ({
      items: await inSystem(identity, (tx) => openAccesses(tx, actor.companyId, nowIs())),
      maxHours,
    }),

    agree: async ({ id }, { db, actor }) => {
      const access = await ofOwnCompany(db, actor, id)
      if (access.mayWrite) throw new Problem(wrongState)
      await agreeToWrite(db, id, actor.userId, nowIs())
      await notifyOfAccess(db, ports, access, 'security.platform-access-agreed')
    },

    end: async ({ id }, { db, actor }) =>
      await end(db, actor, await ofOwnCompany(db, actor, id), 'by-company'),
  })
}

/** Continues in the identity realm; the permission was checked before. */
async function acrossCompanies(db: Transaction, actor: Actor): Promise<void> {
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
}
