import type { PayerVerdict, Payment } from '@rmtools/contracts/crm/payments'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'
import { cancelledHere } from '../bib/queries.ts'
import type { About, Decision } from './rules.ts'

const build = statements<CrmDb>()
const MOST_DECISIONS = 50

export type Kept = Omit<About, 'decisions' | 'now'> & {
  version: number
  /** Bib's last report, in Bib's form. */
  said: object | null
  paying: Payment | null
  /** It was cancelled here, whatever Bib has reported since. */
  wasCancelledHere: boolean
}

/** The stored payment of an instruction, locked until the transaction ends. */
export async function lockPayment(db: Db, id: string): Promise<Kept | undefined> {
  return await db.one(sql<Kept>`
    select n.status, n.status_reason, i.display_name as investor_name, n.currency, n.amount, n.refund, n.version, n.payment as said, n.paying,
      ${cancelledHere} as was_cancelled_here
    from instruction n join investor i on i.id = n.investor_id where n.id = ${id} for update of n`)
}

/** The back office's decisions about payers of an instruction. */
export async function decisionsOn(db: Db, instructionId: string): Promise<Decision[]> {
  return await db.all(sql<Decision>`
    select d.receipt_id, d.verdict, d.reason, d.decided_at as at, d.refused_at is not null as is_refused, (select u.full_name from known_user u where u.id = d.decided_by) as by_name
    from payment_decision d where d.instruction_id = ${instructionId} order by d.decided_at limit ${MOST_DECISIONS}`)
}

/** Stores the state of a payment. */
export async function keepPayment(db: Db, id: string, payment: Payment | null): Promise<void> {
  await db.run(sql`
    update instruction set paying = ${payment && JSON.stringify(payment)}::jsonb, payment_state = ${payment?.state ?? null}, version = version + 1, updated_at = now()
    where id = ${id}`)
}

export type NewDecision = {
  instructionId: string
  receiptId: string
  verdict: PayerVerdict
  reason: string
  decidedAt: string
}

/** Stores a decision; false when there is one already. */
export async function insertDecision(db: Db, decision: NewDecision): Promise<boolean> {
  const query = build
    .insertInto('paymentDecision')
    .values(decision)
    .onConflict((conflict) => conflict.columns(['instructionId', 'receiptId']).doNothing())
  return (await db.run(query)) === 1
}

/** Records that Bib refused a decision; false when that is known. */
export async function refuseDecision(
  db: Db,
  { instructionId, receiptId, at }: { instructionId: string; receiptId: string; at: string },
): Promise<boolean> {
  const query = build
    .updateTable('paymentDecision')
    .set({ refusedAt: at })
    .where('instructionId', '=', instructionId)
    .where('receiptId', '=', receiptId)
    .where('refusedAt', 'is', null)
  return (await db.run(query)) === 1
}
