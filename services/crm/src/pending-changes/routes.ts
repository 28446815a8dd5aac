import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import { pendingChanges } from '@rmtools/contracts/second-person'
import { secondPersonHandlers, type Changes } from '@rmtools/kit/second-person'
import { implement } from '@rmtools/kit/service'
import { notify } from '../notifications/notify.ts'
import type { CrmPorts } from '../ports.ts'

export const pendingChangeRoutes = ({ clock }: Pick<CrmPorts, 'clock'>, kinds: Changes) =>
  implement(
    'pendingChanges',
    pendingChanges,
    secondPersonHandlers({
      people: 'known_user',
      clock,
      kinds,
      tell: async (db, userId, { decision, reason }) => {
        const kind = `change.${decision}` as const
        await notify(db, { userId, kind, params: { reason }, link: notificationLink(kind) })
      },
    }),
  )
