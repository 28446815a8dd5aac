// Messages to clients in words: their kinds, channels and states.
import { formatInstant } from './format.ts'
import type { State } from './states.ts'
import { say, type Bilingual, type Language } from './words.ts'

export const messageKindWords = {
  'approval-link': { id: 'Tautan persetujuan instruksi', en: 'Link to approve an instruction' },
  'approval-code': { id: 'Kode persetujuan', en: 'Approval code' },
  'registration-link': { id: 'Tautan pendaftaran', en: 'Link to register' },
  'registration-code': { id: 'Kode pendaftaran', en: 'Code to register' },
  'registration-returned': { id: 'Pendaftaran perlu dilengkapi', en: 'Registration returned' },
  'registration-refused': { id: 'Pendaftaran tidak dilanjutkan', en: 'Registration refused' },
  'link-expires': { id: 'Tautan segera berakhir', en: 'Link ends soon' },
  'page-link': { id: 'Tautan halaman klien', en: "Link to the client's page" },
  'page-code': { id: 'Kode halaman klien', en: "Code for the client's page" },
  welcome: { id: 'Selamat datang', en: 'Welcome' },
  'identifiers-ready': { id: 'SID dan IFUA terbit', en: 'SID and IFUA issued' },
  'contact-changed': { id: 'Kontak diubah', en: 'Contact changed' },
  'bank-account-changed': { id: 'Rekening bank diubah', en: 'Bank account changed' },
  'risk-profile-changed': { id: 'Profil risiko diubah', en: 'Risk profile changed' },
  'risk-profile-expires': { id: 'Profil risiko akan berakhir', en: 'Risk profile ends soon' },
  'order-allotted': { id: 'Unit dibukukan', en: 'Units booked' },
  'order-settled': { id: 'Hasil penjualan dibayarkan', en: 'Proceeds paid out' },
  'order-refused': { id: 'Pesanan tidak dijalankan', en: 'Order not carried out' },
  'order-cancelled': { id: 'Pesanan dibatalkan', en: 'Order cancelled' },
  'allocation-corrected': { id: 'Alokasi dikoreksi', en: 'Allocation corrected' },
  'refund-pending': { id: 'Dana akan dikembalikan', en: 'Refund on its way' },
  'refund-paid': { id: 'Dana sudah dikembalikan', en: 'Refund paid' },
  'payment-due': { id: 'Cara membayar', en: 'How to pay' },
  'payment-received': { id: 'Pembayaran diterima', en: 'Payment received' },
  'payment-short': { id: 'Pembayaran kurang', en: 'Payment is short' },
  'payment-excess': { id: 'Pembayaran lebih', en: 'Paid too much' },
  'payment-late': { id: 'Pembayaran terlambat', en: 'Payment came late' },
  'payment-held': { id: 'Pembayar lain diperiksa', en: "Another payer's money is checked" },
  'payment-returned': {
    id: 'Dana pembayar lain dikembalikan',
    en: "Another payer's money returned",
  },
  'plan-link': { id: 'Tautan mandat rencana berkala', en: 'Link to the mandate of a plan' },
  'plan-signed': { id: 'Rencana berkala dimulai', en: 'Recurring plan starts' },
  'plan-debit': { id: 'Debit rencana berkala', en: 'Debit of a recurring plan' },
  'plan-retry': { id: 'Pembelian berkala dicoba lagi', en: 'Recurring purchase is tried again' },
  'plan-skipped': { id: 'Pembelian berkala dilewati', en: 'Recurring purchase skipped' },
  'plan-changed': { id: 'Rencana berkala diubah', en: 'Recurring plan changed' },
  'statement-ready': { id: 'Laporan bulanan tersedia', en: 'Monthly statement' },
  'payment-missed': { id: 'Belum dibayar sampai batas waktu', en: 'Not paid in time' },
} as const satisfies Readonly<Record<string, Bilingual>>

export const clientChannelWords = {
  whatsapp: say('WhatsApp', 'WhatsApp'),
  sms: say('SMS', 'SMS'),
  email: say('E-mail', 'E-mail'),
} as const

const thenWord = say('lalu', 'then')

/** The channels of a code in words, from `sms`, `whatsapp` or `whatsapp+sms` of its evidence. */
export function codeChannelText(channels: string, language: Language): string {
  const known: Readonly<Record<string, Bilingual>> = clientChannelWords
  return channels
    .split('+')
    .map((channel) => known[channel]?.[language] ?? channel.toUpperCase())
    .join(`, ${thenWord[language]} `)
}

/** "Sent by SMS to +62812…": with the channel that was used. */
export const sentByWords = say('Dikirim lewat {channel} ke {to}', 'Sent by {channel} to {to}')
const lineWords = {
  queued: say('Sedang dikirim lewat {channel} ke {to}', 'Being sent by {channel} to {to}'),
  sent: say('Dikirim lewat {channel} ke {to}, {at}', 'Sent by {channel} to {to}, {at}'),
  lost: say('Tidak sampai lewat {channel} ke {to}', 'Not delivered by {channel} to {to}'),
}

/**
 * How a link went out, from the log: "Sent by SMS to +62…, 23 Nov 2026, 14.05 WIB", or that it is
 * still being sent, or why it did not arrive.
 */
export function linkMessageText(
  message: Parameters<typeof messageStateAt>[0] & {
    channel: keyof typeof clientChannelWords
    sentTo: string | null
    errorCode: string | null
    waitsUntil: string | null
  },
  language: Language,
): string {
  const { channel, sentTo, state, sentAt, errorCode, waitsUntil } = message
  if (sentTo === null) return sentByNobody[language]
  const line = (words: Bilingual, at = '') =>
    words[language]
      .replace('{channel}', clientChannelWords[channel][language])
      .replace('{to}', () => sentTo)
      .replace('{at}', at)
  if (state === 'queued' && waitsUntil === null) return line(lineWords.queued)
  if (state === 'queued')
    return `${line(lineWords.queued)}. ${line(messageWords.waitsUntil, formatInstant(waitsUntil, language))}`
  if (state !== 'failed' && state !== 'fell-back')
    return line(lineWords.sent, formatInstant(sentAt ?? messageStateAt(message), language))
  const reason = messageReason(errorCode)?.[language]
  return [line(lineWords.lost), reason].filter(Boolean).join(': ')
}

export const sentByNobody = say(
  'Tidak dikirim: nomor ponsel dan e-mail belum ada',
  'Not sent: there is no phone number and no e-mail address',
)

export const clientMessageStateWords = {
  queued: { tone: 'waiting', word: say('Menunggu dikirim', 'Waiting to be sent') },
  sent: { tone: 'progress', word: say('Terkirim', 'Sent') },
  delivered: { tone: 'done', word: say('Sampai', 'Delivered') },
  read: { tone: 'done', word: say('Dibaca', 'Read') },
  failed: { tone: 'failed', word: say('Gagal', 'Failed') },
  'fell-back': { tone: 'returned', word: say('Diganti SMS', 'Replaced by SMS') },
} as const satisfies Readonly<Record<string, State>>

const reasons: Readonly<Record<string, Bilingual>> = {
  'no-address': say('Tidak ada nomor atau alamat', 'No number or address'),
  'address-gone': say('Alamat tidak ada lagi', 'The address no longer exists'),
  'not-accepted': say('Penyedia tidak menerimanya', 'The provider did not accept it'),
  'not-set-up': say('WhatsApp belum disiapkan dengan benar', 'WhatsApp is not set up correctly'),
  'not-delivered': say('Tidak sampai pada waktunya', 'Not delivered in time'),
  '131026': say('Nomor ini tidak menerima WhatsApp', 'This number does not receive WhatsApp'),
  '132001': say('Templat belum disetujui Meta', 'Meta has not approved the template'),
}

/** Why a message failed. */
export const messageReason = (code: string | null): Bilingual | null =>
  code === null
    ? null
    : (reasons[code] ?? say(`Ditolak WhatsApp (${code})`, `Refused by WhatsApp (${code})`))

/** When a message reached its state. */
export function messageStateAt(message: {
  state: string
  createdAt: string
  sentAt: string | null
  deliveredAt: string | null
  readAt: string | null
  failedAt: string | null
}): string {
  const { state, createdAt, sentAt, deliveredAt, readAt, failedAt } = message
  const at: Readonly<Record<string, string | null>> = {
    sent: sentAt,
    delivered: deliveredAt,
    read: readAt,
    failed: failedAt,
    'fell-back': failedAt,
  }
  return at[state] ?? createdAt
}

/** When a message that was replaced arrived after all; null if it did not. */
export const arrivedLateAt = (message: {
  state: string
  deliveredAt: string | null
}): string | null => (message.state === 'fell-back' ? message.deliveredAt : null)

export const messageWords = {
  title: say('Pesan yang dikirim', 'Messages sent'),
  none: say('Belum ada pesan', 'No messages yet'),
  noneHint: say(
    'Pesan kepada klien muncul di sini dengan saluran dan statusnya.',
    'Messages to the client appear here with their channel and state.',
  ),
  earlier: say('Pesan sebelumnya', 'Earlier messages'),
  waitsUntil: say('Menunggu sampai {at} (jam tenang)', 'Waits until {at} (quiet hours)'),
  arrivedLate: say('Kemudian sampai juga, {at}', 'Delivered after all, {at}'),
  linkSent: say('Pengiriman tautan', 'How the link was sent'),
  notResent: say(
    'Tidak dapat dikirim ulang: belum terkirim, tidak berlaku lagi, tidak ada alamat, atau klien tidak menginginkannya.',
    'It cannot be sent again: it still waits, no longer holds, there is no address, or the client declined it.',
  ),
  resend: say('Kirim ulang', 'Send again'),
  preference: say('Cara menghubungi', 'How to write to the client'),
  channel: say('Saluran', 'Channel'),
  unstated: say('Bawaan', 'Default'),
  unstatedMeans: say('Bawaan: {what}.', 'Default: {what}.'),
  anyChannel: say('E-mail, atau SMS bila tidak ada', 'E-mail, or SMS where there is none'),
  noWhatsapp: say(
    'Perusahaan ini belum mengirim lewat WhatsApp.',
    'This company does not send by WhatsApp yet.',
  ),
  language: say('Bahasa', 'Language'),
  anyLanguage: say('Keduanya', 'Both'),
  reminders: say('Pengingat', 'Reminders'),
  remindersHint: say(
    'Misalnya profil risiko akan berakhir. Konfirmasi selalu dikirim.',
    'Such as: the risk profile ends soon. Confirmations are always sent.',
  ),
  statements: say('Laporan bulanan', 'Monthly statements'),
  saved: say('Preferensi tersimpan', 'The preferences are saved'),
} as const
