import { audit, ENTRY_ID, type AuditEntry } from '@rmtools/contracts/auth/audit'
import type { Input } from '@rmtools/contracts/endpoint'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { batchesOf, watched } from '@rmtools/kit/batches'
import type { Db } from '@rmtools/kit/db'
import type { Page } from '@rmtools/kit/paging'
import { implement } from '@rmtools/kit/service'
import { instant, tableFile, text, word, type Columns } from '@rmtools/kit/tables'
import { actionWord, actorWords, entityWords } from '@rmtools/look/audit-words'
import { say, type Bilingual, type Language } from '@rmtools/look/words'
import { chainHead, noteExport, trailOf } from './queries.ts'
import type { AuditSealer } from './sealer.ts'

const ENTRY = new RegExp(ENTRY_ID)

export const auditRoutes = (sealer: AuditSealer) =>
  implement('audit', audit, {
    trail: async ({ limit = 20, cursor, ...filter }, { db }) =>
      await pageOf(db, filter, limit, cursor),

    export: async ({ language, ...filter }, { db, actor, reply }) => {
      const entries = batchesOf(
        async (limit, cursor) => await pageOf(db, filter, limit, cursor),
        ROWS_AT_A_TIME,
      )
      const rows = watched(entries, {
        begin: async () => await noteExport(db, 'export', actor.companyId, { filter }),
        end: async (ending) =>
          await noteExport(db, 'export-end', actor.companyId, { ...ending, filter }),
      })
      return await tableFile('csv', { name: 'audit-trail', columns, rows, language }, reply)
    },

    status: async (_, { db }) => {
      const head = await chainHead(db)
      const signed = sealer.signed()
      return {
        sealed: Number(head?.seq ?? 0),
        hash: head?.hash ?? null,
        signedSeq: signed?.seq ?? null,
        signedAt: signed?.at ?? null,
      }
    },
  })

// Entries hold whole rows, before and after.
const ROWS_AT_A_TIME = 500

const saidOr = (words: Readonly<Record<string, Bilingual>>, code: string, language: Language) =>
  words[code]?.[language] ?? code
const valuesOf = (values: AuditEntry['before']) => (values === null ? null : JSON.stringify(values))

// Changes keep the database's column names, for readers who compare entries.
const columns: Columns<AuditEntry> = [
  text(say('Nomor', 'Number'), ({ id }) => id),
  instant(say('Waktu', 'Time'), ({ at }) => at),
  text(say('Pelaku', 'Actor'), ({ actorName }) => actorName),
  word(say('Jenis pelaku', 'Actor type'), ({ actorKind }) => actorWords[actorKind]),
  text(
    say('Tindakan', 'Action'),
    (entry, language) => actionWord(entry)?.[language] ?? entry.action,
  ),
  text(say('Objek', 'Object'), ({ entity }, language) => saidOr(entityWords, entity, language)),
  text(say('ID data', 'Record ID'), ({ entityId }) => entityId),
  text(say('Alamat IP', 'IP address'), ({ ip }) => ip),
  text(say('Perangkat', 'Device'), ({ device }) => device),
  text(say('ID permintaan', 'Request ID'), ({ requestId }) => requestId),
  text(say('ID pelaku', 'Actor ID'), ({ actorId }) => actorId),
  text(say('Sebelum', 'Before'), ({ before }) => valuesOf(before)),
  text(say('Sesudah', 'After'), ({ after }) => valuesOf(after)),
]

type Filter = Omit<Input<typeof audit.export>, 'language'>

async function pageOf(
  db: Db,
  filter: Filter,
  limit: number,
  cursor: string | undefined,
): Promise<Page<AuditEntry>> {
  const {
    id = null,
    actor = null,
    entity = null,
    entityId = null,
    action = null,
    ip = null,
    from = null,
    to = null,
  } = filter
  const rows = await trailOf(db, {
    before: entryId(cursor),
    limit,
    id,
    actor,
    entity,
    entityId,
    action,
    ip,
    from,
    to,
  })
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  return {
    items,
    nextCursor: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null,
  }
}

/** The entry of a cursor. Throws 400 for an invalid cursor. */
function entryId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!ENTRY.test(id))
    throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return id
}
