// May this RM sell this to this investor now? Pure decisions with exact decimals.
import type { Portfolio, Product } from '@rmtools/bib/partner'
import {
  feeAmountOf,
  feePercentOf,
  holdingRefusal,
  isOffered,
  quantityRefusal,
  subscriptionRefusal,
  switchRefusal,
} from '@rmtools/contracts/crm/instruction-rules'
import {
  bankAccountUnfit,
  certifiedSignatureNeeded,
  factSheetNotOffered,
  investorNotRegistered,
  licenceExpired,
  productNotOffered,
  riskProfileMissing,
  suitabilityConsentMissing,
  switchNotAllowed,
} from '@rmtools/contracts/crm/instruction-problems'
import { contactOfStaff } from '@rmtools/contracts/crm/investor-problems'
import { consentNotInForce } from '@rmtools/contracts/crm/consents'
import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import { Problem, type ProblemKind } from '@rmtools/contracts/problem'
import { Decimal } from 'decimal.js'

export type Order = {
  type: 'subscription' | 'redemption' | 'switching'
  amount?: string | null | undefined
  units?: string | null | undefined
  allUnits?: boolean | undefined
  bankAccountId?: string | null | undefined
  targetProductCode?: string | null | undefined
  factSheetOffered: boolean
  aboveRiskProfileTold?: boolean | undefined
}
export type Seller = { licenceNumber: string | null; licenceExpiresOn: string | null }
export type Buyer = {
  status: string
  externalId: string | null
  riskBand: number | null
  riskExpiresOn: string | null
  /** A required consent was withdrawn and not given again. */
  lacksConsent?: boolean
  /** The investor's link or code would reach a seller: nobody but the seller would have acted. */
  sharesSellersContact?: boolean
}
/** Fit: in the investor's own name or accepted by a reviewer, and not refused by Bib. */
export type Account = { isFit: boolean }

export type Sale = {
  order: Order
  seller: Seller
  buyer: Buyer
  product: Product | undefined
  target: Product | undefined
  /** Undefined if Bib was unreachable: Bib checks the balance again in any case. */
  portfolio: Portfolio | undefined
  /** The account that receives a redemption's money. */
  account: Account | undefined
  /** Today's date in Asia/Jakarta, and the instant. */
  today: string
  now: string
}

/** Only licensed staff may sell (POJK 39/POJK.04/2014). Throws licence-expired. */
export function requireLicence({ licenceNumber, licenceExpiresOn }: Seller, today: string): string {
  if (licenceNumber === null || licenceExpiresOn === null || licenceExpiresOn < today)
    throw new Problem(licenceExpired)
  return licenceNumber
}

/**
 * The product is on sale, and within its offering period if it has one. Throws product-not-offered.
 */
export function requireOffered(
  product: Product | undefined,
  isPurchase: boolean,
  now: string,
): Product {
  if (!product || !isOffered(product, isPurchase, now)) throw new Problem(productNotOffered)
  return product
}

export type Terms = {
  product: Product
  target: Product | null
  feePercent: string
  feeAmount: string | null
  aboveRiskProfile: boolean
  licenceNumber: string
}

/** Checks a sale as a whole and returns its terms. Throws the first reason to refuse it. */
export function termsOf(sale: Sale): Terms {
  const { order, buyer, today, now } = sale
  const licenceNumber = requireLicence(sale.seller, today)
  requireBuyer(buyer)
  if (!order.factSheetOffered) refuse(factSheetNotOffered, '/factSheetOffered')
  const product = requireOffered(sale.product, order.type === 'subscription', now)
  const target = order.type === 'switching' ? requireOffered(sale.target, true, now) : null
  requireQuantity(order, product, { target, portfolio: sale.portfolio })
  requireOwnParts(order, sale.account)
  const aboveRiskProfile = requireSuitable(order, buyer, { bought: target ?? product, today })
  const [feePercent, feeAmount] = [feePercentOf(order.type, product), feeAmountOf(order, product)]
  return { product, target, feePercent, feeAmount, aboveRiskProfile, licenceNumber }
}

/**
 * A registered investor with contacts of their own. Throws investor-not-registered,
 * contact-of-staff.
 */
function requireBuyer({ status, externalId, sharesSellersContact }: Buyer): void {
  if (status !== 'registered' || externalId === null) throw new Problem(investorNotRegistered)
  if (sharesSellersContact) refuse(contactOfStaff, '/investorId')
}

/** A redemption pays to an account of this investor; a switch buys a different product. */
function requireOwnParts(
  { type, bankAccountId, targetProductCode }: Order,
  account: Account | undefined,
): void {
  if (type === 'redemption' ? !account?.isFit : bankAccountId)
    refuse(bankAccountUnfit, '/bankAccountId')
  if (type !== 'switching' && targetProductCode) refuse(switchNotAllowed, '/targetProductCode')
}

/**
 * Within one fund manager, between funds that allow it, with enough units (the rules are in the
 * contract).
 */
function requireQuantity(
  order: Order,
  product: Product,
  { target, portfolio }: { target: Product | null; portfolio: Portfolio | undefined },
): void {
  const refusal =
    quantityRefusal(order) ??
    (target ? switchRefusal(product, target) : undefined) ??
    (order.type === 'subscription'
      ? subscriptionRefusal(order, product, portfolio)
      : holdingRefusal(order, product, portfolio))
  if (refusal) refuse(refusal.kind, refusal.pointer, refusal.detail)
}

/**
 * Throws the reason why a redemption or switch drafted earlier no longer fits the holding and the
 * free units.
 */
export function requireFree(
  order: Omit<Order, 'factSheetOffered'>,
  product: Product,
  portfolio: Portfolio | undefined,
): void {
  const refusal =
    order.type === 'subscription' ? undefined : holdingRefusal(order, product, portfolio)
  if (refusal) refuse(refusal.kind, refusal.pointer, refusal.detail)
}

/**
 * For a product above the risk profile the investor must be informed and consent; the profile is
 * valid for a year (DOMAIN section 6).
 */
function requireSuitable(
  order: Order,
  buyer: Buyer,
  { bought, today }: { bought: Pick<Product, 'riskLevel'>; today: string },
): boolean {
  if (order.type === 'redemption') return false
  // Selling processes and shares data again (UU 27/2022 art. 9); paying money back is the
  // investor's right.
  if (buyer.lacksConsent) throw new Problem(consentNotInForce)
  if (buyer.riskBand === null || buyer.riskExpiresOn === null || buyer.riskExpiresOn < today)
    throw new Problem(riskProfileMissing)
  const above = bought.riskLevel > buyer.riskBand
  if (above && !order.aboveRiskProfileTold)
    refuse(suitabilityConsentMissing, '/aboveRiskProfileTold')
  return above
}

export type Sent = {
  instruction: { type: Order['type']; riskLevel: number; aboveRiskProfile: boolean }
  buyer: Buyer
  account: Account | undefined
  today: string
}

/**
 * Whether an earlier draft may be sent to the investor now: profiles expire, accounts get rejected.
 * Throws the reason.
 */
export function requireStillFit({ instruction, buyer, account, today }: Sent): void {
  const { type, riskLevel, aboveRiskProfile } = instruction
  requireBuyer(buyer)
  if (type === 'redemption' && !account?.isFit) throw new Problem(bankAccountUnfit)
  requireSuitable({ type, factSheetOffered: true, aboveRiskProfileTold: aboveRiskProfile }, buyer, {
    bought: { riskLevel },
    today,
  })
}

type Signable = { worth: string | null; currency: string; certifiedAbove: string | null }

/**
 * Whether a signature of this level suffices. An amount that cannot be shown to be below the
 * company's limit counts as above it.
 */
export function isSignable(
  { worth, currency, certifiedAbove }: Signable,
  level: SignatureLevel,
): boolean {
  if (level === 'certified' || certifiedAbove === null || currency !== 'IDR') return true
  return worth !== null && new Decimal(worth).lte(certifiedAbove)
}

/** Throws certified-signature-needed. */
export function requireSignable(signable: Signable, level: SignatureLevel): void {
  if (!isSignable(signable, level))
    refuse(
      certifiedSignatureNeeded,
      '/amount',
      `The company's limit is Rp ${signable.certifiedAbove}`,
    )
}

function refuse(kind: ProblemKind, pointer: string, detail?: string): never {
  throw new Problem(kind, {
    errors: [{ pointer, code: kind.code }],
    ...(detail === undefined ? {} : { detail }),
  })
}
