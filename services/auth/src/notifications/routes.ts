import { notifications } from '@rmtools/contracts/auth/notifications'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { readParams } from '@rmtools/kit/notification-params'
import { implement } from '@rmtools/kit/service'
import type { AuthPorts } from '../ports.ts'
import { countUnread, dropPushToken, markRead, notificationsOf, takePushToken } from './queries.ts'
import type { NotificationRow } from './queries.ts'

const POSITION = /^\d{1,18}$/

export const notificationsRoutes = ({ clock }: AuthPorts) =>
  implement('notifications', notifications, {
    list: async ({ limit = 20, cursor, unread = false }, { db, actor }) => {
      const [rows, unreadCount] = await Promise.all([
        notificationsOf(db, { userId: actor.userId, before: positionOf(cursor), unread, limit }),
        countUnread(db, actor.userId),
      ])
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return {
        // An earlier version stored some of them.
        items: items.map((item) => ({ ...item, ...told(item) })),
        nextCursor:
          rows.length > limit && last ? Buffer.from(last.position).toString('base64url') : null,
        unreadCount,
      }
    },

    read: async ({ ids }, { db, actor }) => {
      await markRead(db, actor.userId, ids ?? null, clock.now().toISOString())
      return { unreadCount: await countUnread(db, actor.userId) }
    },

    subscribe: async ({ pushToken }, { db, actor }) => {
      if (actor.deviceId === null) return
      await db.enter({ ...db.scope, realm: 'identity' })
      await takePushToken(db, actor.deviceId, pushToken)
    },

    unsubscribe: async (_, { db, actor }) => {
      if (actor.deviceId !== null) await dropPushToken(db, actor.deviceId)
    },
  })

const told = ({ kind, params }: NotificationRow) => ({ params: readParams(kind, params).params })

/** The position of a cursor in the list. Throws 400 for an invalid cursor. */
function positionOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const position = Buffer.from(cursor, 'base64url').toString()
  if (!POSITION.test(position))
    throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return position
}
