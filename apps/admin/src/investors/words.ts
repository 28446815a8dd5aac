import type { ConsentPurpose } from '@rmtools/contracts/crm/consents'
import type { NameMatch } from '@rmtools/contracts/crm/name-match'
import type { State } from '@rmtools/look/states'
import { say, type Bilingual } from '@rmtools/look/words'

export const words = {
  history: say('Riwayat kasus', 'History of the case'),
  investorSelf: say('Investor sendiri', 'The investor'),
  system: say('Sistem', 'System'),
  byRm: say('RM', 'RM'),
  noAccount: say('Belum ada rekening bank.', 'No bank account yet.'),
  noProfile: say('Belum ada profil risiko.', 'No risk profile yet.'),
  noConsent: say('Belum ada persetujuan.', 'No consents yet.'),
  noDocument: say('Belum ada dokumen', 'No documents yet'),
  bank: say('Bank', 'Bank'),
  number: say('Nomor rekening', 'Account number'),
  holder: say('Pemilik rekening', 'Account holder'),
  currency: say('Mata uang', 'Currency'),
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

export const purposeWords: Readonly<Record<ConsentPurpose, Bilingual>> = {
  'personal-data': say('Pemrosesan data pribadi', 'Processing of personal data'),
  'data-sharing': say('Pemberian data kepada pihak lain', 'Sharing of data'),
  terms: say('Syarat dan ketentuan', 'Terms and conditions'),
  'electronic-statement': say('Laporan elektronik', 'Electronic statements'),
  marketing: say('Informasi produk', 'Product information'),
}
