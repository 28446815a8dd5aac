import type { Counts, PlanCount } from '@rmtools/contracts/crm/figures'
import { instructionStatuses } from '@rmtools/contracts/crm/instructions'
import { investorStatuses } from '@rmtools/contracts/crm/investor-statuses'
import { leadStatuses } from '@rmtools/contracts/crm/leads'
import { planStatuses } from '@rmtools/contracts/crm/plan-rules'
import { sql, type Db } from '@rmtools/kit/db'

// The owner is stated in addition to row-level security, because an index needs equalities, and the
// owners' policy is not one.
const ownedBy = (ownerId: string | null) => (ownerId === null ? sql`true` : sql`rm_id = ${ownerId}`)

/** Every status with its position in the list, so that an empty status counts as zero. */
const statuses = (list: readonly string[]) =>
  sql`unnest(${list}::text[]) with ordinality s (status, place)`

/** The number of leads by status. */
export async function leadCounts(db: Db, ownerId: string | null): Promise<Counts['leads']> {
  return await db.all(sql<Counts['leads'][number]>`
    select s.status, coalesce(n.count, 0)::int as count from ${statuses(leadStatuses)}
    left join (select status, count(*) from lead where ${ownedBy(ownerId)} group by status) n using (status) order by s.place`)
}

/** The number of investors by status, and how long they have had it. */
export async function investorCounts(
  db: Db,
  ownerId: string | null,
  now: string,
): Promise<Counts['investors']> {
  const over = (days: number) =>
    sql`count(*) filter (where since < ${now}::timestamptz - make_interval(days => ${days}::int))`
  return await db.all(sql<Counts['investors'][number]>`
    select s.status, coalesce(n.count, 0)::int as count, n.since, coalesce(n.over_one_day, 0)::int as over_one_day,
      coalesce(n.over_three_days, 0)::int as over_three_days, coalesce(n.over_seven_days, 0)::int as over_seven_days
    from ${statuses(investorStatuses)}
    left join (
      select status, count(*), min(since) as since, ${over(1)} as over_one_day, ${over(3)} as over_three_days, ${over(7)} as over_seven_days
      from (
        select status, investor_since(status, submitted_at, reviewed_at, updated_at) as since from investor where ${ownedBy(ownerId)}
      ) i group by status
    ) n using (status) order by s.place`)
}

/** The number of instructions by status. */
export async function instructionCounts(
  db: Db,
  ownerId: string | null,
): Promise<Counts['instructions']> {
  return await db.all(sql<Counts['instructions'][number]>`
    select s.status, coalesce(n.count, 0)::int as count from ${statuses(instructionStatuses)}
    left join (select status, count(*) from instruction where ${ownedBy(ownerId)} group by status) n using (status) order by s.place`)
}

/** Recurring plans by status, with the amount of a month and what failed. */
export async function planCounts(db: Db, ownerId: string | null): Promise<PlanCount[]> {
  return await db.all(sql<PlanCount>`
    select s.status, coalesce(n.count, 0)::int as count, coalesce(n.amount, 0)::numeric(20, 2) as amount,
      coalesce(n.amount_done, 0)::numeric(20, 2) as amount_done, coalesce(n.failing, 0)::int as failing, coalesce(n.skipped, 0)::int as skipped
    from ${statuses(planStatuses)} left join (
      select p.status, count(*), sum(p.amount) as amount, sum(r.amount_done) as amount_done,
        count(*) filter (where r.is_failing) as failing, sum(r.skipped) as skipped
      from plan p left join lateral (
        select sum(o.amount) filter (where o.status = 'done') as amount_done, count(*) filter (where o.status = 'skipped') as skipped,
          bool_or(o.status in ('retrying', 'skipped') and o.period = (select max(l.period) from plan_run l where l.plan_id = p.id)) as is_failing
        from plan_run o where o.plan_id = p.id) r on true
      where ${ownedBy(ownerId)} group by p.status) n using (status) order by s.place`)
}

/** The number of instructions created on each day in Jakarta, from `from` to `to`. */
export async function instructionsByDay(
  db: Db,
  ownerId: string | null,
  { from, to }: { from: string; to: string },
): Promise<Counts['instructionDays']> {
  return await db.all(sql<Counts['instructionDays'][number]>`
    select d::date as date, coalesce(n.count, 0)::int as count from generate_series(${from}::date, ${to}::date, interval '1 day') d
    left join (
      select (created_at at time zone 'Asia/Jakarta')::date as day, count(*) from instruction
      where ${ownedBy(ownerId)} and created_at >= ${from}::date::timestamp at time zone 'Asia/Jakarta'
      group by day
    ) n on n.day = d::date order by d`)
}

const MAX_NAMES = 5000

/** The members of the active company; with an owner, only that one. */
export async function namesOf(
  db: Db,
  ownerId: string | null,
): Promise<{ id: string; fullName: string }[]> {
  const own = ownerId === null ? sql`` : sql`where id = ${ownerId}`
  return await db.all(sql<{ id: string; fullName: string }>`
    select id, full_name from known_user ${own}
    order by full_name, id limit ${sql.lit(MAX_NAMES)}`)
}

export type KnownInvestor = { id: string; externalId: string; displayName: string }

/** Investors of the active company by Bib's ids; with an owner only those of that book. */
export async function investorsKnownAs(
  db: Db,
  ownerId: string | null,
  externalIds: readonly string[],
): Promise<KnownInvestor[]> {
  return await db.all(sql<KnownInvestor>`
    select id, external_id, display_name from investor
    where ${ownedBy(ownerId)} and external_id is not null and external_id = any(${[...externalIds]}::text[])`)
}
