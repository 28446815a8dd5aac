import type { ClientChannel, ClientMessageState } from '@rmtools/contracts/crm/client-messages'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { sql, type Db } from '@rmtools/kit/db'
import type { Report } from './reports.ts'
import type { Contacts, Preference } from './rules.ts'

/** `sender`: the company's WhatsApp number, if it has one. */
export type Client = Contacts & Preference & { sender: string | null }

/** A client's contacts and preferences. */
export async function clientById(db: Db, investorId: string): Promise<Client | undefined> {
  return await db.one(sql<Client>`
    select i.email, i.phone, p.channel, p.language, coalesce(p.takes_reminders, true) as takes_reminders,
      coalesce(p.takes_statements, true) as takes_statements, c.settings ->> 'whatsappPhoneId' as sender
    from investor i join known_company c on c.company_id = i.company_id left join client_preference p on p.id = i.id where i.id = ${investorId}`)
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
  /** The number that sends it by WhatsApp. */
  sender: string | null
}

/** Logs a message that is about to be sent, or that cannot be. */
export async function insertMessage(db: Db, message: NewMessage): Promise<void> {
  const { id, investorId, instructionId, kind, channel, sentTo, failure, sender } = message
  const values = message.values === null ? null : JSON.stringify(message.values)
  await db.run(sql`
    insert into client_message (id, investor_id, instruction_id, kind, channel, sent_to, values, sender, state, error_code, failed_at)
    values (${id}, ${investorId}, ${instructionId}, ${kind}, ${channel}, ${sentTo}, ${values}::jsonb, ${sender},
      case when ${failure}::text is null then 'queued' else 'failed' end, ${failure}, case when ${failure}::text is null then null else now() end)`)
}

export type Pending = { kind: MessageKind; quietFrom: string; quietUntil: string }

/**
 * A message that is still to be sent, with the quiet hours of its company; undefined if a provider
 * accepted it or another one replaced it.
 */
export async function pendingById(db: Db, id: string): Promise<Pending | undefined> {
  return await db.one(sql<Pending>`
    select m.kind, coalesce(c.settings ->> 'quietFrom', '21:00') as quiet_from, coalesce(c.settings ->> 'quietUntil', '07:00') as quiet_until
    from client_message m join known_company c on c.company_id = m.company_id
    where m.id = ${id} and m.state in ('queued', 'failed') and m.replaced_by is null`)
}

/** Notes until when a message waits. */
export async function noteWaiting(db: Db, id: string, until: string): Promise<void> {
  await db.run(sql`update client_message set waits_until = ${until} where id = ${id}`)
}

/** Notes when a message falls back to SMS; false if that was decided before. */
export async function noteFallBackAt(db: Db, id: string, at: string): Promise<boolean> {
  const row = await db.one(
    sql<{
      id: string
    }>`update client_message set fall_back_at = ${at} where id = ${id} and fall_back_at is null returning id`,
  )
  return row !== undefined
}

/** Notes that a provider accepted a message. */
export async function noteSent(
  db: Db,
  id: string,
  { at, providerId }: { at: string; providerId: string | null },
): Promise<void> {
  // A status of the provider may have come before its answer was noted.
  await db.run(sql`
    update client_message set provider_id = coalesce(provider_id, ${providerId}), sent_at = coalesce(sent_at, ${at}),
      state = case when state in ('queued', 'failed') and replaced_by is null then 'sent' else state end,
      failed_at = case when state = 'failed' and replaced_by is null then null else failed_at end,
      error_code = case when state = 'failed' and replaced_by is null then null else error_code end
    where id = ${id}`)
}

/** Notes that a message will not be sent, or was not delivered. */
export async function noteFailed(
  db: Db,
  id: string,
  { at, code }: { at: string; code: string },
): Promise<void> {
  await db.run(sql`
    update client_message set state = 'failed', failed_at = ${at}, error_code = ${code}
    where id = ${id} and state in ('queued', 'sent', 'failed') and replaced_by is null`)
}

export type Replaced = Pick<NewMessage, 'investorId' | 'instructionId' | 'kind'> & {
  values: object | null
}

/** Locks a message that was neither delivered nor replaced. */
export async function lockUndelivered(db: Db, id: string): Promise<Replaced | undefined> {
  return await db.one(sql<Replaced>`
    select investor_id, instruction_id, kind, values from client_message
    where id = ${id} and replaced_by is null and state in ('queued', 'sent', 'failed') for update`)
}

/** Notes that another message was sent instead. */
export async function noteReplaced(
  db: Db,
  id: string,
  { by, at, code }: { by: string; at: string; code: string },
): Promise<void> {
  await db.run(sql`
    update client_message set state = 'fell-back', replaced_by = ${by}, failed_at = coalesce(failed_at, ${at}), error_code = coalesce(error_code, ${code})
    where id = ${id}`)
}

/** The company of a WhatsApp message; null if it is not ours. */
export async function companyOfMessage(db: Db, id: string): Promise<string | null> {
  const row = await db.one(
    sql<{ company: string | null }>`select company_of_message(${id}) as company`,
  )
  return row?.company ?? null
}

/**
 * Notes a report. The state only advances: nothing follows read, and a failure counts only as long as
 * nothing was delivered. A message that an SMS replaced stays replaced, with the time when it was
 * delivered after all. Returns the state; undefined if another number sent the message.
 */
export async function noteReport(
  db: Db,
  { id, providerId, status, sender, at, code }: Report,
): Promise<ClientMessageState | undefined> {
  const row = await db.one(sql<{ state: ClientMessageState }>`
    update client_message set provider_id = coalesce(provider_id, ${providerId}), sent_at = coalesce(sent_at, ${at}),
      delivered_at = case when ${status} in ('delivered', 'read') then coalesce(delivered_at, ${at}) else delivered_at end,
      read_at = case when ${status} = 'read' then coalesce(read_at, ${at}) else read_at end,
      failed_at = case when ${status} = 'failed' and state in ('queued', 'sent') then ${at}
        when ${status} in ('delivered', 'read') and state <> 'fell-back' then null else failed_at end,
      error_code = case when ${status} = 'failed' and state in ('queued', 'sent') then coalesce(${code}, 'not-delivered')
        when ${status} in ('delivered', 'read') and state <> 'fell-back' then null else error_code end,
      state = case
        when state = 'fell-back' then state
        when ${status} = 'read' then 'read'
        when ${status} = 'delivered' and state <> 'read' then 'delivered'
        when ${status} = 'sent' and state = 'queued' then 'sent'
        when ${status} = 'failed' and state in ('queued', 'sent') then 'failed'
        else state end
    where id = ${id} and sender = ${sender} returning state`)
  return row?.state
}

/** Makes a waiting job due now. */
export async function hurryJob(db: Db, key: string): Promise<void> {
  await db.all(sql`select hurry_job(${key})`)
}
