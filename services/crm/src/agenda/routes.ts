import { agenda } from '@rmtools/contracts/crm/agenda'
import { jakarta, type Clock } from '@rmtools/kit/clock'
import { implement } from '@rmtools/kit/service'
import {
  failedInstructions,
  followUpsDue,
  licenceOf,
  returnedCases,
  waitingInstructions,
} from './queries.ts'

export const agendaRoutes = ({ clock }: { clock: Clock }) =>
  implement('agenda', agenda, {
    get: async (_, { db, actor: { userId } }) => {
      const instant = clock.now()
      const [now, today] = [instant.toISOString(), jakarta(instant).date]
      const [followUps, returned, waiting, failed, licence] = await Promise.all([
        followUpsDue(db, userId, { now, today }),
        returnedCases(db, userId),
        waitingInstructions(db, userId),
        failedInstructions(db, userId, now),
        licenceOf(db, userId, today),
      ])
      return { followUps, returned, waiting, failed, licence }
    },
  })
