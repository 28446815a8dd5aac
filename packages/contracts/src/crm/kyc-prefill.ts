// What one answer implies for others, and which answers contradict each other: shown as questions,
// never corrected silently.
import type { InvestorKind } from './kyc.ts'
import { kycWarnings } from './kyc-rules.ts'
import type { KycContext } from './kyc-faults.ts'
import { readNik } from './nik.ts'
import { isBlank, type Values } from './kyc-values.ts'

/** Numbers that people write with spaces between the groups. */
const solid = ['identityNumber', 'nib', 'giin']

/** A typed value in its stored form. */
export function cleaned(name: string, value: unknown): unknown {
  return solid.includes(name) && typeof value === 'string' ? value.replace(/\s/g, '') : value
}

/** Values to fill in when a field gets a value; only for fields that are still empty. */
export function prefillsFor(
  name: string,
  value: unknown,
  form: Values,
  context: KycContext | undefined,
): Values {
  const known: Record<string, unknown> = {}
  if (
    name === 'identityNumber' &&
    typeof value === 'string' &&
    context &&
    form['identityType'] !== 'passport'
  ) {
    const { blocks, dateOfBirth, sex } = readNik(value, context)
    if (blocks.length === 0)
      Object.assign(known, { identityType: 'ktp', nationality: 'ID', dateOfBirth, sex })
  }
  if (name === 'identityType' && value === 'ktp') known['nationality'] = 'ID'
  if (name === 'isUsPerson' && typeof value === 'boolean')
    known['fatcaStatus'] = value ? 'us-person' : 'not-us-person'
  return Object.fromEntries(Object.entries(known).filter(([other]) => isBlank(form[other])))
}

/** The field at which a question is shown, if not at the number that caused it. */
const askedAt: Readonly<Record<string, string>> = {
  'nik-other-birth-date': 'dateOfBirth',
  'nik-other-sex': 'sex',
}

/** Questions, by the field at which they are shown. */
export function questionsOf(
  kind: InvestorKind,
  form: Values,
  context: KycContext | undefined,
): ReadonlyMap<string, string> {
  if (!context) return new Map()
  return new Map(
    kycWarnings(kind, form, context).map(({ pointer, code }) => [
      askedAt[code] ?? pointer.split('/')[2] ?? '',
      code,
    ]),
  )
}
