// A case at Bib: its id there, and repeating the hand-over.
import { externalIdChanged } from '@rmtools/contracts/crm/investor-problems'
import { isHandedOver } from '@rmtools/contracts/crm/investor-statuses'
import type { investors } from '@rmtools/contracts/crm/investors'
import { Problem, wrongState } from '@rmtools/contracts/problem'
import type { Handlers } from '@rmtools/kit/service'
import { requireConsents } from '../consents/giving.ts'
import { handOverKey } from '../../jobs.ts'
import { notifyRmOfCase } from '../../notifications/notify.ts'
import { lockedCase, requestHandOver } from '../case/editing.ts'
import { putExternalId, restartSync } from './queries.ts'
import { noteEvent } from '../queries.ts'

/** The operations for a registration at Bib; part of the investors' operations. */
export function registrationHandlers() {
  return {
    setExternalId: async ({ id, externalId, expected }, { db }) => {
      const investor = await lockedCase(db, id)
      if (!isHandedOver(investor.status)) throw new Problem(wrongState)
      const changed = await putExternalId(db, id, { externalId, expected })
      if (!changed) throw new Problem(externalIdChanged)
      await noteEvent(db, {
        investorId: id,
        kind: 'external-id-set',
        status: changed.status,
        by: 'user',
        detail: externalId,
      })
      if (investor.status !== 'registered')
        await notifyRmOfCase(db, changed, {
          kind: 'investor.registered',
          params: { investorName: changed.displayName },
        })
      return changed
    },

    syncBib: async ({ id }, { db }) => {
      const investor = await lockedCase(db, id)
      if (!isHandedOver(investor.status)) throw new Problem(wrongState)
      // Bib already has it: nothing to do, and the reply is the same as the first time.
      if (investor.status === 'registered') return { jobId: handOverKey(id) }
      await requireConsents(db, id)
      const again = investor.status === 'sync-failed' ? await restartSync(db, id) : investor
      return { jobId: await requestHandOver(db, again ?? investor) }
    },
  } satisfies Pick<Handlers<typeof investors>, 'setExternalId' | 'syncBib'>
}
