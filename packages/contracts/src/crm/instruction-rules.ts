// The limits of an order, by product and portfolio: screens show them while the user types, and the
// server enforces them.
import { compare, isZero, minus, rounded, times } from '../decimals.ts'
import type { Portfolio, Product } from '../bff/market.ts'
import {
  aboveBalance,
  belowMinimum,
  leftoverBelowMinimum,
  quantityInvalid,
  switchNotAllowed,
} from './instruction-problems.ts'
import { unitsReserved } from './reservations.ts'
import type { OrderRefusal } from './order-refusal.ts'

export type Quantity = {
  amount?: string | null | undefined
  units?: string | null | undefined
  allUnits?: boolean | undefined
}
export type Order = Quantity & { type: 'subscription' | 'redemption' | 'switching' }
type Positions = Pick<Portfolio, 'positions'>

/** Exactly one of amount, units or all; a subscription is given as an amount. */
export function quantityRefusal({
  type,
  amount,
  units,
  allUnits,
}: Order): OrderRefusal | undefined {
  const given = [amount, units].filter((quantity) => quantity !== null && quantity !== undefined)
  const isOne =
    given.length + (allUnits ? 1 : 0) === 1 && !given.some((quantity) => isZero(quantity))
  return isOne && (type !== 'subscription' || amount)
    ? undefined
    : { kind: quantityInvalid, pointer: '/amount' }
}

type Switchable = Pick<Product, 'code' | 'manager' | 'switchGroup' | 'currency'>

/** Within the same fund manager, between funds that allow it (DOMAIN section 6). */
export function isSwitchable(product: Switchable, target: Switchable): boolean {
  const isAllowed =
    product.manager === target.manager &&
    product.switchGroup !== null &&
    product.switchGroup === target.switchGroup
  return isAllowed && product.code !== target.code && product.currency === target.currency
}

/** The refusal of a switch between two products that do not allow it. */
export function switchRefusal(product: Switchable, target: Switchable): OrderRefusal | undefined {
  return isSwitchable(product, target)
    ? undefined
    : { kind: switchNotAllowed, pointer: '/targetProductCode' }
}

/** The minimum subscription: lower for an investor who already holds the product. */
export function leastSubscription(product: Product, portfolio: Positions | undefined): string {
  const holds =
    portfolio?.positions.some(
      ({ productCode, units }) => productCode === product.code && !isZero(units),
    ) ?? false
  return holds ? product.minimumTopUp : product.minimumSubscription
}

/** The refusal of a subscription below the minimum. */
export function subscriptionRefusal(
  { amount }: Quantity,
  product: Product,
  portfolio: Positions | undefined,
): OrderRefusal | undefined {
  const least = leastSubscription(product, portfolio)
  if (compare(amount ?? '0', least) >= 0) return undefined
  return {
    kind: belowMinimum,
    pointer: '/amount',
    detail: `The minimum is ${product.currency} ${least}`,
  }
}

/**
 * Minimum, balance, and the remainder rule: a remainder below the minimum balance must be redeemed
 * as well (DOMAIN section 6).
 */
export function holdingRefusal(
  { amount, units, allUnits }: Quantity,
  product: Product,
  portfolio: Positions | undefined,
): OrderRefusal | undefined {
  if (!portfolio) return undefined
  const position = portfolio.positions.find(({ productCode }) => productCode === product.code)
  if (!position || isZero(position.availableUnits))
    return (
      reservedRefusal(position, '/productCode') ?? { kind: aboveBalance, pointer: '/productCode' }
    )
  if (allUnits) return undefined
  const { availableUnits, nav } = position
  const value = units ? times(units, nav) : (amount ?? '0')
  const pointer = units ? '/units' : '/amount'
  // Orders in units are compared in units, whatever a unit is worth.
  const isAbove = (held: string) =>
    units ? compare(units, held) > 0 : compare(value, times(held, nav)) > 0
  if (isAbove(availableUnits)) {
    const reserved = isAbove(position.units) ? undefined : reservedRefusal(position, pointer)
    const detail = `At most ${rounded(availableUnits, 4)} units are available`
    return reserved ?? { kind: aboveBalance, pointer, detail }
  }
  return smallRefusal(value, minus(times(availableUnits, nav), value), { product, pointer })
}

/** The refusal of an order that takes too little, or leaves too little. */
function smallRefusal(
  value: string,
  left: string,
  { product, pointer }: { product: Product; pointer: string },
): OrderRefusal | undefined {
  if (compare(value, product.minimumRedemption) < 0)
    return {
      kind: belowMinimum,
      pointer,
      detail: `The minimum is ${product.currency} ${product.minimumRedemption}`,
    }
  if (compare(left, '0') > 0 && compare(left, product.minimumBalance) < 0)
    return {
      kind: leftoverBelowMinimum,
      pointer,
      detail: `The minimum balance is ${product.currency} ${product.minimumBalance}`,
    }
  return undefined
}

/**
 * The refusal of an order for units that open instructions have reserved; it states how much is
 * free and how much is not.
 */
function reservedRefusal(
  position: Positions['positions'][number] | undefined,
  pointer: string,
): OrderRefusal | undefined {
  if (!position || compare(position.units, position.availableUnits) <= 0) return undefined
  const [free, reserved] = [
    rounded(position.availableUnits, 4),
    rounded(minus(position.units, position.availableUnits), 4),
  ]
  return {
    kind: unitsReserved,
    pointer,
    detail: `${free} units are free, ${reserved} are reserved by open instructions`,
  }
}

/** The fee of an order in percent. */
export function feePercentOf(type: Order['type'], { fees }: Pick<Product, 'fees'>): string {
  return {
    subscription: fees.subscription,
    redemption: fees.redemption,
    switching: fees.switching,
  }[type]
}

/** The fee of an order given as an amount; null if only the units are known. */
export function feeAmountOf(
  { type, amount }: Order,
  product: Pick<Product, 'fees'>,
): string | null {
  return amount ? rounded(times(times(amount, feePercentOf(type, product)), '0.01'), 2) : null
}

/** The value of an order at the latest NAV, in the product's currency; null if it is unknown. */
export function worthOf(
  { amount, units, allUnits }: Quantity,
  product: Product,
  portfolio: Positions | undefined,
): string | null {
  if (amount) return amount
  const position = portfolio?.positions.find(({ productCode }) => productCode === product.code)
  const quantity = allUnits ? position?.availableUnits : units
  const nav = position?.nav ?? product.latestNav?.nav
  return quantity && nav ? rounded(times(quantity, nav), 2) : null
}

/** Whether a product is on sale, and within its offering period if it has one. */
export function isOffered(
  { status, bond }: Pick<Product, 'status' | 'bond'>,
  isPurchase: boolean,
  now: string,
): boolean {
  return (
    status === 'ACTIVE' &&
    !(isPurchase && bond && (now < bond.offeringFrom || now >= bond.offeringUntil))
  )
}
