import { audit } from '@rmtools/contracts/auth/audit'
import { invalidInput, Problem } from '@rmtools/contracts/problem'
import { implement } from '@rmtools/kit/service'
import { chainHead, trailOf } from './queries.ts'
import type { AuditSealer } from './sealer.ts'

const ENTRY = /^\d{1,18}$/

export const auditRoutes = (sealer: AuditSealer) =>
  implement('audit', audit, {
    trail: async (
      { limit = 20, cursor, actor = null, entity = null, entityId = null, action = null, ip = null, from = null, to = null },
      { db },
    ) => {
      const rows = await trailOf(db, { before: entryId(cursor), limit: limit + 1, actor, entity, entityId, action, ip, from, to })
      const items = rows.slice(0, limit)
      const last = items.at(-1)
      return { items, nextCursor: rows.length > limit && last ? Buffer.from(last.id).toString('base64url') : null }
    },

    status: async (_, { db }) => {
      const head = await chainHead(db)
      const signed = sealer.signed()
      return { sealed: Number(head?.seq ?? 0), hash: head?.hash ?? null, signedSeq: signed?.seq ?? null, signedAt: signed?.at ?? null }
    },
  })

/** The entry that a cursor stands for. Throws 400 on what is no cursor of ours. */
function entryId(cursor: string | undefined): string | null {
  if (cursor === undefined) return null
  const id = Buffer.from(cursor, 'base64url').toString()
  if (!ENTRY.test(id)) throw new Problem(invalidInput, { errors: [{ pointer: '/cursor', code: 'cursor' }] })
  return id
}
