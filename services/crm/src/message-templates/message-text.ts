// The text of a message to a client, in the company's wording.
import type { MessageChannel, MessageKind, Placeholder } from '@rmtools/contracts/crm/message-kinds'
import { filledIn, type Wording } from '@rmtools/contracts/crm/message-templates'
import type { Db } from '@rmtools/kit/db'
import type { Changes } from '@rmtools/kit/second-person'
import { ownWordings, putWording, type Which } from './queries.ts'
import { defaultWording, joined, type Language } from './rules.ts'

/** The values of placeholders for one language. */
export type Values = Readonly<Partial<Record<Placeholder, string>>>

/** The effect of a second person's approval. */
export const messageTemplateChanges: Changes = {
  'message-template': async (db, wording: Which & Wording) => await putWording(db, wording),
}

type Asked = {
  kind: MessageKind
  channel: MessageChannel
  /** Null if the client stated none. */
  language: Language | null
  values: Readonly<Record<Language, Values>>
}

/** The subject, for e-mails, and the text of a message. */
export async function messageText(
  db: Db,
  { kind, channel, language, values }: Asked,
): Promise<Wording> {
  const own = await ownWordings(db)
  const wording = (spoken: Language) => {
    const found =
      own.find((one) => one.kind === kind && one.channel === channel && one.language === spoken) ??
      defaultWording(kind, channel, spoken)
    if (!found) throw new Error(`${kind} does not go by ${channel}`)
    return filledIn(found, values[spoken])
  }
  return language === null ? joined(wording('id'), wording('en'), channel) : wording(language)
}
