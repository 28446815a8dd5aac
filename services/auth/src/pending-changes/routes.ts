import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { pendingAdministration } from '@rmtools/contracts/second-person'
import { scopeOf } from '@rmtools/kit/scope'
import { secondPersonHandlers, waitingChanges, type Changes } from '@rmtools/kit/second-person'
import { implement } from '@rmtools/kit/service'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts, SystemTransaction } from '../ports.ts'

export const pendingChangeRoutes = (
  ports: AuthPorts,
  inSystem: SystemTransaction,
  kinds: Changes,
) => {
  const { clock } = ports
  return implement('pendingAdministration', pendingAdministration, {
    ...secondPersonHandlers({
      people: 'auth_user',
      clock,
      kinds,
      tell: async (db, userId, { decision, reason }) => {
        const { scope } = db
        await db.enter({ ...scope, realm: 'identity' })
        const kind = decision === 'approved' ? 'change.approved' : 'change.rejected'
        await notify(db, ports, {
          userId,
          companyId: scope.companyId,
          kind,
          params: { reason },
          link: notificationLink(kind),
        })
        await db.enter(scope)
      },
    }),
    // The list includes the platform's requests; its users have names in the identity realm only.
    list: async (_, { actor }) => ({
      items: await inSystem(
        { ...scopeOf(actor), realm: 'identity' },
        async (tx) => await waitingChanges(tx, 'auth_user', clock.now()),
      ),
    }),
  })
}
