import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../db.ts'

const build = statements<CrmDb>()

export type LivingLink = { id: string; tokenHash: Buffer; expiresAt: string }

/** The link of a client that was not revoked, locked until the transaction ends. */
export async function lockLiving(db: Db, investorId: string): Promise<LivingLink | undefined> {
  return await db.one(sql<LivingLink>`
    select id, token_hash, expires_at from client_link where investor_id = ${investorId} and voided_at is null for update`)
}

/** Whether the latest link of a client was revoked. */
export async function isRevoked(db: Db, investorId: string): Promise<boolean> {
  const latest = await db.one(sql<{ isVoid: boolean }>`
    select voided_at is not null as is_void from client_link where investor_id = ${investorId} order by created_at desc, id desc limit 1`)
  return latest?.isVoid === true
}

/** Locks the client, so that two messages at once make one link. */
export async function lockClient(db: Db, investorId: string): Promise<boolean> {
  return (
    (await db.one(
      sql<{ id: string }>`select id from investor where id = ${investorId} for no key update`,
    )) !== undefined
  )
}

/** Stores a link by the hash of its token. */
export async function insertLink(
  db: Db,
  link: { id: string; investorId: string; tokenHash: Buffer; expiresAt: string },
): Promise<void> {
  await db.run(build.insertInto('clientLink').values(link))
}

/** Lets a link live on. */
export async function extendLink(db: Db, id: string, expiresAt: string): Promise<void> {
  await db.run(build.updateTable('clientLink').set({ expiresAt }).where('id', '=', id))
}

/** Revokes the link of a client; the number of links. */
export async function voidLinks(db: Db, investorId: string): Promise<number> {
  return await db.run(
    sql`update client_link set voided_at = now(), code_hash = null where investor_id = ${investorId} and voided_at is null`,
  )
}
