// crm's data, requested with the caller's identity.
import type { Client, Clients } from '@rmtools/contracts/client'
import { crmContracts } from '@rmtools/contracts/crm'
import { MOST_INVESTORS } from '@rmtools/contracts/crm/figures'
import { investorNotRegistered } from '@rmtools/contracts/crm/instruction-problems'
import { Problem } from '@rmtools/contracts/problem'
import { serviceClients, type Transport } from '@rmtools/kit/transport'
import type { Ask, Sources } from './sources.ts'

const { investors, instructions, figures, agenda, reference } = crmContracts

const ofCrm = { investors, instructions, figures, agenda, reference }

type CrmAs = (ask: Ask) => Clients<typeof ofCrm>

type Figures = Client<typeof figures>

/** A client of crm with the caller's identity. */
export function crmCaller(crm: Transport): CrmAs {
  return ({ origin, headers }) =>
    serviceClients(ofCrm, crm, {
      headers: {
        authorization: headers['authorization'] ?? '',
        'user-agent': headers['user-agent'] ?? '',
      },
      requestId: origin.requestId,
      ip: origin.ip,
    })
}

/** crm's data, as far as the caller may see it. */
export function crmSources(
  crmAs: CrmAs,
): Pick<
  Sources,
  'investor' | 'holder' | 'reservations' | 'investorsKnownAs' | 'counts' | 'agenda' | 'holidays'
> {
  return {
    investor: async (ask, id) => {
      const { externalId } = await crmAs(ask).investors.get({ id })
      return { id, externalId: registered(externalId) }
    },
    holder: async (ask, id) => {
      const { externalId, displayName, individual } = await crmAs(ask).investors.get({ id })
      return {
        id,
        externalId: registered(externalId),
        displayName,
        identityNumber: individual?.identityNumber ?? null,
      }
    },
    reservations: async (ask, id) => (await crmAs(ask).instructions.reservations({ id })).items,
    investorsKnownAs: async (ask, externalIds) => await knownAs(crmAs(ask).figures, externalIds),
    counts: async (ask) => await crmAs(ask).figures.counts(),
    agenda: async (ask) => await crmAs(ask).agenda.get(),
    holidays: async (ask) =>
      new Set((await crmAs(ask).reference.holidays()).items.map(({ date }) => date)),
  }
}

// An id in a format that we never sent to Bib belongs to nobody here.
const ID = /^[A-Za-z0-9_-]{1,64}$/

async function knownAs(
  crm: Figures,
  externalIds: readonly string[],
): Promise<ReadonlyMap<string, { id: string; displayName: string }>> {
  const unique = [...new Set(externalIds)].filter((id) => ID.test(id))
  const chunks = Array.from({ length: Math.ceil(unique.length / MOST_INVESTORS) }, (_, index) =>
    unique.slice(index * MOST_INVESTORS, (index + 1) * MOST_INVESTORS),
  )
  const answers = await Promise.all(
    chunks.map(async (chunk) => (await crm.investors({ externalIds: chunk.join(',') })).items),
  )
  return new Map(answers.flat().map(({ externalId, ...investor }) => [externalId, investor]))
}

function registered(externalId: string | null): string {
  if (externalId === null) throw new Problem(investorNotRegistered)
  return externalId
}
