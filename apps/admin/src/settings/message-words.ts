import type { MessageChannel, MessageKind } from '@rmtools/contracts/crm/message-templates'
import type { Bilingual } from '@rmtools/look/words'

export const messageWords = {
  intro: {
    id: 'E-mail memuat kedua bahasa, Indonesia dahulu; SMS dikirim dalam bahasa Indonesia. Kata dalam kurung kurawal diganti saat dikirim.',
    en: 'E-mails carry both languages, Indonesian first; SMS go out in Indonesian. What stands in braces is filled in on sending.',
  },
  own: { id: 'milik perusahaan', en: "the company's own" },
  ours: { id: 'bawaan', en: 'default' },
  subject: { id: 'Perihal', en: 'Subject' },
  text: { id: 'Isi', en: 'Text' },
  placeholders: { id: 'Dapat disisipkan', en: 'Can be put in' },
  required: { id: 'wajib', en: 'needed' },
  preview: { id: 'Pratinjau dengan contoh', en: 'Preview with samples' },
  unknown: {
    id: '{{name}} tidak dikenal di pesan ini.',
    en: '{{name}} is not known in this message.',
  },
  missing: {
    id: '{{name}} harus ada: tanpanya pesan tidak berguna.',
    en: 'The message must contain {{name}}: without it, it is of no use.',
  },
  foreign: {
    id: 'Alamat {{name}} bukan milik kita. Pesan hanya boleh memuat alamat kita sendiri; beri spasi setelah titik bila bukan alamat.',
    en: 'The address {{name}} is not ours. Messages hold addresses of our own only; put a space after a full stop if it is none.',
  },
  crowded: {
    id: '{{name}} harus berdiri sendiri, dengan spasi di kedua sisinya.',
    en: 'Put a space on either side of {{name}}.',
  },
  waits: {
    id: '{name} meminta kata-kata lain pada {at}. Yang ini dikirim sampai orang kedua menyetujuinya.',
    en: '{name} asked for other words on {at}. These are sent until a second person has approved them.',
  },
  asked: {
    id: 'Disimpan. Dikirim kepada investor setelah orang kedua menyetujuinya.',
    en: 'Kept. Investors are sent it once a second person has approved it.',
  },
  needed: { id: 'Wajib diisi.', en: 'Required.' },
  reset: { id: 'Kembali ke bawaan', en: 'Back to the default' },
  resetTitle: {
    id: 'Kembalikan {name} ke kata-kata bawaan',
    en: 'Put {name} back to the default words',
  },
  resetHint: {
    id: 'Kata-kata perusahaan untuk pesan ini hilang.',
    en: "The company's own words of this message are gone.",
  },
  unsaved: { id: 'Belum disimpan', en: 'Not saved yet' },
} as const

export const kindWords: Record<MessageKind, Bilingual> = {
  'approval-link': { id: 'Tautan persetujuan instruksi', en: 'Link to approve an instruction' },
  'approval-code': { id: 'Kode persetujuan instruksi', en: 'Code to approve an instruction' },
  'registration-link': { id: 'Tautan pendaftaran', en: 'Link to register' },
  'registration-code': { id: 'Kode pendaftaran', en: 'Code to register' },
  'allocation-corrected': { id: 'Alokasi dikoreksi', en: 'Allocation corrected' },
  'refund-pending': { id: 'Dana akan dikembalikan', en: 'Money on its way back' },
  'refund-paid': { id: 'Dana sudah dikembalikan', en: 'Money returned' },
}
export const channelWords: Record<MessageChannel, string> = { email: 'E-mail', sms: 'SMS' }
export const languageWords = { id: 'Indonesia', en: 'English' } as const
