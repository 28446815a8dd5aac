// Sends a reminder when a follow-up is due. The database schedules and withdraws the job
// (0051_lead_work.sql), which is handled here.
import { notificationLink } from '@rmtools/contracts/auth/notification-kinds'
import type { Database } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import type { CrmHandlers } from '../jobs.ts'
import { notify } from '../notifications/notify.ts'
import { dueLead } from './queries.ts'

/** The jobs of this feature. */
export function leadJobs(database: Database): CrmHandlers<'leadRemind'> {
  return {
    leadRemind: async ({ companyId, leadId, at }) =>
      await database.transaction(companyScope(companyId), jobOrigin, async (tx) => {
        const lead = await dueLead(tx, leadId, at)
        if (!lead) return
        const { rmId: userId, fullName } = lead
        await notify(tx, {
          name: `lead.follow-up ${leadId} ${at}`,
          userId,
          kind: 'lead.follow-up',
          params: { leadName: fullName, at },
          link: notificationLink('lead.follow-up', leadId),
          message: {
            id: { title: 'Tindak lanjut', text: `Saatnya menindaklanjuti ${fullName}.` },
            en: { title: 'Follow-up', text: `It is time to follow up with ${fullName}.` },
          },
        })
      }),
  }
}
