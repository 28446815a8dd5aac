// Finds what a document or file must not contain: machine forms, where people have words, numbers
// and dates of their own.
import { signatureLevels } from '@rmtools/contracts/crm/evidence'
import { instructionStatuses } from '@rmtools/contracts/crm/instructions'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { investorKinds } from '@rmtools/contracts/crm/kyc'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { productTypes, transactionTypes } from '@rmtools/contracts/bff/market'

const codes: readonly string[] = [
  ...instructionStatuses,
  ...investorStatuses,
  ...leadStatuses,
  ...signatureLevels,
  ...investorKinds,
  ...productTypes,
  ...transactionTypes,
  'subscription',
  'redemption',
  'switching',
  'ALLOCATED',
  'SETTLED',
  'true',
  'false',
]

/** The cells of a file that consist of a code. */
export function codesIn(cells: readonly string[]): string[] {
  return cells.filter((cell) => codes.includes(cell))
}

const forms: readonly (readonly [what: string, form: RegExp])[] = [
  ['an instant', /\d{4}-\d\d-\d\dT\d\d:\d\d\S*/g],
  ['a date', /\b\d{4}-\d\d-\d\d\b/g],
  ['another time zone', /\b(?:UTC|GMT)\b/g],
  ['an unformatted decimal', /(?<![\d.,])\d{4,}\.\d+/g],
  ['money in brackets', /\((?:Rp|IDR|USD)\s?-?\d/g],
  ['a licence twice', /WAPERD WAPERD/g],
  [
    'a code',
    new RegExp(`\\b(?:${codes.filter((code) => /[-_]|^[A-Z]+$/.test(code)).join('|')})\\b`, 'g'),
  ],
]

/** The parts of a text that are in machine form. */
export function rawFormsIn(text: string): string[] {
  return forms.flatMap(([what, form]) =>
    [...text.matchAll(form)].map(([found]) => `${what}: ${found}`),
  )
}
