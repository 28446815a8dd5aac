import type { InstructionStatus } from '@rmtools/contracts/crm/instructions'
import type { PlanReason, PlanRunStatus, PlanStatus } from '@rmtools/contracts/crm/plan-rules'
import { sql, type Db } from '@rmtools/kit/db'
import type { NewInstruction } from '../../queries.ts'

/** The plans of the active company that have something to do by this day. */
export async function plansDue(
  db: Db,
  { today, until }: { today: string; until: string },
): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select id from plan where status = 'active' and next_due_on <= ${until}
    union
    select plan_id as id from plan_run where status = 'retrying' and retry_on <= ${today}
    order by id`)
  return rows.map(({ id }) => id)
}

export type Retry = { id: string; period: string; productCode: string; attempts: number }

/** The runs of a plan that are to be tried again by this day. */
export async function retriesOf(db: Db, planId: string, today: string): Promise<Retry[]> {
  return await db.all(sql<Retry>`
    select id, period, product_code, attempts from plan_run
    where plan_id = ${planId} and status = 'retrying' and retry_on <= ${today} order by period, product_code`)
}

export type NewRun = {
  planId: string
  mandateId: string | null
  period: string
  productCode: string
  productName: string
  amount: string
  runOn: string
  status: PlanRunStatus
  reason: PlanReason | null
}

/** Stores a run, once for a plan, a month and a fund; undefined if there is one already. */
export async function insertRun(db: Db, run: NewRun): Promise<string | undefined> {
  const row = await db.one(sql<{ id: string }>`
    insert into plan_run (plan_id, mandate_id, period, product_code, product_name, amount, run_on, status, reason)
    values (${run.planId}, ${run.mandateId}, ${run.period}, ${run.productCode}, ${run.productName}, ${run.amount}, ${run.runOn}, ${run.status}, ${run.reason})
    on conflict on constraint plan_run_once do nothing returning id`)
  return row?.id
}

type Change = {
  from: readonly PlanRunStatus[]
  to: PlanRunStatus
  reason: PlanReason | null
  retryOn?: string | null
  isNewAttempt?: boolean
}

/** Changes the status of a run; false if it is in none of these any more. */
export async function moveRun(
  db: Db,
  id: string,
  { from, to, reason, retryOn = null, isNewAttempt = false }: Change,
): Promise<boolean> {
  const moved = await db.run(sql`
    update plan_run set status = ${to}, reason = ${reason}, retry_on = ${retryOn}, attempts = attempts + ${isNewAttempt ? 1 : 0}::int, updated_at = now()
    where id = ${id} and status = any(${from}::text[])`)
  return moved === 1
}

/** Gives up the runs that wait for another try. */
export async function giveUpRetries(db: Db, planId: string): Promise<void> {
  await db.run(sql`
    update plan_run set status = 'skipped', reason = 'plan-ended', retry_on = null, updated_at = now()
    where plan_id = ${planId} and status = 'retrying'`)
}

export type Progress = {
  runsDone: number
  amountDone: string
  lastPeriod: string | null
  isOpen: boolean
}

/** What the runs of a plan have bought or are about to buy. */
export async function progressOf(db: Db, planId: string): Promise<Progress> {
  const row = await db.one(sql<Progress>`
    select count(distinct period) filter (where status <> 'skipped')::int as runs_done,
      coalesce(sum(amount) filter (where status <> 'skipped'), 0)::numeric(20, 2) as amount_done, max(period) as last_period,
      coalesce(bool_or(status in ('made', 'retrying')), false) as is_open
    from plan_run where plan_id = ${planId}`)
  return row ?? { runsDone: 0, amountDone: '0', lastPeriod: null, isOpen: false }
}

export type MandatedInstruction = NewInstruction & {
  rmId: string
  planRunId: string
  mandateId: string
  attempt: number
  approvedAt: string
  documentHash: string
}

/** Stores an instruction of a run, once for each attempt; undefined if there is one already. */
export async function insertMandated(
  db: Db,
  row: MandatedInstruction,
): Promise<string | undefined> {
  const stored = await db.one(sql<{ id: string }>`
    insert into instruction (rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent, fee_amount, nav_date, risk_level, risk_band,
      above_risk_profile, licence_number, worth, plan_run_id, mandate_id, attempt, approved_at, document_hash)
    values (${row.rmId}, ${row.investorId}, 'subscription', 'approved', ${row.productCode}, ${row.product}::jsonb, ${row.currency}, ${row.amount}, ${row.feePercent},
      ${row.feeAmount}, ${row.navDate}, ${row.riskLevel}, ${row.riskBand}, ${row.aboveRiskProfile}, ${row.licenceNumber}, ${row.worth}, ${row.planRunId},
      ${row.mandateId}, ${row.attempt}, ${row.approvedAt}, ${row.documentHash})
    on conflict (plan_run_id, attempt) where plan_run_id is not null do nothing returning id`)
  return stored?.id
}

/** The instructions of a plan that Bib has not received yet. */
export async function unsentOf(db: Db, planId: string): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select n.id from instruction n join plan_run r on r.id = n.plan_run_id where r.plan_id = ${planId} and n.status = 'approved' order by n.id`)
  return rows.map(({ id }) => id)
}

export type FollowedRun = {
  id: string
  planId: string
  status: PlanRunStatus
  attempts: number
  runOn: string
  productName: string
  amount: string
  instructionStatus: InstructionStatus
  statusReason: string | null
  /** A later attempt was made: what becomes of this one does not decide the run. */
  isReplaced: boolean
  planStatus: PlanStatus
}

/** The run of an instruction; undefined for one that no plan has made. */
export async function runOfInstruction(
  db: Db,
  instructionId: string,
): Promise<FollowedRun | undefined> {
  return await db.one(sql<FollowedRun>`
    select r.id, r.plan_id, r.status, r.attempts, r.run_on, r.product_name, r.amount, n.status as instruction_status, n.status_reason,
      n.attempt < r.attempts as is_replaced, p.status as plan_status
    from instruction n join plan_run r on r.id = n.plan_run_id join plan p on p.id = r.plan_id
    where n.id = ${instructionId}`)
}
