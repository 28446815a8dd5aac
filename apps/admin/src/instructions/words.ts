// What the screens of instructions say beside the shared vocabulary.
import type { instructionTypes, InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { nouns, say, type Bilingual } from '@rmtools/look/words'

export const typeWords: Readonly<Record<(typeof instructionTypes)[number], Bilingual>> = {
  subscription: nouns.subscription,
  redemption: nouns.redemption,
  switching: nouns.switching,
}

/** States in the groups in which people look for them. */
export const groups: readonly {
  key: string
  word: Bilingual
  statuses: readonly InstructionStatus[]
}[] = [
  {
    key: 'investor',
    word: say('Menunggu investor', 'With the investor'),
    statuses: ['draft', 'awaiting-approval'],
  },
  {
    key: 'progress',
    word: say('Diproses', 'In progress'),
    statuses: [
      'approved',
      'sent',
      'received',
      'payment-pending',
      'paid',
      'sent-to-manager',
      'allocated',
    ],
  },
  { key: 'settled', word: say('Selesai', 'Settled'), statuses: ['settled'] },
  {
    key: 'ended',
    word: say('Tidak jadi', 'Did not go ahead'),
    statuses: ['declined', 'expired', 'cancelled', 'rejected'],
  },
]

export const byWords = {
  rm: say('RM', 'RM'),
  'back-office': say('Back office', 'Back office'),
  investor: nouns.investor,
  bib: say('Bib', 'Bib'),
  system: say('Sistem', 'System'),
} as const

export const words = {
  all: say('Semua', 'All'),
  status: say('Status', 'Status'),
  type: say('Jenis', 'Type'),
  allTypes: say('Semua jenis', 'All types'),
  allStates: say('Semua status', 'All states'),
  created: say('Dibuat', 'Created'),
  navDate: say('Tanggal NAB', 'NAV date'),
  quantity: say('Jumlah', 'Amount'),
  empty: say('Belum ada instruksi', 'No instructions yet'),
  emptyHint: say(
    'RM membuatnya dari aplikasi, di halaman seorang investor.',
    'RMs make them in the app, on the page of an investor.',
  ),
  noMatch: say('Tidak ada instruksi yang cocok', 'No instruction matches'),
  noMatchHint: say('Ubah pencarian atau saringan.', 'Change the search or the filters.'),
  order: say('Isi instruksi', 'The order'),
  to: say('ke {product}', 'to {product}'),
  target: say('Produk tujuan', 'Into'),
  estimatedFee: say('{percent} dari nilai penjualan', '{percent} of the proceeds'),
  seller: say('RM dan izin', 'RM and licence'),
  reference: say('Nomor di Bib', "Bib's reference"),
  toAccount: say('Dibayar ke', 'Paid to'),
  ofInvestor: say('Rekening terdaftar investor', "The investor's registered account"),
  suitability: say('Kesesuaian', 'Suitability'),
  riskOfProduct: say('Risiko produk', 'Risk of the product'),
  profile: say('Profil risiko investor', "The investor's risk profile"),
  fits: say('Sesuai dengan profil risiko.', 'Within the risk profile.'),
  above: say(
    'Di atas profil risiko; investor diberi tahu dan menyetujuinya saat menandatangani.',
    'Above the risk profile; the investor is told and consents when signing.',
  ),
  notAsked: say('Tidak dinilai untuk penjualan kembali.', 'Not judged for a redemption.'),
  noProfile: say('Belum ada profil', 'No profile'),
  result: say('Hasil dari Bib', 'What Bib did'),
  noResult: say('Bib belum melaporkan apa pun.', 'Bib has not reported anything yet.'),
  allocated: say('Unit dialokasikan', 'Units allocated'),
  allocatedNav: say('NAB/UP alokasi', 'NAV of the allocation'),
  allocatedAmount: say('Nilai menurut Bib', 'Amount, by Bib'),
  settledOn: say('Selesai pada', 'Settled on'),
  allocatedInto: say('Unit produk tujuan', 'Units of the target'),
  allocatedIntoNav: say('NAB/UP produk tujuan', 'NAV of the target'),
  correctedAt: say('Dikoreksi Bib pada', 'Corrected by Bib at'),
  refund: say('Dana dikembalikan', 'Refund'),
  refundState: say('Status pengembalian', 'State of the refund'),
  refundReason: say('Alasan pengembalian', 'Reason of the refund'),
  refundSince: say('Diumumkan', 'Announced'),
  refundPaid: say('Dibayar kembali', 'Paid back'),
  questions: say('Ditanyakan saat dibuat', 'Asked when it was made'),
  unusual: say('Jumlah tidak biasa', 'Unusual amount'),
  answer: say('Jawaban RM', "The RM's answer"),
  meantTwice: say('Dibuat dua kali dengan sengaja', 'Made twice on purpose'),
  theOther: say('Instruksi yang sama sebelumnya', 'The same instruction before it'),
  payment: say('Pembayaran', 'Payment'),
  timeLine: say('Riwayat', 'Time line'),
  changedMeanwhile: say(
    'Berubah sementara dialog ini terbuka. Yang Anda tulis tetap ada.',
    'This changed while the dialog was open. What you wrote is kept.',
  ),
  goOnIfRight: say(
    'Periksa, lalu lanjutkan bila masih sesuai.',
    'Look at it, then continue if it is still correct.',
  ),
  linkUntil: say('Tautan berlaku sampai', 'The link works until'),
  reason: say('Alasan', 'Reason'),
  pdf: say('Lihat PDF', 'View PDF'),
  savePdf: say('Unduh PDF', 'Save PDF'),
  inTrail: say('Di jejak audit', 'In the audit trail'),
  resend: say('Kirim ulang tautan', 'Resend the link'),
  sendLink: say('Kirim tautan', 'Send the link'),
  resent: say(
    'Tautan baru dikirim kepada {name}; tautan lama tidak berlaku lagi.',
    'A new link went to {name}; earlier ones no longer work.',
  ),
  resendTitle: say('Kirim tautan baru kepada {name}?', 'Send a new link to {name}?'),
  resendText: say(
    'Tautan lama berhenti berlaku. Investor memeriksa {product} lagi dan menandatangani dengan tautan yang baru.',
    'Earlier links stop working. The investor looks at {product} again and signs by the new link.',
  ),
  answered: say(
    'Investor sudah menjawab; tautan tidak dikirim lagi.',
    'The investor has answered, so no more links are sent.',
  ),
  mayNotManage: say(
    'Peran Anda hanya dapat membaca instruksi.',
    'Your role may only read instructions.',
  ),
  cancel: say('Batalkan instruksi', 'Cancel the instruction'),
  cancelTitle: say(
    'Batalkan {type} {product} milik {name}',
    'Cancel the {type} of {product} for {name}',
  ),
  cancelText: say(
    'Investor tidak dapat menandatanganinya lagi, dan RM diberi tahu.',
    'The investor can no longer sign it, and the RM is told.',
  ),
  gone: say(
    'Instruksi sudah diserahkan ke Bib; batalkan di Bib.',
    'The instruction has gone to Bib; cancel it there.',
  ),
  ended: say('Instruksi sudah berakhir.', 'The instruction has ended.'),
  presetInvestor: say('Diminta oleh investor', 'Asked for by the investor'),
  presetWrong: say('Isi instruksi keliru', 'The order is wrong'),
  presetDouble: say('Ganda dengan instruksi lain', 'Another instruction says the same'),
} as const

/** The NAV date and the cut-off in words. */
export const cutOffWords = {
  open: say(
    'Bila disetujui sebelum {time} WIB pada hari bursa; tepat {time} atau sesudahnya berlaku NAB hari bursa berikutnya.',
    'If approved before {time} WIB on an exchange day; at {time} or later the NAV of the next exchange day applies.',
  ),
  final: say(
    'Pasti: investor menyetujui sebelum batas waktu {time} WIB.',
    'Final: the investor approved before the cut-off at {time} WIB.',
  ),
  ended: say(
    'Tidak berlaku: instruksi tidak jadi dijalankan.',
    'Does not apply: the instruction is not carried out.',
  ),
}

/** What Bib says of the money that is awaited or came. */
export const paymentWords: Readonly<Record<string, Bilingual>> = {
  bankName: say('Bank tujuan', 'Bank to pay to'),
  virtualAccount: say('Nomor virtual account', 'Virtual account'),
  amount: say('Nilai pembayaran', 'To be paid'),
  dueAt: say('Bayar sebelum', 'Pay before'),
}

export const evidenceWords = {
  title: say('Bukti persetujuan', 'Evidence of the approval'),
  none: say(
    'Investor belum menjawab. Bukti tersimpan saat ia menandatangani.',
    'The investor has not answered. The evidence is kept when they sign.',
  ),
  declined: say('Ditolak oleh investor', 'Declined by the investor'),
  unchanged: say('Tidak berubah sejak ditandatangani', 'Unchanged since it was signed'),
  changed: say('Berubah sejak ditandatangani', 'Changed since it was signed'),
  signedAt: say('Ditandatangani', 'Signed'),
  level: say('Jenis tanda tangan', 'Kind of signature'),
  code: say('Kode dibuktikan', 'Code verified'),
  codeAt: say('{at}, dikirim lewat {channel} ke {to}', '{at}, sent by {channel} to {to}'),
  address: say('Alamat IP', 'IP address'),
  browser: say('Peramban', 'Browser'),
  consent: say('Persetujuan yang dibaca', 'Consent that was read'),
  consentVersion: say('versi {version}', 'version {version}'),
  documentHash: say('Sidik dokumen (SHA-256)', 'Hash of the document (SHA-256)'),
  signatureHash: say('Sidik tanda tangan (SHA-256)', 'Hash of the signature (SHA-256)'),
  checks: say('Diperiksa ulang sekarang', 'Checked again just now'),
  document: say(
    'Dokumen tersimpan cocok dengan sidik yang ditandatangani',
    'The kept document has the hash that was signed',
  ),
  signature: say(
    'Tanda tangan tersimpan adalah yang diberikan',
    'The kept signature is the one that was given',
  ),
  instruction: say(
    'Instruksi masih sama dengan yang ditandatangani',
    'The instruction still says what was signed',
  ),
  passed: say('Cocok', 'Holds'),
  failed: say('Tidak cocok', 'Does not hold'),
  earlier: say('Persetujuan sebelumnya', 'Earlier approval'),
} as const
