import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import type { PlatformAccess } from '@rmtools/contracts/auth/platform-access'
import type { Db } from '@rmtools/kit/db'
import { identity } from '@rmtools/kit/scope'
import { formatInstant } from '@rmtools/look/format'
import { companyNamed, notifyAdministrators } from '../companies/tenants.ts'
import type { AuthHandlers } from '../jobs.ts'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'
import { endSessions } from '../sessions/sessions.ts'
import { expireAccesses } from './queries.ts'

type Kind =
  | 'security.platform-access-opened'
  | 'security.platform-access-agreed'
  | 'security.platform-access-ended'

/**
 * Notifies the company's administrators, and the holder of the access, of its change. In the
 * identity realm.
 */
export async function notifyOfAccess(
  db: Db,
  ports: AuthPorts,
  access: PlatformAccess,
  kind: Kind,
): Promise<void> {
  const { userId, companyId, fullName, reason, endsAt } = access
  const params = {
    name: fullName,
    company: await companyNamed(db, companyId),
    reason,
    until: formatInstant(endsAt, 'id'),
  }
  await notifyAdministrators(db, ports, { companyId, kind, params, link: notificationLink(kind) })
  await notify(db, ports, { userId, companyId, kind, params, email: true })
}

/**
 * Ends expired access, with the sessions that still act in the company. No token outlives its
 * access, so nothing depends on this.
 */
export async function endExpired(db: Db, ports: AuthPorts): Promise<void> {
  for (const access of await expireAccesses(db, ports.clock.now().toISOString())) {
    await endSessions(
      db,
      ports,
      { userId: access.userId, companyId: access.companyId },
      'platform-access-ended',
    )
    await notifyOfAccess(db, ports, access, 'security.platform-access-ended')
  }
}

/** Every minute. */
export function platformAccessJobs(
  ports: AuthPorts,
  inSystem: SystemTransaction,
): AuthHandlers<'platformAccess'> {
  return { platformAccess: async () => await inSystem(identity, (tx) => endExpired(tx, ports)) }
}
