import { orderLabels } from '@rmtools/look/order-fields'
import { both } from '../base/language.tsx'
import type { Bilingual } from '@rmtools/look/words'

export const words = {
  asks: (rm: string) => both(`${rm} meminta persetujuan Anda`, `${rm} asks for your approval`),
  title: {
    subscription: both('Pembelian reksa dana', 'Subscription to a mutual fund'),
    redemption: both('Penjualan kembali reksa dana', 'Redemption of a mutual fund'),
    switching: both('Pengalihan reksa dana', 'Switch between mutual funds'),
  },
  on: (name: string) => both(`Atas nama ${name}`, `On behalf of ${name}`),
  licence: both('Izin WAPERD', 'WAPERD licence'),
  validUntil: (when: string) =>
    both(`Tautan ini berlaku sampai ${when}.`, `This link is valid until ${when}.`),
  timing: both('Kapan dijalankan', 'When it is carried out'),
  risk: both('Risiko dan kesesuaian', 'Risk and suitability'),
  document: both('Dokumen', 'Document'),
  pdf: both('Buka dokumen (PDF)', 'Open the document (PDF)'),
  download: both('Unduh', 'Download'),
  pdfHint: both(
    'Dokumen inilah yang Anda tandatangani. Dibuka di tab baru.',
    'This is the document you sign. It opens in a new tab.',
  ),
  proceed: both('Lanjut menyetujui', 'Continue to approval'),
  decline: both('Tolak', 'Decline'),
  back: both('Kembali', 'Back'),
  signTitle: both('Persetujuan dan tanda tangan', 'Consent and signature'),
  consentLegal: both('Pernyataan Anda', 'Your statement'),
  consentLegalHint: both('', 'The statement is signed in Indonesian. In English it says:'),
  consentMeaning: both(
    '',
    'I approve this instruction of my own free will, have received and understood the prospectus or fund fact sheet, and know that past performance does not guarantee future results.',
  ),
  consentAbove: both(
    '',
    'I have been informed that the risk of this product exceeds my risk profile, and I still want this instruction, with all its consequences.',
  ),
  agree: both(
    'Saya telah membaca pernyataan di atas dan menyetujuinya.',
    'I have read the statement above and agree to it.',
  ),
  sign: both('Tanda tangan Anda', 'Your signature'),
  signMissing: both(
    'Tanda tangan belum ada. Gambar tanda tangan Anda.',
    'The signature is missing. Draw your signature.',
  ),
  sendCode: both('Lanjut, kirim kode', 'Continue and send a code'),
  codeGoes: (phone: string) =>
    both(
      `Berikutnya kami mengirim kode ke ${phone}, nomor Anda yang terdaftar.`,
      `Next we send a code to ${phone}, your registered number.`,
    ),
  certifiedTitle: both(
    'Perlu tanda tangan elektronik tersertifikasi',
    'A certified electronic signature is required',
  ),
  certifiedText: both(
    'Nilai instruksi ini tidak dapat disetujui dengan tanda tangan di layar. Hubungi RM Anda untuk cara menandatanganinya. Anda tetap dapat menolaknya di sini.',
    'The value of this instruction cannot be approved with a signature on the screen. Ask your relationship manager how to sign it. You can still decline it here.',
  ),
  approving: both('Mengirim persetujuan …', 'Sending your approval …'),
  still: both(
    'Masih mengirim. Jaringan lambat; jangan tutup halaman ini.',
    'Still sending. The network is slow; keep this page open.',
  ),
  declineTitle: both('Tolak instruksi ini?', 'Decline this instruction?'),
  declineText: (matter: Bilingual, quantity: string) =>
    both(
      `${matter.id}, ${quantity}, tidak akan dijalankan. RM Anda membaca alasan Anda.`,
      `${matter.en}, ${quantity}, will not be carried out. Your relationship manager reads your reason.`,
    ),
  reason: both('Alasan', 'Reason'),
  reasonOwn: both('Tuliskan alasan Anda', 'Tell us your reason'),
  reasonMore: both('Keterangan', 'Details'),
  reasonMissing: both('Pilih salah satu alasan.', 'Choose a reason.'),
  reasonOwnMissing: both('Tuliskan alasan Anda.', 'Tell us your reason.'),
  declineNow: both('Tolak instruksi', 'Decline the instruction'),
  declineCode: (phone: string) =>
    both(
      `RM Anda juga memegang tautan ini. Agar jelas bahwa Anda sendiri yang menolak, kami mengirim kode ke ${phone}.`,
      `Your relationship manager holds this link too. To make sure that it is you who declines, we send a code to ${phone}.`,
    ),
  changedTitle: both('Ada yang berubah', 'Something has changed'),
  changedText: both(
    'Isi dokumen berubah sejak Anda membukanya. Periksa perubahan ini; tanda tangan Anda masih tersimpan.',
    'The document has changed since you opened it. Review the change; your signature is kept.',
  ),
  was: both('sebelumnya', 'before'),
} as const

/** The reasons for declining that can be chosen. */
export const declineReasons: readonly { value: string; label: Bilingual }[] = [
  {
    value: 'details',
    label: both('Jumlah atau produknya tidak sesuai', 'The amount or the product is not right'),
  },
  { value: 'later', label: both('Saya ingin menunda', 'I want to wait') },
  {
    value: 'understand',
    label: both('Saya perlu penjelasan lebih lanjut', 'I need more explanation'),
  },
  { value: 'unknown', label: both('Saya tidak memintanya', 'I did not ask for this') },
  { value: 'other', label: both('Alasan lain', 'Another reason') },
]

export const doneWords = {
  approved: both('Persetujuan Anda diterima', 'Your approval was received'),
  declined: both('Instruksi ditolak', 'The instruction was declined'),
  approvedText: (matter: Bilingual, date: string) =>
    both(`${matter.id} memakai NAB ${date}.`, `${matter.en}: it uses the NAV of ${date}.`),
  declinedText: both(
    'Instruksi tidak dijalankan dan tidak ada dana yang berpindah. RM Anda sudah diberi tahu.',
    'It will not be carried out and no money has moved. Your relationship manager has been notified.',
  ),
  next: both('Selanjutnya', 'What happens next'),
  copy: both('Buka salinan yang ditandatangani (PDF)', 'Open the signed copy (PDF)'),
  at: orderLabels.signed,
  answeredAt: both('Ditolak', 'Declined'),
  id: both('Nomor instruksi', 'Instruction number'),
  close: both('Anda dapat menutup halaman ini.', 'You may close this page.'),
} as const

/** What happens after an approval, step by step. */
export const nextSteps: Record<'subscription' | 'redemption' | 'switching', readonly Bilingual[]> =
  {
    subscription: [
      both('Instruksi diteruskan untuk diproses.', 'The instruction is sent for processing.'),
      both(
        'Bayar ke nomor yang tertera di atas sebelum batas waktu; nomor itu juga kami kirim dalam pesan.',
        'Pay to the number above before the due time; we also send it in a message.',
      ),
      both(
        'Unit dicatat setelah NAB tersedia. RM Anda mengabari bila selesai.',
        'Units are recorded once the NAV is available. Your relationship manager will tell you when it is done.',
      ),
    ],
    redemption: [
      both('Instruksi diteruskan untuk diproses.', 'The instruction is sent for processing.'),
      both(
        'Unit dijual pada NAB tanggal di atas.',
        'The units are redeemed at the NAV of the date above.',
      ),
      both(
        'Dana masuk ke rekening Anda paling lambat 7 hari bursa kemudian.',
        'The money reaches your account within 7 exchange days.',
      ),
    ],
    switching: [
      both('Instruksi diteruskan untuk diproses.', 'The instruction is sent for processing.'),
      both(
        'Unit lama dijual dan unit baru dibeli; tidak ada dana yang masuk ke rekening Anda.',
        'Your current units are redeemed and the new ones bought. No money passes through your account.',
      ),
      both(
        'RM Anda mengabari bila selesai.',
        'Your relationship manager will tell you when it is done.',
      ),
    ],
  }

/** The button names what it approves. */
export const approveWords = {
  subscription: both('Setujui pembelian', 'Approve the subscription'),
  redemption: both('Setujui penjualan kembali', 'Approve the redemption'),
  switching: both('Setujui pengalihan', 'Approve the switch'),
} as const
