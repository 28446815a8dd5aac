// The parts of a case in order, with what is missing in each. Pure.
import type { DocumentType } from '@rmtools/contracts/crm/documents'
import { missingOf, openParts } from '@rmtools/contracts/crm/kyc-form'
import type { SeenCase } from '../investors/rules.ts'

export type CasePart = {
  id: string
  /** The number of missing items. */
  left: number
  /** The fields, if the part belongs to the form. */
  fields?: readonly string[]
}

/**
 * The open parts: all of them; for a returned case those that were returned; for a registered
 * investor those that are kept up to date.
 */
export function partsOf(seen: SeenCase): CasePart[] {
  const { kind, missing, openFields, status } = seen
  const left = (test: (pointer: string) => boolean) =>
    missing.filter(({ pointer }) => test(pointer)).length
  const bank = { id: 'bank', left: left((pointer) => pointer.startsWith('/bankAccounts')) }
  const risk = { id: 'risk', left: left((pointer) => pointer === '/riskProfile') }
  const consents = left((pointer) => pointer.startsWith('/consents'))
  if (status === 'registered') return [bank, risk, { id: 'consent', left: consents }]
  const open = openParts(seen)
  const verification = left((pointer) => pointer === '/verificationMethod')
  const isFresh = openFields === null
  return [
    ...open.sections.map(({ id, fields }) => ({
      id,
      fields,
      left: missingOf(missing, kind, fields).length,
    })),
    ...(open.documentTypes.length > 0
      ? [{ id: 'documents', left: left((pointer) => pointer.startsWith('/documents/')) }]
      : []),
    ...(open.hasBank ? [bank] : []),
    ...(open.hasRisk ? [risk] : []),
    ...(isFresh || consents > 0 || openFields.includes('/consents')
      ? [{ id: 'consent', left: consents }]
      : []),
    ...(isFresh || verification > 0 ? [{ id: 'verification', left: verification }] : []),
  ]
}

/** Documents that the case can have at present. */
export const documentTypesOf = (seen: SeenCase): readonly DocumentType[] =>
  openParts(seen).documentTypes

/** The part after this one; undefined at the end. */
export function partAfter(parts: readonly CasePart[], id: string): CasePart | undefined {
  return parts[parts.findIndex((part) => part.id === id) + 1]
}
