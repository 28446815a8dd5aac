import type { Declared } from '@rmtools/contracts/crm/plausibility'
import { reserving, type Reservation } from '@rmtools/contracts/crm/reservations'
import { sql, type Db } from '@rmtools/kit/db'

/**
 * Serialises the orders of an investor until the transaction ends, so that two simultaneous ones
 * see each other.
 */
export async function lockOrdersOf(db: Db, investorId: string): Promise<void> {
  await db.run(
    sql`select pg_advisory_xact_lock(hashtextextended('instruction:' || ${investorId}::text, 0))`,
  )
}

export type Same = {
  investorId: string
  type: string
  productCode: string
  targetProductCode?: string | null | undefined
  amount?: string | null | undefined
  units?: string | null | undefined
  allUnits?: boolean | undefined
}

/** An open, identical order less than a minute old by the database's clock, and its age. */
export async function sameOrderBefore(
  db: Db,
  order: Same,
): Promise<{ id: string; seconds: number } | undefined> {
  return await db.one(sql<{ id: string; seconds: number }>`
    select id, greatest(0, floor(extract(epoch from clock_timestamp() - created_at)))::int as seconds
    from instruction
    where investor_id = ${order.investorId} and type = ${order.type} and product_code = ${order.productCode}
      and target_product_code is not distinct from ${order.targetProductCode ?? null}
      and amount is not distinct from ${order.amount ?? null}::numeric and units is not distinct from ${order.units ?? null}::numeric
      and all_units = ${order.allUnits ?? false} and created_at > clock_timestamp() - interval '1 minute'
      and status not in ('declined', 'expired', 'cancelled', 'rejected')
    order by created_at desc limit 1`)
}

const RESERVATIONS_AT_MOST = 500
const BEFORE_BIB = ['awaiting-approval', 'approved']

/** What an investor's open redemptions and switches will take, oldest first. */
export async function reservationsOf(db: Db, investorId: string): Promise<Reservation[]> {
  return await db.all(sql<Reservation>`
    select id as instruction_id, product_code, amount, units, all_units, sent_at, status <> all(${BEFORE_BIB}::text[]) as is_at_bib
    from instruction
    where investor_id = ${investorId} and type in ('redemption', 'switching') and status = any(${[...reserving]}::text[])
    order by id limit ${RESERVATIONS_AT_MOST}`)
}

/** An investor's declared income and wealth. */
export async function declaredBy(db: Db, investorId: string): Promise<Declared> {
  const row = await db.one(sql<Declared>`
    select p.yearly_income, p.net_worth, c.income_level, c.figures
    from investor i left join investor_individual p on p.id = i.id left join investor_institutional c on c.id = i.id
    where i.id = ${investorId}`)
  return row ?? {}
}

/** Active users who review for the company. */
export async function reviewersIn(db: Db, companyId: string): Promise<string[]> {
  const rows = await db.all(
    sql<{
      id: string
    }>`select id from known_user where status = 'active' and reviewer_of @> array[${companyId}::uuid] order by id`,
  )
  return rows.map(({ id }) => id)
}
