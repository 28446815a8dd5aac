import type { NameMatch } from '@rmtools/contracts/crm/name-match'
import type { instructionStatuses, instructionTypes } from '@rmtools/contracts/bff/market'
import { instructionStates, type State } from '@rmtools/look/states'
import { nouns, say, type Bilingual } from '@rmtools/look/words'
import { orderLabels } from '@rmtools/look/order-fields'

export const words = {
  history: say('Riwayat kasus', 'Case history'),
  investorSelf: say('Investor sendiri', 'Investor'),
  system: say('Sistem', 'System'),
  byRm: say('RM', 'RM'),
  noAccount: say('Belum ada rekening bank.', 'No bank account yet.'),
  noProfile: say('Belum ada profil risiko.', 'No risk profile yet.'),
  noConsent: say('Belum ada persetujuan.', 'No consents yet.'),
  noDocument: say('Belum ada dokumen', 'No documents yet'),
  waiting: say('Lama di status ini', 'Time in status'),
  anyWaiting: say('Semua lama status', 'Any time in status'),
  waitingOver: say('Lebih dari {days} hari', 'More than {days} days'),
  waitingOverDay: say('Lebih dari sehari', 'More than a day'),
  waitingBefore: say('Sejak sebelum {at}', 'Since before {at}'),
  accountReview: say('Pemeriksaan nama', 'Name check'),
  accepted: say('Diterima', 'Accepted'),
  refused: say('Ditolak', 'Rejected'),
  acceptAccount: say('Terima rekening ini', 'Accept this account'),
  refuseAccount: say('Tolak rekening ini', 'Reject this account'),
  notYours: say('Peran Anda tidak dapat melakukan ini.', 'Your role cannot do this.'),
  band: say('Profil', 'Risk profile'),
  score: say('Skor', 'Score'),
  profiledOn: say('Dinilai pada', 'Assessed on'),
  validUntil: say('Berlaku sampai', 'Valid until'),
  expired: say('sudah kedaluwarsa', 'expired'),
  answeredBy: say('Diisi oleh', 'Completed by'),
  questionnaire: say('Kuesioner', 'Questionnaire'),
  kind: say('Jenis', 'Type'),
  allKinds: say('Semua jenis', 'All types'),
  name: say('Nama', 'Name'),
  status: say('Status', 'Status'),
  submitted: say('Diajukan', 'Submitted'),
  updated: say('Diubah', 'Changed'),
  created: say('Dibuat', 'Created'),
  externalId: say('ID eksternal', 'External ID'),
  phone: say('Telepon', 'Phone'),
  email: say('E-mail', 'E-mail'),
  onTheirWay: say('Dalam proses di Bib', 'In progress at Bib'),
  withRm: say('Masih di RM', 'With the RM'),
  allStates: say('Semua status', 'All statuses'),
  riskUntil: say('Profil berlaku sampai', 'Profile valid until'),
  syncError: say('Tanggapan Bib', 'Response from Bib'),
  empty: say('Belum ada investor', 'No investors yet'),
  emptyHint: say(
    'RM membuatnya dari prospek di aplikasi.',
    'RMs create them from leads in the app.',
  ),
  noMatch: say('Tidak ada investor yang cocok', 'No matching investors'),
  noMatchHint: say('Ubah pencarian atau filter.', 'Change the search or the filters.'),
  overview: say('Ringkasan', 'Overview'),
  kyc: say('Data KYC', 'KYC'),
  historyShort: say('Riwayat', 'History'),
  transactions: say('Transaksi', 'Transactions'),
  toReview: say('Buka tinjauan', 'Open the review'),
  toLead: say('Buka prospek asal', 'Open the original lead'),
  pep: say('PEP', 'PEP'),
  waitingBand: say('Menunggu persetujuan kedua', 'Waiting for a second approval'),
  seniorNote: say('Catatan persetujuan senior', 'Senior approval note'),
  seniorApproval: say('Persetujuan senior', 'Senior approval'),
  reviewed: say('Diputuskan', 'Decided'),
  askedFor: say('Perbaikan yang diminta', 'Corrections requested'),
  missing: say('Belum lengkap', 'Still missing'),
  notAtBib: say('Kasus ini belum dikirim ke Bib.', 'This case has not been sent to Bib.'),
  setExternalId: say('Tetapkan ID eksternal', 'Set the external ID'),
  setExternalIdOf: say('Tetapkan ID eksternal {name}', 'Set the external ID of {name}'),
  noExternalId: say(
    'Investor ini belum memiliki ID eksternal.',
    'This investor has no external ID yet.',
  ),
  replacesExternalId: say('ID ini menggantikan {id}.', 'It replaces {id}.'),
  externalIdHint: say(
    'ID investor di Bib: huruf, angka, - dan _.',
    "The investor's ID at Bib: letters, digits, - and _.",
  ),
  linked: say('SID dari agen lain', 'SID from another agent'),
  bibSays: say('Bib menolak pendaftaran', 'Bib rejected the registration'),
  replay: say('Kirim lagi ke Bib', 'Send to Bib again'),
  replayed: say('{name} dikirim lagi ke Bib.', '{name} was sent to Bib again.'),
  total: say('Nilai', 'Value'),
  positions: say('Posisi', 'Positions'),
  cost: say('Biaya perolehan', 'Cost'),
  value: say('Nilai', 'Value'),
  share: say('Porsi', 'Share'),
  gain: say('Untung atau rugi', 'Gain or loss'),
  unregistered: say('Belum terdaftar di Bib', 'Not registered at Bib yet'),
  unregisteredHint: say(
    'Portofolio dan transaksi tampil setelah investor terdaftar.',
    'The portfolio and transactions appear once the investor is registered.',
  ),
  noPositions: say('Belum ada kepemilikan', 'No holdings yet'),
  noPositionsHint: say(
    'Muncul setelah pembelian pertama dialokasikan.',
    'Holdings appear once the first subscription is allocated.',
  ),
  pending: say('Belum tercatat dalam unit', 'Not yet included in the units'),
  allUnits: say('Semua unit', 'All units'),
  noTransactions: say('Tidak ada transaksi', 'No transactions'),
  noTransactionsHint: say('Pilih periode lain bila perlu.', 'Choose another period if necessary.'),
  navPeriod: orderLabels.navDate,
  navDate: orderLabels.navDate,
  settlement: say('Penyelesaian', 'Settlement'),
  noInstructions: say('Belum ada instruksi', 'No instructions yet'),
  noInstructionsHint: say('RM membuatnya di aplikasi.', 'RMs create them in the app.'),
  verification: say('Verifikasi identitas', 'Identity verification'),
} as const

export const matchWords: Readonly<Record<NameMatch, Bilingual>> = {
  exact: say('sama dengan nama investor', "same as the investor's name"),
  strong: say('cocok dengan nama investor', "matches the investor's name"),
  weak: say('berbeda dari nama investor', "differs from the investor's name"),
}

const state = (tone: State['tone'], id: string, en: string): State => ({ tone, word: { id, en } })

export const accountReviewStates = {
  needed: state('waiting', 'Perlu ditinjau', 'Needs a review'),
  accepted: state('done', 'Diterima', 'Accepted'),
  refused: state('failed', 'Ditolak', 'Rejected'),
} as const

export const consentStates = {
  given: state('done', 'Diberikan', 'Given'),
  withdrawn: state('closed', 'Ditarik', 'Withdrawn'),
} as const

export const orderTypeWords: Readonly<Record<(typeof instructionTypes)[number], Bilingual>> = {
  SUBSCRIPTION: nouns.subscription,
  REDEMPTION: nouns.redemption,
  SWITCHING: nouns.switching,
}

/** Bib's order states in our terms. */
export const orderStatusWords: Readonly<Record<(typeof instructionStatuses)[number], Bilingual>> = {
  QUEUED: instructionStates.sent.word,
  RECEIVED: instructionStates.received.word,
  PAYMENT_PENDING: instructionStates['payment-pending'].word,
  PAID: instructionStates.paid.word,
  SENT_TO_IM: instructionStates['sent-to-manager'].word,
  ALLOCATED: instructionStates.allocated.word,
  SETTLED: instructionStates.settled.word,
  REJECTED: instructionStates.rejected.word,
  CANCELLED: instructionStates.cancelled.word,
}
