// The rules of recurring plans: when a run is due, and when the goal is reached. Pure: the screens
// show by them what the server does.
import { compare, minus, ratio, rounded, times, total } from '../decimals.ts'
import { NamedList } from '../list-names.ts'
import { exchangeDayFrom, type Holidays } from './nav-date.ts'

export const planStatuses = NamedList('PlanStatus', [
  'awaiting-approval',
  'active',
  'paused',
  'completed',
  'stopped',
  'revoked',
  'declined',
  'expired',
])
export type PlanStatus = (typeof planStatuses)[number]
/** Plans that may still buy. */
export const openPlanStatuses = [
  'awaiting-approval',
  'active',
  'paused',
] as const satisfies readonly PlanStatus[]
/** Plans whose first link may be sent again. */
export const sendablePlans: readonly PlanStatus[] = ['awaiting-approval', 'expired']

export const planRunStatuses = NamedList('PlanRunStatus', ['made', 'done', 'retrying', 'skipped'])
export type PlanRunStatus = (typeof planRunStatuses)[number]

/** How the money of a run comes: Bib debits the account, or the investor pays what is asked. */
export const planWays = NamedList('PlanWay', ['direct-debit', 'virtual-account'])
export type PlanWay = (typeof planWays)[number]

/** Why a run bought nothing, or not yet. */
export const planReasons = NamedList('PlanReason', [
  'mandate-missing',
  'outside-mandate',
  'investor-not-registered',
  'consent-not-in-force',
  'contact-of-staff',
  'risk-profile-missing',
  'above-risk-profile',
  'licence-expired',
  'product-not-offered',
  'bank-account-unfit',
  'below-minimum',
  'above-order-cap',
  'company-inactive',
  'debit-refused',
  'debit-insufficient',
  'not-paid',
  'paid-late',
  'refused-by-bib',
  'cancelled',
  'missed',
  'plan-ended',
])
export type PlanReason = (typeof planReasons)[number]

/** Reasons that another try may cure: the money did not come. */
export const retriedReasons = [
  'debit-refused',
  'debit-insufficient',
  'not-paid',
  'paid-late',
] as const satisfies readonly PlanReason[]
/** A run is tried on its day and on the next two exchange days. */
export const RUN_ATTEMPTS = 3

/** Every month has these days: 29 to 31 are not offered. */
export const LAST_PLAN_DAY = 28
export const MAX_PLAN_LINES = 5
/** A reminder to pay is sent this many days before. */
export const REMINDED_DAYS_BEFORE = 3

export type PlanLine = { productCode: string; amount: string }
export type PlanTerms = {
  lines: readonly PlanLine[]
  day: number
  startsOn: string
  endsOn: string | null
  runsAtMost: number | null
  goalAmount: string | null
  bankAccountId: string
  way: PlanWay
}

type Schedule = Pick<PlanTerms, 'day' | 'startsOn' | 'endsOn'>

/** The month of a date, as yyyy-mm. */
export const periodOf = (date: string): string => date.slice(0, 7)

/** The day of the plan in a month, before the exchange's calendar moves it. */
export const dueOn = (period: string, day: number): string =>
  `${period}-${String(day).padStart(2, '0')}`

/** The month after, as yyyy-mm. */
export function nextPeriod(period: string): string {
  const [year = 0, month = 0] = period.split('-').map(Number)
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}

/** The first day of the plan on or after a date, and not before its start. */
export function firstDueOn({ day, startsOn }: Pick<Schedule, 'day' | 'startsOn'>, from: string) {
  const start = from > startsOn ? from : startsOn
  const sameMonth = dueOn(periodOf(start), day)
  return sameMonth >= start ? sameMonth : dueOn(nextPeriod(periodOf(start)), day)
}

/** The day of the plan in the month after. */
export const dueAfter = (due: string, day: number): string => dueOn(nextPeriod(periodOf(due)), day)

/** A number of days before a date. */
function daysBefore(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

/** The day on which the money is taken: the plan's day, or the next exchange day. */
export const runDay = (due: string, holidays: Holidays): string => exchangeDayFrom(due, holidays)

/**
 * The day on which the instruction is made: on the run's day for a debit, and days before it where
 * the investor has to pay.
 */
export function makingDay(due: string, way: PlanWay, holidays: Holidays): string {
  const day = runDay(due, holidays)
  return way === 'direct-debit' ? day : daysBefore(day, REMINDED_DAYS_BEFORE)
}

type Progress = { runsDone: number; amountDone: string }

/** Whether the plan has bought what it was made for. */
export function isReached(
  { runsAtMost, goalAmount }: Pick<PlanTerms, 'runsAtMost' | 'goalAmount'>,
  { runsDone, amountDone }: Progress,
): boolean {
  if (runsAtMost !== null) return runsDone >= runsAtMost
  return goalAmount !== null && compare(amountDone, goalAmount) >= 0
}

/** Whether nothing is due on or after this day. */
export const isPastEnd = ({ endsOn }: Pick<PlanTerms, 'endsOn'>, due: string): boolean =>
  endsOn !== null && due > endsOn

/** The days of the next runs, at most `count`, if nothing is skipped. */
export function nextRunDays(
  terms: PlanTerms,
  {
    from,
    holidays,
    count,
    progress = { runsDone: 0, amountDone: '0' },
  }: { from: string; holidays: Holidays; count: number; progress?: Progress },
): string[] {
  const days: string[] = []
  const each = planAmount(terms)
  let { runsDone, amountDone } = progress
  for (let due = firstDueOn(terms, from); days.length < count; due = dueAfter(due, terms.day)) {
    if (isPastEnd(terms, due) || isReached(terms, { runsDone, amountDone })) break
    days.push(runDay(due, holidays))
    runsDone += 1
    amountDone = total([amountDone, each])
  }
  return days
}

/** The amount of one run. */
export const planAmount = ({ lines }: Pick<PlanTerms, 'lines'>): string =>
  rounded(total(lines.map(({ amount }) => amount)), 2)

/**
 * How many more runs the goal takes by the money paid in alone. Nothing is assumed of returns: they
 * are not promised.
 */
export function runsToGoal(
  terms: Pick<PlanTerms, 'lines' | 'goalAmount'>,
  amountDone: string,
): number | null {
  const { goalAmount } = terms
  if (goalAmount === null) return null
  const left = minus(goalAmount, amountDone)
  if (compare(left, '0') <= 0) return 0
  const each = planAmount(terms)
  const whole = rounded(ratio(left, each, 10) ?? '0', 0, 'down')
  return Number(whole) + (compare(times(each, whole), left) < 0 ? 1 : 0)
}
