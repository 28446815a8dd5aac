// Labels of the KYC forms by the names of the contract's fields (dev/look.test.ts finds missing
// ones), and of documents.
import type { Bilingual } from './words.ts'
import { nouns } from './words.ts'

const label = (id: string, en: string): Bilingual => ({ id, en })

const shared = {
  email: label('E-mail', 'E-mail'),
  npwp: label('NPWP', 'NPWP (tax number)'),
  npwpRegisteredOn: label('Tanggal daftar NPWP', 'NPWP registered on'),
  sourceOfFunds: nouns.sourceOfFunds,
  objective: nouns.objective,
  purpose: label('Maksud hubungan usaha', 'Purpose of the relationship'),
  isPep: label('Terekspos secara politik (PEP)', 'Politically exposed (PEP)'),
  pepPosition: label('Jabatan PEP', 'Position of the PEP'),
  fax: label('Faks', 'Fax'),
  statementType: label('Pengiriman laporan', 'Statements'),
  fatcaStatus: label('Status FATCA', 'FATCA status'),
  isUsPerson: label('Warga pajak Amerika Serikat', 'US person'),
  taxResidences: label('Negara domisili pajak', 'Tax residences'),
  beneficialOwners: nouns.beneficialOwner,
} as const

/** Fields of an individual's form. */
export const individualLabels = {
  fullName: label('Nama lengkap sesuai KTP', 'Full name as on the identity card'),
  phone: label('Nomor ponsel', 'Mobile phone'),
  alias: label('Nama alias', 'Alias'),
  identityType: label('Jenis identitas', 'Identity document'),
  identityNumber: label('Nomor identitas (NIK)', 'Identity number (NIK)'),
  identityExpiresOn: label('Identitas berlaku sampai', 'Identity valid until'),
  placeOfBirth: label('Tempat lahir', 'Place of birth'),
  dateOfBirth: label('Tanggal lahir', 'Date of birth'),
  countryOfBirth: label('Negara kelahiran', 'Country of birth'),
  nationality: label('Kewarganegaraan', 'Nationality'),
  sex: label('Jenis kelamin', 'Sex'),
  maritalStatus: label('Status pernikahan', 'Marital status'),
  spouseName: label('Nama pasangan', "Spouse's name"),
  motherMaidenName: nouns.motherMaidenName,
  religion: label('Agama', 'Religion'),
  education: label('Pendidikan terakhir', 'Education'),
  occupation: label('Pekerjaan', 'Occupation'),
  jobTitle: label('Jabatan', 'Job title'),
  employer: label('Tempat kerja', 'Workplace'),
  yearlyIncome: label('Penghasilan per tahun', 'Yearly income'),
  netWorth: label('Kekayaan bersih', 'Net worth'),
  assetOwner: label('Pemilik dana', 'Owner of the assets'),
  identityAddress: label('Alamat sesuai KTP', 'Address on the identity card'),
  domicileAddress: label('Alamat tempat tinggal', 'Residence'),
  correspondenceAddress: label('Alamat surat-menyurat', 'Correspondence address'),
  homePhone: label('Telepon rumah', 'Home phone'),
  ...shared,
} as const

/** Fields of an institution's form. */
export const institutionalLabels = {
  fullName: label('Nama institusi', 'Name of the institution'),
  phone: label('Telepon kantor', 'Office phone'),
  countryOfDomicile: label('Negara domisili', 'Country of domicile'),
  legalForm: label('Bentuk badan hukum', 'Legal form'),
  companyType: label('Jenis institusi', 'Type of institution'),
  characteristic: label('Karakteristik', 'Characteristic'),
  lineOfBusiness: label('Bidang usaha', 'Line of business'),
  licenceNumber: label('Nomor izin usaha', 'Business licence number'),
  siupNumber: label('Nomor SIUP', 'SIUP number'),
  siupExpiresOn: label('SIUP berlaku sampai', 'SIUP valid until'),
  nib: label('NIB', 'NIB'),
  skdNumber: label('Nomor SKD', 'SKD number'),
  skdExpiresOn: label('SKD berlaku sampai', 'SKD valid until'),
  placeOfEstablishment: label('Tempat pendirian', 'Place of establishment'),
  dateOfEstablishment: label('Tanggal pendirian', 'Date of establishment'),
  deedNumber: label('Nomor akta pendirian', 'Number of the deed'),
  deedDate: label('Tanggal akta', 'Date of the deed'),
  deedNotary: label('Notaris', 'Notary'),
  incomeLevel: label('Penghasilan per tahun', 'Yearly income'),
  address: label('Alamat kantor', 'Office address'),
  website: label('Situs web', 'Website'),
  contactPerson: label('Narahubung', 'Contact person'),
  authorisedPersons: label('Pejabat berwenang', 'Authorised persons'),
  figures: label('Aset dan laba tiga tahun terakhir', 'Assets and profit of three years'),
  entityClass: label('Klasifikasi entitas (CRS)', 'Entity class (CRS)'),
  giin: label('GIIN', 'GIIN'),
  hasSubstantialUsOwner: label('Pemilik substansial dari AS', 'Substantial US owner'),
  controllingPersons: label('Pengendali', 'Controlling persons'),
  ...shared,
} as const

/** Fields within addresses, employers, tax residences, owners and authorised persons. */
export const partLabels = {
  line: label('Alamat', 'Street and number'),
  rt: label('RT', 'RT'),
  rw: label('RW', 'RW'),
  village: label('Kelurahan/desa', 'Village (kelurahan)'),
  district: label('Kecamatan', 'District (kecamatan)'),
  city: label('Kota/kabupaten', 'City or regency'),
  province: label('Provinsi', 'Province'),
  postalCode: label('Kode pos', 'Postal code'),
  country: label('Negara', 'Country'),
  name: label('Nama', 'Name'),
  lineOfBusiness: label('Bidang usaha', 'Line of business'),
  phone: label('Telepon', 'Phone'),
  address: label('Alamat', 'Address'),
  tin: label('TIN', 'TIN'),
  noTinReason: label('Alasan tanpa TIN', 'Reason for no TIN'),
  identityNumber: label('Nomor identitas', 'Identity number'),
  nationality: label('Kewarganegaraan', 'Nationality'),
  relationship: label('Hubungan', 'Relationship'),
  share: label('Porsi (%)', 'Share (%)'),
  position: label('Jabatan', 'Position'),
  mobile: label('Ponsel', 'Mobile'),
  email: label('E-mail', 'E-mail'),
  npwp: label('NPWP', 'NPWP'),
  ktpNumber: label('Nomor KTP', 'KTP number'),
  ktpExpiresOn: label('KTP berlaku sampai', 'KTP valid until'),
  passportNumber: label('Nomor paspor', 'Passport number'),
  passportExpiresOn: label('Paspor berlaku sampai', 'Passport valid until'),
  year: label('Tahun', 'Year'),
  assets: label('Total aset', 'Total assets'),
  profit: label('Laba', 'Profit'),
} as const

export const documentLabels = {
  ktp: label('Foto KTP', 'Identity card (KTP)'),
  passport: label('Paspor', 'Passport'),
  selfie: label('Swafoto dengan KTP', 'Selfie with identity card'),
  npwp: label('NPWP', 'NPWP card'),
  signature: label('Spesimen tanda tangan', 'Signature specimen'),
  'bank-book': label('Halaman buku tabungan', 'Bank-book page'),
  deed: label('Akta pendirian', 'Deed of establishment'),
  'deed-amendment': label('Perubahan akta', 'Amendment of the deed'),
  decree: label('SK pengesahan', 'Decree'),
  nib: label('NIB', 'NIB'),
  siup: label('SIUP', 'SIUP'),
  skd: label('SKD', 'SKD'),
  'authorised-identity': label('Identitas pejabat berwenang', 'Identity of authorised persons'),
  'owner-identity': label('Identitas pemilik', 'Identity of owners'),
  'board-resolution': label('Keputusan direksi', 'Board resolution'),
  'specimen-signatures': label('Spesimen tanda tangan pejabat', 'Specimen signatures'),
  other: label('Dokumen lain', 'Other document'),
} as const

/** Choices without a code list in the contract. */
export const choiceLabels = {
  ktp: label('KTP', 'Identity card (KTP)'),
  passport: label('Paspor', 'Passport'),
  male: label('Laki-laki', 'Male'),
  female: label('Perempuan', 'Female'),
  self: label('Milik sendiri', 'Own'),
  other: label('Milik pihak lain', "Another party's"),
  paper: label('Cetak', 'Paper'),
  electronic: label('Elektronik', 'Electronic'),
  'in-person': label('Tatap muka', 'In person'),
  video: label('Video langsung', 'Live video'),
  'non-face-to-face': label('Tanpa tatap muka', 'Non-face-to-face'),
  yes: label('Ya', 'Yes'),
  no: label('Tidak', 'No'),
} as const

/** Total assets and profit of a year (DOMAIN.md section 3). */
export const yearBands: Readonly<Record<1 | 2 | 3 | 4 | 5, Bilingual>> = {
  1: label('s.d. Rp 100 miliar', 'up to Rp 100 billion'),
  2: label('s.d. Rp 500 miliar', 'up to Rp 500 billion'),
  3: label('s.d. Rp 1 triliun', 'up to Rp 1 trillion'),
  4: label('s.d. Rp 5 triliun', 'up to Rp 5 trillion'),
  5: label('di atas Rp 5 triliun', 'above Rp 5 trillion'),
}

/** The sections of the forms, and those outside them. */
export const kycParts = {
  identity: label('Identitas', 'Identity'),
  contact: label('Kontak', 'Contact'),
  personal: label('Data pribadi', 'Personal data'),
  address: label('Alamat', 'Addresses'),
  work: label('Pekerjaan dan penghasilan', 'Work and income'),
  purpose: label('Tujuan dan pemilik dana', 'Purpose and owner of the funds'),
  institution: label('Institusi', 'The institution'),
  licences: label('Akta dan perizinan', 'Deed and licences'),
  people: label('Pejabat dan pemilik', 'Authorised persons and owners'),
  finances: label('Keuangan dan tujuan', 'Finances and purpose'),
  tax: label('Pajak dan laporan', 'Tax and statements'),
  documents: label('Foto dan dokumen', 'Photos and documents'),
  bank: label('Rekening bank', 'Bank account'),
  risk: label('Profil risiko', 'Risk profile'),
  consent: label('Persetujuan', 'Consents'),
  verification: label('Verifikasi', 'Verification'),
} as const

/** The purpose of a consent. */
export const consentLabels = {
  'personal-data': label('Pemrosesan data pribadi', 'Processing of personal data'),
  'data-sharing': label('Pemberian data kepada pihak lain', 'Sharing of data'),
  terms: label('Syarat dan ketentuan', 'Terms and conditions'),
  'electronic-statement': label('Laporan elektronik', 'Electronic statements'),
  marketing: label('Informasi produk', 'Product information'),
} as const

/** What a risk band means for the investor. */
export const bandMeanings: Readonly<Record<1 | 2 | 3 | 4 | 5, Bilingual>> = {
  1: label(
    'Mengutamakan keamanan pokok. Pasar uang umumnya sesuai.',
    'Safety of capital comes first. Money market funds are usually suitable.',
  ),
  2: label(
    'Menerima sedikit naik turun demi hasil yang lebih baik. Pendapatan tetap umumnya sesuai.',
    'Accepts small fluctuations for a better return. Fixed income funds are usually suitable.',
  ),
  3: label(
    'Menerima naik turun sedang untuk pertumbuhan. Campuran umumnya sesuai.',
    'Accepts moderate fluctuations for growth. Mixed funds are usually suitable.',
  ),
  4: label(
    'Menerima penurunan besar sementara waktu demi pertumbuhan. Saham umumnya sesuai.',
    'Accepts large temporary losses for growth. Equity funds are usually suitable.',
  ),
  5: label(
    'Mencari pertumbuhan setinggi mungkin dan siap menanggung kerugian besar.',
    'Seeks the highest possible growth and can bear large losses.',
  ),
}
