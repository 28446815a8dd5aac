import type { ClientChannel } from '@rmtools/contracts/crm/client-messages'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { sql, type Db } from '@rmtools/kit/db'
import type { Contacts, Preference } from './rules.ts'

export type Client = Contacts & Preference

/** A client's contacts and preferences. */
export async function clientById(db: Db, investorId: string): Promise<Client | undefined> {
  return await db.one(sql<Client>`
    select i.email, i.phone, p.channel, p.language, coalesce(p.takes_reminders, true) as takes_reminders,
      coalesce(p.takes_statements, true) as takes_statements
    from investor i left join client_preference p on p.id = i.id where i.id = ${investorId}`)
}

export type NewMessage = {
  id: string
  investorId: string
  instructionId: string | null
  kind: MessageKind
  channel: ClientChannel
  /** Masked. */
  sentTo: string | null
  values: object | null
  /** Why it cannot be sent; null if it can. */
  failure: string | null
}

/** Logs a message that is about to be sent, or that cannot be. */
export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  const { id, investorId, instructionId, kind, channel, sentTo, failure } = message
  const values = message.values === null ? null : JSON.stringify(message.values)
  await db.run(sql`
    insert into client_message (id, investor_id, instruction_id, kind, channel, sent_to, values, state, error_code, failed_at)
    values (${id}, ${investorId}, ${instructionId}, ${kind}, ${channel}, ${sentTo}, ${values}::jsonb,
      case when ${failure}::text is null then 'queued' else 'failed' end, ${failure}, case when ${failure}::text is null then null else now() end)`)
}

/** Whether a message is still to be sent: neither accepted by a provider nor replaced. */
export async function isUnsent(db: Db, id: string): Promise<boolean> {
  const row = await db.one(
    sql<{
      id: string
    }>`select id from client_message where id = ${id} and state in ('queued', 'failed') and replaced_by is null`,
  )
  return row !== undefined
}

/** Notes that a provider accepted a message. */
export async function noteSent(
  db: Db,
  id: string,
  { at, providerId }: { at: string; providerId: string | null },
): Promise<void> {
  await db.run(sql`
    update client_message set state = 'sent', sent_at = ${at}, provider_id = ${providerId}, failed_at = null, error_code = null
    where id = ${id} and state in ('queued', 'failed') and replaced_by is null`)
}

/** Notes that a message will not be sent, or was not delivered. */
export async function noteFailed(
  db: Db,
  id: string,
  { at, code }: { at: string; code: string },
): Promise<void> {
  await db.run(sql`
    update client_message set state = 'failed', failed_at = ${at}, error_code = ${code}
    where id = ${id} and state in ('queued', 'sent')`)
}
