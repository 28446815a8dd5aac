// The settings of a company, each defined once: docs/ADDING-A-FIELD.md.
import Type, { type Static } from 'typebox'
import { described, named, type DescribedField } from '../described.ts'
import { Named, Nullable } from '../endpoint.ts'
import { FullName, Money, Written } from '../fields.ts'
import { NAME_PATTERN } from '../name-letters.ts'
import { companyMessageFields } from './company-message-fields.ts'

export type CompanyControl =
  | 'colour'
  | 'text'
  | 'licence'
  | 'time'
  | 'amount'
  | 'seconds'
  | 'hours'
  | 'code'
  | 'digits'
  | 'on-off'
export type CompanySection = 'look' | 'letterhead' | 'orders' | 'messages' | 'bib'

type FieldOfCompany = DescribedField<CompanyControl> & {
  readonly section: CompanySection
  /**
   * Determines which orders are accepted, at which price, or on what evidence of the investor's
   * will: a change waits for a second person.
   */
  readonly isMoney: boolean
  /** Initial settings of a company. Its code at Bib is its own code. */
  readonly preset: string | number | null
  /**
   * Introduced after the first companies were created, which have null until somebody enters a
   * value.
   */
  readonly isLater: boolean
}

export const companyFields = {
  brandColour: {
    schema: Type.String({ pattern: '^#[0-9a-fA-F]{6}$', examples: ['#0b5cad'] }),
    label: { id: 'Warna merek', en: 'Brand colour' },
    control: 'colour',
    isNeeded: false,
    width: 'full',
    section: 'look',
    isMoney: false,
    preset: '#0b5cad',
    isLater: false,
  },
  legalName: {
    schema: Type.Optional(Nullable(FullName)),
    label: { id: 'Nama badan hukum', en: 'Legal name' },
    hint: {
      id: 'Seperti pada akta, misalnya PT Mandala Sekuritas Indonesia.',
      en: 'As in the deed, such as PT Mandala Sekuritas Indonesia.',
    },
    control: 'text',
    isNeeded: false,
    width: 'full',
    section: 'letterhead',
    isMoney: false,
    preset: null,
    isLater: true,
  },
  licenceNumber: {
    schema: Type.Optional(
      Nullable(
        Type.String({
          minLength: 3,
          maxLength: 60,
          pattern: '^[A-Za-z0-9][A-Za-z0-9 ./-]*$',
          examples: ['KEP-12/PM.02/2019'],
        }),
      ),
    ),
    label: { id: 'Nomor izin OJK', en: 'OJK licence number' },
    hint: {
      id: 'Izin sebagai agen penjual (APERD), misalnya KEP-12/PM.02/2019.',
      en: 'As a selling agent (APERD), such as KEP-12/PM.02/2019.',
    },
    control: 'licence',
    isNeeded: false,
    width: 'full',
    section: 'letterhead',
    isMoney: false,
    preset: null,
    isLater: true,
  },
  address: {
    schema: Type.Optional(
      Nullable(
        Named(
          'PostalLine',
          Written('name', {
            minLength: 5,
            maxLength: 300,
            pattern: NAME_PATTERN,
            examples: ['Jl. Jenderal Sudirman Kav. 52, Jakarta 12190'],
          }),
        ),
      ),
    ),
    label: { id: 'Alamat', en: 'Address' },
    hint: { id: 'Jalan, kota, dan kode pos.', en: 'Street, city and postcode.' },
    control: 'text',
    isNeeded: false,
    width: 'full',
    section: 'letterhead',
    isMoney: false,
    preset: null,
    isLater: true,
  },
  cutOffDefault: {
    schema: Type.String({
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
      description:
        'WIB, for products without a cut-off of their own; an approval in this minute is late',
      examples: ['13:00'],
    }),
    label: { id: 'Batas waktu transaksi', en: 'Cut-off' },
    hint: {
      id: 'Dipakai untuk produk tanpa batas waktu sendiri. Persetujuan pada menit ini atau sesudahnya memakai NAB hari bursa berikutnya. WIB.',
      en: 'For products without a cut-off of their own. An approval at this time or later gets the NAV of the next exchange day. WIB.',
    },
    control: 'time',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: true,
    preset: '13:00',
    isLater: false,
  },
  certifiedSignatureAbove: {
    schema: Nullable(
      Type.String({
        ...Money,
        description:
          'Rupiah; above it a drawn signature is rejected. Instructions in other currencies are not compared',
      }),
    ),
    label: {
      id: 'Tanda tangan tersertifikasi di atas',
      en: 'Certified signature above',
    },
    hint: {
      id: 'Di atas nilai ini tanda tangan gambar ditolak. Kosong: tidak pernah diminta. Instruksi dalam mata uang lain tidak dibandingkan.',
      en: 'Above this value a drawn signature is not accepted. Empty: never required. Instructions in other currencies are not compared.',
    },
    control: 'amount',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: true,
    preset: null,
    isLater: false,
  },
  orderQuestionAbove: {
    schema: Type.Optional(
      Nullable(
        Type.String({
          ...Money,
          description: 'Rupiah; above it the RM gives a reason, and reviewers are notified',
        }),
      ),
    ),
    label: {
      id: 'Tanyakan alasan pembelian di atas',
      en: 'Ask why above, for a subscription',
    },
    hint: {
      id: 'Di atas nilai ini RM menulis alasan dan peninjau diberi tahu. Selain itu, pembelian di atas penghasilan yang dinyatakan investor selalu ditanyakan.',
      en: 'Above this value the RM enters a reason and reviewers are notified. A subscription above the declared income always needs a reason.',
    },
    control: 'amount',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: true,
    preset: null,
    isLater: true,
  },
  orderCap: {
    schema: Type.Optional(
      Nullable(
        Type.String({ ...Money, description: 'Rupiah; a subscription above it is rejected' }),
      ),
    ),
    label: { id: 'Batas tertinggi satu pembelian', en: 'Maximum for one subscription' },
    hint: {
      id: 'Pembelian di atas nilai ini ditolak. Kosong: tanpa batas. Penjualan dan pengalihan dibatasi oleh kepemilikan.',
      en: 'A subscription above this value is rejected. Empty: no limit. Redemptions and switches are limited by the holding.',
    },
    control: 'amount',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: true,
    preset: null,
    isLater: true,
  },
  otpSeconds: {
    schema: Type.Integer({
      minimum: 60,
      maximum: 900,
      description: 'How long an investor may take to enter a code',
    }),
    label: { id: 'Masa berlaku kode OTP', en: 'Code validity' },
    hint: {
      id: '60 sampai 900 detik; waktu investor untuk memasukkan kode.',
      en: '60 to 900 seconds; how long an investor has to enter a code.',
    },
    control: 'seconds',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: true,
    preset: 300,
    isLater: false,
  },
  approvalLinkHours: {
    schema: Type.Integer({ minimum: 1, maximum: 720 }),
    label: { id: 'Masa berlaku tautan persetujuan', en: 'Approval link validity' },
    hint: {
      id: '1 sampai 720 jam. Sesudahnya instruksi kedaluwarsa.',
      en: '1 to 720 hours. After that the instruction expires.',
    },
    control: 'hours',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: true,
    preset: 72,
    isLater: false,
  },
  registrationLinkHours: {
    schema: Type.Integer({ minimum: 1, maximum: 2160 }),
    label: {
      id: 'Masa berlaku tautan pendaftaran',
      en: 'Registration link validity',
    },
    hint: { id: '1 sampai 2.160 jam (90 hari).', en: '1 to 2,160 hours (90 days).' },
    control: 'hours',
    isNeeded: false,
    width: 'half',
    section: 'orders',
    isMoney: false,
    preset: 168,
    isLater: false,
  },
  ...companyMessageFields,
  bibTenant: {
    schema: Type.String({
      minLength: 1,
      maxLength: 50,
      pattern: '^[A-Za-z0-9_-]+$',
      examples: ['MANDALA'],
    }),
    label: { id: 'Kode perusahaan di Bib', en: "The company's code at Bib" },
    control: 'code',
    isNeeded: false,
    width: 'full',
    section: 'bib',
    isMoney: true,
    preset: null,
    isLater: false,
  },
} as const satisfies Record<string, FieldOfCompany>

export type CompanySetting = keyof typeof companyFields
/** Everything derived from the settings. */
export const companyDescription = described<FieldOfCompany>()(companyFields)
/** In the order of forms. */
export const companySettingNames = companyDescription.names
/** The settings that concern money. */
export const moneySettings = named(companyDescription, ({ isMoney }) => isMoney)
/** The settings in a section of the form. */
export const settingsIn = (section: CompanySection): readonly CompanySetting[] =>
  named(companyDescription, (field) => field.section === section)
/** Whether a name is a setting's. */
export const isCompanySetting = companyDescription.has

type Presets = { readonly [F in CompanySetting]: Static<(typeof companyFields)[F]['schema']> }
const presets = Object.fromEntries(
  companySettingNames.map((name) => [name, companyDescription.of(name).preset]),
)
/** Settings of companies created before these settings existed. */
export const laterSettings: Readonly<Record<string, string | number | null | undefined>> =
  Object.fromEntries(
    named(companyDescription, ({ isLater }) => isLater).map((name) => [name, presets[name]]),
  )
/** Initial settings of a company. */
export const companyPresets = (code: string) => ({ ...presets, bibTenant: code }) as Presets
