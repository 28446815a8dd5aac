// The text of a message to a client, in the company's wording.
import {
  isCodeKind,
  type MessageChannel,
  type MessageKind,
  type Placeholder,
} from '@rmtools/contracts/crm/message-kinds'
import { filledIn, type Wording } from '@rmtools/contracts/crm/message-templates'
import type { Db } from '@rmtools/kit/db'
import type { Changes } from '@rmtools/kit/second-person'
import { ownWordings, putWording, type Which } from './queries.ts'
import { defaultWording, joined, type Language } from './rules.ts'
import { whatsappTemplate } from './whatsapp-templates.ts'

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

const codeText = {
  id: '{code} adalah kode verifikasi Anda. Demi keamanan, jangan bagikan kode ini.',
  en: '{code} is your verification code. For your security, do not share this code.',
} as const

/** The approved template of a message with its parameters, and the text that it shows. */
export function whatsappMessage(
  kind: MessageKind,
  language: Language,
  values: Readonly<Record<Language, Values>>,
) {
  const { name, text, placeholders } = whatsappTemplate(kind, language)
  const given = values[language]
  return {
    template: {
      name,
      language,
      parameters: placeholders.map((placeholder) => given[placeholder] ?? ''),
      isCode: isCodeKind(kind),
    },
    text: filledIn({ subject: null, text: text ?? codeText[language] }, given).text,
  }
}
