import type { ClientMessage, ClientPreference } from '@rmtools/contracts/crm/client-messages'
import type { MessageKind } from '@rmtools/contracts/crm/message-kinds'
import { sql, type Db } from '@rmtools/kit/db'
import { pageOrder, pageSql } from '../../pages.ts'
import type { Values } from '../../message-templates/message-text.ts'

/** Whether the caller may see an investor. */
export async function isInvestorVisible(db: Db, id: string): Promise<boolean> {
  return (await db.one(sql<{ id: string }>`select id from investor where id = ${id}`)) !== undefined
}

/**
 * Whether message `m` may be sent again as it was. A request to pay only while the money is awaited
 * and no later one says otherwise: nobody is asked to pay an order that was paid or has ended.
 */
const canResend = sql`m.values is not null and m.state <> 'queued' and (m.kind not in ('payment-due', 'payment-short')
    or exists (select from instruction n where n.id = m.instruction_id and n.payment_state in ('waiting', 'short'))
    and not exists (select from client_message l where l.instruction_id = m.instruction_id and l.kind in ('payment-due', 'payment-short')
      and l.created_at > m.created_at and l.values <> m.values))`

type Paging = { limit: number; cursor: string | undefined }

/** A page of the messages to an investor, one row more than requested. */
export async function messagesTo(
  db: Db,
  investorId: string,
  { limit, cursor }: Paging,
): Promise<ClientMessage[]> {
  const page = pageSql('clientMessage', {
    limit,
    cursor,
    conditions: [sql`investor_id = ${investorId}`],
  })
  return await db.all(sql<ClientMessage>`
    select m.*, ${canResend} as can_resend from ${page} m order by ${pageOrder<'clientMessage'>('m', {})}`)
}

export type Resendable = {
  kind: MessageKind
  instructionId: string | null
  canResend: boolean
  values: { id: Values; en: Values } | null
}

/** Locks a message to an investor. */
export async function lockMessage(
  db: Db,
  { id, investorId }: { id: string; investorId: string },
): Promise<Resendable | undefined> {
  return await db.one(
    sql<Resendable>`
      select m.kind, m.instruction_id, m.values, ${canResend} as can_resend from client_message m
      where m.id = ${id} and m.investor_id = ${investorId} for update of m`,
  )
}

/** Notes that a message that failed was sent again, so that its job no longer sends it. */
export async function noteResent(db: Db, id: string, by: string): Promise<void> {
  await db.run(
    sql`update client_message set replaced_by = ${by} where id = ${id} and state = 'failed' and replaced_by is null`,
  )
}

/** What an investor stated, or the defaults. */
export async function preferenceOf(
  db: Db,
  investorId: string,
): Promise<ClientPreference | undefined> {
  return await db.one(sql<ClientPreference>`
    select p.channel, p.language, coalesce(p.takes_reminders, true) as takes_reminders, coalesce(p.takes_statements, true) as takes_statements,
      coalesce(p.version, 0) as version, c.settings ->> 'whatsappPhoneId' is not null as has_whatsapp
    from investor i join known_company c on c.company_id = i.company_id left join client_preference p on p.id = i.id where i.id = ${investorId}`)
}

export type NewPreference = Omit<ClientPreference, 'hasWhatsapp'>

/** Stores what an investor stated; false if somebody else changed it since. */
export async function putPreference(
  db: Db,
  investorId: string,
  { channel, language, takesReminders, takesStatements, version }: NewPreference,
): Promise<boolean> {
  const row = await db.one(sql<{ id: string }>`
    insert into client_preference (id, channel, language, takes_reminders, takes_statements, version)
    values (${investorId}, ${channel}, ${language}, ${takesReminders}, ${takesStatements}, 1)
    on conflict (id) do update set channel = excluded.channel, language = excluded.language, takes_reminders = excluded.takes_reminders,
      takes_statements = excluded.takes_statements, version = client_preference.version + 1, updated_at = now()
    where client_preference.version = ${version} returning id`)
  return row !== undefined
}
