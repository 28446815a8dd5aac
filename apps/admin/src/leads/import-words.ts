import type { ImportField } from '@rmtools/contracts/crm/lead-import-table'
import type { Bilingual } from '@rmtools/look/words'
import { words as lead } from './words.ts'

export const importWords = {
  title: { id: 'Impor prospek', en: 'Import leads' },
  intro: {
    id: 'Prospek masuk ke buku Anda sendiri. Administrator dapat menyerahkannya kepada RM sesudahnya.',
    en: 'The leads come into your own book. An administrator can hand them over to an RM afterwards.',
  },
  source: { id: 'Berkas', en: 'File' },
  choose: { id: 'Pilih berkas Excel atau CSV', en: 'Choose an Excel or CSV file' },
  drop: { id: 'atau jatuhkan di sini', en: 'or drop it here' },
  limits: {
    id: 'Excel (.xlsx, lembar pertama) sampai 2 MB, atau CSV sampai 1 MB; paling banyak 5.000 prospek. Judul di atas tabel dilewati. Tanggal ditulis hari lebih dulu: 31-12-2026.',
    en: 'Excel (.xlsx, its first sheet) up to 2 MB, or CSV up to 1 MB; at most 5,000 leads. Titles above the table are passed over. Dates have the day first: 31-12-2026.',
  },
  paste: { id: 'Tempel dari lembar kerja', en: 'Paste from a spreadsheet' },
  pasteHint: { id: 'Salin sel termasuk judul kolom, lalu tempel.', en: 'Copy the cells with their headings, then paste.' },
  tooLarge: {
    id: '{name} lebih besar dari 2 MB. Bagi menjadi beberapa berkas.',
    en: '{name} is larger than 2 MB. Split it into several files.',
  },
  empty: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  unreadable: { id: 'Berkas ini tidak dapat dibaca. Pilih lagi.', en: 'This file cannot be read. Choose it again.' },
  columns: { id: 'Kolom', en: 'Columns' },
  noColumn: { id: 'Tidak diimpor', en: 'Not imported' },
  check: { id: 'Periksa', en: 'Check' },
  checkHint: { id: 'Pemeriksaan tidak mengubah apa pun.', en: 'A check changes nothing.' },
  result: { id: 'Hasil pemeriksaan', en: 'Result of the check' },
  rows: { id: 'Baris', en: 'Rows' },
  importable: { id: 'Dapat diimpor', en: 'Can be imported' },
  faulty: { id: 'Bermasalah, tidak diimpor', en: 'With faults, not imported' },
  duplicates: { id: 'Mungkin sudah dikenal, diimpor dengan peringatan', en: 'Maybe known already, imported with a warning' },
  faultsTable: { id: 'Baris yang bermasalah', en: 'Rows with faults' },
  duplicatesTable: { id: 'Baris yang mungkin sudah dikenal', en: 'Rows that may be known already' },
  row: { id: 'Baris', en: 'Row' },
  column: { id: 'Kolom', en: 'Column' },
  value: { id: 'Tertulis', en: 'Written' },
  fault: { id: 'Yang harus diperbaiki', en: 'What to mend' },
  matches: { id: 'Kecocokan', en: 'Match' },
  firstFaults: { id: 'Hanya 500 yang pertama ditampilkan.', en: 'Only the first 500 are shown.' },
  ignored: { id: 'Kolom yang tidak dipakai: {columns}', en: 'Columns that are not used: {columns}' },
  act: { id: 'Impor {count} prospek', en: 'Import {count} leads' },
  nothing: { id: 'Tidak ada baris yang dapat diimpor.', en: 'There is no row to import.' },
  done: { id: '{count} prospek diimpor', en: '{count} leads imported' },
  toLeads: { id: 'Lihat prospek', en: 'See the leads' },
  another: { id: 'Impor berkas lain', en: 'Import another file' },
} as const

export const fieldWords: Record<ImportField, Bilingual> = {
  fullName: lead.name,
  phone: lead.phone,
  email: lead.email,
  interest: lead.interest,
  source: lead.source,
  tags: lead.tags,
  nextFollowUpAt: lead.nextFollowUp,
}
