import type { Consent } from '@rmtools/contracts/crm/consents'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'

const build = statements<CrmDb>()

/** Consents of an investor in the caller's reach, newest first. */
export async function consentsOf(db: Db, investorId: string): Promise<Consent[]> {
  return await db.all(sql<Consent>`
    select c.id, c.purpose, c.text_version, c.language, c.words, c.by, c.given_at, c.withdrawn_at
    from consent c join investor i on i.id = c.investor_id where c.investor_id = ${investorId} order by c.id desc limit 200`)
}

export type NewConsent = Omit<Consent, 'id' | 'withdrawnAt'> & {
  investorId: string
  ip: string | null
  device: string | null
}

/** Stores a consent. The constraint consent_in_force refuses a second one to the same words. */
export async function insertConsent(db: Db, consent: NewConsent): Promise<Consent> {
  const stored = await db.one(
    build.insertInto('consent').values(consent).returningAll().$castTo<Consent>(),
  )
  if (!stored) throw new Error('insert answered no row')
  return stored
}

/** Marks a consent as withdrawn; undefined when it was already. */
export async function withdrawConsent(
  db: Db,
  { id, at, reason }: { id: string; at: string; reason: string | null },
): Promise<Consent | undefined> {
  const query = build
    .updateTable('consent')
    .set({ withdrawnAt: at, withdrawalReason: reason })
    .where('id', '=', id)
    .where('withdrawnAt', 'is', null)
  return await db.one(query.returningAll().$castTo<Consent>())
}
