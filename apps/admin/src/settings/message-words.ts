import type { MessageChannel, MessageKind } from '@rmtools/contracts/crm/message-kinds'
import type { Bilingual } from '@rmtools/look/words'

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

export const kindWords: Record<MessageKind, Bilingual> = {
  'approval-link': { id: 'Tautan persetujuan instruksi', en: 'Link to approve an instruction' },
  'approval-code': { id: 'Kode persetujuan instruksi', en: 'Code to approve an instruction' },
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
  'payment-missed': { id: 'Belum dibayar sampai batas waktu', en: 'Not paid in time' },
}
export const channelWords: Record<MessageChannel, string> = { email: 'E-mail', sms: 'SMS' }
export const languageWords = { id: 'Indonesia', en: 'English' } as const
