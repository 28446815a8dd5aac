import { leadFieldNames } from '@rmtools/contracts/crm/lead-fields'
import {
  leadIdTaken,
  leadMoves,
  leads,
  lostReasonMissing,
  type Lead,
} from '@rmtools/contracts/crm/leads'
import type { Input } from '@rmtools/contracts/endpoint'
import { Problem, staleVersion, wrongState } from '@rmtools/contracts/problem'
import { listed } from '@rmtools/kit/across'
import type { Db } from '@rmtools/kit/db'
import type { Actor } from '@rmtools/kit/scope'
import { implement, type ReplyControls } from '@rmtools/kit/service'
import type { TableFormat } from '@rmtools/kit/tables'
import { existing } from '@rmtools/kit/existing'
import { exportFile } from '../exports/export-file.ts'
import { leadColumns, leadsToExport } from './export.ts'
import {
  deleteLead,
  duplicatesOf,
  insertLead,
  leadById,
  leadsOf,
  leadTotal,
  noteMove,
  selectLeads,
  tagsOf,
  updateLead,
} from './queries.ts'
import { dialled } from './rules.ts'
import { requireSame } from '../replays/rules.ts'

export const leadRoutes = () =>
  implement('leads', leads, {
    list: async (input, context) => {
      const owner = ownerOf(context.actor)
      return await listed(input, context, {
        load: async (db) => {
          const selection = await selectLeads(db, input, owner)
          const [rows, total] = await Promise.all([
            leadsOf(db, input, selection),
            leadTotal(db, input, selection),
          ])
          return { rows, ...total }
        },
        at: ({ createdAt }) => createdAt,
        direction: input.order,
      })
    },

    get: async ({ id }, { db }) => await visibleLead(db, id),

    duplicates: async ({ id }, { db }) => ({
      items: await duplicatesOf(db, await visibleLead(db, id)),
    }),

    export: async (filter, asking) => await leadsFile('csv', filter, asking),
    exportXlsx: async (filter, asking) => await leadsFile('xlsx', filter, asking),

    tags: async (_, { db, actor }) => ({ items: await tagsOf(db, ownerOf(actor)) }),

    create: async (input, { db }) => {
      const lead = await insertLead(db, { ...input, ...dialled(input.phone) })
      if (lead) return { lead, duplicates: lead.duplicates }
      const stored = await storedBefore(db, input)
      return { lead: stored, duplicates: await duplicatesOf(db, stored) }
    },

    update: async ({ id, version, ...changes }, { db }) => {
      const lead = await visibleLead(db, id)
      refuseMove(lead, changes)
      const phone = changes.phone === undefined ? {} : dialled(changes.phone)
      const updated = await updateLead(db, id, version, { ...changes, ...phone })
      if (!updated) throw new Problem(staleVersion)
      if (updated.status !== lead.status)
        await noteMove(db, id, `${lead.status} → ${updated.status}`)
      return { ...updated, rmName: lead.rmName }
    },

    remove: async ({ id, version }, { db }) => {
      const lead = await visibleLead(db, id)
      if (lead.status === 'converted') throw new Problem(wrongState)
      if ((await deleteLead(db, id, version)) === 0) throw new Problem(staleVersion)
    },
  })

type Asking = { db: Db; actor: Actor; reply: ReplyControls }

async function leadsFile(
  format: TableFormat,
  filter: Input<typeof leads.export>,
  asking: Asking,
): Promise<AsyncIterable<Uint8Array>> {
  const rows = await leadsToExport(asking.db, filter, ownerOf(asking.actor))
  return await exportFile(format, { entity: 'lead', filter, columns: leadColumns, rows }, asking)
}

function ownerOf({ ownOnly, userId }: Actor): string | null {
  return ownOnly ? userId : null
}

async function visibleLead(db: Db, id: string): Promise<Lead> {
  return existing(await leadById(db, id))
}

const created = [...leadFieldNames, 'phoneExtension'] as const

/** The stored lead, if a phone that missed our reply sent the same one again. */
async function storedBefore(db: Db, { id, ...input }: Input<typeof leads.create>): Promise<Lead> {
  const lead = id === undefined ? undefined : await leadById(db, id)
  if (!lead) throw new Problem(leadIdTaken)
  requireSame({ ...input, ...dialled(input.phone) }, lead, created)
  return lead
}

function refuseMove(lead: Lead, changes: Partial<Lead>): void {
  if (changes.status === undefined || changes.status === lead.status) return
  if (!leadMoves(lead.status).includes(changes.status))
    throw new Problem(wrongState, {
      detail: `A lead that is ${lead.status} cannot become ${changes.status}`,
    })
  if (changes.status === 'lost' && !changes.lostReason)
    throw new Problem(lostReasonMissing, { errors: [{ pointer: '/lostReason', code: 'required' }] })
}
