// Leads as a file: which columns; those that an import takes are called so that it knows them.
import type { Lead, leads } from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { batchesOf, type Batches } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import { instant, text, word, type Columns } from '@rmtools/kit/tables'
import { leadStates } from '@rmtools/look/states'
import { nouns, roles, say } from '@rmtools/look/words'
import { leadsOf, selectLeads } from './queries.ts'

export const leadColumns: Columns<Lead> = [
  text(say('Nama', 'Name'), ({ fullName }) => fullName),
  text(say('Telepon', 'Phone'), ({ phone, phoneExtension }) => (phoneExtension === null ? phone : `${phone} ext. ${phoneExtension}`)),
  text(say('E-mail', 'E-mail'), ({ email }) => email),
  text(say('Minat', 'Interest'), ({ interest }) => interest),
  text(say('Sumber', 'Source'), ({ source }) => source),
  text(say('Label', 'Tags'), ({ tags }) => tags.join(';')),
  instant(nouns.followUp, ({ nextFollowUpAt }) => nextFollowUpAt),
  word(say('Status', 'Status'), ({ status }) => leadStates[status].word),
  text(say('Alasan tidak berlanjut', 'Reason why it was lost'), ({ lostReason }) => lostReason),
  text(roles.rm, ({ rmName }) => rmName),
  instant(say('Dibuat', 'Created'), ({ createdAt }) => createdAt),
  instant(say('Diubah', 'Changed'), ({ updatedAt }) => updatedAt),
]

/** All leads of a filter, as they are read. */
export async function leadsToExport(db: Db, filter: Input<typeof leads.export>, ownerId: string | null): Promise<Batches<Lead>> {
  const selection = await selectLeads(db, filter, ownerId)
  return batchesOf(async (limit, cursor) => {
    const rows = await leadsOf(db, { ...filter, limit, ...(cursor ? { cursor } : {}) }, selection)
    return pageByTime(rows, limit, ({ createdAt }) => createdAt)
  })
}
