import type {
  IndividualChanges,
  InstitutionalChanges,
  InvestorKind,
} from '@rmtools/contracts/crm/kyc'
import { invalidInput, Problem } from '@rmtools/contracts/problem'

/** The part of the right form. Throws 400 when the other kind's form was sent. */
export function formPart(
  kind: InvestorKind,
  part: { individual?: IndividualChanges; institutional?: InstitutionalChanges },
): Record<string, unknown> {
  const other = kind === 'individual' ? 'institutional' : 'individual'
  if (part[other])
    throw new Problem(invalidInput, { errors: [{ pointer: `/${other}`, code: 'other-kind' }] })
  return part[kind] ?? {}
}
