// Why an instruction is refused, and the refusals that several operations share.
import { problemKind, savedDifferently } from '../problem.ts'
import { consentNotInForce } from './consents.ts'
import { contactOfStaff } from './investor-problems.ts'
import { aboveOrderCap, amountUnusual } from './plausibility.ts'
import { unitsReserved } from './reservations.ts'

export const licenceExpired = problemKind(
  'licence-expired',
  403,
  'Your licence does not allow selling: it is missing or has expired',
)
export const investorNotRegistered = problemKind(
  'investor-not-registered',
  422,
  'The investor is not registered yet',
)
export const productNotOffered = problemKind(
  'product-not-offered',
  422,
  'This product is not on sale at present',
)
export const belowMinimum = problemKind(
  'below-minimum',
  422,
  'The amount is below the minimum of the product',
)
export const aboveBalance = problemKind(
  'above-balance',
  422,
  'The investor does not hold that much',
)
export const leftoverBelowMinimum = problemKind(
  'leftover-below-minimum',
  422,
  'The rest would be below the minimum balance: take all',
)
export const switchNotAllowed = problemKind(
  'switch-not-allowed',
  422,
  'Switching is possible within the same manager and switch group only',
)
export const quantityInvalid = problemKind(
  'quantity-invalid',
  422,
  'Give exactly one of amount, units or all',
)
export const suitabilityConsentMissing = problemKind(
  'suitability-consent-missing',
  422,
  'The product is above the risk profile: record that the investor was warned',
)
export const riskProfileMissing = problemKind(
  'risk-profile-missing',
  422,
  'The investor has no valid risk profile',
)
export const factSheetNotOffered = problemKind(
  'fact-sheet-not-offered',
  422,
  'Offer the prospectus or fact sheet first',
)
export const bankAccountUnfit = problemKind(
  'bank-account-unfit',
  422,
  "The bank account is not in the investor's name or awaits review",
)
export const certifiedSignatureNeeded = problemKind(
  'certified-signature-needed',
  422,
  'Above this amount the company requires a certified signature, but no provider is set up',
)
export const instructionIdTaken = problemKind(
  'instruction-id-taken',
  409,
  'This id belongs to another record',
)
export const duplicateInstruction = problemKind(
  'duplicate-instruction',
  409,
  'The same order was placed less than a minute ago: confirm that you want both',
)
export const notCancellable = problemKind(
  'not-cancellable',
  409,
  'The instruction has gone to Bib and can no longer be cancelled here',
)
export const notRepeatable = problemKind(
  'not-repeatable',
  409,
  'Only a subscription that failed for lack of money can be repeated',
)

export const sellerAbsent = problemKind(
  'seller-absent',
  409,
  "The investor's relationship manager does not work for the company at present",
)

/** The investor may not be served. */
export const buyerProblems = [consentNotInForce, contactOfStaff]
/** The order may not be sold. */
export const saleProblems = [
  licenceExpired,
  investorNotRegistered,
  productNotOffered,
  belowMinimum,
  aboveBalance,
  leftoverBelowMinimum,
  switchNotAllowed,
  quantityInvalid,
  suitabilityConsentMissing,
  riskProfileMissing,
  factSheetNotOffered,
  bankAccountUnfit,
  certifiedSignatureNeeded,
  ...buyerProblems,
  instructionIdTaken,
  savedDifferently,
  duplicateInstruction,
  unitsReserved,
  amountUnusual,
  aboveOrderCap,
]
