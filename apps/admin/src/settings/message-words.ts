import type { MessageChannel } from '@rmtools/contracts/crm/message-kinds'

export const messageWords = {
  intro: {
    id: 'E-mail memuat kedua bahasa, Indonesia lebih dahulu. SMS dikirim dalam bahasa Indonesia. Kata dalam kurung kurawal diganti saat dikirim.',
    en: 'E-mails are sent in both languages, Indonesian first. SMS are sent in Indonesian. Placeholders in braces are filled in on sending.',
  },
  own: { id: 'milik perusahaan', en: "company's own" },
  ours: { id: 'bawaan', en: 'default' },
  subject: { id: 'Perihal', en: 'Subject' },
  text: { id: 'Isi', en: 'Text' },
  placeholders: { id: 'Dapat disisipkan', en: 'Available placeholders' },
  required: { id: 'wajib', en: 'required' },
  preview: { id: 'Pratinjau dengan data contoh', en: 'Preview with sample data' },
  unknown: {
    id: '{{name}} tidak dikenal di pesan ini.',
    en: '{{name}} is not a placeholder of this message.',
  },
  missing: {
    id: 'Pesan harus memuat {{name}}.',
    en: 'The message must contain {{name}}.',
  },
  foreign: {
    id: 'Alamat {{name}} bukan alamat perusahaan. Pesan hanya boleh memuat alamat perusahaan sendiri. Bila bukan alamat, beri spasi setelah titik.',
    en: "The address {{name}} is not your company's. Messages may contain only your own addresses. If it is not an address, put a space after the full stop.",
  },
  crowded: {
    id: '{{name}} harus berdiri sendiri, dengan spasi di kedua sisinya.',
    en: 'Put a space on either side of {{name}}.',
  },
  waits: {
    id: '{name} meminta perubahan isi pada {at}. Isi ini tetap dikirim sampai orang kedua menyetujuinya.',
    en: '{name} requested new wording on {at}. This wording is sent until a second person approves the new one.',
  },
  asked: {
    id: 'Tersimpan. Dikirim kepada investor setelah orang kedua menyetujuinya.',
    en: 'Saved. It is sent to investors once a second person approves it.',
  },
  needed: { id: 'Wajib diisi.', en: 'Required.' },
  reset: { id: 'Kembalikan ke bawaan', en: 'Reset to default' },
  resetTitle: {
    id: 'Kembalikan {name} ke isi bawaan',
    en: 'Reset {name} to the default wording',
  },
  resetHint: {
    id: 'Isi pesan buatan perusahaan dihapus.',
    en: "The company's own wording of this message is deleted.",
  },
  unsaved: { id: 'Belum disimpan', en: 'Not saved' },
} as const

export const channelWords: Record<MessageChannel, string> = { email: 'E-mail', sms: 'SMS' }
export const languageWords = { id: 'Indonesia', en: 'English' } as const
