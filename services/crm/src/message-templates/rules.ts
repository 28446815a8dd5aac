// The default wordings, sent if a company has none of its own.
import type { MessageChannel, MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { Wording } from '@rmtools/contracts/crm/message-templates'
import { formatMoney } from '@rmtools/look/format'
import { orderWordings } from './order-wordings.ts'
import { paymentWordings } from './payment-wordings.ts'
import { relationshipWordings } from './relationship-wordings.ts'
import { planWordings } from './plan-wordings.ts'
import { statementWordings } from './statement-wordings.ts'

export type Language = 'id' | 'en'
const mail = (subject: string, text: string): Wording => ({ subject, text })
const sms = (text: string): Wording => ({ subject: null, text })

const defaults: Record<MessageKind, Partial<Record<MessageChannel, Record<Language, Wording>>>> = {
  'approval-link': {
    email: {
      id: mail(
        'Persetujuan instruksi: {productName}',
        'Yth. {investorName},\n\n{rmName} ({companyName}) mengajukan instruksi atas nama Anda: {productName}. Silakan periksa, lalu setujui atau tolak melalui tautan ini:\n{link}\n\nAbaikan pesan ini bila Anda tidak mengenalinya.',
      ),
      en: mail(
        'Instruction for your approval: {productName}',
        'Dear {investorName},\n\n{rmName} ({companyName}) asks you to approve an instruction for {productName}. Please review it, then approve or decline it:\n{link}\n\nIgnore this message if you do not expect it.',
      ),
    },
    sms: {
      id: sms('{companyName}: setujui atau tolak instruksi {productName} di {link}'),
      en: sms('{companyName}: approve or decline the instruction for {productName} at {link}'),
    },
  },
  'approval-code': {
    sms: {
      id: sms(
        '{code} adalah kode persetujuan instruksi {companyName}. Jangan berikan kepada siapa pun. Berlaku {minutes} menit.',
      ),
      en: sms(
        '{code} is the code to approve your instruction at {companyName}. Do not share it with anyone. Valid for {minutes} minutes.',
      ),
    },
  },
  'registration-link': {
    email: {
      id: mail(
        'Pendaftaran investor: {companyName}',
        'Yth. {investorName},\n\n{rmName} ({companyName}) mengundang Anda melengkapi pendaftaran sebagai investor melalui tautan ini, yang berlaku {days} hari:\n{link}\n\nAbaikan pesan ini bila Anda tidak mengenalinya.',
      ),
      en: mail(
        'Registration as an investor: {companyName}',
        'Dear {investorName},\n\n{rmName} ({companyName}) invites you to complete your registration as an investor with this link, valid for {days} days:\n{link}\n\nIgnore this message if you do not expect it.',
      ),
    },
    sms: {
      id: sms('{companyName}: lengkapi pendaftaran investasi Anda di {link} (berlaku {days} hari)'),
      en: sms('{companyName}: complete your registration at {link} (valid for {days} days)'),
    },
  },
  'registration-code': {
    sms: {
      id: sms(
        '{code} adalah kode pendaftaran investor {companyName}. Jangan berikan kepada siapa pun. Berlaku {minutes} menit.',
      ),
      en: sms(
        '{code} is your code to register as an investor at {companyName}. Do not share it with anyone. Valid for {minutes} minutes.',
      ),
    },
  },
  'allocation-corrected': {
    email: {
      id: mail(
        'Koreksi alokasi: {productName}',
        'Yth. {investorName},\n\nManajer investasi mengoreksi alokasi instruksi Anda pada {productName}.\nSemula: {before}\nMenjadi: {after}\n\nAnda tidak perlu melakukan apa pun. Pertanyaan dapat diajukan kepada {rmName} ({companyName}).',
      ),
      en: mail(
        'Corrected allocation: {productName}',
        'Dear {investorName},\n\nThe fund manager corrected the allocation of your instruction for {productName}.\nBefore: {before}\nNow: {after}\n\nYou do not need to do anything. {rmName} ({companyName}) will answer your questions.',
      ),
    },
    sms: {
      id: sms('{companyName}: alokasi {productName} dikoreksi. Semula {before}; menjadi {after}.'),
      en: sms(
        '{companyName}: the allocation of {productName} was corrected from {before} to {after}.',
      ),
    },
  },
  'refund-pending': {
    email: {
      id: mail(
        'Pengembalian dana: {productName}',
        'Yth. {investorName},\n\nInstruksi Anda pada {productName} tidak dijalankan. Dana {amount} sedang dikembalikan kepada Anda.\n\nPertanyaan dapat diajukan kepada {rmName} ({companyName}).',
      ),
      en: mail(
        'Refund: {productName}',
        'Dear {investorName},\n\nYour instruction for {productName} was not carried out. {amount} is being refunded to you.\n\n{rmName} ({companyName}) will answer your questions.',
      ),
    },
    sms: {
      id: sms(
        '{companyName}: instruksi {productName} tidak dijalankan; dana {amount} sedang dikembalikan.',
      ),
      en: sms(
        '{companyName}: the instruction for {productName} was not carried out; {amount} is being refunded.',
      ),
    },
  },
  'refund-paid': {
    email: {
      id: mail(
        'Dana sudah dikembalikan: {productName}',
        'Yth. {investorName},\n\nDana {amount} dari instruksi {productName} sudah dikembalikan kepada Anda. Periksa rekening Anda.\n\nPertanyaan dapat diajukan kepada {rmName} ({companyName}).',
      ),
      en: mail(
        'Refund paid: {productName}',
        'Dear {investorName},\n\n{amount} of your instruction for {productName} was refunded to you. Please check your account.\n\n{rmName} ({companyName}) will answer your questions.',
      ),
    },
    sms: {
      id: sms('{companyName}: dana {amount} dari instruksi {productName} sudah dikembalikan.'),
      en: sms('{companyName}: {amount} of the instruction for {productName} was refunded.'),
    },
  },
  ...paymentWordings,
  ...orderWordings,
  ...relationshipWordings,
  ...planWordings,
  ...statementWordings,
}

/**
 * An amount as the screens show it, but with a plain space: a no-break space would double the
 * length of an SMS.
 */
export function amountText(currency: string, amount: string, language: Language): string {
  return formatMoney(amount, currency, language).replace('\u00a0', ' ')
}

/** The name of a wording that waits for a second person. */
export const subjectOf = ({
  kind,
  channel,
  language,
}: {
  kind: string
  channel: string
  language: string
}) => `${kind}/${channel}/${language}`

/** The default wording; undefined if a message is not sent by a channel. */
export function defaultWording(
  kind: MessageKind,
  channel: MessageChannel,
  language: Language,
): Wording | undefined {
  return defaults[kind][channel]?.[language]
}

/**
 * E-mails contain both languages, because the investor's preference is unknown. An SMS has room for
 * one.
 */
export function joined(id: Wording, en: Wording, channel: MessageChannel): Wording {
  return channel === 'sms' ? id : { subject: id.subject, text: `${id.text}\n\n—\n\n${en.text}\n` }
}
