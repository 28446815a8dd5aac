// Words of the instruction screens besides the shared vocabulary.
import type { instructionTypes, InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { nouns, say, type Bilingual } from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'

export const typeWords: Readonly<Record<(typeof instructionTypes)[number], Bilingual>> = {
  subscription: nouns.subscription,
  redemption: nouns.redemption,
  switching: nouns.switching,
}

/** Statuses in the groups that users search by. */
export const groups: readonly {
  key: string
  word: Bilingual
  statuses: readonly InstructionStatus[]
}[] = [
  {
    key: 'investor',
    word: say('Menunggu investor', 'Waiting for the investor'),
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
    word: say('Tidak dilanjutkan', 'Not carried out'),
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
  openPlan: say('Buka rencana', 'Open the plan'),
  all: say('Semua', 'All'),
  waitingForMoney: say('Menunggu dana', 'Waiting for money'),
  payBefore: say('Bayar sebelum {at}', 'Pay before {at}'),
  heldMoney: say('Dana ditahan', 'Money held'),
  status: say('Status', 'Status'),
  type: say('Jenis', 'Type'),
  allTypes: say('Semua jenis', 'All types'),
  allStates: say('Semua status', 'All statuses'),
  created: say('Dibuat', 'Created'),
  navDate: orderLabels.navDate,
  quantity: orderLabels.quantity,
  empty: say('Belum ada instruksi', 'No instructions yet'),
  emptyHint: say(
    'RM membuatnya di aplikasi, dari halaman investor.',
    "RMs create them in the app, on an investor's page.",
  ),
  noMatch: say('Tidak ada instruksi yang cocok', 'No matching instructions'),
  noMatchHint: say('Ubah pencarian atau filter.', 'Change the search or the filters.'),
  order: say('Rincian instruksi', 'Instruction details'),
  to: say('ke {product}', 'to {product}'),
  target: orderLabels.target,
  estimatedFee: say('{percent} dari nilai penjualan', '{percent} of the proceeds'),
  seller: say('RM dan izin', 'RM and licence'),
  reference: orderLabels.bibReference,
  toAccount: orderLabels.paidTo,
  ofInvestor: say('Rekening terdaftar investor', "The investor's registered account"),
  suitability: say('Kesesuaian', 'Suitability'),
  profile: orderLabels.investorRisk,
  fits: say('Sesuai dengan profil risiko.', 'Within the risk profile.'),
  above: say(
    'Di atas profil risiko. Investor diberi tahu dan menyetujuinya saat menandatangani.',
    'Above the risk profile. The investor is informed and consents when signing.',
  ),
  notAsked: say('Tidak dinilai untuk penjualan kembali.', 'Not assessed for a redemption.'),
  noProfile: orderLabels.noRiskProfile,
  result: say('Hasil dari Bib', 'Result from Bib'),
  noResult: say('Bib belum melaporkan apa pun.', 'Bib has not reported anything yet.'),
  allocated: orderLabels.allocatedUnits,
  allocatedNav: orderLabels.allocatedNav,
  allocatedAmount: orderLabels.allocatedAmount,
  settledOn: orderLabels.settledOn,
  allocatedInto: say('Unit produk tujuan', 'Units of the target product'),
  allocatedIntoNav: say('NAB/UP produk tujuan', 'NAV of the target product'),
  correctedAt: say('Dikoreksi Bib pada', 'Corrected by Bib at'),
  refund: say('Dana dikembalikan', 'Refund'),
  refundState: say('Status pengembalian', 'Refund status'),
  refundReason: say('Alasan pengembalian', 'Refund reason'),
  refundSince: say('Diumumkan', 'Announced'),
  refundPaid: say('Dibayar kembali', 'Paid back'),
  questions: say('Pertanyaan saat dibuat', 'Questions on creation'),
  unusual: say('Jumlah tidak biasa', 'Unusual amount'),
  answer: say('Jawaban RM', "RM's answer"),
  meantTwice: say('Sengaja dibuat dua kali', 'Ordered twice on purpose'),
  theOther: say('Instruksi yang sama sebelumnya', 'Earlier identical instruction'),
  payment: say('Pembayaran', 'Payment'),
  timeLine: say('Riwayat', 'History'),
  changedMeanwhile: say(
    'Data berubah saat dialog ini terbuka. Isian Anda tetap tersimpan.',
    'This changed while the dialog was open. Your input is kept.',
  ),
  goOnIfRight: say(
    'Periksa perubahannya, lalu lanjutkan bila masih sesuai.',
    'Review the change, then continue if it is still correct.',
  ),
  linkUntil: say('Tautan berlaku sampai', 'Link valid until'),
  reason: say('Alasan', 'Reason'),
  pdf: say('Lihat PDF', 'View PDF'),
  savePdf: say('Unduh PDF', 'Download PDF'),
  inTrail: say('Di jejak audit', 'In the audit trail'),
  resend: say('Kirim ulang tautan', 'Resend the link'),
  sendLink: say('Kirim tautan', 'Send the link'),
  resent: say(
    'Tautan baru dikirim kepada {name}. Tautan lama tidak berlaku lagi.',
    'A new link was sent to {name}. Earlier links no longer work.',
  ),
  resendTitle: say('Kirim tautan baru kepada {name}?', 'Send a new link to {name}?'),
  resendText: say(
    'Tautan lama berhenti berlaku. Investor memeriksa {product} lagi dan menandatangani dengan tautan yang baru.',
    'Earlier links stop working. The investor reviews {product} again and signs with the new link.',
  ),
  answered: say(
    'Investor sudah menjawab; tautan tidak dikirim lagi.',
    'The investor has answered, so no more links are sent.',
  ),
  mayNotManage: say(
    'Peran Anda hanya dapat melihat instruksi.',
    'Your role can only view instructions.',
  ),
  cancel: say('Batalkan instruksi', 'Cancel the instruction'),
  cancelTitle: say(
    'Batalkan {type} {product} milik {name}',
    'Cancel the {type} of {product} for {name}',
  ),
  cancelText: say(
    'Investor tidak dapat lagi menandatanganinya. RM diberi tahu.',
    'The investor can no longer sign it. The RM is notified.',
  ),
  gone: say(
    'Instruksi sudah dikirim ke Bib. Batalkan di Bib.',
    'The instruction was sent to Bib. Cancel it there.',
  ),
  ended: say('Instruksi sudah berakhir.', 'The instruction has ended.'),
  presetInvestor: say('Diminta oleh investor', 'Requested by the investor'),
  presetWrong: say('Isi instruksi keliru', 'The instruction is wrong'),
  presetDouble: say('Duplikat instruksi lain', 'Duplicate of another instruction'),
} as const

/** The NAV date and the cut-off in words. */
export const cutOffWords = {
  open: say(
    'Bila disetujui sebelum {time} WIB pada hari bursa. Mulai {time} berlaku NAB hari bursa berikutnya.',
    'If approved before {time} WIB on an exchange day. At {time} or later, the NAV of the next exchange day applies.',
  ),
  final: say(
    'Pasti: investor menyetujui sebelum batas waktu {time} WIB.',
    'Final: the investor approved before the cut-off at {time} WIB.',
  ),
  ended: say(
    'Tidak berlaku: instruksi tidak dijalankan.',
    'Not applicable: the instruction is not carried out.',
  ),
}

/** The office's actions on incoming money. */
export const paymentActs = {
  at: say('Waktu', 'Time'),
  selected: say(
    'Peramban tidak mengizinkan penyalinan. Sudah dipilih: salin dengan Ctrl+C.',
    'The browser does not allow copying. It is selected: copy it with Ctrl+C.',
  ),
  standing: say('Status', 'Status'),
  taken: say('Dihitung', 'Counts'),
  returned: say('Dikembalikan', 'Returned'),
  pending: say('sedang dikembalikan', 'on its way back'),
  paid: say('sudah dikembalikan', 'returned'),
  accept: say('Terima', 'Accept'),
  return: say('Kembalikan', 'Return'),
  acceptTitle: say('Terima dana {payer} untuk {name}', 'Accept the money of {payer} for {name}'),
  returnTitle: say(
    'Kembalikan dana {payer} untuk {name}',
    'Return the money of {payer} for {name}',
  ),
  acceptText: say(
    'Dana hanya boleh berasal dari rekening investor sendiri. Terima bila nama ini memang nama investor dalam bentuk lain; alasannya tersimpan di jejak audit.',
    "Money may come only from the investor's own account. Accept it where this is the investor's name in another form; the reason is kept in the audit trail.",
  ),
  returnText: say(
    'Dana dikembalikan kepada pembayarnya. Investor dan RM diberi tahu, dan investor masih dapat membayar sampai batas waktu.',
    'The money goes back to its payer. Investor and RM are notified, and the investor may still pay until the due time.',
  ),
  acceptReasons: [
    say('Nama sama dalam ejaan lain', 'The same name in another spelling'),
    say('Nama dipotong atau disingkat bank', 'The bank cut or shortened the name'),
    say('Rekening bersama, nama investor ada', 'A joint account that names the investor'),
  ],
  returnReasons: [
    say('Dibayar oleh orang lain', 'Paid by somebody else'),
    say('Dibayar oleh perusahaan investor', "Paid by the investor's company"),
  ],
  mayNot: say(
    'Peran Anda tidak memutuskan dana yang ditahan.',
    'Your role does not decide about money that is held.',
  ),
} as const

export const evidenceWords = {
  title: say('Bukti persetujuan', 'Approval evidence'),
  none: say(
    'Investor belum menjawab. Bukti disimpan saat investor menandatangani.',
    'The investor has not answered. The evidence is stored when they sign.',
  ),
  declined: say('Ditolak oleh investor', 'Declined by the investor'),
  unchanged: say('Tidak berubah sejak ditandatangani', 'Unchanged since it was signed'),
  changed: say('Berubah sejak ditandatangani', 'Changed since it was signed'),
  signedAt: orderLabels.signed,
  level: say('Jenis tanda tangan', 'Signature type'),
  code: say('Kode diverifikasi', 'Code verified'),
  codeAt: say('{at}, dikirim lewat {channel} ke {to}', '{at}, sent by {channel} to {to}'),
  address: say('Alamat IP', 'IP address'),
  browser: say('Peramban', 'Browser'),
  consent: say('Pernyataan persetujuan', 'Consent statement'),
  consentVersion: say('versi {version}', 'version {version}'),
  documentHash: say('Hash dokumen (SHA-256)', 'Document hash (SHA-256)'),
  signatureHash: say('Hash tanda tangan (SHA-256)', 'Signature hash (SHA-256)'),
  checks: say('Diperiksa ulang saat ini', 'Verified just now'),
  document: say(
    'Dokumen tersimpan sesuai dengan hash yang ditandatangani',
    'The stored document matches the signed hash',
  ),
  signature: say(
    'Tanda tangan tersimpan sama dengan yang diberikan',
    'The stored signature is the one that was given',
  ),
  instruction: say(
    'Instruksi masih sama dengan yang ditandatangani',
    'The instruction is the same as when it was signed',
  ),
  byMandate: say(
    'Dibeli oleh rencana berkala, dengan mandat yang ditandatangani investor.',
    'Bought by a recurring plan, with the mandate that the investor signed.',
  ),
  openPlan: words.openPlan,
  insideMandate: say(
    'Instruksi tidak melebihi mandat yang ditandatangani',
    'The instruction is inside the signed mandate',
  ),
  passed: say('Sesuai', 'Matches'),
  failed: say('Tidak sesuai', 'Does not match'),
  earlier: say('Persetujuan sebelumnya', 'Earlier approval'),
  earlierPdf: say('Unduh PDF persetujuan ini', 'Save the PDF of this approval'),
  record: say('Catatan bukti', 'Evidence record'),
  recordNumber: say('Nomor {number}', 'Number {number}'),
  noRecord: say('Dibuat malam ini', 'Made tonight'),
  checkPage: say('Periksa di halaman publik', 'Check on the public page'),
  recordCheck: say(
    'Catatan bukti utuh, juga yang sebelum dan sesudahnya',
    'The evidence record holds, and so do those before and after it',
  ),
} as const
