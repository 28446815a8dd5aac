import type { LinkMessage } from '@rmtools/contracts/crm/client-links'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
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

export type Receiver = { rmId: string; phone: string | null; language: 'id' | 'en' | null }

/** Whom a link is for: the RM who serves the client today, the phone, the client's language. */
export async function receiverOf(db: Db, investorId: string): Promise<Receiver | undefined> {
  return await db.one(sql<Receiver>`
    select i.rm_id, i.phone, p.language from investor i left join client_preference p on p.id = i.id where i.id = ${investorId}`)
}

type Sent = { investorId: string; kind: MessageKind; link: { id: string } }

/** The latest message of a kind since a page's link was made; null if there is none. */
export async function latestMessage(
  db: Db,
  { investorId, kind, link }: Sent,
): Promise<string | null> {
  const row = await db.one(sql<{ id: string }>`
    select m.id from client_message m
    where m.investor_id = ${investorId} and m.kind = ${kind} and m.created_at >= (select created_at from client_link where id = ${link.id})
      and not exists (select from client_message r where r.replaced_by = m.id)
    order by m.created_at desc, m.id desc limit 1`)
  return row?.id ?? null
}

/** A message, and the one that was sent instead if it was not delivered. */
export async function messagesFrom(db: Db, id: string): Promise<LinkMessage[]> {
  return await db.all(sql<LinkMessage>`
    select m.* from client_message m
    where m.id = ${id} or m.id = (select replaced_by from client_message where id = ${id})
    order by m.created_at, m.id = ${id} desc limit 2`)
}
