// bff has no database: crm counts the files that bff creates.
import { disclosures } from '@rmtools/contracts/crm/disclosures'
import type { DisclosureGate } from '@rmtools/kit/disclosures'
import { serviceClients, type Transport } from '@rmtools/kit/transport'

/** The gate of bff's disclosures. */
export function disclosuresOver(crm: Transport): DisclosureGate {
  return {
    admit: async ({ what, operation, input, actor: { userId, companyId }, origin, headers }) => {
      const caller = {
        headers: { 'user-agent': headers['user-agent'] ?? '' },
        requestId: origin.requestId,
        ip: origin.ip,
      }
      const counts = serviceClients({ disclosures }, crm, caller).disclosures
      return await counts.admit({ what, userId, companyId, operation, filter: input })
    },
    takeBack: async (counted) =>
      await serviceClients({ disclosures }, crm).disclosures.takeBack(counted),
  }
}
