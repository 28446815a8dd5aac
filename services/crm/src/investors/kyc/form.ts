import type {
  IndividualChanges,
  InstitutionalChanges,
  InvestorKind,
} from '@rmtools/contracts/crm/kyc'
import { invalidInput, Problem } from '@rmtools/contracts/problem'

/** The changes in the form of this kind. Throws 400 if the other kind's form was sent. */
export function formPart(
  kind: InvestorKind,
  part: { individual?: IndividualChanges; institutional?: InstitutionalChanges },
): Record<string, unknown> {
  const other = kind === 'individual' ? 'institutional' : 'individual'
  if (part[other])
    throw new Problem(invalidInput, { errors: [{ pointer: `/${other}`, code: 'other-kind' }] })
  return part[kind] ?? {}
}
