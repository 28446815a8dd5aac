// The titles of the form's parts; the contract divides the form.
import { openParts, type KycSection } from '@rmtools/contracts/crm/kyc-form'
import type { InvestorKind } from '@rmtools/contracts/crm/kyc'
import type { Bilingual } from '@rmtools/look/words'
import { both } from '../base/language.tsx'
import type { Registration } from './api.ts'

export type Section = KycSection & { title: Bilingual }

const titles: Record<InvestorKind, Readonly<Record<string, Bilingual>>> = {
  individual: {
    identity: both('Identitas', 'Identity'),
    contact: both('Kontak', 'Contact'),
    personal: both('Data pribadi', 'About you'),
    address: both('Alamat', 'Addresses'),
    work: both('Pekerjaan dan penghasilan', 'Work and income'),
    purpose: both('Tujuan dan pemilik dana', 'Purpose and owner of the funds'),
    tax: both('Pajak dan laporan', 'Tax and statements'),
  },
  institutional: {
    institution: both('Institusi', 'The institution'),
    licences: both('Akta dan perizinan', 'Deed and licences'),
    contact: both('Alamat dan kontak', 'Address and contact'),
    people: both('Pejabat dan pemilik', 'Authorised persons and owners'),
    finances: both('Keuangan dan tujuan', 'Finances and purpose'),
    tax: both('Pajak dan laporan', 'Tax and statements'),
  },
}

/** The open parts of the form, with their titles. */
export function openSections(
  registration: Pick<Registration, 'kind' | 'openFields' | 'documents' | 'missing'>,
): Section[] {
  const names = titles[registration.kind]
  return openParts(registration).sections.map((section) => ({
    ...section,
    title: names[section.id] ?? both(section.id, section.id),
  }))
}

/** Parts outside the form. */
export const besides = {
  documents: both('Foto dan dokumen', 'Photos and documents'),
  bank: both('Rekening bank', 'Bank account'),
  risk: both('Profil risiko', 'Risk profile'),
  submit: both('Persetujuan dan kirim', 'Consent and submit'),
} as const
