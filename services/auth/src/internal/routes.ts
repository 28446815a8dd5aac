import { internal } from '@rmtools/contracts/auth/internal'
import { companyScope, identity } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import { deliver } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { sessionsEndedSince } from '../sessions/sessions.ts'

export const internalRoutes = (ports: AuthPorts) =>
  implement('internal', internal, {
    keys: async () => await ports.keys.all(),

    revocations: async ({ since }, { db }) => {
      await db.enter(identity)
      return await sessionsEndedSince(db, since)
    },

    notify: async (news, { db }) => {
      await db.enter(news.companyId === null ? identity : companyScope(news.companyId, 'identity'))
      return { isNew: await deliver(db, ports, news) }
    },
  })
