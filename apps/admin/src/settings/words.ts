import { companyDescription, type CompanySetting } from '@rmtools/contracts/auth/company-fields'
import type { Words } from '@rmtools/contracts/described'

export const words = {
  title: { id: 'Pengaturan', en: 'Settings' },
  parts: { id: 'Bagian pengaturan', en: 'Settings sections' },
  company: { id: 'Perusahaan', en: 'Company' },
  codes: { id: 'Kode S-INVEST', en: 'S-INVEST codes' },
  holidays: { id: 'Hari libur bursa', en: 'Exchange holidays' },
  banks: { id: 'Bank', en: 'Banks' },
  questionnaire: { id: 'Kuesioner risiko', en: 'Risk questionnaire' },
  messages: { id: 'Pesan kepada investor', en: 'Messages to investors' },
  mayNotCompany: {
    id: 'Hanya administrator perusahaan yang dapat mengubah ini.',
    en: 'Only a company administrator can change this.',
  },
  mayNotPlatform: {
    id: 'Hanya administrator platform yang dapat mengubah ini.',
    en: 'Only a platform administrator can change this.',
  },
  acts: { id: 'Tindakan', en: 'Actions' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  needed: { id: 'Wajib diisi.', en: 'Required.' },
} as const

/** The label of a setting. */
export const settingLabel = (name: CompanySetting): Words => companyDescription.of(name).label

export const companyWords = {
  look: { id: 'Tampilan', en: 'Appearance' },
  logo: { id: 'Logo', en: 'Logo' },
  logoHint: {
    id: 'PNG, JPEG, WebP, HEIC, atau AVIF, paling besar 10 MB; di atas 29 kB diperkecil. Tampil di halaman yang dibuka investor dan di dokumen.',
    en: 'PNG, JPEG, WebP, HEIC or AVIF, at most 10 MB; above 29 kB it is scaled down. It appears on the pages that investors open, and on documents.',
  },
  logoChoose: { id: 'Pilih logo', en: 'Choose a logo' },
  logoRemove: { id: 'Hapus logo', en: 'Remove the logo' },
  logoTooLarge: {
    id: 'Gambar ini lebih besar dari 10 MB. Perkecil, lalu pilih lagi.',
    en: 'This picture is larger than 10 MB. Reduce its size and choose it again.',
  },
  logoWrong: {
    id: 'Berkas ini tidak dapat dibaca. Pilih berkas lain.',
    en: 'This file cannot be read. Choose another file.',
  },
  letterhead: { id: 'Kepala surat', en: 'Letterhead' },
  letterheadHint: { id: 'Tercetak di kepala setiap PDF.', en: 'Printed at the head of each PDF.' },
  licenceWrong: {
    id: 'Isi 3 sampai 60 huruf, angka, titik, garis miring, atau tanda hubung.',
    en: 'Enter 3 to 60 letters, digits, dots, slashes or hyphens.',
  },
  addressWrong: { id: 'Isi 5 sampai 300 karakter.', en: 'Enter 5 to 300 characters.' },
  printable: {
    id: 'Ada karakter yang tidak dapat dicetak di dokumen.',
    en: 'It contains characters that documents cannot print.',
  },
  brandHint: {
    id: 'Tulisan putih di atasnya harus terbaca: kontras sedikitnya 4,5 banding 1.',
    en: 'White text on it must be readable: a contrast of at least 4.5 : 1.',
  },
  brandPick: { id: 'Pilih dari palet', en: 'Choose from a palette' },
  brandWrong: { id: 'Tulis seperti #0e5c4a.', en: 'Write it like #0e5c4a.' },
  contrast: { id: 'Kontras dengan putih {ratio} : 1', en: 'Contrast with white {ratio} : 1' },
  tooPale: { id: 'terlalu pucat', en: 'too pale' },
  preview: { id: 'Pratinjau', en: 'Preview' },
  light: { id: 'Terang', en: 'Light' },
  dark: { id: 'Gelap', en: 'Dark' },
  sampleLink: { id: 'Tautan', en: 'A link' },
  sampleButton: { id: 'Setujui', en: 'Approve' },
  orders: { id: 'Instruksi dan tautan', en: 'Instructions and links' },
  seconds: { id: 'detik', en: 'seconds' },
  hours: { id: 'jam', en: 'hours' },
  on: { id: 'Dikirim', en: 'Sent' },
  off: { id: 'Tidak dikirim', en: 'Not sent' },
  messages: { id: 'Pesan kepada klien', en: 'Messages to clients' },
  numberIdWrong: { id: 'Isi 5 sampai 25 angka.', en: 'Enter 5 to 25 digits.' },
  bib: { id: 'Bib', en: 'Bib' },
  bibHint: {
    id: 'Huruf, angka, garis bawah, dan tanda hubung. Kode yang salah menghentikan sinkronisasi.',
    en: 'Letters, digits, underscores and hyphens. A wrong code stops the sync.',
  },
  bibFixed: {
    id: 'Ditetapkan oleh administrator platform.',
    en: 'Set by the platform administrator.',
  },
  outOf: { id: 'Harus antara {min} dan {max}.', en: 'Must be between {min} and {max}.' },
  moneyWrong: {
    id: 'Angka tanpa titik ribuan, paling banyak dua desimal.',
    en: 'Digits without separators, at most two decimals.',
  },
  timeWrong: { id: 'Tulis seperti 13:00.', en: 'Write it like 13:00.' },
  codeWrong: {
    id: 'Hanya huruf, angka, garis bawah, dan tanda hubung.',
    en: 'Letters, digits, underscores and hyphens only.',
  },
} as const
