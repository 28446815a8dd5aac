// The parts into which the forms are divided, and which fields apply. Every field of the contract stands in exactly one of them
// (sections.test.ts).
import { documentTypes } from '@rmtools/contracts/crm/documents'
import { kycFieldNames, type InvestorKind } from '@rmtools/contracts/crm/kyc'
import { missingFields, type KycContext, type KycFault } from '@rmtools/contracts/crm/kyc-rules'
import type { Bilingual } from '@rmtools/look/words'
import { both } from '../app/language.tsx'
import type { Registration } from './api.ts'
import { isBlank, type Values } from './schemas.ts'

export type Section = { id: string; title: Bilingual; fields: readonly string[] }

const individual: readonly Section[] = [
  {
    id: 'identity',
    title: both('Identitas', 'Identity'),
    fields: [
      'identityType',
      'identityNumber',
      'identityExpiresOn',
      'fullName',
      'alias',
      'placeOfBirth',
      'dateOfBirth',
      'sex',
      'nationality',
      'countryOfBirth',
    ],
  },
  { id: 'contact', title: both('Kontak', 'Contact'), fields: ['phone', 'email', 'homePhone', 'fax'] },
  {
    id: 'personal',
    title: both('Data pribadi', 'About you'),
    fields: ['maritalStatus', 'spouseName', 'motherMaidenName', 'religion', 'education'],
  },
  { id: 'address', title: both('Alamat', 'Addresses'), fields: ['identityAddress', 'domicileAddress', 'correspondenceAddress'] },
  {
    id: 'work',
    title: both('Pekerjaan dan penghasilan', 'Work and income'),
    fields: ['occupation', 'jobTitle', 'employer', 'yearlyIncome', 'netWorth', 'sourceOfFunds'],
  },
  {
    id: 'purpose',
    title: both('Tujuan dan pemilik dana', 'Purpose and owner of the funds'),
    fields: ['objective', 'purpose', 'assetOwner', 'beneficialOwners', 'isPep', 'pepPosition'],
  },
  {
    id: 'tax',
    title: both('Pajak dan laporan', 'Tax and statements'),
    fields: ['npwp', 'npwpRegisteredOn', 'isUsPerson', 'fatcaStatus', 'taxResidences', 'statementType'],
  },
]

const institutional: readonly Section[] = [
  {
    id: 'institution',
    title: both('Institusi', 'The institution'),
    fields: [
      'fullName',
      'legalForm',
      'companyType',
      'characteristic',
      'lineOfBusiness',
      'countryOfDomicile',
      'placeOfEstablishment',
      'dateOfEstablishment',
    ],
  },
  {
    id: 'licences',
    title: both('Akta dan perizinan', 'Deed and licences'),
    fields: [
      'deedNumber',
      'deedDate',
      'deedNotary',
      'nib',
      'licenceNumber',
      'siupNumber',
      'siupExpiresOn',
      'skdNumber',
      'skdExpiresOn',
      'npwp',
      'npwpRegisteredOn',
    ],
  },
  {
    id: 'contact',
    title: both('Alamat dan kontak', 'Address and contact'),
    fields: ['address', 'phone', 'fax', 'email', 'website', 'contactPerson'],
  },
  {
    id: 'people',
    title: both('Pejabat dan pemilik', 'Authorised persons and owners'),
    fields: ['authorisedPersons', 'beneficialOwners', 'isPep', 'pepPosition'],
  },
  {
    id: 'finances',
    title: both('Keuangan dan tujuan', 'Finances and purpose'),
    fields: ['incomeLevel', 'figures', 'sourceOfFunds', 'objective', 'purpose'],
  },
  {
    id: 'tax',
    title: both('Pajak dan laporan', 'Tax and statements'),
    fields: [
      'entityClass',
      'giin',
      'controllingPersons',
      'hasSubstantialUsOwner',
      'isUsPerson',
      'fatcaStatus',
      'taxResidences',
      'statementType',
    ],
  },
]

/** The parts of a form, in the order in which they are filled in. */
export const sectionsOf: Record<InvestorKind, readonly Section[]> = { individual, institutional }

/** Parts beside the form. */
export const besides = {
  documents: both('Foto dan dokumen', 'Photos and documents'),
  bank: both('Rekening bank', 'Bank account'),
  risk: both('Profil risiko', 'Risk profile'),
  submit: both('Persetujuan dan kirim', 'Consent and submit'),
} as const

/** A field that applies only to some. What was entered stays in view, so that it can be taken away. */
export function applies(kind: InvestorKind, name: string, form: Values): boolean {
  if (!isBlank(form[name]) && form[name] !== false) return true
  const rules: Readonly<Record<string, boolean>> = {
    identityExpiresOn: form['identityType'] === 'passport',
    spouseName: form['maritalStatus'] === 'married',
    employer: ['entrepreneur', 'civil-servant', 'military-police', 'employee', 'other'].includes(String(form['occupation'])),
    jobTitle: !['student', 'housewife', 'pensioner', 'null', 'undefined'].includes(String(form['occupation'])),
    beneficialOwners: kind === 'institutional' || form['assetOwner'] === 'other',
    pepPosition: form['isPep'] === true,
    giin: form['entityClass'] === 'financial-institution',
    controllingPersons: form['entityClass'] === 'passive-nfe',
  }
  return rules[name] ?? true
}

/** The fields that must be there, as the rules of the contract see this form. */
export function requiredNames(kind: InvestorKind, form: Values, context: KycContext): ReadonlySet<string> {
  const without = Object.fromEntries(
    Object.entries(form).filter(([name]) =>
      ['identityType', 'occupation', 'assetOwner', 'isPep', 'entityClass', 'isUsPerson', 'nationality'].includes(name),
    ),
  )
  const faults = missingFields(kind, without, context)
  const always = missingFields(kind, {}, context)
  return new Set([...faults, ...always].filter(({ code }) => code === 'required').map(({ pointer }) => pointer.split('/')[2] ?? ''))
}

/** What is open to the investor: everything, or what a reviewer has sent back. */
export function openParts({ kind, openFields, documents, missing }: Pick<Registration, 'kind' | 'openFields' | 'documents' | 'missing'>) {
  const isOpen = (pointer: string) => openFields === null || openFields.includes(pointer)
  const sections = sectionsOf[kind]
    .map((section) => ({ ...section, fields: section.fields.filter((name) => isOpen(`/${kind}/${name}`)) }))
    .filter(({ fields }) => fields.length > 0)
  const types = documentTypes.filter((type) => (openFields === null ? true : isOpen(`/documents/${type}`)))
  const known = new Set(documents.map(({ type }) => type))
  const wanted = new Set(missing.map(({ pointer }) => pointer))
  return {
    sections,
    documentTypes: types.filter(
      (type) => openFields !== null || offered[kind].includes(type) || known.has(type) || wanted.has(`/documents/${type}`),
    ),
    hasBank: isOpen('/bankAccounts'),
    hasRisk: isOpen('/riskProfile'),
  }
}

const offered: Record<InvestorKind, readonly string[]> = {
  individual: ['selfie', 'signature', 'npwp', 'bank-book'],
  institutional: [
    'deed',
    'deed-amendment',
    'decree',
    'nib',
    'siup',
    'skd',
    'npwp',
    'authorised-identity',
    'owner-identity',
    'board-resolution',
    'specimen-signatures',
    'other',
  ],
}

/** How much is done, 0 to 1: what is missing against what is missing when nothing is there. */
export function completeness(
  { kind, missing, openFields }: Pick<Registration, 'kind' | 'missing' | 'openFields'>,
  context: KycContext,
): number {
  const beside = kind === 'individual' ? 5 : 8
  const all = openFields?.length ?? missingFields(kind, {}, context).length + beside
  return Math.max(0, Math.min(1, 1 - missing.length / Math.max(all, 1)))
}

/** What is missing of some fields of the form. */
export function missingOf(missing: readonly KycFault[], kind: InvestorKind, fields: readonly string[]): KycFault[] {
  return missing.filter(({ pointer }) => fields.some((name) => pointer === `/${kind}/${name}` || pointer.startsWith(`/${kind}/${name}/`)))
}

/** Names of the fields of a form, for tests. */
export const namesOf = (kind: InvestorKind) => kycFieldNames[kind]
