// The code lists of the KYC forms: our own codes, labels in Indonesian and English, and the code in
// the S-INVEST file. The S-INVEST codes are widely assumed but not confirmed by a source (DOMAIN.md
// section 4): they are defaults that a company may change.
import { keysOf } from '../keys.ts'
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { staleVersion } from '../problem.ts'
import { NamedList } from '../list-names.ts'

/** Label in Indonesian, label in English, default S-INVEST code. */
type Entry = readonly [id: string, en: string, sinvest: string]

export const codeLists = {
  education: {
    primary: ['SD atau di bawahnya', 'Primary school or below', '1'],
    'junior-high': ['SMP', 'Junior high school', '2'],
    'senior-high': ['SMA', 'Senior high school', '3'],
    diploma: ['Diploma', 'Diploma', '4'],
    bachelor: ['Sarjana (S1)', "Bachelor's degree", '5'],
    master: ['Magister (S2)', "Master's degree", '6'],
    doctor: ['Doktor (S3)', 'Doctorate', '7'],
    other: ['Lainnya', 'Other', '8'],
  },
  occupation: {
    student: ['Pelajar atau mahasiswa', 'Student', '1'],
    housewife: ['Ibu rumah tangga', 'Housewife', '2'],
    entrepreneur: ['Pengusaha', 'Entrepreneur', '3'],
    'civil-servant': ['Pegawai negeri', 'Civil servant', '4'],
    'military-police': ['TNI atau Polri', 'Military or police', '5'],
    pensioner: ['Pensiunan', 'Pensioner', '6'],
    employee: ['Pegawai swasta', 'Private employee', '7'],
    other: ['Lainnya', 'Other', '8'],
  },
  yearlyIncome: {
    'under-10m': ['Di bawah Rp 10 juta', 'Below Rp 10 million', '1'],
    '10m-50m': ['Rp 10-50 juta', 'Rp 10-50 million', '2'],
    '50m-100m': ['Rp 50-100 juta', 'Rp 50-100 million', '3'],
    '100m-500m': ['Rp 100-500 juta', 'Rp 100-500 million', '4'],
    '500m-1bn': ['Rp 500 juta-1 miliar', 'Rp 500 million-1 billion', '5'],
    'over-1bn': ['Di atas Rp 1 miliar', 'Above Rp 1 billion', '6'],
  },
  netWorth: {
    'under-100m': ['Di bawah Rp 100 juta', 'Below Rp 100 million', '1'],
    '100m-500m': ['Rp 100-500 juta', 'Rp 100-500 million', '2'],
    '500m-1bn': ['Rp 500 juta-1 miliar', 'Rp 500 million-1 billion', '3'],
    '1bn-5bn': ['Rp 1-5 miliar', 'Rp 1-5 billion', '4'],
    'over-5bn': ['Di atas Rp 5 miliar', 'Above Rp 5 billion', '5'],
  },
  objective: {
    'price-appreciation': ['Kenaikan harga', 'Price appreciation', '1'],
    'long-term': ['Investasi jangka panjang', 'Long-term investment', '2'],
    speculation: ['Spekulasi', 'Speculation', '3'],
    income: ['Pendapatan', 'Income', '4'],
    other: ['Lainnya', 'Other', '5'],
  },
  sourceOfFunds: {
    salary: ['Gaji', 'Salary', '1'],
    'business-profit': ['Keuntungan usaha', 'Business profit', '2'],
    interest: ['Bunga simpanan', 'Interest', '3'],
    inheritance: ['Warisan', 'Inheritance', '4'],
    'parents-or-children': ['Orang tua atau anak', 'Parents or children', '5'],
    spouse: ['Suami atau istri', 'Spouse', '6'],
    pension: ['Dana pensiun', 'Pension', '7'],
    lottery: ['Undian', 'Lottery', '8'],
    'investment-return': ['Hasil investasi', 'Investment return', '9'],
    other: ['Lainnya', 'Other', '10'],
  },
  maritalStatus: {
    single: ['Belum menikah', 'Single', '1'],
    married: ['Menikah', 'Married', '2'],
    'divorced-or-widowed': ['Cerai hidup atau mati', 'Divorced or widowed', '3'],
  },
  religion: {
    islam: ['Islam', 'Islam', '1'],
    protestant: ['Kristen Protestan', 'Protestant', '2'],
    catholic: ['Katolik', 'Catholic', '3'],
    hindu: ['Hindu', 'Hindu', '4'],
    buddhist: ['Buddha', 'Buddhist', '5'],
    confucian: ['Konghucu', 'Confucian', '6'],
    other: ['Lainnya', 'Other', '7'],
  },
  fatcaStatus: {
    'not-us-person': ['Bukan warga pajak AS', 'Not a US person', '1'],
    'us-person': ['Warga pajak AS', 'US person', '2'],
  },
  noTinReason: {
    'not-issued': ['Negara tidak menerbitkan TIN', 'The country issues no TIN', 'A'],
    unobtainable: ['Tidak dapat memperoleh TIN', 'Not able to obtain a TIN', 'B'],
    'not-required': ['TIN tidak disyaratkan', 'No TIN required', 'C'],
  },
  legalForm: {
    pt: ['Perseroan Terbatas', 'Limited company (PT)', 'PT'],
    'pt-tbk': ['Perseroan Terbatas Terbuka', 'Public limited company (PT Tbk)', 'PT TBK'],
    cv: ['Persekutuan Komanditer', 'Limited partnership (CV)', 'CV'],
    firma: ['Firma', 'Partnership (firma)', 'FIRMA'],
    cooperative: ['Koperasi', 'Cooperative', 'KOPERASI'],
    foundation: ['Yayasan', 'Foundation', 'YAYASAN'],
    association: ['Perkumpulan', 'Association', 'PERKUMPULAN'],
    other: ['Lainnya', 'Other', 'OTHER'],
  },
  companyType: {
    corporate: ['Perusahaan', 'Corporate', '1'],
    foundation: ['Yayasan', 'Foundation', '2'],
    'financial-institution': ['Lembaga keuangan', 'Financial institution', '3'],
    insurance: ['Asuransi', 'Insurance', '4'],
    'mutual-fund': ['Reksa dana', 'Mutual fund', '5'],
    'pension-fund': ['Dana pensiun', 'Pension fund', '6'],
    'securities-company': ['Perusahaan efek', 'Securities company', '7'],
    other: ['Lainnya', 'Other', '8'],
  },
  characteristic: {
    'state-owned': ['BUMN atau BUMD', 'State-owned', '1'],
    private: ['Swasta', 'Private', '2'],
    social: ['Sosial', 'Social', '3'],
    'joint-venture': ['Patungan', 'Joint venture', '4'],
    affiliate: ['Afiliasi', 'Affiliate', '5'],
    'foreign-invested': ['Penanaman modal asing', 'Foreign-invested', '6'],
    family: ['Keluarga', 'Family', '7'],
    other: ['Lainnya', 'Other', '8'],
  },
  institutionIncome: {
    'under-1bn': ['Di bawah Rp 1 miliar', 'Below Rp 1 billion', '1'],
    '1bn-5bn': ['Rp 1-5 miliar', 'Rp 1-5 billion', '2'],
    '5bn-10bn': ['Rp 5-10 miliar', 'Rp 5-10 billion', '3'],
    '10bn-50bn': ['Rp 10-50 miliar', 'Rp 10-50 billion', '4'],
    'over-50bn': ['Di atas Rp 50 miliar', 'Above Rp 50 billion', '5'],
  },
  entityClass: {
    'active-nfe': ['NFE aktif', 'Active NFE', '1'],
    'passive-nfe': ['NFE pasif', 'Passive NFE', '2'],
    'financial-institution': [
      'Lembaga keuangan dengan GIIN',
      'Financial institution with GIIN',
      '3',
    ],
    exempt: ['Entitas yang dikecualikan', 'Exempt entity', '4'],
  },
} as const satisfies Record<string, Record<string, Entry>>

export type CodeListName = keyof typeof codeLists
export const codeListNames = NamedList('CodeListName', keysOf(codeLists))

/** The codes of a list, in the order of the screens. */
export function codesOf<N extends CodeListName>(name: N): (keyof (typeof codeLists)[N] & string)[] {
  return keysOf(codeLists[name])
}

export const CodeListEntry = Named(
  'CodeListEntry',
  Shape({
    list: OneOf(codeListNames),
    code: Type.String(),
    labelId: Type.String(),
    labelEn: Type.String(),
    sinvestCode: Type.String({
      description: 'The code that the company sends to Bib and S-INVEST',
    }),
    version: Type.Integer({ description: '0 while the default applies' }),
  }),
)
export type CodeListEntry = Static<typeof CodeListEntry>

/** Every entry with its default S-INVEST code. */
export function defaultEntries(): CodeListEntry[] {
  return codeListNames.flatMap((list) =>
    Object.entries<Entry>(codeLists[list]).map(([code, [labelId, labelEn, sinvestCode]]) => ({
      list,
      code,
      labelId,
      labelEn,
      sinvestCode,
      version: 0,
    })),
  )
}

export const codeListEntries = {
  list: endpoint({
    method: 'GET',
    path: '/crm/code-lists',
    summary: 'The code lists of the KYC forms with the codes that the company sends',
    access: 'session',
    reply: Shape({ items: Type.Array(CodeListEntry) }),
  }),
  put: endpoint({
    method: 'PUT',
    path: '/crm/code-lists/{list}/{code}',
    summary: 'Set the S-INVEST code of an entry; null resets it to the default',
    access: can('master-data.write', 'company-admin'),
    params: Shape({ list: OneOf(codeListNames), code: Type.String({ maxLength: 40 }) }),
    body: Shape({
      sinvestCode: Nullable(Type.String({ pattern: '^[A-Za-z0-9 ._-]{1,40}$' })),
      version: Type.Integer({
        minimum: 0,
        maximum: 2147483647,
        description: 'Version of the entry that the client read',
      }),
    }),
    reply: CodeListEntry,
    problems: [staleVersion],
  }),
}
