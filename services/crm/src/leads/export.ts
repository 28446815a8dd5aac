// The columns of an exported file of leads; those that can be imported have titles that the import
// recognises.
import { leadField, leadFieldNames, type LeadField } from '@rmtools/contracts/crm/lead-fields'
import type { Lead, leads } from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { batchesOf, type Batches } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import { instant, text, word, type Column, type Columns } from '@rmtools/kit/tables'
import { leadStates } from '@rmtools/look/states'
import { roles, say } from '@rmtools/look/words'
import { leadsOf, selectLeads } from './queries.ts'

function columnFor(name: LeadField): Column<Lead> {
  const { label, control } = leadField(name)
  if (control === 'follow-up') return instant(label, (lead) => textOf(lead[name]))
  return text(label, (lead) => (control === 'phone' ? phoneOf(lead) : textOf(lead[name])))
}

const textOf = (value: Lead[LeadField]) =>
  typeof value === 'string' || value === null ? value : value.join(';')
const phoneOf = ({ phone, phoneExtension }: Lead) =>
  phoneExtension === null ? phone : `${phone} ext. ${phoneExtension}`

export const leadColumns: Columns<Lead> = [
  ...leadFieldNames.filter((name) => leadField(name).isExported).map(columnFor),
  word(say('Status', 'Status'), ({ status }) => leadStates[status].word),
  text(say('Alasan tidak berlanjut', 'Reason for loss'), ({ lostReason }) => lostReason),
  text(roles.rm, ({ rmName }) => rmName),
  instant(say('Dibuat', 'Created'), ({ createdAt }) => createdAt),
  instant(say('Diubah', 'Changed'), ({ updatedAt }) => updatedAt),
]

/** All leads that a filter selects, read on demand. */
export async function leadsToExport(
  db: Db,
  filter: Input<typeof leads.export>,
  ownerId: string | null,
): Promise<Batches<Lead>> {
  const selection = await selectLeads(db, filter, ownerId)
  return batchesOf(async (limit, cursor) => {
    const rows = await leadsOf(db, { ...filter, limit, ...(cursor ? { cursor } : {}) }, selection)
    return pageByTime(rows, limit, ({ createdAt }) => createdAt)
  })
}
