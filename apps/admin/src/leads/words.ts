import type { Duplicate } from '@rmtools/contracts/crm/leads'
import type { LeadActivity } from '@rmtools/contracts/crm/lead-activities'
import type { Bilingual } from '@rmtools/look/words'

export const words = {
  empty: { id: 'Belum ada prospek', en: 'No leads yet' },
  emptyHint: {
    id: 'RM menambahkannya dari aplikasi, atau impor dari berkas CSV.',
    en: 'RMs add them in the app, or import a CSV file.',
  },
  noMatch: { id: 'Tidak ada prospek yang cocok', en: 'No matching leads' },
  noMatchHint: { id: 'Ubah pencarian atau filter.', en: 'Change the search or the filters.' },
  noneHere: { id: 'Tidak ada', en: 'None' },
  tagsHint: { id: 'Ketik lalu tekan Enter.', en: 'Type, then press Enter.' },
  stage: { id: 'Tahap', en: 'Stage' },
  created: { id: 'Dibuat', en: 'Created' },
  allStages: { id: 'Semua tahap', en: 'All stages' },
  allTags: { id: 'Semua label', en: 'All tags' },
  anyFollowUp: { id: 'Tindak lanjut kapan saja', en: 'Follow-up at any time' },
  overdue: { id: 'Terlambat', en: 'Overdue' },
  byToday: { id: 'Sampai hari ini', en: 'By today' },
  byWeek: { id: 'Dalam 7 hari', en: 'Within 7 days' },
  list: { id: 'Daftar', en: 'List' },
  board: { id: 'Papan', en: 'Board' },
  view: { id: 'Tampilan', en: 'View' },
  import: { id: 'Impor CSV', en: 'Import CSV' },
  mayNotWrite: {
    id: 'Peran Anda hanya dapat melihat prospek.',
    en: 'Your role can only view leads.',
  },
  mayNotImport: {
    id: 'Peran Anda tidak dapat mengimpor prospek.',
    en: 'Your role cannot import leads.',
  },
  mayNotHandOver: {
    id: 'Hanya administrator perusahaan yang dapat menyerahkan buku.',
    en: 'Only a company administrator can hand over books.',
  },
  add: { id: 'Tambah prospek', en: 'Add a lead' },
  edit: { id: 'Ubah prospek {name}', en: 'Edit lead {name}' },
  remove: { id: 'Hapus prospek', en: 'Remove lead' },
  removeTitle: { id: 'Hapus prospek {name}', en: 'Remove the lead {name}' },
  removeHint: {
    id: 'Hanya untuk prospek yang salah dimasukkan. Prospek yang tidak berlanjut dipindahkan ke tahap Tidak berlanjut agar riwayatnya tetap ada.',
    en: 'Only for leads entered by mistake. Move leads that did not become investors to Lost, so that their history is kept.',
  },
  convertedStays: {
    id: 'Sudah menjadi investor: bagian dari riwayatnya.',
    en: "This lead became an investor and is part of the investor's history.",
  },
  move: { id: 'Pindahkan {name}', en: 'Move {name}' },
  moveTo: { id: 'Pindahkan ke', en: 'Move to' },
  moved: { id: '{name} dipindahkan ke {stage}', en: '{name} moved to {stage}' },
  noMoves: {
    id: 'Prospek yang sudah menjadi investor tidak berpindah tahap.',
    en: 'A lead that has become an investor can no longer be moved.',
  },
  lostTitle: { id: 'Tandai {name} tidak berlanjut', en: 'Mark {name} as lost' },
  lostReason: { id: 'Alasan tidak berlanjut', en: 'Why it was lost' },
  details: { id: 'Rincian', en: 'Details' },
  history: { id: 'Riwayat', en: 'History' },
  noHistory: { id: 'Belum ada catatan', en: 'No notes yet' },
  duplicates: { id: 'Mungkin orang yang sama', en: 'Possibly the same person' },
  investor: { id: 'Menjadi investor', en: 'Became an investor' },
  openInvestor: { id: 'Buka investor', en: 'Open the investor' },
  note: { id: 'Catatan baru', en: 'New note' },
  noteKind: { id: 'Jenis', en: 'Type' },
  noteText: { id: 'Yang dibicarakan atau disepakati', en: 'What was said or agreed' },
  noteSave: { id: 'Catat', en: 'Save note' },
  changed: { id: 'Diubah', en: 'Changed' },
} as const

export const activityWords: Readonly<Record<LeadActivity['kind'], Bilingual>> = {
  note: { id: 'Catatan', en: 'Note' },
  call: { id: 'Telepon', en: 'Call' },
  meeting: { id: 'Pertemuan', en: 'Meeting' },
  message: { id: 'Pesan', en: 'Message' },
  status: { id: 'Tahap', en: 'Stage' },
}

export const duplicateWords: Readonly<
  Record<Duplicate['kind'], Record<Duplicate['matches'], Bilingual>>
> = {
  lead: {
    phone: {
      id: 'Prospek {rm} bernomor telepon sama',
      en: 'A lead of {rm} has the same phone number',
    },
    email: {
      id: 'Prospek {rm} beralamat e-mail sama',
      en: 'A lead of {rm} has the same e-mail address',
    },
  },
  investor: {
    phone: {
      id: 'Investor {rm} bernomor telepon sama',
      en: 'An investor of {rm} has the same phone number',
    },
    email: {
      id: 'Investor {rm} beralamat e-mail sama',
      en: 'An investor of {rm} has the same e-mail address',
    },
  },
}
