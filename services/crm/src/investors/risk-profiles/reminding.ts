// Tells clients 30 and 7 days before their risk profile ends, and on its last day: without one they
// can neither buy nor switch.
import { jakarta } from '@rmtools/kit/clock'
import type { Database, Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyScope, identity, jobOrigin } from '@rmtools/kit/scope'
import { formatDate } from '@rmtools/look/format'
import { bandOf } from '@rmtools/look/order-words'
import { tellClient } from '../../client-news/telling.ts'
import { crmJobs, type CrmHandlers } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { activeCompanyIds } from '../../companies/active.ts'
import { endingProfiles, type EndingProfile } from './queries.ts'

const REMIND_DAYS = [30, 7, 0] as const
const AT_A_TIME = 200

/** The jobs of this feature. */
export function riskReminderJobs(
  { clock }: Pick<CrmPorts, 'clock'>,
  database: Database,
): CrmHandlers<'riskRemind' | 'riskExpiring'> {
  return {
    riskRemind: async () => {
      const companies = await activeCompanyIds(database)
      await database.transaction(identity, jobOrigin, async (tx) => {
        for (const companyId of companies) await addJob(tx, crmJobs.riskExpiring, { companyId })
      })
    },

    // In batches, each in its own transaction: a run that is killed goes on where it stopped,
    // because nobody is notified twice.
    riskExpiring: async ({ companyId }) => {
      const today = jakarta(clock.now()).date
      const within = Math.max(...REMIND_DAYS)
      let after: EndingProfile | undefined
      do {
        const page = { today, within, after, limit: AT_A_TIME }
        const ending = await database.transaction(
          companyScope(companyId),
          jobOrigin,
          async (tx) => {
            const profiles = await endingProfiles(tx, page)
            for (const profile of profiles) await remind(tx, profile)
            return profiles
          },
        )
        after = ending.length === AT_A_TIME ? ending.at(-1) : undefined
      } while (after)
    },
  }
}

/** Reminds at the nearest threshold passed; a day without a run is made up for. */
async function remind(tx: Transaction, profile: EndingProfile): Promise<void> {
  const { id, riskBand, riskExpiresOn, daysLeft } = profile
  const threshold = Math.min(...REMIND_DAYS.filter((days) => daysLeft <= days))
  await tellClient(tx, id, {
    kind: 'risk-profile-expires',
    once: `risk-expires:${riskExpiresOn}:${threshold}`,
    figures: (language) => ({
      band: bandOf(riskBand, language),
      until: formatDate(riskExpiresOn, language),
    }),
  })
}
