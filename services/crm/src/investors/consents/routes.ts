import { consents, consentWithdrawn } from '@rmtools/contracts/crm/consents'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { existing } from '@rmtools/kit/existing'
import { revokePageLink } from '../../client-links/link.ts'
import type { CrmPorts } from '../../ports.ts'
import { editAsRm } from '../case/editing.ts'
import { notifyOfCase } from '../../notifications/notify.ts'
import { caseById, noteEvent } from '../queries.ts'
import { reviewersOf } from '../company/queries.ts'
import { giveConsent } from './giving.ts'
import { consentsOf, withdrawConsent } from './queries.ts'

export const consentRoutes = (ports: CrmPorts) =>
  implement('consents', consents, {
    list: async ({ id }, { db }) => {
      existing(await caseById(db, id))
      return { items: await consentsOf(db, id) }
    },

    give: async ({ id, ...given }, { db, actor }) => {
      await editAsRm(db, id, actor, { isMaintenance: true, isRightOfInvestor: true })
      return await giveConsent(db, { investorId: id, by: 'user' }, given, ports)
    },

    // A withdrawal is possible in any state: by law it needs no permission of ours (UU 27/2022 art.
    // 9).
    withdraw: async ({ id, consentId, reason = null }, { db }) => {
      const investor = await caseById(db, id)
      const consent = investor && (await consentsOf(db, id)).find((one) => one.id === consentId)
      if (!consent) throw new Problem(notFound)
      const withdrawn = await withdrawConsent(db, {
        id: consentId,
        at: ports.clock.now().toISOString(),
        reason,
      })
      if (!withdrawn) throw new Problem(consentWithdrawn)
      await revokePageLink(db, id)
      await noteEvent(db, {
        investorId: id,
        kind: 'consent-withdrawn',
        status: investor.status,
        by: 'user',
        detail: consent.purpose,
      })
      const told = new Set([investor.rmId, ...(await reviewersOf(db, investor.companyId))])
      const params = { investorName: investor.displayName }
      for (const userId of told)
        await notifyOfCase(db, userId, id, { kind: 'investor.consent-withdrawn', params })
      return withdrawn
    },
  })
