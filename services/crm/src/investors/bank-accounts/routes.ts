import { bankAccounts, notInReview } from '@rmtools/contracts/crm/bank-accounts'
import { fourEyes } from '@rmtools/contracts/crm/four-eyes'
import { isMaker } from '@rmtools/contracts/crm/investor-review'
import { notFound, Problem, staleVersion } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import type { CrmPorts } from '../../ports.ts'
import { requireConsents } from '../consents/giving.ts'
import { notifyRmOfCase } from '../../notifications/notify.ts'
import { editAsRm, requestUpdate } from '../case/editing.ts'
import { tellOfAccount } from '../news/telling.ts'
import { caseById, lockCase, noteEvent } from '../queries.ts'
import { addAccount, changeAccount, dropAccount } from './capture.ts'
import { accountById, accountsOf, decideAccount } from './queries.ts'

export const bankAccountRoutes = (ports: CrmPorts) =>
  implement('bankAccounts', bankAccounts, {
    list: async ({ id }, { db }) => {
      existing(await caseById(db, id))
      return { items: await accountsOf(db, id) }
    },

    create: async ({ id, ...given }, { db, actor }) =>
      await addAccount(db, await editAsRm(db, id, actor, { isMaintenance: true }), given, ports),

    update: async ({ id, ...change }, { db, actor }) =>
      await changeAccount(db, await editAsRm(db, id, actor), change, ports),

    remove: async ({ id, ...which }, { db, actor }) =>
      await dropAccount(
        db,
        await editAsRm(db, id, actor, { isRightOfInvestor: true }),
        which,
        ports,
      ),

    review: async ({ id, accountId, version, decision }, { db, actor }) => {
      const investor = await lockCase(db, id)
      const account = investor && (await accountById(db, id, accountId))
      if (!account) throw new Problem(notFound)
      if (isMaker(investor, actor.userId)) throw new Problem(fourEyes)
      if (account.review !== 'needed') throw new Problem(notInReview)
      if (decision === 'accept') await requireConsents(db, id)
      const review = decision === 'accept' ? 'accepted' : 'refused'
      const at = ports.clock.now().toISOString()
      if (
        (await decideAccount(db, {
          id: accountId,
          version,
          review,
          reviewedBy: actor.userId,
          at,
        })) === 0
      )
        throw new Problem(staleVersion)
      await noteEvent(db, {
        investorId: id,
        kind: `bank-account-${review}`,
        status: investor.status,
        by: 'user',
        detail: account.number,
      })
      const params = { investorName: investor.displayName, number: account.number }
      await notifyRmOfCase(db, investor, { kind: `investor.bank-account-${review}`, params })
      if (review === 'accepted') {
        await tellOfAccount(db, investor, { account, step: 'accepted' })
        await requestUpdate(db, investor)
      }
      return { ...account, review, version: version + 1 } as const
    },
  })
