// Whether an amount is plausible, given the investor's declarations and the company's limits. The
// RM's app checks it while the RM types, the server by the same rule.
import { compare } from '../decimals.ts'
import { problemKind } from '../problem.ts'
import type { codeLists } from './code-lists.ts'
import type { OrderRefusal } from './order-refusal.ts'

export const amountUnusual = problemKind(
  'amount-unusual',
  422,
  'The amount is above what the investor declared or the company expects: say why',
)
export const aboveOrderCap = problemKind(
  'above-order-cap',
  422,
  "The amount is above the company's limit for one order",
)

export const amountQuestions = [
  'above-income',
  'above-wealth',
  'above-ceiling',
  'very-large',
] as const
/** Why an amount is questioned, and the figure that it exceeds. */
export type AmountQuestion = { code: (typeof amountQuestions)[number]; limit: string }

const MILLION = '000000'
const BILLION = '000000000'
type Bands<List extends keyof typeof codeLists> = Readonly<
  Record<keyof (typeof codeLists)[List], string | null>
>

/** The upper limit of a declared band, in rupiah; null if it has none. */
const yearlyIncome: Bands<'yearlyIncome'> = {
  'under-10m': `10${MILLION}`,
  '10m-50m': `50${MILLION}`,
  '50m-100m': `100${MILLION}`,
  '100m-500m': `500${MILLION}`,
  '500m-1bn': `1${BILLION}`,
  'over-1bn': null,
}
const netWorth: Bands<'netWorth'> = {
  'under-100m': `100${MILLION}`,
  '100m-500m': `500${MILLION}`,
  '500m-1bn': `1${BILLION}`,
  '1bn-5bn': `5${BILLION}`,
  'over-5bn': null,
}
const institutionIncome: Bands<'institutionIncome'> = {
  'under-1bn': `1${BILLION}`,
  '1bn-5bn': `5${BILLION}`,
  '5bn-10bn': `10${BILLION}`,
  '10bn-50bn': `50${BILLION}`,
  'over-50bn': null,
}
/** Total assets of an institution, by the number of their band (see YearFigures). */
const institutionAssets: readonly (string | null)[] = [
  null,
  `100${BILLION}`,
  `500${BILLION}`,
  `1000${BILLION}`,
  `5000${BILLION}`,
  null,
]

/** Questioned even without any declaration or company limit: Rp 10 billion. */
const VERY_LARGE = `10${BILLION}`

/** An investor's declared income and wealth: a person's, or an institution's. */
export type Declared = {
  yearlyIncome?: string | null | undefined
  netWorth?: string | null | undefined
  incomeLevel?: string | null | undefined
  figures?: readonly { year: number; assets: number }[] | null | undefined
}
/** A company's own limits for one order, in rupiah; null if it has none. */
export type OrderLimits = {
  orderCap?: string | null | undefined
  orderQuestionAbove?: string | null | undefined
}
type Ordered = { type: string; amount?: string | null | undefined }

const limitIn = (
  bands: Readonly<Record<string, string | null>>,
  code: string | null | undefined,
): string | null => (code && Object.hasOwn(bands, code) ? (bands[code] ?? null) : null)

function incomeLimit({ yearlyIncome: person, incomeLevel }: Declared): string | null {
  return limitIn(yearlyIncome, person) ?? limitIn(institutionIncome, incomeLevel)
}

function wealthLimit({ netWorth: person, figures }: Declared): string | null {
  const latest = (figures ?? []).toSorted((one, other) => other.year - one.year)[0]
  return limitIn(netWorth, person) ?? institutionAssets[latest?.assets ?? 0] ?? null
}

/**
 * The questions about an amount: above the declared income (or wealth, if the income has no upper
 * end), above the company's ceiling, or very large if neither applies. Money that is already
 * invested is not questioned. An amount in another currency is compared by its figure, since no
 * currency that is sold is worth less than a rupiah.
 */
export function amountQuestionsOf(
  { type, amount }: Ordered,
  declared: Declared,
  limits: OrderLimits,
): AmountQuestion[] {
  if (type !== 'subscription' || !amount) return []
  const income = incomeLimit(declared)
  const wealth = income === null ? wealthLimit(declared) : null
  const ceiling = limits.orderQuestionAbove ?? null
  const fallback = income === null && wealth === null && ceiling === null ? VERY_LARGE : null
  const against = {
    'above-income': income,
    'above-wealth': wealth,
    'above-ceiling': ceiling,
    'very-large': fallback,
  }
  return amountQuestions.flatMap((code) => {
    const limit = against[code]
    return limit !== null && compare(amount, limit) > 0 ? [{ code, limit }] : []
  })
}

/** The refusal of an amount above the company's cap. */
export function capRefusal(
  { type, amount }: Ordered,
  { orderCap }: OrderLimits,
): OrderRefusal | undefined {
  if (type !== 'subscription' || !amount || !orderCap || compare(amount, orderCap) <= 0)
    return undefined
  return {
    kind: aboveOrderCap,
    pointer: '/amount',
    figure: orderCap,
    detail: `The company takes at most ${orderCap} in one order`,
  }
}
