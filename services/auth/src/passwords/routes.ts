import { linkExpired, linkUsed, passwords } from '@rmtools/contracts/auth/passwords'
import { Problem } from '@rmtools/contracts/problem'
import { addJob } from '@rmtools/kit/jobs'
import { identity } from '@rmtools/kit/scope'
import { hashToken } from '@rmtools/kit/secrets'
import { implement, outside } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { allowCodesAgain } from '../codes/challenges.ts'
import { authJobs } from '../jobs.ts'
import { notify } from '../notifications/notify.ts'
import type { AuthPorts } from '../ports.ts'
import { normaliseLogin } from '../sessions/rules.ts'
import { accountKey, changePassword, passwordHistory, prepareNewPassword } from './credentials.ts'
import { forgetAllTries, linkOwner, useLink } from './queries.ts'

export const passwordsRoutes = (ports: AuthPorts) =>
  implement('passwords', passwords, {
    // A job looks the account up, so that the response takes as long for one that does not exist.
    requestReset: async ({ login }, { db }) => {
      await addJob(db, authJobs.passwordsReset, { login: normaliseLogin(login), ip: db.origin.ip })
      return { status: 'accepted' as const }
    },

    confirmReset: outside(async ({ token, newPassword }, { begin }) => {
      const link = existing(await begin(identity, (tx) => linkOwner(tx, hashToken(token))))
      if (link.usedAt !== null) throw new Problem(linkUsed)
      if (link.revokedAt !== null || Date.parse(link.expiresAt) <= ports.clock.now().getTime())
        throw new Problem(linkExpired)
      const owner = { ...link, id: link.userId }
      const hash = await prepareNewPassword(ports, owner, newPassword, (userId) =>
        begin(identity, (tx) => passwordHistory(tx, userId)),
      )
      return await begin(
        { ...identity, userId: link.userId, companyId: link.companyId },
        async (tx) => {
          // Of two requests with the same link one wins, and the other changes nothing.
          if (!(await useLink(tx, link.id, ports.clock.now().toISOString())))
            throw new Problem(linkUsed)
          if (!(await changePassword(tx, ports, owner, { hash }))) throw new Problem(linkUsed)
          await forgetAllTries(tx, [accountKey(ports, link.userId)])
          await allowCodesAgain(tx, link.userId)
          await notify(tx, ports, {
            userId: link.userId,
            companyId: link.companyId,
            kind: 'security.password-changed',
            params: {},
            email: true,
          })
          return { status: 'changed' as const }
        },
      )
    }),
  })
