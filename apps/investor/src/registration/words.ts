import type { Bilingual } from '@rmtools/look/words'
import { both } from '../base/language.tsx'

export const words = {
  asks: (who: string) => both(`${who} mengundang Anda`, `${who} invites you`),
  title: {
    individual: both('Pendaftaran investor', 'Registration as an investor'),
    institutional: both('Pendaftaran investor institusi', 'Registration of an institution'),
  },
  returnedTitle: both('Perbaiki beberapa hal', 'Some things to correct'),
  returnedText: (count: number) =>
    both(
      `Peninjau mengembalikan ${count} hal. Hanya itu yang dibuka; isian lain sudah diterima.`,
      count === 1
        ? 'The reviewer sent back one thing. Only that is open; the rest is fine.'
        : `The reviewer sent back ${count} things. Only these are open; the rest is fine.`,
    ),
  intro: both(
    'Isian tersimpan otomatis. Anda dapat berhenti dan melanjutkan kapan saja dengan tautan yang sama.',
    'Your answers are saved automatically. You can stop and continue at any time with the same link.',
  ),
  prepare: both(
    'Siapkan KTP, nomor rekening bank, dan waktu sekitar 15 menit.',
    'Have your KTP and bank account number at hand, and about 15 minutes.',
  ),
  prepareInstitution: both(
    'Siapkan akta, NIB, NPWP, identitas pejabat, dan nomor rekening.',
    'Have the deed, NIB, NPWP, identity cards of the authorised persons and the bank account number at hand.',
  ),
  complete: (percent: number) => both(`${percent}% lengkap`, `${percent}% complete`),
  begin: both('Mulai', 'Begin'),
  goOn: both('Lanjutkan', 'Continue'),
  send: both('Periksa dan kirim', 'Check and submit'),
  next: both('Lanjut', 'Next'),
  back: both('Kembali', 'Back'),
  overview: both('Ringkasan', 'Overview'),
  later: both('Lengkapi nanti', 'Complete it later'),
  step: (at: number, of: number) => both(`Bagian ${at} dari ${of}`, `Part ${at} of ${of}`),
  done: both('Lengkap', 'Complete'),
  left: (count: number) => both(`${count} lagi`, `${count} left`),
  optional: both('Opsional', 'Optional'),
  returned: both('Perlu diperbaiki', 'To be corrected'),
  summaryTitle: (count: number) =>
    both(
      `${count} isian perlu diperiksa`,
      count === 1 ? 'One field needs a look' : `${count} fields need a look`,
    ),
  saved: both('Tersimpan', 'Saved'),
  saving: both('Menyimpan …', 'Saving …'),
  unsaved: both('Ada isian yang belum dapat disimpan', 'Something cannot be saved yet'),
  failed: both(
    'Belum tersimpan. Isian Anda tetap ada dan penyimpanan dicoba lagi secara otomatis.',
    'Not saved yet. Your answers are kept and saving is retried automatically.',
  ),
  elsewhere: (names: string) =>
    both(
      `Diubah juga di tempat lain: ${names}. Yang Anda ketik di sini yang dipakai.`,
      `Also changed elsewhere: ${names}. Your input here is used.`,
    ),
  unsavedTitle: both('Belum sempat tersimpan', 'Not saved in time'),
  unsavedText: both(
    'Sampaikan isian ini kepada RM Anda.',
    'Please give these answers to your relationship manager.',
  ),
  validUntil: (when: string) =>
    both(`Tautan ini berlaku sampai ${when}.`, `This link is valid until ${when}.`),
} as const

export const documentWords = {
  intro: both(
    'Foto harus tajam, terbaca seluruhnya, tanpa pantulan cahaya.',
    'Photos must be sharp, readable from edge to edge, without glare.',
  ),
  stored: both('Tersimpan', 'Saved'),
  add: both('Tambah', 'Add'),
  replace: both('Ganti', 'Replace'),
  remove: both('Hapus', 'Remove'),
  missing: both('Belum ada', 'Missing'),
  camera: both('Buka kamera', 'Open the camera'),
  take: both('Ambil foto', 'Take the photo'),
  file: both('Pilih berkas', 'Choose a file'),
  use: both('Pakai foto ini', 'Use this photo'),
  useFile: both('Kirim berkas ini', 'Send this file'),
  again: both('Ulangi', 'Retake'),
  uploading: both('Mengirim …', 'Sending …'),
  preview: both('Pratinjau', 'Preview'),
  live: both('Gambar kamera', 'Camera picture'),
  noCamera: both(
    'Kamera tidak dapat dibuka. Izinkan kamera di peramban, atau pilih berkas foto.',
    'The camera cannot be opened. Allow it in the browser, or choose a photo.',
  ),
  tooLarge: both(
    'Berkas lebih besar dari 10 MB. Pilih yang lebih kecil.',
    'The file is larger than 10 MB. Choose a smaller one.',
  ),
  unreadable: both(
    'Berkas ini tidak dapat dibaca sebagai gambar. Pilih JPEG, PNG, HEIC, atau PDF.',
    'This file cannot be read as an image. Choose JPEG, PNG, HEIC or PDF.',
  ),
  signFirst: both('Gambar tanda tangan Anda dahulu.', 'Draw your signature first.'),
  still: both(
    'Masih mengirim. Jaringan lambat; jangan tutup halaman ini.',
    'Still sending. The network is slow; keep this page open.',
  ),
  useSignature: both('Simpan tanda tangan', 'Save the signature'),
} as const

/** How to photograph a document well. */
export const documentHints: Readonly<Record<string, Bilingual>> = {
  ktp: both(
    'Letakkan KTP di dalam bingkai, di tempat terang.',
    'Put the KTP inside the frame, in good light.',
  ),
  passport: both(
    'Halaman foto di dalam bingkai, di tempat terang.',
    'The page with the photo inside the frame, in good light.',
  ),
  selfie: both(
    'Wajah di dalam lingkaran; pegang KTP di bawah dagu tanpa menutupinya.',
    'Your face in the oval; hold the KTP below your chin without covering it.',
  ),
  signature: both('Tanda tangani seperti pada KTP.', 'Sign as on your KTP.'),
}

export const bankWords = {
  intro: both(
    'Rekening atas nama Anda sendiri, tempat hasil penjualan dibayarkan. Paling banyak tiga.',
    'An account in your own name, to which proceeds are paid. At most three.',
  ),
  bank: both('Bank', 'Bank'),
  search: both('Cari bank', 'Search for a bank'),
  searchHint: both(
    'Nama atau kode, misalnya BCA atau 014.',
    'Name or code, for example BCA or 014.',
  ),
  found: both('Pilih bank', 'Choose the bank'),
  none: both('Tidak ada bank dengan nama itu.', 'There is no bank of that name.'),
  add: both('Simpan rekening', 'Save the account'),
  another: both('Tambah rekening lain', 'Add another account'),
  remove: both('Hapus', 'Remove'),
} as const

export const riskWords = {
  intro: both(
    'Beberapa pertanyaan singkat. Hasilnya menunjukkan seberapa besar naik turunnya nilai yang cocok untuk Anda; berlaku satu tahun.',
    'A few short questions. The result tells how much rise and fall in value suits you; it is valid for a year.',
  ),
  assess: both('Lihat hasil', 'See the result'),
  again: both('Isi ulang', 'Answer again'),
  result: both('Profil risiko Anda', 'Your risk profile'),
  until: (date: string) => both(`Berlaku sampai ${date}.`, `Valid until ${date}.`),
  answerAll: both('Jawab setiap pertanyaan.', 'Answer every question.'),
} as const

export const submitWords = {
  intro: both(
    'Baca setiap pernyataan, lalu centang yang Anda setujui.',
    'Read each statement, then tick what you agree to.',
  ),
  needed: both('Wajib', 'Required'),
  optional: both('Opsional', 'Optional'),
  notReady: both('Masih ada yang belum lengkap', 'Something is still missing'),
  code: both('Lanjut, kirim kode', 'Continue and send a code'),
  submit: both('Kirim pendaftaran', 'Submit the registration'),
  sending: both('Mengirim …', 'Sending …'),
  again: both(
    'Pernyataan yang sudah Anda setujui tetap berlaku.',
    'Your earlier consents remain valid.',
  ),
  doneTitle: both('Pendaftaran Anda terkirim', 'Your registration was submitted'),
  doneText: both(
    'Terima kasih. Data Anda sekarang ditinjau.',
    'Thank you. Your data is now being reviewed.',
  ),
  nextTitle: both('Selanjutnya', 'What happens next'),
  next: [
    both(
      'Peninjau memeriksa isian dan dokumen Anda.',
      'A reviewer checks your answers and documents.',
    ),
    both(
      'Bila ada yang perlu diperbaiki, Anda menerima tautan baru.',
      'If something must be corrected, you will receive a new link.',
    ),
    both(
      'Setelah disetujui, RM Anda mengabari dan Anda dapat mulai berinvestasi.',
      'Once approved, your relationship manager will tell you and you can start to invest.',
    ),
  ],
  at: both('Dikirim', 'Submitted'),
} as const
