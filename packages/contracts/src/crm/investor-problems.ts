// Problems of the investors' operations.
import { problemKind } from '../problem.ts'

export const investorIdTaken = problemKind(
  'investor-id-taken',
  409,
  'This id belongs to another record',
)
export const leadConverted = problemKind('lead-converted', 409, 'This lead is already an investor')
export const identityTaken = problemKind(
  'investor-identity-taken',
  409,
  'Another investor of your company has this identity number',
)
export const externalIdTaken = problemKind(
  'investor-external-id-taken',
  409,
  'Another investor has this external id',
)
export const externalIdChanged = problemKind(
  'external-id-changed',
  409,
  'The external id is no longer the one you saw',
)
export const kycInvalid = problemKind('kyc-invalid', 422, 'Some fields contain implausible values')
export const kycIncomplete = problemKind(
  'kyc-incomplete',
  422,
  'Some required information is missing',
)
export const contactOfStaff = problemKind(
  'contact-of-staff',
  422,
  'This contact belongs to somebody who works for your company; an investor needs a contact of their own',
)
export const fieldNotOpen = problemKind(
  'field-not-open',
  422,
  'Only the returned fields may be changed',
)
export const claimedByOther = problemKind(
  'claimed-by-other',
  409,
  'Somebody else is reviewing this',
)
export const seniorApprovalMissing = problemKind(
  'senior-approval-missing',
  422,
  'A politically exposed person needs senior approval first',
)
export const seniorApproverDecides = problemKind(
  'senior-approver-decides',
  403,
  'You gave the senior approval; another reviewer decides on the case',
)
export const reasonsMissing = problemKind(
  'reasons-missing',
  422,
  'Say what must be changed, or why it is rejected',
)
export const noSuchField = problemKind('no-such-field', 422, 'There is no such field to reveal')

export const contactMissing = problemKind(
  'contact-missing',
  422,
  'The investor has no e-mail address or phone number to send this to',
)
