import { outbox } from '@rmtools/contracts/crm/outbox'
import { invalidInput, notFound, Problem, wrongState } from '@rmtools/contracts/problem'
import { identity } from '@rmtools/kit/scope'
import { implement, outside } from '@rmtools/kit/service'
import type { CrmPorts } from '../ports.ts'
import { announceJob, jobsOf, latestPoison, noteReplay, replayJob } from './queries.ts'

export const outboxRoutes = ({ bib }: Pick<CrmPorts, 'bib'>) =>
  implement('outbox', outbox, {
    list: async ({ limit = 20, cursor, ...filter }, { db }) => {
      const rows = await jobsOf(db, { ...filter, limit, beforeId: jobIdOf(cursor) })
      const items = rows.slice(0, limit)
      return { items, nextCursor: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
    },

    replay: async ({ id }, { db }) => {
      const outcome = await replayJob(db, id)
      if (outcome === null) throw new Problem(notFound)
      if (outcome !== 'replayed') throw new Problem(wrongState, { detail: `The job is ${outcome}` })
      await noteReplay(db, id)
      await announceJob(db, id)
      return { id }
    },

    breaker: async () => ({ state: bib.breakerState() }),

    // Not bound to a company: a message that could not be decoded does not name one.
    poison: outside(async (_, { begin }) => ({ items: await begin(identity, latestPoison) })),
  })

/** Job ids are numbers in order of creation, and therefore their own cursor. */
function jobIdOf(cursor: string | undefined): string | null {
  if (cursor !== undefined && !/^[0-9]{1,18}$/.test(cursor))
    throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return cursor ?? null
}
