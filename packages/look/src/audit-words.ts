// The audit trail in words: what was changed, what was done to it, and by whom.
import { nouns, say, type Bilingual } from './words.ts'

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
  installation: say('Pemasangan', 'Installation'),
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
  'seal-late': say('Menyegel catatan yang terlewat', 'Sealed entries that had been passed over'),
  reveal: say('Membuka data tersamar', 'Revealed masked data'),
  download: say('Membuka berkas', 'Opened the file'),
  'orphans-removed': say('Membersihkan sisa', 'Removed what was left over'),
  'link-refused': say('Menolak tautan', 'Refused a link'),
  replay: say('Mengulangi', 'Replayed'),
  'hand-over': say('Mengalihkan', 'Handed over'),
  end: say('Mengakhiri', 'Ended'),
  'refresh-token-reused': say('Pemakaian ulang token sesi', 'Session token reused'),
}

export const actorWords = {
  user: say('Pengguna', 'User'),
  investor: nouns.investor,
  system: say('Sistem', 'System'),
} as const
