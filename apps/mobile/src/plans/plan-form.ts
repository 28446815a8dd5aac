// A plan as the RM enters it, and what is still missing. Pure.
import type { Product } from '@rmtools/contracts/bff/market'
import { compare, isZero } from '@rmtools/contracts/decimals'
import { isOffered } from '@rmtools/contracts/crm/instruction-rules'
import { LAST_PLAN_DAY, MAX_PLAN_LINES, type PlanTerms } from '@rmtools/contracts/crm/plan-rules'
import type { Plan } from '@rmtools/contracts/crm/plans'

export const planEnds = ['none', 'date', 'runs', 'goal'] as const
export type PlanEnd = (typeof planEnds)[number]

export type PlanForm = {
  lines: { productCode: string; amount: string }[]
  day: number
  startsOn: string
  end: PlanEnd
  endsOn: string
  runsAtMost: string
  goalAmount: string
  bankAccountId: string
  way: PlanTerms['way']
  isFactSheetOffered: boolean
  isTold: boolean
  amountReason: string
}

/** A new plan: today's day of the month, until it is stopped, by direct debit. */
export function emptyPlan(today: string, productCode = '', bankAccountId = ''): PlanForm {
  return {
    lines: [{ productCode, amount: '' }],
    day: Math.min(LAST_PLAN_DAY, Number(today.slice(8))),
    startsOn: today,
    end: 'none',
    endsOn: '',
    runsAtMost: '12',
    goalAmount: '',
    bankAccountId,
    way: 'direct-debit',
    isFactSheetOffered: false,
    isTold: false,
    amountReason: '',
  }
}

function endOf({ endsOn, runsAtMost, goalAmount }: Plan): PlanEnd {
  if (endsOn !== null) return 'date'
  if (runsAtMost !== null) return 'runs'
  return goalAmount === null ? 'none' : 'goal'
}

/** The form of a plan that is to be changed. */
export function formOfPlan(plan: Plan): PlanForm {
  const { day, startsOn, endsOn, runsAtMost, goalAmount, bankAccountId, way } = plan
  return {
    lines: plan.lines.map(({ productCode, amount }) => ({
      productCode,
      amount: amount.replace(/\.00$/, ''),
    })),
    day,
    startsOn,
    end: endOf(plan),
    endsOn: endsOn ?? '',
    runsAtMost: String(runsAtMost ?? 12),
    goalAmount: (goalAmount ?? '').replace(/\.00$/, ''),
    bankAccountId,
    way,
    isFactSheetOffered: false,
    isTold: false,
    amountReason: '',
  }
}

/** The terms of a form, as the rules of plans read them. */
export function termsOf(form: PlanForm): PlanTerms {
  const { lines, day, startsOn, end, endsOn, runsAtMost, goalAmount, bankAccountId, way } = form
  return {
    lines: lines.filter(({ amount }) => amount !== ''),
    day,
    startsOn,
    bankAccountId,
    way,
    endsOn: end === 'date' && endsOn !== '' ? endsOn : null,
    runsAtMost: end === 'runs' && runsAtMost !== '' ? Number(runsAtMost) : null,
    goalAmount: end === 'goal' && goalAmount !== '' ? goalAmount : null,
  }
}

/** Funds in rupiah that are on sale: what a plan may buy. */
export function plannable(products: readonly Product[], now: string): Product[] {
  return products.filter(
    (product) =>
      product.bond === null && product.currency === 'IDR' && isOffered(product, true, now),
  )
}

type Facts = { products: readonly Product[]; band: number | null }

/** Whether a fund of the plan is above the investor's profile. */
export function isAboveProfile({ lines }: PlanForm, { products, band }: Facts): boolean {
  return lines.some(({ productCode }) => {
    const product = products.find(({ code }) => code === productCode)
    return product !== undefined && product.riskLevel > (band ?? 0)
  })
}

const isCount = (text: string) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= 600

function isEndComplete({ end, endsOn, runsAtMost, goalAmount }: PlanForm): boolean {
  if (end === 'date') return endsOn !== ''
  if (end === 'runs') return isCount(runsAtMost)
  return end === 'none' || (goalAmount !== '' && !isZero(goalAmount))
}

/** Whether nothing is missing. */
export function isPlanComplete(form: PlanForm, facts: Facts): boolean {
  const areLinesComplete = form.lines.every(
    ({ productCode, amount }) => productCode !== '' && amount !== '' && compare(amount, '0') > 0,
  )
  return (
    areLinesComplete &&
    isEndComplete(form) &&
    form.startsOn !== '' &&
    form.bankAccountId !== '' &&
    form.isFactSheetOffered &&
    (form.isTold || !isAboveProfile(form, facts))
  )
}

export const canAddLine = ({ lines }: PlanForm): boolean => lines.length < MAX_PLAN_LINES
