// The sections of the forms, and which fields apply. Every field of the contract is in exactly one
// section (sections.test.ts).
import { documentTypes, requiredDocuments } from './documents.ts'
import type { InvestorKind } from './kyc.ts'
import { missingFields } from './kyc-rules.ts'
import type { KycContext, KycFault } from './kyc-faults.ts'
import type { InvestorDetail } from './investor-cases.ts'
import { isBlank, type Values } from './kyc-values.ts'
import { missingParts } from './submission.ts'

export type KycSection = { id: string; fields: readonly string[] }

const individual: readonly KycSection[] = [
  {
    id: 'identity',
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
  { id: 'contact', fields: ['phone', 'email', 'homePhone', 'fax'] },
  {
    id: 'personal',
    fields: ['maritalStatus', 'spouseName', 'motherMaidenName', 'religion', 'education'],
  },
  { id: 'address', fields: ['identityAddress', 'domicileAddress', 'correspondenceAddress'] },
  {
    id: 'work',
    fields: ['occupation', 'jobTitle', 'employer', 'yearlyIncome', 'netWorth', 'sourceOfFunds'],
  },
  {
    id: 'purpose',
    fields: ['objective', 'purpose', 'assetOwner', 'beneficialOwners', 'isPep', 'pepPosition'],
  },
  {
    id: 'tax',
    fields: [
      'npwp',
      'npwpRegisteredOn',
      'isUsPerson',
      'fatcaStatus',
      'taxResidences',
      'statementType',
    ],
  },
]

const institutional: readonly KycSection[] = [
  {
    id: 'institution',
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
    fields: ['address', 'phone', 'fax', 'email', 'website', 'contactPerson'],
  },
  {
    id: 'people',
    fields: ['authorisedPersons', 'beneficialOwners', 'isPep', 'pepPosition'],
  },
  {
    id: 'finances',
    fields: ['incomeLevel', 'figures', 'sourceOfFunds', 'objective', 'purpose'],
  },
  {
    id: 'tax',
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

/** The sections of a form, in order of entry. */
export const sectionsOf: Record<InvestorKind, readonly KycSection[]> = { individual, institutional }

/**
 * A field that applies to some investors only. An existing value stays visible, so that it can be
 * cleared.
 */
export function applies(kind: InvestorKind, name: string, form: Values): boolean {
  if (!isBlank(form[name]) && form[name] !== false) return true
  const rules: Readonly<Record<string, boolean>> = {
    identityExpiresOn: form['identityType'] === 'passport',
    spouseName: form['maritalStatus'] === 'married',
    employer: ['entrepreneur', 'civil-servant', 'military-police', 'employee', 'other'].includes(
      String(form['occupation']),
    ),
    jobTitle: !['student', 'housewife', 'pensioner', 'null', 'undefined'].includes(
      String(form['occupation']),
    ),
    beneficialOwners: kind === 'institutional' || form['assetOwner'] === 'other',
    pepPosition: form['isPep'] === true,
    giin: form['entityClass'] === 'financial-institution',
    controllingPersons: form['entityClass'] === 'passive-nfe',
  }
  return rules[name] ?? true
}

/** The required fields of this form, by the rules of the contract. */
export function requiredNames(
  kind: InvestorKind,
  form: Values,
  context: KycContext,
): ReadonlySet<string> {
  const without = Object.fromEntries(
    Object.entries(form).filter(([name]) =>
      [
        'identityType',
        'occupation',
        'assetOwner',
        'isPep',
        'entityClass',
        'isUsPerson',
        'nationality',
      ].includes(name),
    ),
  )
  const faults = missingFields(kind, without, context)
  const always = missingFields(kind, {}, context)
  return new Set(
    [...faults, ...always]
      .filter(({ code }) => code === 'required')
      .map(({ pointer }) => pointer.split('/')[2] ?? ''),
  )
}

/** The sections open for change: all of them, or those that a reviewer returned. */
export function openParts({
  kind,
  openFields,
  documents,
  missing,
}: Pick<InvestorDetail, 'kind' | 'openFields' | 'documents' | 'missing'>) {
  const isOpen = (pointer: string) => openFields === null || openFields.includes(pointer)
  const sections = sectionsOf[kind]
    .map((section) => ({
      ...section,
      fields: section.fields.filter((name) => isOpen(`/${kind}/${name}`)),
    }))
    .filter(({ fields }) => fields.length > 0)
  const types = documentTypes.filter((type) =>
    openFields === null ? true : isOpen(`/documents/${type}`),
  )
  const known = new Set(documents.map(({ type }) => type))
  const wanted = new Set(missing.map(({ pointer }) => pointer))
  return {
    sections,
    documentTypes: types.filter(
      (type) =>
        openFields !== null ||
        offered[kind].includes(type) ||
        known.has(type) ||
        wanted.has(`/documents/${type}`),
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

// Given and decided at submission: before that nobody can complete them.
const AT_SUBMISSION = /^\/(consents\/|verificationMethod$)/
const isEntered = ({ pointer }: KycFault) => !AT_SUBMISSION.test(pointer)

/**
 * Completeness, 0 to 1: missing items against those missing from an empty form. It covers fields,
 * documents, account and risk profile only, so that the RM and the investor, who are asked for the
 * rest at different times, see the same figure.
 */
export function completeness(
  { kind, missing, openFields }: Pick<InvestorDetail, 'kind' | 'missing' | 'openFields'>,
  context: KycContext,
): number {
  const all =
    openFields?.length ??
    [...missingFields(kind, {}, context), ...partsOfNothing(kind, context)].filter(isEntered).length
  return Math.max(0, Math.min(1, 1 - missing.filter(isEntered).length / Math.max(all, 1)))
}

const partsOfNothing = (kind: InvestorKind, { today }: KycContext) =>
  missingParts({
    requiredDocuments: requiredDocuments(kind, undefined),
    documents: [],
    accounts: 0,
    riskProfile: null,
    consents: [],
    verificationMethod: null,
    today,
  })

/** Which of the given fields are missing from the form. */
export function missingOf(
  missing: readonly KycFault[],
  kind: InvestorKind,
  fields: readonly string[],
): KycFault[] {
  return missing.filter(({ pointer }) =>
    fields.some(
      (name) => pointer === `/${kind}/${name}` || pointer.startsWith(`/${kind}/${name}/`),
    ),
  )
}
