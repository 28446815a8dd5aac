import type { NameMatch } from '@rmtools/contracts/crm/name-match'
import type { instructionStatuses, instructionTypes } from '@rmtools/contracts/bff/market'
import { instructionStates, type State } from '@rmtools/look/states'
import { nouns, say, type Bilingual } from '@rmtools/look/words'

export const words = {
  history: say('Riwayat kasus', 'History of the case'),
  investorSelf: say('Investor sendiri', 'The investor'),
  system: say('Sistem', 'System'),
  byRm: say('RM', 'RM'),
  noAccount: say('Belum ada rekening bank.', 'No bank account yet.'),
  noProfile: say('Belum ada profil risiko.', 'No risk profile yet.'),
  noConsent: say('Belum ada persetujuan.', 'No consents yet.'),
  noDocument: say('Belum ada dokumen', 'No documents yet'),
  waiting: say('Lama dalam status', 'Time in the status'),
  anyWaiting: say('Lama dalam status: semua', 'Any time in the status'),
  waitingOver: say('Lebih dari {days} hari', 'More than {days} days'),
  waitingOverDay: say('Lebih dari sehari', 'More than a day'),
  waitingBefore: say('Sejak sebelum {at}', 'Since before {at}'),
  accountReview: say('Tinjauan nama', 'Review of the name'),
  accepted: say('Diterima', 'Accepted'),
  refused: say('Ditolak', 'Refused'),
  acceptAccount: say('Terima rekening ini', 'Accept this account'),
  refuseAccount: say('Tolak rekening ini', 'Refuse this account'),
  notYours: say('Peran Anda tidak dapat melakukan ini.', 'Your role may not do this.'),
  band: say('Profil', 'Band'),
  score: say('Skor', 'Score'),
  profiledOn: say('Dinilai pada', 'Assessed on'),
  validUntil: say('Berlaku sampai', 'Valid until'),
  expired: say('sudah kedaluwarsa', 'expired'),
  answeredBy: say('Diisi oleh', 'Answered by'),
  questionnaire: say('Kuesioner', 'Questionnaire'),
  kind: say('Jenis', 'Kind'),
  allKinds: say('Semua jenis', 'All kinds'),
  name: say('Nama', 'Name'),
  status: say('Status', 'State'),
  submitted: say('Diajukan', 'Submitted'),
  updated: say('Diubah', 'Changed'),
  created: say('Dibuat', 'Created'),
  externalId: say('ID eksternal', 'External id'),
  phone: say('Telepon', 'Phone'),
  email: say('E-mail', 'E-mail'),
  onTheirWay: say('Menuju Bib', 'On the way to Bib'),
  withRm: say('Masih di RM', 'With the RM'),
  allStates: say('Semua status', 'All states'),
  riskUntil: say('Profil berlaku sampai', 'Profile valid until'),
  syncError: say('Jawaban Bib', "Bib's answer"),
  empty: say('Belum ada investor', 'No investors yet'),
  emptyHint: say('RM membuatnya dari prospek di aplikasi.', 'RMs make them from leads in the app.'),
  noMatch: say('Tidak ada investor yang cocok', 'No investor matches'),
  noMatchHint: say('Ubah pencarian atau saringan.', 'Change the search or the filters.'),
  overview: say('Ringkasan', 'Overview'),
  kyc: say('Data KYC', 'KYC'),
  historyShort: say('Riwayat', 'History'),
  transactions: say('Transaksi', 'Transactions'),
  toReview: say('Buka tinjauan', 'Open the review'),
  toLead: say('Buka prospek asal', 'Open the lead it came from'),
  pep: say('PEP', 'PEP'),
  waitingBand: say('Menunggu orang kedua', 'Waits for a second person'),
  seniorNote: say('Catatan persetujuan senior', 'Note of the senior approval'),
  seniorApproval: say('Persetujuan senior', 'Senior approval'),
  reviewed: say('Diputuskan', 'Decided'),
  askedFor: say('Diminta untuk diperbaiki', 'Asked to be changed'),
  missing: say('Belum lengkap', 'Still missing'),
  notAtBib: say('Kasus ini belum diserahkan ke Bib.', 'This case has not been handed over to Bib.'),
  setExternalId: say('Tetapkan ID eksternal', 'Set the external id'),
  setExternalIdOf: say('Tetapkan ID eksternal {name}', 'Set the external id of {name}'),
  noExternalId: say(
    'Investor ini belum memiliki ID eksternal.',
    'This investor has no external id yet.',
  ),
  replacesExternalId: say('ID ini menggantikan {id}.', 'This replaces {id}.'),
  externalIdHint: say(
    'ID investor di Bib; huruf, angka, - dan _.',
    'The id of the investor at Bib; letters, digits, - and _.',
  ),
  linked: say('SID dari agen lain', 'SID from another agent'),
  bibSays: say('Bib menolak pendaftaran', 'Bib refuses the registration'),
  replay: say('Serahkan lagi ke Bib', 'Hand over to Bib again'),
  replayed: say('{name} diserahkan lagi ke Bib.', '{name} is handed over to Bib again.'),
  total: say('Nilai', 'Value'),
  positions: say('Posisi', 'Positions'),
  cost: say('Biaya perolehan', 'Cost'),
  value: say('Nilai', 'Value'),
  share: say('Porsi', 'Share'),
  gain: say('Untung atau rugi', 'Gain or loss'),
  unregistered: say('Belum terdaftar di Bib', 'Not registered at Bib yet'),
  unregisteredHint: say(
    'Portofolio dan transaksi tampil setelah investor terdaftar.',
    'Portfolio and transactions show once the investor is registered.',
  ),
  noPositions: say('Belum ada kepemilikan', 'Nothing is held yet'),
  noPositionsHint: say(
    'Muncul setelah pembelian pertama dialokasikan.',
    'Shows up when the first subscription is allocated.',
  ),
  pending: say('Belum tercatat dalam unit', 'Not in the units yet'),
  allUnits: say('Semua unit', 'All units'),
  noTransactions: say('Tidak ada transaksi', 'No transactions'),
  noTransactionsHint: say('Pilih periode lain bila perlu.', 'Choose another period if necessary.'),
  navPeriod: say('Tanggal NAB', 'NAV date'),
  navDate: say('Tanggal NAB', 'NAV date'),
  settlement: say('Penyelesaian', 'Settlement'),
  noInstructions: say('Belum ada instruksi', 'No instructions yet'),
  noInstructionsHint: say('RM membuatnya dari aplikasi.', 'RMs make them in the app.'),
  verification: say('Verifikasi identitas', 'Verification of identity'),
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
  refused: state('failed', 'Ditolak', 'Refused'),
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

/** Bib's states of an order, in the words of ours. */
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
