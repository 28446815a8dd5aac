// Follows the instructions of plans: a run is done when its money has come, tried again when it has
// not, and skipped when that does not help.
import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import { exchangeDayAfter } from '@rmtools/contracts/crm/nav-date'
import { retriedReasons, RUN_ATTEMPTS, type PlanReason } from '@rmtools/contracts/crm/plan-rules'
import { jakarta } from '@rmtools/kit/clock'
import type { Transaction } from '@rmtools/kit/db'
import { addJob } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { crmJobs } from '../../../jobs.ts'
import type { CrmPorts } from '../../../ports.ts'
import { marketHolidays } from '../../queries.ts'
import { latestMandate } from '../mandate/queries.ts'
import { tellInvestorOfRun, tellRmOfPlan } from '../telling.ts'
import { moveRun, runOfInstruction, type FollowedRun } from './queries.ts'

const bought: readonly InstructionStatus[] = ['paid', 'sent-to-manager', 'allocated', 'settled']
const failed: readonly InstructionStatus[] = ['rejected', 'cancelled']

/** Applies what became of an instruction to its run; nothing for any other instruction. */
export async function followRun(
  tx: Transaction,
  instructionId: string,
  ports: Pick<CrmPorts, 'clock' | 'publicUrl'>,
): Promise<void> {
  const run = await runOfInstruction(tx, instructionId)
  if (!run) return
  if (run.isReplaced) return await callBack(tx, instructionId, run)
  if (bought.includes(run.instructionStatus)) {
    // Bib may have bought what was cancelled here too late.
    const isNews = await moveRun(tx, run.id, {
      from: ['made', 'skipped'],
      to: 'done',
      reason: null,
    })
    if (isNews) await settlePlan(tx, run)
  } else if (failed.includes(run.instructionStatus)) await fail(tx, run, ports)
}

const takenUp: readonly InstructionStatus[] = ['received', 'payment-pending', 'paid']
const REPLACED = 'A later attempt of the recurring plan was made'

/** Bib has taken up an attempt that it had refused: together with the later one it would buy twice. */
async function callBack(
  tx: Transaction,
  instructionId: string,
  { instructionStatus }: FollowedRun,
): Promise<void> {
  if (!takenUp.includes(instructionStatus)) return
  const payload = { companyId: companyOf(tx), instructionId, reason: REPLACED }
  await addJob(tx, crmJobs.bibCancel, payload)
}

/** The plan itself is brought up to date by its own job, under its own lock. */
async function settlePlan(tx: Transaction, { planId }: FollowedRun): Promise<void> {
  await addJob(tx, crmJobs.planRun, { companyId: companyOf(tx), planId })
}

const byCode: Readonly<Partial<Record<string, PlanReason>>> = {
  DEBIT_REFUSED: 'debit-refused',
  DEBIT_INSUFFICIENT: 'debit-insufficient',
  PAYMENT_EXPIRED: 'not-paid',
  NAV_DATE_CHANGED: 'paid-late',
  PRODUCT_SUSPENDED: 'product-not-offered',
  'bank-account-unfit': 'bank-account-unfit',
}

/** Why the instruction of a run failed. */
function reasonOf({ instructionStatus, statusReason }: FollowedRun): PlanReason {
  const code = /^[A-Za-z_-]+/.exec(statusReason ?? '')?.[0] ?? ''
  if (instructionStatus === 'cancelled') return code === 'plan-ended' ? 'plan-ended' : 'cancelled'
  return byCode[code] ?? 'refused-by-bib'
}

async function fail(
  tx: Transaction,
  run: FollowedRun,
  ports: Pick<CrmPorts, 'clock' | 'publicUrl'>,
): Promise<void> {
  const reason = reasonOf(run)
  const mayHelp = retriedReasons.some((one) => one === reason) && run.attempts < RUN_ATTEMPTS
  const isRetried = mayHelp && run.planStatus === 'active'
  const today = jakarta(ports.clock.now()).date
  const retryOn = isRetried ? exchangeDayAfter(today, 1, await marketHolidays(tx)) : null
  const to = isRetried ? 'retrying' : 'skipped'
  // Money that came late was done for a moment.
  if (!(await moveRun(tx, run.id, { from: ['made', 'done'], to, reason, retryOn }))) return
  await settlePlan(tx, run)
  const mandate = await latestMandate(tx, run.planId)
  if (!mandate || reason === 'plan-ended') return
  const { productName } = run
  const isAgain = retryOn !== null
  await tellRmOfPlan(tx, mandate, isAgain ? 'plan.retrying' : 'plan.skipped', {
    productName,
    reason,
  })
  await tellInvestorOfRun(tx, mandate, isAgain ? 'plan-retry' : 'plan-skipped', {
    run,
    reason,
    date: retryOn,
    ports,
  })
}
