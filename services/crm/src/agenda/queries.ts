import { FAILED_DAYS, NAMED, type Agenda } from '@rmtools/contracts/crm/agenda'
import { sql, type Db } from '@rmtools/kit/db'

// Stated in addition to row-level security, because an index needs equalities, and the owners'
// policy is not one.
const own = (ownerId: string, alias: string) => sql`${sql.ref(`${alias}.rm_id`)} = ${ownerId}`

type Rows<Item> = { count: number; items: Item[] }
const part = <Item extends object>(rows: (Item & { count: number })[]): Rows<Item> => ({
  count: rows[0]?.count ?? 0,
  items: rows,
})

/** Leads with a follow-up due by the end of a day in Jakarta, and the number overdue at `now`. */
export async function followUpsDue(
  db: Db,
  ownerId: string,
  { now, today }: { now: string; today: string },
): Promise<Agenda['followUps']> {
  const rows = await db.all(sql<
    Agenda['followUps']['items'][number] & { count: number; overdue: number }
  >`
    select l.id, l.full_name, l.phone, l.status, l.next_follow_up_at, count(*) over ()::int as count,
      count(*) filter (where l.next_follow_up_at < ${now}::timestamptz) over ()::int as overdue
    from lead l
    where ${own(ownerId, 'l')} and l.status not in ('converted', 'lost')
      and l.next_follow_up_at is not null and l.next_follow_up_at < ((${today}::date + 1::int)::timestamp at time zone 'Asia/Jakarta')
    order by l.next_follow_up_at, l.id limit ${sql.lit(NAMED)}`)
  return { ...part(rows), overdue: rows[0]?.overdue ?? 0 }
}

/** Returned cases, with the number of open reasons. */
export async function returnedCases(db: Db, ownerId: string): Promise<Agenda['returned']> {
  return part(
    await db.all(sql<Agenda['returned']['items'][number] & { count: number }>`
      select i.id, i.display_name, i.reviewed_at as returned_at, count(*) over ()::int as count,
        (select count(*)::int from investor_return_reason r where r.investor_id = i.id and r.resolved_at is null) as reasons
      from investor i where ${own(ownerId, 'i')} and i.status = 'returned' order by i.reviewed_at nulls first, i.id limit ${sql.lit(NAMED)}`),
  )
}

type InstructionItem = Agenda['waiting']['items'][number]
const shown = sql`n.id, n.investor_id, i.display_name as investor_name, n.type, n.status, n.product ->> 'name' as product_name,
  n.status_reason, n.link_expires_at, count(*) over ()::int as count`

/** Instructions that wait for the investor. */
export async function waitingInstructions(db: Db, ownerId: string): Promise<Agenda['waiting']> {
  return part(
    await db.all(sql<InstructionItem & { count: number }>`
      select ${shown} from instruction n join investor i on i.id = n.investor_id
      where ${own(ownerId, 'n')} and n.status = 'awaiting-approval' order by n.link_expires_at, n.id limit ${sql.lit(NAMED)}`),
  )
}

/** Instructions that failed recently. */
export async function failedInstructions(
  db: Db,
  ownerId: string,
  now: string,
): Promise<Agenda['failed']> {
  return part(
    await db.all(sql<InstructionItem & { count: number }>`
      select ${shown} from instruction n join investor i on i.id = n.investor_id
      where ${own(ownerId, 'n')} and n.status in ('declined', 'expired', 'rejected')
        and n.updated_at > ${now}::timestamptz - make_interval(days => ${FAILED_DAYS}::int)
      order by n.updated_at desc, n.id limit ${sql.lit(NAMED)}`),
  )
}

/** A user's licence, and the days until it expires; negative once it has. */
export async function licenceOf(db: Db, userId: string, today: string): Promise<Agenda['licence']> {
  const row = await db.one(sql<NonNullable<Agenda['licence']>>`
    select licence_number as number, licence_expires_on as expires_on, licence_expires_on - ${today}::date as days_left
    from known_user where id = ${userId} and licence_number is not null and licence_expires_on is not null`)
  return row ?? null
}
