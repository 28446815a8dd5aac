import { disclosures } from '@rmtools/contracts/crm/disclosures'
import { noteAct } from '@rmtools/kit/audit-trail'
import type { DisclosureGate } from '@rmtools/kit/disclosures'
import { companyScope } from '@rmtools/kit/scope'
import { implement, outside } from '@rmtools/kit/service'

/**
 * bff counts and records the files that it creates by these operations, like files created here.
 */
export const disclosureRoutes = (gate: DisclosureGate) =>
  implement('disclosures', disclosures, {
    admit: outside(
      async ({ what, userId, companyId, operation, filter }, { origin, headers, begin }) => {
        const counted = await gate.admit({
          what,
          operation,
          input: filter,
          actor: { userId, companyId },
          origin,
          headers,
        })
        await begin({ ...companyScope(companyId), userId }, async (db) => {
          await noteAct(db, {
            action: 'export',
            entity: 'report',
            id: companyId,
            after: { operation, filter },
          })
        })
        return counted
      },
    ),
    takeBack: outside(async (counted) => await gate.takeBack(counted)),
  })
