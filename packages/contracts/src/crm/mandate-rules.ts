// What a signed mandate allows: which changes need another signature, and whether a run may buy. Pure.
import { compare } from '../decimals.ts'
import type { PlanLine, PlanReason, PlanTerms } from './plan-rules.ts'

const amountOf = ({ lines }: Pick<PlanTerms, 'lines'>, productCode: string): string | undefined =>
  lines.find((line) => line.productCode === productCode)?.amount

/** Whether one purchase is inside what was signed: the fund, at most its amount. */
export function isLineInside(mandate: Pick<PlanTerms, 'lines'>, line: PlanLine): boolean {
  const signed = amountOf(mandate, line.productCode)
  return signed !== undefined && compare(line.amount, signed) <= 0
}

type End = Pick<PlanTerms, 'endsOn' | 'runsAtMost' | 'goalAmount'>

/** Whether a plan ends by the end that was signed, told in the same way; no end allows any. */
function endsInside(mandate: End, { endsOn, runsAtMost, goalAmount }: End): boolean {
  if (mandate.endsOn !== null) return endsOn !== null && endsOn <= mandate.endsOn
  if (mandate.runsAtMost !== null) return runsAtMost !== null && runsAtMost <= mandate.runsAtMost
  if (mandate.goalAmount === null) return true
  return goalAmount !== null && compare(goalAmount, mandate.goalAmount) <= 0
}

/** What must be as it was signed, whatever fund is bought. */
type Frame = End & Pick<PlanTerms, 'bankAccountId' | 'way'>

const isFrameInside = (mandate: Frame, wanted: Frame): boolean =>
  wanted.bankAccountId === mandate.bankAccountId &&
  (wanted.way !== 'direct-debit' || mandate.way === 'direct-debit') &&
  endsInside(mandate, wanted)

/**
 * Whether changed terms need a new signature: a fund that was not signed, a larger amount, another
 * account, a debit where the investor paid by hand, or a later end.
 */
export const needsSignature = (mandate: PlanTerms, wanted: PlanTerms): boolean =>
  !isFrameInside(mandate, wanted) || !wanted.lines.every((line) => isLineInside(mandate, line))

/** A signed mandate, as a run is judged by it. */
export type SignedMandate = PlanTerms & {
  riskBand: number | null
  /** Of each fund: the risk level that the investor was shown, and whether it was above the profile. */
  risks: Readonly<Record<string, { riskLevel: number; aboveRiskProfile: boolean }>>
}

/** Everything that decides whether a run may buy without a new signature. */
export type RunFacts = {
  mandate: SignedMandate | null
  line: PlanLine
  /** Of the plan. */
  frame: Frame
  company: { isActive: boolean; orderCap: string | null }
  investor: {
    isRegistered: boolean
    lacksConsent: boolean
    sharesSellersContact: boolean
    riskBand: number | null
    riskExpiresOn: string | null
  }
  seller: { licenceNumber: string | null; licenceExpiresOn: string | null }
  account: { isFit: boolean } | null
  /** Null: not on sale now. */
  product: { riskLevel: number; least: string } | null
  /** In Jakarta. */
  today: string
}

/** Why a run may not buy; undefined when it is inside the mandate. */
export function runRefusal(facts: RunFacts): PlanReason | undefined {
  return (
    mandateRefusal(facts) ?? investorRefusal(facts) ?? sellerRefusal(facts) ?? productRefusal(facts)
  )
}

function mandateRefusal({ mandate, line, frame, company }: RunFacts) {
  if (!company.isActive) return 'company-inactive'
  if (!mandate) return 'mandate-missing'
  const isInside = isFrameInside(mandate, frame) && isLineInside(mandate, line)
  return isInside ? undefined : 'outside-mandate'
}

function investorRefusal({ investor, account, today }: RunFacts): PlanReason | undefined {
  if (!investor.isRegistered) return 'investor-not-registered'
  if (investor.lacksConsent) return 'consent-not-in-force'
  if (investor.sharesSellersContact) return 'contact-of-staff'
  if (account?.isFit !== true) return 'bank-account-unfit'
  const { riskBand, riskExpiresOn } = investor
  const isValid = riskBand !== null && riskExpiresOn !== null && riskExpiresOn >= today
  return isValid ? undefined : 'risk-profile-missing'
}

function sellerRefusal({ seller, today }: RunFacts): PlanReason | undefined {
  const { licenceNumber, licenceExpiresOn } = seller
  const isValid = licenceNumber !== null && licenceExpiresOn !== null && licenceExpiresOn >= today
  return isValid ? undefined : 'licence-expired'
}

function productRefusal(facts: RunFacts): PlanReason | undefined {
  const { product, line, company } = facts
  if (!product) return 'product-not-offered'
  if (!isSuitable(facts, product.riskLevel)) return 'above-risk-profile'
  if (compare(line.amount, product.least) < 0) return 'below-minimum'
  const isAboveCap = company.orderCap !== null && compare(line.amount, company.orderCap) > 0
  return isAboveCap ? 'above-order-cap' : undefined
}

/**
 * Whether the fund suits the investor today: it is within the band, or the investor agreed to just
 * this. A fund that has become riskier since, or a band that has fallen, was not agreed to.
 */
function isSuitable({ mandate, line, investor }: RunFacts, riskLevel: number): boolean {
  const band = investor.riskBand ?? 0
  if (riskLevel <= band) return true
  const signed = mandate?.risks[line.productCode]
  return (
    signed?.aboveRiskProfile === true &&
    riskLevel <= signed.riskLevel &&
    band >= (mandate?.riskBand ?? Infinity)
  )
}
