import type { MessageChannel, MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { Wording } from '@rmtools/contracts/crm/message-templates'
import { sql, type Db } from '@rmtools/kit/db'
import type { Language } from './rules.ts'

export type Which = { kind: MessageKind; channel: MessageChannel; language: Language }
export type OwnWording = Which & Wording & { updatedAt: string }

/** The company's own wordings; bounded, as each exists once. */
export async function ownWordings(db: Db): Promise<OwnWording[]> {
  return await db.all(sql<OwnWording>`
    select kind, channel, language, subject, text, updated_at from message_template limit 100`)
}

/** Stores a wording, in place of any earlier one. */
export async function putWording(
  db: Db,
  { kind, channel, language, subject, text }: Which & Wording,
): Promise<void> {
  await db.run(sql`
    insert into message_template (kind, channel, language, subject, text) values (${kind}, ${channel}, ${language}, ${subject}, ${text})
    on conflict on constraint message_template_key do update set subject = excluded.subject, text = excluded.text, updated_at = now()`)
}

/** Deletes a wording. */
export async function deleteWording(db: Db, { kind, channel, language }: Which): Promise<void> {
  await db.run(
    sql`delete from message_template where kind = ${kind} and channel = ${channel} and language = ${language}`,
  )
}
