import type { Plan, plans, PlanEvent, PlanRun } from '@rmtools/contracts/crm/plans'
import type { PlanHappening } from '@rmtools/contracts/crm/plans'
import type { PlanStatus, PlanTerms } from '@rmtools/contracts/crm/plan-rules'
import type { Input } from '@rmtools/contracts/endpoint'
import { listed, type Total } from '@rmtools/contracts/lists'
import { sql, type Db } from '@rmtools/kit/db'
import type { Selection } from '@rmtools/kit/paging'
import { accountText } from '../accounts/queries.ts'
import { pageOrder, pageSql, totalOf } from '../../pages.ts'

/** A fund of a plan, as the investor was shown it. */
export type KeptLine = Plan['lines'][number] & { manager: string; feePercent: string }
/** The terms of a plan as they are stored, in the plan and in its mandate. */
export type KeptTerms = Omit<PlanTerms, 'lines'> & {
  lines: KeptLine[]
  amountReason: string | null
}

export type PlanRow = Omit<Plan, 'nextRunOn' | 'lines'> & {
  lines: KeptLine[]
  amountReason: string | null
  nextDueOn: string | null
}

// The runs' and the mandate's words stand first: `status` itself is the plan's.
const shown = sql`p.*, 'IDR' as currency, i.display_name as investor_name, (select u.full_name from known_user u where u.id = p.rm_id) as rm_name,
  ${accountText(sql`p.bank_account_id`)} as bank_account,
  (select count(distinct r.period) from plan_run r where r.plan_id = p.id and 'done' = r.status)::int as runs_done,
  (select coalesce(sum(r.amount), 0) from plan_run r where r.plan_id = p.id and 'done' = r.status)::numeric(20, 2) as amount_done,
  (select count(*) from plan_run r where r.plan_id = p.id and 'skipped' = r.status)::int as runs_skipped,
  (select count(*) from plan_run r where r.plan_id = p.id and 'retrying' = r.status)::int as runs_retrying,
  p.status <> 'awaiting-approval' and exists (select from plan_mandate m where m.plan_id = p.id and 'waiting' = m.status) as is_change_waiting,
  (select m.link_expires_at from plan_mandate m where m.plan_id = p.id and 'waiting' = m.status) as link_expires_at,
  (select max(m.signed_at) from plan_mandate m where m.plan_id = p.id) as signed_at`

type Filter = Input<typeof plans.list>

function selectionOf(filter: Filter, ownerId: string | null): Selection<'status'> {
  const { statuses, investorId, failing } = filter
  const rmId = ownerId ?? filter.rmId
  return {
    anyOf: { column: 'status', values: listed(statuses) },
    conditions: [
      ...(rmId ? [sql`rm_id = ${rmId}`] : []),
      ...(investorId ? [sql`investor_id = ${investorId}`] : []),
      ...(failing === true
        ? [
            // `offset 0` keeps the planner from walking the runs of all plans.
            sql`exists (select from plan_run r where r.plan_id = plan.id and r.status = any(array['retrying', 'skipped'])
              and r.period = (select max(o.period) from plan_run o where o.plan_id = r.plan_id) offset 0)`,
          ]
        : []),
    ],
  }
}

/** A page of plans, one row more than requested. */
export async function plansOf(db: Db, filter: Filter, ownerId: string | null): Promise<PlanRow[]> {
  const { limit = 20, cursor, order: direction } = filter
  const page = pageSql('plan', { limit, cursor, direction, ...selectionOf(filter, ownerId) })
  return await db.all(
    sql<PlanRow>`select ${shown} from ${page} p join investor i on i.id = p.investor_id order by ${pageOrder<'plan'>('p', { direction })}`,
  )
}

/** The total of plans, if requested. */
export async function planTotal(
  db: Db,
  filter: Filter,
  ownerId: string | null,
): Promise<{ total?: Total }> {
  if (filter.count !== true) return {}
  return await totalOf(db, 'plan', { count: true, ...selectionOf(filter, ownerId) })
}

/** A plan that the caller may see. */
export async function planById(db: Db, id: string): Promise<PlanRow | undefined> {
  return await db.one(
    sql<PlanRow>`select ${shown} from plan p join investor i on i.id = p.investor_id where p.id = ${id}`,
  )
}

/**
 * Locks a plan until the transaction ends: its changes, its runs and its revocation take turns.
 * False if the caller may not see it.
 */
export async function lockPlan(db: Db, id: string): Promise<boolean> {
  return (
    (await db.one(sql<{ id: string }>`select id from plan where id = ${id} for update`)) !==
    undefined
  )
}

export type NewPlan = KeptTerms & { id?: string; investorId: string; amount: string }

/** Stores a plan; undefined if its id exists. */
export async function insertPlan(
  db: Db,
  { id, investorId, amount, ...terms }: NewPlan,
): Promise<string | undefined> {
  const row = await db.one(sql<{ id: string }>`
    insert into plan (id, investor_id, lines, amount, day, starts_on, ends_on, runs_at_most, goal_amount, bank_account_id, way, amount_reason)
    values (coalesce(${id ?? null}::uuid, uuidv7()), ${investorId}, ${JSON.stringify(terms.lines)}::jsonb, ${amount}, ${terms.day}, ${terms.startsOn},
      ${terms.endsOn}, ${terms.runsAtMost}, ${terms.goalAmount}, ${terms.bankAccountId}, ${terms.way}, ${terms.amountReason})
    on conflict (id) do nothing returning id`)
  return row?.id
}

/** Replaces the terms of a plan. */
export async function keepTerms(
  db: Db,
  id: string,
  { amount, ...terms }: KeptTerms & { amount: string },
): Promise<void> {
  await db.run(sql`
    update plan set lines = ${JSON.stringify(terms.lines)}::jsonb, amount = ${amount}, day = ${terms.day}, starts_on = ${terms.startsOn}, ends_on = ${terms.endsOn},
      runs_at_most = ${terms.runsAtMost}, goal_amount = ${terms.goalAmount}, bank_account_id = ${terms.bankAccountId}, way = ${terms.way},
      amount_reason = ${terms.amountReason}, version = version + 1, updated_at = now()
    where id = ${id}`)
}

type Move = {
  from: readonly PlanStatus[]
  to: PlanStatus
  reason?: string | null
  pausedBy?: 'rm' | 'back-office' | 'investor' | null
  nextDueOn?: string | null
}

/** Changes the state of a plan; false if it is in none of these states any more. */
export async function movePlan(
  db: Db,
  id: string,
  { from, to, reason = null, pausedBy = null, nextDueOn = null }: Move,
): Promise<boolean> {
  const moved = await db.run(sql`
    update plan set status = ${to}, status_reason = ${reason}, paused_by = ${pausedBy}, next_due_on = ${nextDueOn}, version = version + 1, updated_at = now()
    where id = ${id} and status = any(${from}::text[])`)
  return moved === 1
}

/**
 * Sets the day of the next run. What people edit stays as it is, and so does its version; the live
 * news follow from the time of the change.
 */
export async function keepNextDue(db: Db, id: string, nextDueOn: string | null): Promise<void> {
  await db.run(sql`
    update plan set next_due_on = ${nextDueOn}, updated_at = now() where id = ${id}`)
}

/** Adds to the history of a plan. */
export async function addPlanEvent(
  db: Db,
  planId: string,
  { what, by, detail = null }: { what: PlanHappening; by: PlanEvent['by']; detail?: string | null },
): Promise<void> {
  await db.run(
    sql`insert into plan_event (plan_id, what, by, detail) values (${planId}, ${what}, ${by}, ${detail})`,
  )
}

const EVENTS_AT_MOST = 200

/** The history of a plan, oldest first. */
export async function planEventsOf(db: Db, planId: string): Promise<PlanEvent[]> {
  return await db.all(sql<PlanEvent>`
    select at, what, by, detail from plan_event where plan_id = ${planId} order by id limit ${sql.lit(EVENTS_AT_MOST)}`)
}

const RUNS_AT_MOST = 300

/** The runs of a plan, latest first, each with its latest instruction. */
export async function runsOf(db: Db, planId: string): Promise<PlanRun[]> {
  return await db.all(sql<PlanRun>`
    select r.*, n.id as instruction_id, n.status as instruction_status, n.payment_state
    from plan_run r left join lateral (
      select id, status, payment_state from instruction where plan_run_id = r.id order by attempt desc limit 1) n on true
    where r.plan_id = ${planId} order by r.period desc, r.product_code limit ${sql.lit(RUNS_AT_MOST)}`)
}
