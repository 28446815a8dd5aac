// What the audit trail says beside the shared vocabulary: the things that are written down, and what was done to them.
import { nouns, say, type Bilingual } from '@rmtools/look/words'
import type { Say } from '../app/language.ts'

export const entityWords: Readonly<Record<string, Bilingual>> = {
  lead: nouns.lead,
  lead_activity: say('Aktivitas prospek', 'Activity of a lead'),
  investor: nouns.investor,
  investor_individual: say('KYC perorangan', 'KYC of an individual'),
  investor_institutional: say('KYC institusi', 'KYC of an institution'),
  investor_bank_account: nouns.bankAccount,
  investor_document: nouns.document,
  investor_risk_profile: nouns.riskProfile,
  investor_token: say('Tautan pendaftaran', 'Registration link'),
  consent: nouns.consent,
  instruction: nouns.instruction,
  instruction_token: say('Tautan instruksi', 'Link of an instruction'),
  instruction_evidence: say('Bukti persetujuan', 'Evidence of an approval'),
  auth_user: say('Pengguna', 'User'),
  auth_membership: say('Keanggotaan', 'Membership'),
  auth_role: say('Peran', 'Role'),
  auth_company: nouns.company,
  auth_session: say('Sesi', 'Session'),
  device_info: say('Perangkat', 'Device'),
  audit_trail: nouns.auditTrail,
  book: say('Buku RM', 'Book of an RM'),
  job: say('Pekerjaan keluar', 'Outgoing work'),
  code_list_entry: say('Daftar kode', 'Code list'),
  risk_questionnaire: say('Kuesioner risiko', 'Risk questionnaire'),
  message_template: say('Templat pesan', 'Message template'),
  market_holiday_change: say('Hari libur bursa', 'Market holiday'),
  bank_change: say('Daftar bank', 'List of banks'),
  licence_reminder: say('Pengingat izin', 'Reminder of a licence'),
  reconciliation_report: say('Rekonsiliasi', 'Reconciliation'),
  reconciliation_difference: say('Perbedaan dengan Bib', 'Difference from Bib'),
}

export const actionWords: Readonly<Record<string, Bilingual>> = {
  create: say('Membuat', 'Created'),
  update: say('Mengubah', 'Changed'),
  delete: say('Menghapus', 'Deleted'),
  export: say('Mengekspor', 'Exported'),
  'export-end': say('Ekspor berakhir', 'Export ended'),
  reveal: say('Membuka data tersamar', 'Revealed masked data'),
  replay: say('Mengulangi', 'Replayed'),
  'hand-over': say('Mengalihkan', 'Handed over'),
  end: say('Mengakhiri', 'Ended'),
  'refresh-token-reused': say('Pemakaian ulang token sesi', 'Session token reused'),
}

/** What was changed, and what was done, in words where there are some. */
export const entityText = (speak: Say, entity: string) => (entityWords[entity] ? speak(entityWords[entity]) : entity)
export const actionText = (speak: Say, action: string) => (actionWords[action] ? speak(actionWords[action]) : action)

export const actorWords = {
  user: say('Pengguna', 'User'),
  investor: nouns.investor,
  system: say('Sistem', 'System'),
} as const

export const words = {
  actor: say('Pelaku', 'Actor'),
  anyActor: say('Semua pelaku', 'Anybody'),
  entity: say('Yang diubah', 'What'),
  anyEntity: say('Semua jenis data', 'Anything'),
  entityId: say('ID data', 'Id of the record'),
  action: say('Tindakan', 'Action'),
  anyAction: say('Semua tindakan', 'Any action'),
  ip: say('Alamat IP', 'IP address'),
  at: say('Waktu', 'Time'),
  fields: say('Isian', 'Fields'),
  more: say('{first} dan {n} lagi', '{first} and {n} more'),
  open: say('Buka perubahan {entity} pada {at}', 'Open the change of {entity} at {at}'),
  empty: say('Tidak ada catatan yang cocok', 'No entry matches'),
  emptyHint: say('Perpanjang waktu atau lepas saringan.', 'Take a longer time or fewer filters.'),
  sealed: say('{n} catatan tersegel', '{n} entries sealed'),
  signed: say('ditandatangani sampai catatan {n}, {at}', 'signed up to entry {n}, {at}'),
  unsigned: say('kepala rantai belum ditandatangani', 'the head of the chain is not signed yet'),
  head: say('kepala rantai', 'head of the chain'),
  device: say('Perangkat', 'Device'),
  requestId: say('ID permintaan', 'Request id'),
  record: say('Data', 'Record'),
  openRecord: say('Buka data', 'Open the record'),
  allOfRecord: say('Semua catatan data ini', 'All entries of this record'),
  allOfActor: say('Semua tindakan pelaku ini', 'All that this actor did'),
  field: say('Isian', 'Field'),
  before: say('Sebelum', 'Before'),
  after: say('Sesudah', 'After'),
  added: say('Ditambah', 'Added'),
  removed: say('Dihapus', 'Removed'),
  changed: say('Diubah', 'Changed'),
  kept: say('Tetap', 'Same'),
  masked: say('disamarkan', 'masked'),
  nothing: say('Tidak ada isian yang dicatat.', 'No fields were written down.'),
  nobody: say('kosong', 'empty'),
} as const
