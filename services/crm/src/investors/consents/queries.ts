import type { Consent } from '@rmtools/contracts/crm/consents'
import { sql, type Db } from '@rmtools/kit/db'

const columns = sql`c.id, c.purpose, c.text_version, c.language, c.words, c.by, c.given_at, c.withdrawn_at`

/** The consents of an investor within the caller's reach, newest first. */
export async function consentsOf(db: Db, investorId: string): Promise<Consent[]> {
  return await db.all(sql<Consent>`
    select ${columns} from consent c join investor i on i.id = c.investor_id where c.investor_id = ${investorId} order by c.id desc limit 200`)
}

export type NewConsent = Omit<Consent, 'id' | 'withdrawnAt'> & {
  investorId: string
  ip: string | null
  device: string | null
}

/** Stores a consent. The constraint consent_in_force refuses a second one to the same text. */
export async function insertConsent(db: Db, consent: NewConsent): Promise<Consent> {
  const { investorId, purpose, textVersion, language, words, by, givenAt, ip, device } = consent
  const stored = await db.one(sql<Consent>`
    insert into consent as c (investor_id, purpose, text_version, language, words, by, given_at, ip, device)
    values (${investorId}, ${purpose}, ${textVersion}, ${language}, ${words}, ${by}, ${givenAt}, ${ip}, ${device})
    returning ${columns}`)
  if (!stored) throw new Error('insert returned no row')
  return stored
}

/** Marks a consent as withdrawn; undefined if it already was. */
export async function withdrawConsent(
  db: Db,
  { id, at, reason }: { id: string; at: string; reason: string | null },
): Promise<Consent | undefined> {
  return await db.one(sql<Consent>`
    update consent c set withdrawn_at = ${at}, withdrawal_reason = ${reason}
    where c.id = ${id} and c.withdrawn_at is null returning ${columns}`)
}
