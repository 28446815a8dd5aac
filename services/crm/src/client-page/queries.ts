import { actAs } from '@rmtools/kit/acting'
import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../db.ts'
import type { KeptCode } from '../one-time-codes/rules.ts'

const build = statements<CrmDb>()
type Found = { companyId: string; id: string }

/** The company and link of a token; called by the token's holder, without a tenant. */
export async function linkOf(db: Db, tokenHash: Buffer): Promise<Found | undefined> {
  return await db.one(sql<Found>`select * from client_link_of(${tokenHash})`)
}

/** The company and visit of a token; called by the token's holder, without a tenant. */
export async function visitOf(db: Db, tokenHash: Buffer): Promise<Found | undefined> {
  return await db.one(sql<Found>`select * from client_visit_of(${tokenHash})`)
}

export type LinkRow = KeptCode & {
  investorId: string
  tokenHash: Buffer
  expiresAt: string
  voidedAt: string | null
  lastVisitAt: string | null
}

/** A link, read without a lock. */
export async function linkById(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(build.selectFrom('clientLink').selectAll().where('id', '=', id))
}

/** A link, locked until the transaction ends, so that attempts at a code are processed in turn. */
export async function lockLink(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(build.selectFrom('clientLink').selectAll().where('id', '=', id).forUpdate())
}

/** The link of a client that was not revoked. */
export async function livingLink(db: Db, investorId: string): Promise<LinkRow | undefined> {
  return await db.one(
    sql<LinkRow>`select * from client_link where investor_id = ${investorId} and voided_at is null`,
  )
}

/** Stores a new code, which replaces the earlier one and its attempts. */
export async function keepCode(db: Db, id: string, code: Omit<KeptCode, 'id'>): Promise<void> {
  await db.run(build.updateTable('clientLink').set(code).where('id', '=', id))
}

/** Counts an attempt at a code; a void code is deleted. */
export async function countTry(db: Db, id: string, isSpent: boolean): Promise<void> {
  await db.run(sql`
    update client_link set code_tries = code_tries + 1, code_hash = case when ${isSpent}::boolean then null else code_hash end where id = ${id}`)
}

export type Owner = {
  investorId: string
  status: string
  investorName: string
  phone: string | null
  sid: string | null
  ifua: string | null
  externalId: string | null
  companyName: string
  companyIsActive: boolean
  tenant: string
  settings: { readonly otpSeconds?: unknown }
  brandColour: string | null
  rmName: string | null
  rmPhone: string | null
}

/** The client whose page it is, and whom they may ask. */
export async function ownerById(db: Db, investorId: string): Promise<Owner | undefined> {
  return await db.one(sql<Owner>`
    select i.id as investor_id, i.status, i.display_name as investor_name, i.phone, i.sid, i.ifua, i.external_id, c.name as company_name,
      c.is_active as company_is_active, coalesce(c.settings ->> 'bibTenant', c.code) as tenant, c.settings,
      c.settings ->> 'brandColour' as brand_colour, u.full_name as rm_name, u.phone as rm_phone
    from investor i join known_company c on c.company_id = i.company_id left join known_user u on u.id = i.rm_id where i.id = ${investorId}`)
}

/** Begins a visit, and forgets those of earlier days. */
export async function insertVisit(
  db: Db,
  visit: { linkId: string; tokenHash: Buffer; beganAt: string },
): Promise<void> {
  await db.run(
    sql`delete from client_visit where link_id = ${visit.linkId} and last_seen_at < ${visit.beganAt}::timestamptz - interval '1 day'`,
  )
  await db.run(build.insertInto('clientVisit').values({ ...visit, lastSeenAt: visit.beganAt }))
  await db.run(
    build
      .updateTable('clientLink')
      .set({ lastVisitAt: visit.beganAt })
      .where('id', '=', visit.linkId),
  )
}

/**
 * Continues a visit that was not ended and had a request since `since`, and began since
 * `beganSince`; undefined if it is over.
 */
export async function continueVisit(
  db: Db,
  id: string,
  { at, since, beganSince }: { at: string; since: string; beganSince: string },
): Promise<{ linkId: string } | undefined> {
  return await db.one(sql<{ linkId: string }>`
    update client_visit set last_seen_at = greatest(last_seen_at, ${at}) where id = ${id} and ended_at is null
      and last_seen_at > ${since} and began_at > ${beganSince} returning link_id`)
}

/** Ends a visit. */
export async function endVisit(db: Db, id: string, at: string): Promise<void> {
  await db.run(sql`update client_visit set ended_at = ${at} where id = ${id} and ended_at is null`)
}

/** From here on the audit trail names an investor as the actor, not the system. */
export async function actAsInvestor(db: Db): Promise<void> {
  await db.all(actAs('investor'))
}

/** Records in the audit trail that a link was refused, used, or a document opened with it. */
export async function noteUse(
  db: Db,
  id: string,
  use: { action: 'link-refused' | 'visit' | 'download'; after: object },
): Promise<void> {
  await noteAct(db, { ...use, entity: 'client_link', id })
}
