import { figures } from '@rmtools/contracts/crm/figures'
import { jakarta, type Clock } from '@rmtools/kit/clock'
import type { Actor } from '@rmtools/kit/scope'
import { implement } from '@rmtools/kit/service'
import {
  instructionCounts,
  instructionsByDay,
  investorCounts,
  investorsKnownAs,
  leadCounts,
  namesOf,
  planCounts,
} from './queries.ts'

const DAY_MS = 86_400_000

export const figureRoutes = ({ clock }: { clock: Clock }) =>
  implement('figures', figures, {
    counts: async ({ days = 30 }, { db, actor }) => {
      const now = clock.now()
      const owner = ownerOf(actor)
      const period = {
        from: jakarta(new Date(now.getTime() - (days - 1) * DAY_MS)).date,
        to: jakarta(now).date,
      }
      const [leads, investors, instructions, instructionDays] = await Promise.all([
        leadCounts(db, owner),
        investorCounts(db, owner, now.toISOString()),
        instructionCounts(db, owner),
        instructionsByDay(db, owner, period),
      ])
      return { leads, investors, instructions, instructionDays }
    },

    plans: async ({ rmId = null }, { db, actor }) => ({
      items: await planCounts(db, ownerOf(actor) ?? rmId),
    }),

    investors: async ({ externalIds }, { db, actor }) => ({
      items: await investorsKnownAs(db, ownerOf(actor), [...new Set(externalIds.split(','))]),
    }),

    rms: async (_, { db, actor }) => ({ items: await namesOf(db, ownerOf(actor)) }),
  })

function ownerOf({ ownOnly, userId }: Actor): string | null {
  return ownOnly ? userId : null
}
