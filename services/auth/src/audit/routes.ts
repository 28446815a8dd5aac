import { audit, ENTRY_ID, type AuditEntry } from '@rmtools/contracts/auth/audit'
import type { Input } from '@rmtools/contracts/endpoint'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { batchesOf, watched } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import type { Page } from '@rmtools/kit/paging'
import { implement } from '@rmtools/kit/service'
import { column, tableFile, type Column, type Columns } from '@rmtools/kit/tables'
import { chainHead, noteExport, trailOf } from './queries.ts'
import type { AuditSealer } from './sealer.ts'

const ENTRY = new RegExp(ENTRY_ID)

export const auditRoutes = (sealer: AuditSealer) =>
  implement('audit', audit, {
    trail: async ({ limit = 20, cursor, ...filter }, { db }) => await pageOf(db, filter, limit, cursor),

    export: async (filter, { db, actor, reply }) => {
      const entries = batchesOf(async (limit, cursor) => await pageOf(db, filter, limit, cursor), ROWS_AT_A_TIME)
      const rows = watched(entries, {
        begin: async () => await noteExport(db, 'export', actor.companyId, { filter }),
        end: async (ending) => await noteExport(db, 'export-end', actor.companyId, { ...ending, filter }),
      })
      return await tableFile('csv', { name: 'audit-trail', columns, rows }, reply)
    },

    status: async (_, { db }) => {
      const head = await chainHead(db)
      const signed = sealer.signed()
      return { sealed: Number(head?.seq ?? 0), hash: head?.hash ?? null, signedSeq: signed?.seq ?? null, signedAt: signed?.at ?? null }
    },
  })

// Entries hold whole rows, before and after.
const ROWS_AT_A_TIME = 500

const values = (name: 'before' | 'after'): Column<AuditEntry> => ({
  title: name,
  of: (entry) => (entry[name] === null ? null : JSON.stringify(entry[name])),
})
const columns: Columns<AuditEntry> = [
  column('id'),
  column('at'),
  column('actorKind'),
  column('actorId'),
  column('actorName'),
  column('ip'),
  column('device'),
  column('requestId'),
  column('action'),
  column('entity'),
  column('entityId'),
  values('before'),
  values('after'),
]

type Filter = Input<typeof audit.export>

async function pageOf(db: Db, filter: Filter, limit: number, cursor: string | undefined): Promise<Page<AuditEntry>> {
  const { id = null, actor = null, entity = null, entityId = null, action = null, ip = null, from = null, to = null } = filter
  const rows = await trailOf(db, { before: entryId(cursor), limit, id, actor, entity, entityId, action, ip, from, to })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null }
}

/** The entry that a cursor stands for. Throws 400 on what is no cursor of ours. */
function entryId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!ENTRY.test(id)) throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return id
}
