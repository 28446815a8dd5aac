import { companyDescription, type CompanySetting } from '@rmtools/contracts/auth/company-fields'
import type { Words } from '@rmtools/contracts/described'

export const words = {
  title: { id: 'Pengaturan', en: 'Settings' },
  parts: { id: 'Bagian pengaturan', en: 'Parts of the settings' },
  company: { id: 'Perusahaan', en: 'Company' },
  codes: { id: 'Kode S-INVEST', en: 'S-INVEST codes' },
  holidays: { id: 'Hari libur bursa', en: 'Exchange holidays' },
  banks: { id: 'Bank', en: 'Banks' },
  questionnaire: { id: 'Kuesioner risiko', en: 'Risk questionnaire' },
  messages: { id: 'Pesan kepada investor', en: 'Messages to investors' },
  mayNotCompany: {
    id: 'Hanya administrator perusahaan yang mengubah ini.',
    en: 'Only a company administrator changes this.',
  },
  mayNotPlatform: {
    id: 'Hanya administrator platform yang mengubah ini.',
    en: 'Only a platform administrator changes this.',
  },
  acts: { id: 'Tindakan', en: 'Actions' },
  saved: { id: 'Tersimpan.', en: 'Saved.' },
  needed: { id: 'Wajib diisi.', en: 'Required.' },
} as const

/** What a setting is called. */
export const settingLabel = (name: CompanySetting): Words => companyDescription.of(name).label

export const companyWords = {
  look: { id: 'Tampilan', en: 'Look' },
  logo: { id: 'Logo', en: 'Logo' },
  logoHint: {
    id: 'PNG, JPEG, WebP, HEIC, atau AVIF, paling besar 10 MB; di atas 29 kB diperkecil. Tampil di tautan yang dibuka investor dan di dokumen.',
    en: 'PNG, JPEG, WebP, HEIC or AVIF, at most 10 MB; above 29 kB it is drawn smaller. It shows on the links that investors open, and on documents.',
  },
  logoChoose: { id: 'Pilih logo', en: 'Choose a logo' },
  logoRemove: { id: 'Hapus logo', en: 'Remove the logo' },
  logoTooLarge: {
    id: 'Gambar ini lebih besar dari 10 MB. Perkecil lalu pilih lagi.',
    en: 'This picture is larger than 10 MB. Make it smaller and choose it again.',
  },
  logoWrong: {
    id: 'Berkas ini tidak bisa dibaca. Pilih lagi.',
    en: 'This file cannot be read. Choose it again.',
  },
  letterhead: { id: 'Kepala surat', en: 'Letterhead' },
  letterheadHint: { id: 'Tercetak di kepala setiap PDF.', en: 'Printed at the head of each PDF.' },
  licenceWrong: {
    id: 'Tulis 3 sampai 60 huruf, angka, titik, garis miring, dan tanda hubung.',
    en: 'Write 3 to 60 letters, figures, dots, slashes and hyphens.',
  },
  addressWrong: { id: 'Tulis 5 sampai 300 huruf.', en: 'Write 5 to 300 letters.' },
  printable: {
    id: 'Ada huruf yang tidak dapat dicetak di dokumen.',
    en: 'It contains letters that documents cannot print.',
  },
  brandHint: {
    id: 'Tulisan putih di atasnya harus terbaca: kontras sedikitnya 4,5 banding 1.',
    en: 'White text on it must be readable: a contrast of at least 4.5 to 1.',
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
  bib: { id: 'Bib', en: 'Bib' },
  bibHint: {
    id: 'Huruf, angka, garis bawah, tanda hubung. Salah isi menghentikan sinkronisasi.',
    en: 'Letters, digits, underscores, hyphens. A wrong one stops the sync.',
  },
  bibFixed: {
    id: 'Diberikan oleh administrator platform.',
    en: "Given by the platform's administrator.",
  },
  outOf: { id: 'Harus antara {min} dan {max}.', en: 'It must be between {min} and {max}.' },
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
