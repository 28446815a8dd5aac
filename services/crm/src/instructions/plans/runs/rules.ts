// Which months of a plan have come. Pure.
import { isExchangeDay, type Holidays } from '@rmtools/contracts/crm/nav-date'
import {
  dueAfter,
  isPastEnd,
  isReached,
  makingDay,
  periodOf,
  runDay,
} from '@rmtools/contracts/crm/plan-rules'
import type { KeptLine, PlanRow } from '../queries.ts'
import type { Progress } from './queries.ts'

/** One fund that is to be bought now. */
export type Item = {
  period: string
  runOn: string
  line: KeptLine
  attempt: number
  /** Of a run that is tried again. */
  runId: string | null
  /** A month that was missed altogether is reported, not made up for. */
  isMissed: boolean
}

type Timing = { today: string; holidays: Holidays; progress: Progress }

/** The months that have come, the latest to be bought and earlier ones missed. */
export function newItems(plan: PlanRow, { today, holidays, progress }: Timing): Item[] {
  const dues = duesOf(plan, { today, holidays, progress })
  const isWaiting = plan.way === 'direct-debit' && !isExchangeDay(today, holidays)
  return dues.flatMap((due, index) => {
    const isMissed = index < dues.length - 1
    if (isWaiting && !isMissed) return []
    const runOn = runDay(due, holidays)
    return plan.lines.map((line) => ({
      period: periodOf(due),
      runOn: runOn < today ? today : runOn,
      line,
      attempt: 1,
      runId: null,
      isMissed,
    }))
  })
}

/** The days of a plan that have come and were not run yet. */
function duesOf(plan: PlanRow, { today, holidays, progress }: Timing): string[] {
  const dues: string[] = []
  if (plan.nextDueOn === null || isReached(plan, progress)) return dues
  for (let due = plan.nextDueOn; !isPastEnd(plan, due); due = dueAfter(due, plan.day)) {
    if (makingDay(due, plan.way, holidays) > today) break
    dues.push(due)
  }
  return dues
}
