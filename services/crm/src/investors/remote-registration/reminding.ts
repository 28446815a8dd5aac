// Reminds a client of a registration link that is still open.
import type { Database } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { formatInstant } from '@rmtools/look/format'
import { say } from '@rmtools/look/words'
import { tellClient } from '../../client-news/telling.ts'
import type { CrmHandlers } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { ownCompany } from '../company/queries.ts'
import { caseById } from '../queries.ts'
import { refusalOf } from './link.ts'
import { lockLink } from './queries.ts'

const registration = say('pendaftaran Anda', 'your registration')

/** The jobs of this feature. */
export function registrationReminderJobs(
  { clock }: Pick<CrmPorts, 'clock'>,
  database: Database,
): CrmHandlers<'registrationRemind'> {
  return {
    registrationRemind: async ({ companyId, linkId }) =>
      await database.transaction(companyScope(companyId), jobOrigin, async (tx) => {
        const link = await lockLink(tx, linkId)
        if (!link || refusalOf(link, clock.now())) return
        const isOpen = (await caseById(tx, link.investorId))?.status === 'awaiting-investor'
        if (!isOpen || !(await ownCompany(tx, companyId))?.isActive) return
        await tellClient(tx, link.investorId, {
          kind: 'link-expires',
          once: `link-expires:${linkId}`,
          figures: (language) => ({
            subject: registration[language],
            dueAt: formatInstant(link.expiresAt, language),
          }),
        })
      }),
  }
}
