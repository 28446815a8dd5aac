// The order form of the phone and its validation by the rules of the contract. Pure.
import type { Portfolio, Product } from '@rmtools/contracts/bff/market'
import { isPayable } from '@rmtools/contracts/crm/bank-accounts'
import {
  holdingRefusal,
  isOffered,
  isSwitchable,
  quantityRefusal,
  subscriptionRefusal,
  type Order,
} from '@rmtools/contracts/crm/instruction-rules'
import {
  amountQuestionsOf,
  capRefusal,
  type AmountQuestion,
  type Declared,
  type OrderLimits,
} from '@rmtools/contracts/crm/plausibility'
import { compare, isZero, ratio, rounded, times } from '@rmtools/contracts/decimals'
import type { Instruction } from '@rmtools/contracts/crm/instructions'
import {
  isExchangeDay,
  navDateFor,
  type Holidays,
  type JakartaTime,
} from '@rmtools/contracts/crm/nav-date'
import type { SeenCase } from '../investors/rules.ts'

export type OrderType = Order['type']
export type OrderForm = {
  type: OrderType
  productCode: string
  targetCode: string
  by: 'amount' | 'units' | 'all'
  amount: string
  units: string
  bankAccountId: string
  isFactSheetOffered: boolean
  isTold: boolean
  /** The RM's explanation of an unusual amount. */
  amountReason: string
  /** The server asked for an explanation, even if this phone sees no reason to. */
  isReasonAsked: boolean
  /** The RM confirmed an order that repeats one from a moment ago. */
  isMeantTwice: boolean
}
export const emptyOrder: OrderForm = {
  type: 'subscription',
  productCode: '',
  targetCode: '',
  by: 'amount',
  amount: '',
  units: '',
  bankAccountId: '',
  isFactSheetOffered: false,
  isTold: false,
  amountReason: '',
  isReasonAsked: false,
  isMeantTwice: false,
}

type Positions = Pick<Portfolio, 'positions'>
export type Market = {
  products: readonly Product[]
  portfolio: Positions | undefined
  limits?: OrderLimits | undefined
}

/** The quantity in the format of the contract. */
export function quantityOf({ type, by, amount, units }: OrderForm): Order {
  if (by === 'all' && type !== 'subscription') return { type, allUnits: true }
  if (by === 'units' && type !== 'subscription') return { type, units }
  return { type, amount }
}

/** Products that can be ordered: those on offer, or for a sale those held. */
export function orderable(
  { products, portfolio }: Market,
  type: OrderType,
  now: string,
): Product[] {
  if (type === 'subscription') return products.filter((product) => isOffered(product, true, now))
  const held = new Set(
    portfolio?.positions
      .filter(({ availableUnits }) => !isZero(availableUnits))
      .map(({ productCode }) => productCode),
  )
  const canLeave = (product: Product) =>
    type !== 'switching' ||
    products.some((target) => isSwitchable(product, target) && isOffered(target, true, now))
  return products.filter((product) => held.has(product.code) && canLeave(product))
}

/** Products that the investor can switch into. */
export const targetsOf = ({ products }: Market, product: Product, now: string): Product[] =>
  products.filter((target) => isSwitchable(product, target) && isOffered(target, true, now))

export type OrderFault =
  | 'investor'
  | 'product'
  | 'target'
  | 'account'
  | 'factSheet'
  | 'told'
  | 'risk'
  | 'reason'
export type Checked = {
  code: string | undefined
  missing: readonly OrderFault[]
  isAboveProfile: boolean
  /** What makes the amount unusual. */
  questions: readonly AmountQuestion[]
}

/**
 * Everything that prevents an order from being sent: the problem code for the quantity, and what
 * has yet to be chosen or confirmed.
 */
export function checkOrder(
  form: OrderForm,
  market: Market,
  { seen, today }: { seen: SeenCase; today: string },
): Checked {
  const product = market.products.find(({ code }) => code === form.productCode)
  const target = market.products.find(({ code }) => code === form.targetCode)
  const bought = form.type === 'switching' ? target : product
  const band = seen.riskProfile?.band
  const isValidProfile = seen.riskProfile !== null && seen.riskProfile.expiresOn >= today
  const isBuying = form.type !== 'redemption'
  const isAboveProfile =
    isBuying && bought !== undefined && band !== undefined && bought.riskLevel > band
  const account = seen.bankAccounts.find(({ id }) => id === form.bankAccountId)
  const order = quantityOf(form)
  const limits = market.limits ?? {}
  const questions = amountQuestionsOf(order, declaredBy(seen), limits)
  const missing: (OrderFault | false)[] = [
    !product && 'product',
    form.type === 'switching' && !target && 'target',
    isBuying && !isValidProfile && 'risk',
    form.type === 'redemption' && !(account && isPayable(account)) && 'account',
    !form.isFactSheetOffered && 'factSheet',
    isAboveProfile && !form.isTold && 'told',
    (questions.length > 0 || form.isReasonAsked) && form.amountReason.trim() === '' && 'reason',
  ]
  const code =
    product && (codeOf(form, product, market.portfolio) ?? capRefusal(order, limits)?.kind.code)
  return { code, missing: missing.filter((fault) => fault !== false), isAboveProfile, questions }
}

function declaredBy({
  individual,
  institutional,
}: Pick<SeenCase, 'individual' | 'institutional'>): Declared {
  return { ...individual, incomeLevel: institutional?.incomeLevel, figures: institutional?.figures }
}

const MINUTE_MS = 60_000
const endedOf: ReadonlySet<string> = new Set(['declined', 'expired', 'cancelled', 'rejected'])
type Earlier = Pick<
  Instruction,
  | 'type'
  | 'productCode'
  | 'targetProductCode'
  | 'amount'
  | 'units'
  | 'allUnits'
  | 'status'
  | 'createdAt'
> & {
  sync?: 'waiting' | 'refused'
}

/**
 * How many seconds ago the same order was placed, within the last minute; otherwise undefined.
 * Refused orders do not count.
 */
export function secondsSinceSame(
  form: OrderForm,
  earlier: readonly Earlier[],
  now: Date,
): number | undefined {
  const { type, amount, units, allUnits } = quantityOf(form)
  const isEqual = (one: string | null | undefined, other: string | null | undefined) =>
    one && other ? compare(one, other) === 0 : !one && !other
  const ages = earlier
    .filter(
      (one) =>
        one.sync !== 'refused' &&
        !endedOf.has(one.status) &&
        one.type === type &&
        one.productCode === form.productCode &&
        (type !== 'switching' || one.targetProductCode === form.targetCode) &&
        one.allUnits === (allUnits ?? false) &&
        isEqual(one.amount, amount) &&
        isEqual(one.units, units),
    )
    .map(({ createdAt }) => now.getTime() - Date.parse(createdAt))
    .filter((age) => age < MINUTE_MS)
  return ages.length === 0 ? undefined : Math.max(0, Math.floor(Math.min(...ages) / 1000))
}

function codeOf(
  form: OrderForm,
  product: Product,
  portfolio: Positions | undefined,
): string | undefined {
  const order = quantityOf(form)
  const isEmpty = [order.amount, order.units].some((quantity) => quantity === '')
  if (isEmpty) return 'quantity-invalid'
  const refusal =
    quantityRefusal(order) ??
    (form.type === 'subscription'
      ? subscriptionRefusal(order, product, portfolio)
      : holdingRefusal(order, product, portfolio))
  return refusal?.kind.code
}

/** A percentage of the available units, for quick choices. */
export function shareOfUnits(available: string, percent: number): string {
  return rounded(times(available, String(percent / 100)), 4, 'down')
}

/** Common amounts, none below the minimum. */
export function quickAmounts(minimum: string, currency: string): string[] {
  const steps =
    currency === 'IDR'
      ? [100_000, 1_000_000, 5_000_000, 10_000_000, 50_000_000, 100_000_000]
      : [100, 500, 1000, 5000, 10_000]
  const least = Number(minimum)
  const choices = steps.filter((step) => step > least).map(String)
  return [...new Set([String(least), ...choices])].slice(0, 5)
}

/** Estimates how many units an amount buys at the latest price. */
export function aboutUnits(
  amount: string,
  { latestNav }: Pick<Product, 'latestNav'>,
): string | undefined {
  return latestNav && amount !== '' ? ratio(amount, latestNav.nav, 4) : undefined
}

export type NavTiming = { isToday: boolean; navDate: string; later: string }

/** Which NAV an order gets if the investor approves it now, and which one after today's cut-off. */
export function navTiming(at: JakartaTime, cutOff: string, holidays: Holidays): NavTiming {
  const navDate = navDateFor(at, cutOff, holidays)
  const later = navDateFor({ date: at.date, time: '23:59:59' }, cutOff, holidays)
  return { isToday: navDate === at.date && isExchangeDay(at.date, holidays), navDate, later }
}

/** Date and time of day in Jakarta. */
export function jakartaNow(now: Date): JakartaTime {
  const [date = '', time = ''] = new Date(now.getTime() + 7 * 3_600_000).toISOString().split(/[T.]/)
  return { date, time }
}

/** A form prefilled from an earlier instruction, without the RM's confirmations. */
export function formOf(
  instruction: Pick<
    Instruction,
    'type' | 'productCode' | 'targetProductCode' | 'amount' | 'units' | 'allUnits' | 'bankAccountId'
  >,
): OrderForm {
  const { type, productCode, targetProductCode, amount, units, allUnits, bankAccountId } =
    instruction
  const counted = units ? 'units' : 'amount'
  return {
    ...emptyOrder,
    type,
    productCode,
    targetCode: targetProductCode ?? '',
    by: allUnits ? 'all' : counted,
    amount: amount?.replace(/\.00$/, '') ?? '',
    units: units ?? '',
    bankAccountId: bankAccountId ?? '',
  }
}

/** A form restored from an order in the outbox, including the RM's confirmations. */
export function formOfInput(input: Readonly<Record<string, unknown>>): OrderForm {
  const text = (name: string) => (typeof input[name] === 'string' ? String(input[name]) : null)
  const type = text('type')
  return {
    ...formOf({
      type: type === 'redemption' || type === 'switching' ? type : 'subscription',
      productCode: text('productCode') ?? '',
      targetProductCode: text('targetProductCode'),
      amount: text('amount'),
      units: text('units'),
      allUnits: input['allUnits'] === true,
      bankAccountId: text('bankAccountId'),
    }),
    isFactSheetOffered: input['factSheetOffered'] === true,
    isTold: input['aboveRiskProfileTold'] === true,
    amountReason: text('amountReason') ?? '',
    isMeantTwice: input['confirmDuplicate'] === true,
  }
}
