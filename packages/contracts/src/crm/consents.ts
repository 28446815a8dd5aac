// Consents of an investor (UU 27/2022): their purpose, text, and the dates of giving and
// withdrawal.
import { keysOf } from '../keys.ts'
import Type, { type Static } from 'typebox'
import { can, endpoint, Nullable, OneOf, Shape, Named } from '../endpoint.ts'
import { ById, Id, Instant, Text } from '../fields.ts'
import { problemKind, wrongState } from '../problem.ts'
import { NamedList } from '../list-names.ts'

export const consentInForce = problemKind(
  'consent-in-force',
  409,
  'This consent has already been given',
)
export const consentTextChanged = problemKind(
  'consent-text-changed',
  409,
  'The text has changed; show it again',
)
export const consentWithdrawn = problemKind(
  'consent-withdrawn',
  409,
  'This consent has already been withdrawn',
)

export const consentNotInForce = problemKind(
  'consent-not-in-force',
  422,
  'The investor withdrew a consent that this requires',
)

type ConsentText = { version: string; isRequired: boolean; id: string; en: string }

/**
 * The current texts. Changing them requires a new version; given consents keep the text that was
 * shown.
 */
export const consentTexts = {
  'personal-data': {
    version: '2026-11',
    isRequired: true,
    id: 'Saya menyetujui pemrosesan data pribadi saya, termasuk data keuangan, untuk pembukaan rekening dan transaksi reksa dana. Persetujuan ini dapat saya tarik kembali kapan saja.',
    en: 'I agree that my personal data, including financial data, is processed to open an account and to trade mutual funds. I may withdraw this consent at any time.',
  },
  'data-sharing': {
    version: '2026-11',
    isRequired: true,
    id: 'Saya menyetujui data saya diberikan kepada manajer investasi, bank kustodian, KSEI dan otoritas sejauh diperlukan untuk rekening dan transaksi saya.',
    en: 'I agree that my data are given to fund managers, custodian banks, KSEI and the authorities as far as my account and transactions need it.',
  },
  terms: {
    version: '2026-11',
    isRequired: true,
    id: 'Data yang saya berikan benar dan lengkap. Saya telah membaca dan menyetujui syarat dan ketentuan serta memahami risiko investasi reksa dana.',
    en: 'The data that I gave are true and complete. I have read and accept the terms and conditions and understand the risks of mutual funds.',
  },
  'electronic-statement': {
    version: '2026-11',
    isRequired: false,
    id: 'Saya menyetujui laporan dan konfirmasi dikirim secara elektronik.',
    en: 'I agree to receive statements and confirmations electronically.',
  },
  marketing: {
    version: '2026-11',
    isRequired: false,
    id: 'Saya bersedia menerima informasi produk dan penawaran.',
    en: 'I wish to receive information on products and offers.',
  },
} as const satisfies Record<string, ConsentText>

export type ConsentPurpose = keyof typeof consentTexts
export const consentPurposes = NamedList('ConsentPurpose', keysOf(consentTexts))
/** Consents without which no case can be submitted. */
export const requiredConsents = consentPurposes.filter(
  (purpose) => consentTexts[purpose].isRequired,
)

export const Consent = Named(
  'Consent',
  Shape({
    id: Id,
    purpose: OneOf(consentPurposes),
    textVersion: Type.String(),
    language: OneOf(['id', 'en']),
    words: Type.String(),
    by: OneOf(['user', 'investor']),
    givenAt: Instant,
    withdrawnAt: Nullable(Instant),
  }),
)
export type Consent = Static<typeof Consent>

/**
 * Whether a required consent was withdrawn and not given again (UU 27/2022 art. 9). Then data is no
 * longer captured, assessed, sold or shared. The investor's rights remain: redeeming units, taking
 * data back, giving the consent again.
 */
export function lacksConsent(
  consents: readonly Pick<Consent, 'purpose' | 'withdrawnAt'>[],
): boolean {
  return requiredConsents.some((wanted) => {
    const ofPurpose = consents.filter(({ purpose }) => purpose === wanted)
    return ofPurpose.length > 0 && ofPurpose.every(({ withdrawnAt }) => withdrawnAt !== null)
  })
}

/** A consent to the text of this version, in the language in which it was shown. */
export const GivenConsent = Named(
  'GivenConsent',
  Shape({
    purpose: OneOf(consentPurposes),
    textVersion: Type.String({ maxLength: 20 }),
    language: OneOf(['id', 'en']),
  }),
)
export type GivenConsent = Static<typeof GivenConsent>

const writers = can('investor.write', 'rm')

export const consents = {
  list: endpoint({
    method: 'GET',
    path: '/crm/investors/{id}/consents',
    summary: 'Consents of an investor, newest first',
    access: can('investor.read', 'rm', 'reviewer', 'company-admin', 'auditor'),
    params: ById,
    reply: Shape({ items: Type.Array(Consent) }),
  }),
  give: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/consents',
    summary: 'Record a consent that the investor gave in person',
    access: writers,
    params: ById,
    body: GivenConsent,
    reply: Consent,
    status: 201,
    idempotent: true,
    problems: [consentInForce, consentTextChanged, wrongState],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/crm/investors/{id}/consents/{consentId}/withdraw',
    summary: 'Record that the investor withdrew a consent',
    access: writers,
    params: Shape({ id: Id, consentId: Id }),
    body: Shape({ reason: Type.Optional(Text(500)) }),
    reply: Consent,
    problems: [consentWithdrawn],
  }),
}
