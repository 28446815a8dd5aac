// The steps of a registration: the overview, the open parts, and the end.
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import type { Bilingual } from '@rmtools/look/words'
import type { Registration } from './api.ts'
import { missingOf, openParts } from '@rmtools/contracts/crm/kyc-form'
import { besides, openSections, type Section } from './sections.ts'

export type Part = {
  id: string
  title: Bilingual
  /** The number of missing items. */
  left: number
  /** It may stay empty. */
  isOptional?: boolean
  section?: Section
}

/** The open parts in order, with the number of items missing in each. */
export function partsOf(registration: Registration): Part[] {
  const { kind, missing } = registration
  const { documentTypes, hasBank, hasRisk } = openParts(registration)
  const at = (test: (pointer: string) => boolean) =>
    missing.filter(({ pointer }) => test(pointer)).length
  return [
    ...openSections(registration).map((section) => ({
      id: section.id,
      title: section.title,
      left: missingOf(missing, kind, section.fields).length,
      section,
    })),
    ...(documentTypes.length > 0
      ? [
          {
            id: 'documents',
            title: besides.documents,
            left: at((pointer) => pointer.startsWith('/documents/')),
          },
        ]
      : []),
    ...(hasBank
      ? [
          {
            id: 'bank',
            title: besides.bank,
            left: at((pointer) => pointer.startsWith('/bankAccounts')),
          },
        ]
      : []),
    ...(hasRisk
      ? [{ id: 'risk', title: besides.risk, left: at((pointer) => pointer === '/riskProfile') }]
      : []),
  ]
}

/** The step of a document. */
export const documentStep = (type: DocumentType) => `doc-${type}`

/** Every step that the address can name; the overview first. */
export function stepsOf(registration: Registration): readonly [string, ...string[]] {
  const { documentTypes } = openParts(registration)
  return [
    'overview',
    ...partsOf(registration).map(({ id }) => id),
    ...documentTypes.map(documentStep),
    'submit',
    'code',
  ]
}
