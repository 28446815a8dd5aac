// The audit trail in words: what was changed, how, and by whom.
import { nouns, say, type Bilingual } from './words.ts'

// Entries of another release may have names that this one does not know.
type Words = Readonly<Record<string, Bilingual>>

const entities = {
  lead: nouns.lead,
  lead_activity: say('Aktivitas prospek', 'Lead activity'),
  investor: nouns.investor,
  investor_individual: say('KYC perorangan', 'Individual KYC'),
  investor_institutional: say('KYC institusi', 'Institution KYC'),
  investor_bank_account: nouns.bankAccount,
  investor_document: nouns.document,
  investor_risk_profile: nouns.riskProfile,
  investor_token: say('Tautan pendaftaran', 'Registration link'),
  consent: nouns.consent,
  instruction: nouns.instruction,
  instruction_token: say('Tautan instruksi', 'Instruction link'),
  instruction_evidence: say('Bukti persetujuan', 'Approval evidence'),
  plan: say('Rencana berkala', 'Recurring plan'),
  plan_mandate: say('Mandat rencana', 'Mandate of a plan'),
  plan_run: say('Pembelian rencana', 'Run of a plan'),
  payment_decision: say('Keputusan atas pembayar', 'Decision about a payer'),
  auth_user: say('Pengguna', 'User'),
  auth_membership: say('Keanggotaan', 'Membership'),
  membership_offer: say('Tawaran keanggotaan', 'Membership offer'),
  platform_access: say('Akses platform', 'Platform access'),
  auth_role: say('Peran', 'Role'),
  auth_company: nouns.company,
  auth_session: say('Sesi', 'Session'),
  device_info: say('Perangkat', 'Device'),
  audit_trail: nouns.auditTrail,
  report: say('Laporan', 'Report'),
  book: say('Buku RM', 'RM book'),
  installation: say('Pemasangan', 'Installation'),
  job: say('Pengiriman keluar', 'Outbound jobs'),
  code_list_entry: say('Daftar kode', 'Code list'),
  risk_questionnaire: say('Kuesioner risiko', 'Risk questionnaire'),
  pending_change: say(
    'Perubahan menunggu persetujuan kedua',
    'Change waiting for a second approval',
  ),
  client_preference: say('Preferensi pesan klien', "Client's message preferences"),
  message_template: say('Templat pesan', 'Message template'),
  market_holiday_change: say('Hari libur bursa', 'Exchange holiday'),
  bank_change: say('Daftar bank', 'List of banks'),
  client_link: say('Tautan halaman klien', "Link to a client's page"),
  client_statement: say('Laporan bulanan', 'Monthly statement'),
  client_told: say('Pemberitahuan kepada klien', 'Word to a client'),
  licence_reminder: say('Pengingat izin', 'Licence reminder'),
  reconciliation_report: say('Rekonsiliasi', 'Reconciliation'),
  reconciliation_difference: say('Selisih dengan Bib', 'Difference with Bib'),
}
/** Words for the changed entity; dev/look.test.ts compares them with the contract. */
export const entityWords: typeof entities & Words = entities

const actions = {
  create: say('Membuat', 'Created'),
  update: say('Mengubah', 'Changed'),
  delete: say('Menghapus', 'Deleted'),
  export: say('Mengekspor', 'Exported'),
  'export-end': say('Ekspor berakhir', 'Export ended'),
  'seal-late': say('Menyegel catatan yang terlewat', 'Sealed skipped entries'),
  reveal: say('Membuka data tersamar', 'Revealed masked data'),
  download: say('Membuka berkas', 'Opened the file'),
  'orphans-removed': say('Membersihkan sisa', 'Removed leftovers'),
  'link-refused': say('Menolak tautan', 'Refused a link'),
  'link-taken': say('Mengambil tautan klien', "Took a client's link"),
  visit: say('Membuka halaman klien', "Opened the client's page"),
  replay: say('Mengulangi', 'Replayed'),
  'hand-over': say('Mengalihkan', 'Hand-over complete'),
  end: say('Mengakhiri', 'Ended'),
  'refresh-token-reused': say('Pemakaian ulang token sesi', 'Session token reused'),
}
/** Words for the action; compared with the contract likewise. */
export const actionWords: typeof actions & Words = actions

/** The outcome of a change that waited for a second person: each step is an entry of its own. */
const decisionWords: Readonly<Record<string, Bilingual>> = {
  alone: say('Melakukan sendiri, tanpa persetujuan kedua', 'Done without a second approval'),
  approved: say('Memberi persetujuan kedua', 'Gave the second approval'),
  rejected: say('Menolak memberi persetujuan kedua', 'Refused the second approval'),
  withdrawn: say('Menarik kembali', 'Withdrew'),
  replaced: say('Mengganti dengan permintaan baru', 'Replaced by a newer request'),
}
const askedWord = say('Meminta persetujuan kedua', 'Asked for a second approval')

type Entry = { entity: string; action: string; after: object | null }

/** The action in words; undefined if there are none. */
export function actionWord({ entity, action, after }: Entry): Bilingual | undefined {
  if (entity !== 'pending_change') return actionWords[action]
  const decision: unknown = after && 'decision' in after ? after.decision : undefined
  return (typeof decision === 'string' ? decisionWords[decision] : askedWord) ?? actionWords[action]
}

export const actorWords = {
  user: say('Pengguna', 'User'),
  investor: nouns.investor,
  system: say('Sistem', 'System'),
} as const
