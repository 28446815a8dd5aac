import { userAccess } from '@rmtools/contracts/auth/user-access'
import { notFound, Problem } from '@rmtools/contracts/problem'
import type { Transaction } from '@rmtools/kit/db'
import { scopeOf, type Actor } from '@rmtools/kit/scope'
import { implement, outside } from '@rmtools/kit/service'
import { distrust } from '../devices/trust.ts'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { requireColleague, requireMember } from '../users/people.ts'
import { devicesHere, noteEnded, sessionsHere } from './queries.ts'

export const userAccessRoutes = (ports: AuthPorts) =>
  implement('userAccess', userAccess, {
    sessions: outside(async ({ id }, { begin, actor }) => {
      const now = ports.clock.now().toISOString()
      return {
        items: await begin(
          scopeOf(actor),
          async (tx) => await sessionsHere(await ofColleague(tx, actor, id), id, now),
        ),
      }
    }),

    endSession: async ({ id, sessionId }, { db, actor }) => {
      await ofMember(db, actor, id)
      const ended = await endSessions(
        db,
        ports,
        { sessionId, userId: id, companyId: actor.companyId },
        'ended-by-admin',
      )
      if (ended === 0) throw new Problem(notFound)
      await noteEnded(db, sessionId, id)
      await tell(db, ports, actor, id)
    },

    devices: outside(async ({ id }, { begin, actor }) => ({
      items: await begin(
        scopeOf(actor),
        async (tx) => await devicesHere(await ofColleague(tx, actor, id), id),
      ),
    })),

    revokeDevice: async ({ id, deviceId }, { db, actor }) => {
      await ofMember(db, actor, id)
      const isHere = (await devicesHere(db, id)).some((device) => device.id === deviceId)
      if (
        !isHere ||
        !(await distrust(db, ports, { id: deviceId, userId: id }, 'device-revoked-by-admin'))
      )
        throw new Problem(notFound)
      await tell(db, ports, actor, id)
    },
  })

/**
 * Finds the person in the tenant's scope, then continues in the identity realm, which has the
 * sessions. Throws 404.
 */
async function ofColleague(db: Transaction, actor: Actor, userId: string): Promise<Transaction> {
  await requireColleague(db, userId)
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
  return db
}

async function ofMember(db: Transaction, actor: Actor, userId: string): Promise<void> {
  await requireMember(db, userId)
  await db.enter({ ...scopeOf(actor), realm: 'identity' })
}

async function tell(
  db: Transaction,
  ports: AuthPorts,
  { companyId }: Actor,
  userId: string,
): Promise<void> {
  await notify(db, ports, {
    userId,
    companyId,
    kind: 'security.access-ended',
    params: {},
    email: true,
  })
}
