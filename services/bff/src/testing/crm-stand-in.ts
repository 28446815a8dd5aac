// Answers for crm, by its contract.
import { crmContracts } from '@rmtools/contracts/crm'
import type { Reservation } from '@rmtools/contracts/crm/reservations'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { A, B, BAGUS, letterhead, RINA, type Known } from './people.ts'

const justWhatIsAsked = {
  type: 'object',
  properties: {
    externalId: { type: ['string', 'null'] },
    displayName: { type: 'string' },
    individual: { type: 'object', properties: { identityNumber: { type: 'string' } } },
  },
}

/** The routes of crm that bff calls. */
export function standIn(known: readonly Known[], reserved: ReadonlyMap<string, Reservation[]>) {
  const { investors, instructions, figures, projection, agenda, reference, disclosures } =
    crmContracts
  const tenants: Record<string, string> = { [A]: 'TENANT-A', [B]: 'TENANT-B' }
  return [
    implement(
      'projection',
      { tenantOf: projection.tenantOf },
      {
        tenantOf: async ({ id }) => ({
          tenant: tenants[id] ?? 'none',
          code: 'code',
          name: 'Name',
          cutOffDefault: id === A ? '14:30' : null,
          ...(id === A ? letterhead : {}),
        }),
      },
    ),
    // Like row-level security: investors of other companies and RMs do not exist.
    implement(
      'investors',
      { get: { ...investors.get, reply: justWhatIsAsked } as unknown as typeof investors.get },
      {
        get: async ({ id }, { actor }) => {
          const found = known.find(
            (one) =>
              one.id === id &&
              one.companyId === actor.companyId &&
              (!actor.ownOnly || one.rmId === actor.userId),
          )
          if (!found) throw new Problem(notFound)
          return {
            ...found,
            displayName: 'Siti Rahmawati',
            individual: { identityNumber: '3174********0001' },
          } as never
        },
      },
    ),
    implement(
      'instructions',
      { reservations: instructions.reservations },
      { reservations: async ({ id }) => ({ items: reserved.get(id) ?? [] }) },
    ),
    // The limits allow every file.
    implement('disclosures', disclosures, {
      admit: async ({ what, userId, companyId }) => ({
        what,
        userId,
        companyId,
        day: '2026-11-23',
      }),
      takeBack: async () => undefined,
    }),
    implement('agenda', agenda, {
      get: async () => ({
        followUps: { count: 1, overdue: 0, items: [] },
        returned: { count: 0, items: [] },
        waiting: { count: 0, items: [] },
        failed: { count: 0, items: [] },
        licence: null,
      }),
    }),
    implement(
      'reference',
      { holidays: reference.holidays },
      { holidays: async () => ({ items: [] }) },
    ),
    implement('figures', figures, {
      counts: async () => ({ leads: [], investors: [], instructions: [], instructionDays: [] }),
      investors: async ({ externalIds }, { actor }) => ({
        items: externalIds.split(',').flatMap((externalId) => {
          const found = known.find(
            (one) => one.externalId === externalId && one.companyId === actor.companyId,
          )
          return found && (!actor.ownOnly || found.rmId === actor.userId)
            ? [{ id: found.id, externalId, displayName: 'Siti' }]
            : []
        }),
      }),
      plans: async () => ({ items: [] }),
      rms: async (_, { actor }) => ({
        items: [
          { id: RINA, fullName: '=Rina' },
          { id: BAGUS, fullName: 'Bagus' },
        ].filter(({ id }) => !actor.ownOnly || id === actor.userId),
      }),
    }),
  ]
}
