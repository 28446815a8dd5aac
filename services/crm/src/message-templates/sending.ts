// Messages to investors, in the company's wording.
import {
  filledIn,
  type MessageChannel,
  type MessageKind,
  type Placeholder,
  type Wording,
} from '@rmtools/contracts/crm/message-templates'
import type { Db } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import type { Changes } from '@rmtools/kit/second-person'
import { crmJobs } from '../jobs.ts'
import { ownWordings, putWording, type Which } from './queries.ts'
import { defaultWording, joined, type Language } from './rules.ts'

export type InvestorMessage = {
  /** The same in every retry, so that a receiver can drop repetitions. */
  id: string
  kind: MessageKind
  channel: MessageChannel
  to: string | null
  /** The values of placeholders; figures are formatted for the language. */
  values: Values | ((language: Language) => Values)
}
type Values = Readonly<Partial<Record<Placeholder, string>>>

/** The effect of a second person's approval. */
export const messageTemplateChanges: Changes = {
  'message-template': async (db, wording: Which & Wording) => await putWording(db, wording),
}

/** Sends a message once this transaction has committed. */
export async function sendToInvestor(
  db: Db,
  { id, kind, channel, to, values }: InvestorMessage,
): Promise<void> {
  const own = await ownWordings(db)
  const wording = (language: Language) => {
    const found =
      own.find(
        (one) => one.kind === kind && one.channel === channel && one.language === language,
      ) ?? defaultWording(kind, channel, language)
    if (!found) throw new Error(`${kind} does not go by ${channel}`)
    return filledIn(found, typeof values === 'function' ? values(language) : values)
  }
  const { subject, text } = joined(wording('id'), wording('en'), channel)
  await addJob(db, crmJobs.message, {
    id,
    channel,
    to,
    ...(subject === null ? {} : { subject }),
    text,
  })
}
