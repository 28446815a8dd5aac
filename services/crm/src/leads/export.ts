// Leads as a file: which columns; those that an import takes are called the same there.
import type { Lead, leads } from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { batchesOf, type Batches } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import { pageByTime } from '@rmtools/kit/paging'
import { column, type Columns } from '@rmtools/kit/tables'
import { leadsOf, selectLeads } from './queries.ts'

export const leadColumns: Columns<Lead> = [
  column('fullName'),
  column('phone'),
  column('email'),
  column('interest'),
  column('source'),
  column('tags'),
  column('nextFollowUpAt'),
  column('status'),
  column('lostReason'),
  column('rmName'),
  column('createdAt'),
  column('updatedAt'),
]

/** All leads of a filter, as they are read. */
export async function leadsToExport(db: Db, filter: Input<typeof leads.export>, ownerId: string | null): Promise<Batches<Lead>> {
  const selection = await selectLeads(db, filter, ownerId)
  return batchesOf(async (limit, cursor) => {
    const rows = await leadsOf(db, { ...filter, limit, ...(cursor ? { cursor } : {}) }, selection)
    return pageByTime(rows, limit, ({ createdAt }) => createdAt)
  })
}
