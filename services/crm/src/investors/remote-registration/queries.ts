import { actAs } from '@rmtools/kit/acting'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'
import type { KeptCode } from '../../one-time-codes/rules.ts'
import { withNames, type KycCase } from '../queries.ts'

const build = statements<CrmDb>()

/** The company and link of a token; called by the token's holder, without a tenant. */
export async function linkOf(
  db: Db,
  tokenHash: Buffer,
): Promise<{ companyId: string; tokenId: string } | undefined> {
  return await db.one(
    sql<{ companyId: string; tokenId: string }>`select * from investor_link(${tokenHash})`,
  )
}

export type LinkRow = KeptCode & {
  investorId: string
  tokenHash: Buffer
  expiresAt: string
  usedAt: string | null
  voidedAt: string | null
  fixesPhone: boolean
}

/** A link, read without a lock. */
export async function linkById(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(build.selectFrom('investorToken').selectAll().where('id', '=', id))
}

/** The phone number of an RM. */
export async function phoneOf(db: Db, rmId: string): Promise<string | null> {
  return (
    (await db.one(build.selectFrom('knownUser').select('phone').where('id', '=', rmId)))?.phone ??
    null
  )
}

/**
 * A link, locked until the transaction ends: two simultaneous submissions, or twenty attempts at a
 * code, are processed in turn.
 */
export async function lockLink(db: Db, id: string): Promise<LinkRow | undefined> {
  return await db.one(
    build.selectFrom('investorToken').selectAll().where('id', '=', id).forUpdate(),
  )
}

/** The link of an investor that was neither used nor voided. */
export async function openLinkOf(
  db: Db,
  investorId: string,
  { isLocking }: { isLocking: boolean },
): Promise<LinkRow | undefined> {
  return await db.one(sql<LinkRow>`
    select * from investor_token where investor_id = ${investorId} and purpose = 'registration' and voided_at is null and used_at is null
    order by created_at desc limit 1 ${isLocking ? sql`for update` : sql``}`)
}

/** Stores a link by the hash of its token. */
export async function insertLink(
  db: Db,
  link: {
    id: string
    investorId: string
    tokenHash: Buffer
    expiresAt: string
    fixesPhone: boolean
  },
): Promise<void> {
  await db.run(build.insertInto('investorToken').values({ ...link, purpose: 'registration' }))
}

/** Voids the open links of an investor. */
export async function voidLinks(db: Db, investorId: string, at: string): Promise<void> {
  await db.run(
    build
      .updateTable('investorToken')
      .set({ voidedAt: at })
      .where('investorId', '=', investorId)
      .where('voidedAt', 'is', null)
      .where('usedAt', 'is', null),
  )
}

/** Marks a link as used. */
export async function useLink(db: Db, id: string, at: string): Promise<void> {
  await db.run(
    build.updateTable('investorToken').set({ usedAt: at, codeHash: null }).where('id', '=', id),
  )
}

/** Stores a new code, which replaces the earlier one and its attempts. */
export async function keepCode(db: Db, id: string, code: Omit<KeptCode, 'id'>): Promise<void> {
  await db.run(build.updateTable('investorToken').set(code).where('id', '=', id))
}

/** Counts an attempt at a code; a void code is deleted. */
export async function countTry(db: Db, id: string, isSpent: boolean): Promise<void> {
  await db.run(
    build
      .updateTable('investorToken')
      .set({
        codeTries: sql`code_tries + 1`,
        codeHash: sql`case when ${isSpent}::boolean then null else code_hash end`,
      })
      .where('id', '=', id),
  )
}

/**
 * Passes the pen to the investor or back to the RM; undefined if the case is at another version or
 * somebody else has the pen.
 */
export async function handEditingTo(
  db: Db,
  { id, version }: { id: string; version: number },
  to: 'awaiting-investor' | 'draft' | 'returned',
): Promise<KycCase | undefined> {
  const from =
    to === 'awaiting-investor' ? ['draft', 'returned', 'awaiting-investor'] : ['awaiting-investor']
  return await db.one(sql<KycCase>`
    update investor i set status = ${to}, version = version + 1, updated_at = now()
    where id = ${id} and version = ${version} and status = any(${from}::text[]) returning ${withNames}`)
}

/** From here on the audit trail names an investor as the actor, not the system. */
export async function actAsInvestor(db: Db): Promise<void> {
  await db.all(actAs('investor'))
}
