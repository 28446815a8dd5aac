// How most default wordings are put together: a salutation, what happened, and whom to ask.
import type { MessageChannel } from '@rmtools/contracts/crm/message-kinds'
import type { Wording } from '@rmtools/contracts/crm/message-templates'

export type Pair = readonly [id: string, en: string]
export type Wordings = Record<MessageChannel, Record<'id' | 'en', Wording>>

const asks: Pair = [
  'Pertanyaan dapat diajukan kepada {rmName} ({companyName}).',
  '{rmName} ({companyName}) will answer your questions.',
]

/** For an e-mail that names the RM or the company itself: no placeholder stands there twice. */
export const thanks: Pair = ['Terima kasih atas kepercayaan Anda.', 'Thank you for your trust.']

/** The wordings of a message by e-mail and by SMS, in both languages. */
export const both = (subject: Pair, mail: Pair, sms: Pair, closing: Pair = asks): Wordings => ({
  email: {
    id: { subject: subject[0], text: `Yth. {investorName},\n\n${mail[0]}\n\n${closing[0]}` },
    en: { subject: subject[1], text: `Dear {investorName},\n\n${mail[1]}\n\n${closing[1]}` },
  },
  sms: {
    id: { subject: null, text: `{companyName}: ${sms[0]}` },
    en: { subject: null, text: `{companyName}: ${sms[1]}` },
  },
})
