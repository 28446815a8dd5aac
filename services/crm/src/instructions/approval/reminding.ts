// Reminds a client of an approval link that is still open. The link itself is not repeated: only
// its hash is stored.
import type { Database } from '@rmtools/kit/db'
import { companyScope, jobOrigin } from '@rmtools/kit/scope'
import { formatInstant } from '@rmtools/look/format'
import { say } from '@rmtools/look/words'
import type { CrmHandlers } from '../../jobs.ts'
import type { CrmPorts } from '../../ports.ts'
import { documentedById } from '../queries.ts'
import { tellInvestor } from '../results.ts'
import { whyClosed } from './answer.ts'
import { lockLink } from './queries.ts'

const approval = say('persetujuan {product}', 'the approval of {product}')

/** The jobs of this feature. */
export function linkReminderJobs(
  { clock }: Pick<CrmPorts, 'clock'>,
  database: Database,
): CrmHandlers<'approvalRemind'> {
  return {
    approvalRemind: async ({ companyId, linkId }) =>
      await database.transaction(companyScope(companyId), jobOrigin, async (tx) => {
        const link = await lockLink(tx, linkId)
        const instruction =
          link?.instructionId == null ? undefined : await documentedById(tx, link.instructionId)
        if (!link || !instruction || whyClosed({ link, instruction }, { clock })) return
        await tellInvestor(tx, instruction, {
          kind: 'link-expires',
          once: `link-expires:${linkId}`,
          figures: (language) => ({
            subject: approval[language].replace('{product}', () => instruction.product.name),
            dueAt: formatInstant(link.expiresAt, language),
          }),
        })
      }),
  }
}
