// May this be sold, to this investor, by this RM, now? Pure decisions with exact decimals.
import type { Portfolio, Product } from '@rmtools/bib/partner'
import {
  aboveBalance,
  bankAccountUnfit,
  belowMinimum,
  certifiedSignatureNeeded,
  factSheetNotOffered,
  investorNotRegistered,
  leftoverBelowMinimum,
  licenceExpired,
  productNotOffered,
  quantityInvalid,
  riskProfileMissing,
  suitabilityConsentMissing,
  switchNotAllowed,
} from '@rmtools/contracts/crm/instructions'
import type { SignatureLevel } from '@rmtools/contracts/crm/evidence'
import { Problem, type ProblemKind } from '@rmtools/contracts/problem'
import { Decimal } from 'decimal.js'

export type Order = {
  type: 'subscription' | 'redemption' | 'switching'
  amount?: string | null | undefined
  units?: string | null | undefined
  allUnits?: boolean | undefined
  factSheetOffered: boolean
  aboveRiskProfileTold?: boolean | undefined
}
export type Seller = { licenceNumber: string | null; licenceExpiresOn: string | null }
export type Buyer = { status: string; externalId: string | null; riskBand: number | null; riskExpiresOn: string | null }
/** Fit: in the investor's own name or accepted by a reviewer, and not refused by Bib. */
export type Account = { isFit: boolean }

export type Sale = {
  order: Order
  seller: Seller
  buyer: Buyer
  product: Product | undefined
  target: Product | undefined
  /** Undefined when Bib could not be asked: Bib checks the balance again in any case. */
  portfolio: Portfolio | undefined
  /** The account that a redemption is paid to. */
  account: Account | undefined
  /** Today in Asia/Jakarta, and the instant. */
  today: string
  now: string
}

/** Only licensed staff may sell (POJK 39/POJK.04/2014). Throws licence-expired. */
export function requireLicence({ licenceNumber, licenceExpiresOn }: Seller, today: string): string {
  if (licenceNumber === null || licenceExpiresOn === null || licenceExpiresOn < today) throw new Problem(licenceExpired)
  return licenceNumber
}

/** A product that is sold at present, and inside its offering window if it has one. Throws product-not-offered. */
export function requireOffered(product: Product | undefined, isPurchase: boolean, now: string): Product {
  if (product?.status !== 'ACTIVE') throw new Problem(productNotOffered)
  if (isPurchase && product.bond && (now < product.bond.offeringFrom || now >= product.bond.offeringUntil))
    throw new Problem(productNotOffered)
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

/** Checks a sale as a whole and says its terms. Throws the first reason why it may not be. */
export function termsOf(sale: Sale): Terms {
  const { order, buyer, today, now } = sale
  const licenceNumber = requireLicence(sale.seller, today)
  if (buyer.status !== 'registered' || buyer.externalId === null) throw new Problem(investorNotRegistered)
  if (!order.factSheetOffered) refuse(factSheetNotOffered, '/factSheetOffered')
  const product = requireOffered(sale.product, order.type === 'subscription', now)
  const target = order.type === 'switching' ? requireOffered(sale.target, true, now) : null
  requireOneQuantity(order)
  if (target) requireSwitchable(product, target)
  if (order.type === 'subscription') requireSubscription(order, product, sale.portfolio)
  else requireHolding(order, product, sale.portfolio)
  if (order.type === 'redemption' && !sale.account?.isFit) refuse(bankAccountUnfit, '/bankAccountId')
  const aboveRiskProfile = requireSuitable(order, buyer, { bought: target ?? product, today })
  const percent = { subscription: product.fees.subscription, redemption: product.fees.redemption, switching: product.fees.switching }[
    order.type
  ]
  const feeAmount = order.amount ? new Decimal(order.amount).mul(percent).div(100).toFixed(2, Decimal.ROUND_HALF_UP) : null
  return { product, target, feePercent: percent, feeAmount, aboveRiskProfile, licenceNumber }
}

function requireOneQuantity({ type, amount, units, allUnits }: Order): void {
  const given = [amount, units].filter((quantity) => quantity !== null && quantity !== undefined)
  if (given.length + (allUnits ? 1 : 0) !== 1 || given.some((quantity) => new Decimal(quantity ?? 0).isZero()))
    refuse(quantityInvalid, '/amount')
  if (type === 'subscription' && !amount) refuse(quantityInvalid, '/amount')
}

/** Within the same fund manager, between funds that allow it (DOMAIN section 6). */
function requireSwitchable(product: Product, target: Product): void {
  const allowed = product.manager === target.manager && product.switchGroup !== null && product.switchGroup === target.switchGroup
  if (!allowed || product.code === target.code || product.currency !== target.currency) refuse(switchNotAllowed, '/targetProductCode')
}

function requireSubscription({ amount }: Order, product: Product, portfolio: Portfolio | undefined): void {
  const holds = portfolio?.positions.some(({ productCode, units }) => productCode === product.code && new Decimal(units).gt(0)) ?? false
  const minimum = holds ? product.minimumTopUp : product.minimumSubscription
  if (new Decimal(amount ?? 0).lt(minimum)) refuse(belowMinimum, '/amount', `The minimum is ${product.currency} ${minimum}`)
}

/** Minimum, balance, and the leftover rule: what would remain below the minimum balance must go as well (DOMAIN section 6). */
function requireHolding({ amount, units, allUnits }: Order, product: Product, portfolio: Portfolio | undefined): void {
  if (!portfolio) return
  const position = portfolio.positions.find(({ productCode }) => productCode === product.code)
  const available = new Decimal(position?.availableUnits ?? 0)
  if (!position || available.isZero()) return refuse(aboveBalance, '/productCode')
  if (allUnits) return
  const value = units ? new Decimal(units).mul(position.nav) : new Decimal(amount ?? 0)
  const availableValue = available.mul(position.nav)
  const pointer = units ? '/units' : '/amount'
  if (units ? new Decimal(units).gt(available) : value.gt(availableValue))
    refuse(aboveBalance, pointer, `At most ${available.toFixed(4)} units are available`)
  if (value.lt(product.minimumRedemption)) refuse(belowMinimum, pointer, `The minimum is ${product.currency} ${product.minimumRedemption}`)
  const left = availableValue.minus(value)
  if (left.gt(0) && left.lt(product.minimumBalance))
    refuse(leftoverBelowMinimum, pointer, `The minimum balance is ${product.currency} ${product.minimumBalance}`)
}

/** A product above the profile needs that the investor was told and consents; the profile is valid for a year (DOMAIN section 6). */
function requireSuitable(order: Order, buyer: Buyer, { bought, today }: { bought: Product; today: string }): boolean {
  if (order.type === 'redemption') return false
  if (buyer.riskBand === null || buyer.riskExpiresOn === null || buyer.riskExpiresOn < today) throw new Problem(riskProfileMissing)
  const above = bought.riskLevel > buyer.riskBand
  if (above && !order.aboveRiskProfileTold) refuse(suitabilityConsentMissing, '/aboveRiskProfileTold')
  return above
}

/** What an order is worth at the latest NAV, in the product's currency; null when that cannot be known. */
export function worthOf({ amount, units, allUnits }: Order, product: Product, portfolio: Portfolio | undefined): string | null {
  if (amount) return amount
  const position = portfolio?.positions.find(({ productCode }) => productCode === product.code)
  const quantity = allUnits ? position?.availableUnits : units
  const nav = position?.nav ?? product.latestNav?.nav
  return quantity && nav ? new Decimal(quantity).mul(nav).toFixed(2, Decimal.ROUND_HALF_UP) : null
}

type Signable = { worth: string | null; currency: string; certifiedAbove: string | null }

/** Whether signatures of this level do. What cannot be shown to be below the company's amount counts as above it. */
export function isSignable({ worth, currency, certifiedAbove }: Signable, level: SignatureLevel): boolean {
  if (level === 'certified' || certifiedAbove === null || currency !== 'IDR') return true
  return worth !== null && new Decimal(worth).lte(certifiedAbove)
}

/** Throws certified-signature-needed. */
export function requireSignable(signable: Signable, level: SignatureLevel): void {
  if (!isSignable(signable, level)) refuse(certifiedSignatureNeeded, '/amount', `The company's limit is Rp ${signable.certifiedAbove}`)
}

function refuse(kind: ProblemKind, pointer: string, detail?: string): never {
  throw new Problem(kind, { errors: [{ pointer, code: kind.code }], ...(detail === undefined ? {} : { detail }) })
}
