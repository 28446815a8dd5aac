import { activityIdTaken, leadActivities } from '@rmtools/contracts/crm/lead-activities'
import { notFound, Problem } from '@rmtools/contracts/problem'
import { pageOf } from '@rmtools/kit/paging'
import { implement } from '@rmtools/kit/service'
import {
  activitiesOf,
  activityById,
  insertActivity,
  isLeadVisible,
  planFollowUp,
} from './queries.ts'
import { requireSame } from '../replays/rules.ts'

export const leadActivityRoutes = () =>
  implement('leadActivities', leadActivities, {
    list: async ({ id, limit = 20, cursor }, { db }) => {
      if (!(await isLeadVisible(db, id))) throw new Problem(notFound)
      return pageOf(await activitiesOf(db, id, limit, cursor), limit)
    },

    create: async ({ id: leadId, activityId, nextFollowUpAt, ...entry }, { db }) => {
      if (!(await isLeadVisible(db, leadId))) throw new Problem(notFound)
      const stored = await insertActivity(db, {
        ...entry,
        leadId,
        ...(activityId ? { id: activityId } : {}),
      })
      if (stored && nextFollowUpAt !== undefined) await planFollowUp(db, leadId, nextFollowUpAt)
      const activity = stored ?? (activityId && (await activityById(db, activityId)))
      if (!activity) throw new Problem(activityIdTaken)
      if (!stored)
        requireSame({ leadId, happenedAt: activity.happenedAt, ...entry }, activity, [
          'leadId',
          'kind',
          'text',
          'happenedAt',
        ])
      return activity
    },
  })
