// The vocabulary that the apps share: one word per notion, Indonesian first. Words of a single
// screen are defined there.

export type Language = 'id' | 'en'
export type Bilingual = { readonly id: string; readonly en: string }

/** A text in both languages. */
export const say = (id: string, en: string): Bilingual => ({ id, en })
const word = say

export const yes = word('Ya', 'Yes')
export const no = word('Tidak', 'No')

export const nouns = {
  lead: word('Prospek', 'Lead'),
  leads: word('Prospek', 'Leads'),
  investor: word('Investor', 'Investor'),
  investors: word('Investor', 'Investors'),
  individual: word('Perorangan', 'Individual'),
  institutional: word('Institusi', 'Institution'),
  kycReview: word('Tinjauan KYC', 'KYC review'),
  instruction: word('Instruksi', 'Instruction'),
  instructions: word('Instruksi', 'Instructions'),
  subscription: word('Pembelian', 'Subscription'),
  redemption: word('Penjualan kembali', 'Redemption'),
  switching: word('Pengalihan', 'Switching'),
  product: word('Produk', 'Product'),
  products: word('Produk', 'Products'),
  portfolio: word('Portofolio', 'Portfolio'),
  nav: word('NAB/UP', 'NAV per unit'),
  cutOff: word('Batas waktu transaksi', 'Cut-off'),
  riskProfile: word('Profil risiko', 'Risk profile'),
  sourceOfFunds: word('Sumber dana', 'Source of funds'),
  objective: word('Tujuan investasi', 'Objective'),
  motherMaidenName: word('Nama gadis ibu kandung', "Mother's maiden name"),
  beneficialOwner: word('Pemilik manfaat', 'Beneficial owner'),
  bankAccount: word('Rekening bank', 'Bank account'),
  factSheet: word('Fund fact sheet', 'Fact sheet'),
  prospectus: word('Prospektus', 'Prospectus'),
  followUp: word('Tindak lanjut', 'Follow-up'),
  auditTrail: word('Jejak audit', 'Audit trail'),
  notifications: word('Notifikasi', 'Notifications'),
  reports: word('Laporan', 'Reports'),
  settings: word('Pengaturan', 'Settings'),
  company: word('Perusahaan', 'Company'),
  licence: word('Izin WAPERD', 'WAPERD licence'),
  consent: word('Persetujuan', 'Consent'),
  document: word('Dokumen', 'Document'),
  documents: word('Dokumen', 'Documents'),
  signature: word('Tanda tangan', 'Signature'),
  fee: word('Biaya', 'Fee'),
  amount: word('Jumlah', 'Amount'),
  units: word('Unit', 'Units'),
} as const

export const actions = {
  approve: word('Setujui', 'Approve'),
  return: word('Kembalikan', 'Return'),
  reject: word('Tolak', 'Reject'),
  decline: word('Tolak', 'Decline'),
  save: word('Simpan', 'Save'),
  cancel: word('Batal', 'Cancel'),
  close: word('Tutup', 'Close'),
  back: word('Kembali', 'Back'),
  next: word('Lanjut', 'Next'),
  send: word('Kirim', 'Send'),
  resend: word('Kirim ulang', 'Resend'),
  retry: word('Coba lagi', 'Try again'),
  signIn: word('Masuk', 'Sign in'),
  signOut: word('Keluar', 'Sign out'),
  search: word('Cari', 'Search'),
  add: word('Tambah', 'Add'),
  edit: word('Ubah', 'Edit'),
  remove: word('Hapus', 'Remove'),
  download: word('Unduh', 'Download'),
  claim: word('Ambil', 'Claim'),
  release: word('Lepaskan', 'Release'),
} as const

/** Risk bands 1 to 5 (configurable per company; these are the defaults' words). */
export const riskBands: Readonly<Record<1 | 2 | 3 | 4 | 5, Bilingual>> = {
  1: word('Sangat konservatif', 'Very conservative'),
  2: word('Konservatif', 'Conservative'),
  3: word('Moderat', 'Moderate'),
  4: word('Agresif', 'Aggressive'),
  5: word('Sangat agresif', 'Very aggressive'),
}

export const productTypes = {
  MONEY_MARKET: word('Pasar uang', 'Money market'),
  FIXED_INCOME: word('Pendapatan tetap', 'Fixed income'),
  MIXED: word('Campuran', 'Mixed'),
  EQUITY: word('Saham', 'Equity'),
  INDEX: word('Indeks', 'Index'),
  BOND: word('Obligasi', 'Bond'),
} as const

export const transactionTypes = {
  SUBSCRIPTION: nouns.subscription,
  REDEMPTION: nouns.redemption,
  SWITCH_OUT: word('Pengalihan keluar', 'Switch out'),
  SWITCH_IN: word('Pengalihan masuk', 'Switch in'),
} as const

export const roles = {
  rm: word('Relationship manager', 'Relationship manager'),
  reviewer: word('Peninjau', 'Reviewer'),
  'company-admin': word('Administrator perusahaan', 'Company administrator'),
  auditor: word('Auditor', 'Auditor'),
  'platform-admin': word('Administrator platform', 'Platform administrator'),
} as const

/** Shown with every performance figure. */
export const performanceDisclaimer = word(
  'Kinerja masa lalu tidak menjamin kinerja di masa depan.',
  'Past performance does not guarantee future results.',
)
