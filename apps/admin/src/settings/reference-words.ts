import type { CodeListName } from '@rmtools/contracts/crm/code-lists'
import type { Bilingual } from '@rmtools/look/words'

export const codeWords = {
  intro: {
    id: 'Kode yang dikirim ke Bib dan S-INVEST untuk setiap pilihan pada formulir KYC. Kode bawaan lazim dipakai, tetapi cocokkan dengan ketentuan bank kustodian Anda.',
    en: "The codes sent to Bib and S-INVEST for each choice of the KYC forms. The defaults are widely used, but check them against your custodian's requirements.",
  },
  list: { id: 'Daftar', en: 'List' },
  entry: { id: 'Pilihan', en: 'Choice' },
  code: { id: 'Kode S-INVEST', en: 'S-INVEST code' },
  default: { id: 'bawaan', en: 'default' },
  changed: { id: 'diubah perusahaan', en: "company's own" },
  edit: { id: 'Ubah kode untuk {name}', en: 'Edit the code of {name}' },
  backToDefault: { id: 'Kembalikan ke bawaan', en: 'Reset to default' },
  wrong: {
    id: '1 sampai 40 huruf, angka, spasi, titik, atau tanda hubung.',
    en: '1 to 40 letters, digits, spaces, dots or hyphens.',
  },
} as const

export const listWords: Record<CodeListName, Bilingual> = {
  education: { id: 'Pendidikan', en: 'Education' },
  occupation: { id: 'Pekerjaan', en: 'Occupation' },
  yearlyIncome: { id: 'Penghasilan setahun', en: 'Yearly income' },
  netWorth: { id: 'Kekayaan bersih', en: 'Net worth' },
  objective: { id: 'Tujuan investasi', en: 'Objective' },
  sourceOfFunds: { id: 'Sumber dana', en: 'Source of funds' },
  maritalStatus: { id: 'Status perkawinan', en: 'Marital status' },
  religion: { id: 'Agama', en: 'Religion' },
  fatcaStatus: { id: 'Status FATCA', en: 'FATCA status' },
  noTinReason: { id: 'Alasan tanpa TIN', en: 'Reason without a TIN' },
  legalForm: { id: 'Bentuk hukum', en: 'Legal form' },
  companyType: { id: 'Jenis perusahaan', en: 'Type of company' },
  characteristic: { id: 'Karakteristik', en: 'Characteristic' },
  institutionIncome: { id: 'Penghasilan institusi', en: "Institution's income" },
  entityClass: { id: 'Kelas entitas', en: 'Entity class' },
}

export const holidayWords = {
  intro: {
    id: 'Hari bursa libur selain akhir pekan. Berlaku untuk semua perusahaan: tanggal NAB instruksi yang disetujui sesudahnya mengikutinya.',
    en: 'Days on which the exchange is closed, besides weekends. They apply to all companies: the NAV date of instructions approved afterwards follows them.',
  },
  previous: { id: 'Tahun sebelumnya', en: 'Previous year' },
  next: { id: 'Tahun berikutnya', en: 'Next year' },
  none: { id: 'Belum ada hari libur pada {year}', en: 'No holidays in {year} yet' },
  noneHint: {
    id: 'Tambahkan begitu kalender bursa terbit.',
    en: 'Add them once the exchange publishes its calendar.',
  },
  date: { id: 'Tanggal', en: 'Date' },
  name: { id: 'Nama', en: 'Name' },
  provisional: { id: 'Sementara', en: 'Provisional' },
  provisionalHint: {
    id: 'Belum ditetapkan oleh surat keputusan.',
    en: 'Not yet fixed by decree.',
  },
  add: { id: 'Tambah hari libur', en: 'Add a holiday' },
  edit: { id: 'Ubah {name}', en: 'Edit {name}' },
  reason: {
    id: 'Dasar, misalnya nomor surat keputusan',
    en: 'Basis, such as the number of the decree',
  },
  remove: {
    id: 'Jadikan hari bursa {name}, {date}',
    en: 'Make {name}, {date} an exchange day again',
  },
  removeLabel: { id: 'Hapus {name}, {date}', en: 'Remove {name}, {date}' },
  removeAct: { id: 'Jadikan hari bursa', en: 'Make it an exchange day' },
  weekend: {
    id: 'Ini akhir pekan: bursa memang libur.',
    en: 'This is a weekend: the exchange is closed anyway.',
  },
} as const

export const bankWords = {
  intro: {
    id: 'Bank untuk rekening investor, bagi semua perusahaan. Rekening di bank yang dinonaktifkan tetap ada, tetapi rekening baru tidak dapat ditambahkan.',
    en: "Banks for investors' accounts, for all companies. Accounts at a deactivated bank are kept, but no new ones can be added.",
  },
  code: { id: 'Kode', en: 'Code' },
  name: { id: 'Nama', en: 'Name' },
  bic: { id: 'BIC', en: 'BIC' },
  bicWrong: { id: '8 atau 11 huruf besar dan angka.', en: '8 or 11 capital letters and digits.' },
  active: { id: 'Aktif', en: 'Active' },
  inactive: { id: 'Nonaktif', en: 'Inactive' },
  edit: { id: 'Ubah {name}', en: 'Edit {name}' },
  noMatch: { id: 'Tidak ada bank yang cocok', en: 'No matching banks' },
} as const
