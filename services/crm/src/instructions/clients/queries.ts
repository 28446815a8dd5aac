import type { ClientOrder } from '@rmtools/contracts/crm/client-page'
import { sql, type Db } from '@rmtools/kit/db'

const ORDERS_AT_MOST = 100

export type ClientOrderRow = Omit<ClientOrder, 'paidBy' | 'reason'> & {
  statusReason: string | null
}

/** Whether the client signed order `n`: itself, or the mandate of the plan that made it. */
const isSigned = sql`(n.mandate_id is not null or exists (select from instruction_evidence e where e.instruction_id = n.id))`

/** The latest orders of a client; drafts have not been shown to the client yet. */
export async function ordersOfClient(db: Db, investorId: string): Promise<ClientOrderRow[]> {
  return await db.all(sql<ClientOrderRow>`
    select n.id, n.type, n.status, n.status_reason, n.product ->> 'name' as product_name, n.target_product ->> 'name' as target_product_name, n.currency,
      n.amount, n.units, n.all_units, n.nav_date, n.paying as payment, n.created_at,
      case when n.allocated_nav is not null then jsonb_build_object('navDate', n.nav_date, 'nav', n.allocated_nav::text, 'units', n.allocated_units::text,
        'amount', n.allocated_amount::text) end as allotted,
      ${isSigned} as is_signed
    from instruction n where n.investor_id = ${investorId} and n.status <> 'draft' order by n.created_at desc, n.id desc limit ${sql.lit(ORDERS_AT_MOST)}`)
}

/** Whether a client has signed an order of this id. */
export async function isSignedBy(db: Db, investorId: string, id: string): Promise<boolean> {
  return (
    (await db.one(sql<{ id: string }>`
      select n.id from instruction n where n.id = ${id} and n.investor_id = ${investorId}
        and ${isSigned}`)) !== undefined
  )
}
