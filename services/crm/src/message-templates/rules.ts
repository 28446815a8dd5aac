// Our wordings, sent where a company has none of its own.
import type { MessageChannel, MessageKind, Wording } from '@rmtools/contracts/crm/message-templates'

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
        'Approval of an instruction: {productName}',
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
      id: sms('{code} adalah kode persetujuan instruksi {companyName}. Jangan berikan kepada siapa pun. Berlaku {minutes} menit.'),
      en: sms('{code} is the code to approve your instruction at {companyName}. Give it to nobody. Valid for {minutes} minutes.'),
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
      id: sms('{code} adalah kode pendaftaran investor {companyName}. Jangan berikan kepada siapa pun. Berlaku {minutes} menit.'),
      en: sms('{code} is your code to register as an investor at {companyName}. Give it to nobody. Valid for {minutes} minutes.'),
    },
  },
}

/** Our wording; undefined where a message does not go by a channel. */
export function defaultWording(kind: MessageKind, channel: MessageChannel, language: Language): Wording | undefined {
  return defaults[kind][channel]?.[language]
}

/** An e-mail speaks both languages: what an investor reads best is not known. An SMS has room for one. */
export function joined(id: Wording, en: Wording, channel: MessageChannel): Wording {
  return channel === 'sms' ? id : { subject: id.subject, text: `${id.text}\n\n—\n\n${en.text}\n` }
}
