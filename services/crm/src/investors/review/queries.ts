// The reasons for returning a case, part by part, until it is submitted again.
import type { ReturnReason } from '@rmtools/contracts/crm/investor-cases'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CrmDb } from '../../db.ts'

const build = statements<CrmDb>()

/** The reasons that are still open. */
export async function openReasons(db: Db, investorId: string): Promise<ReturnReason[]> {
  return await db.all(sql<ReturnReason>`
    select pointer, reason, created_at from investor_return_reason where investor_id = ${investorId} and resolved_at is null order by id`)
}

export type NewReason = { pointer: string; reason: string; was: unknown; wasHash: Buffer }

/** Stores the reasons of a return. */
export async function insertReasons(
  db: Db,
  investorId: string,
  reasons: readonly NewReason[],
): Promise<void> {
  const rows = reasons.map(({ was, ...reason }) => ({
    ...reason,
    investorId,
    was: was === null ? null : JSON.stringify(was),
  }))
  await db.run(build.insertInto('investorReturnReason').values(rows))
}

/** The reasons of the last return, open or resolved; those of one return share one instant. */
export async function reasonsOfLastReturn(
  db: Db,
  investorId: string,
): Promise<(ReturnReason & { was: unknown; wasHash: Buffer | null })[]> {
  return await db.all(sql<ReturnReason & { was: unknown; wasHash: Buffer | null }>`
    select pointer, reason, created_at, was, was_hash from investor_return_reason r where investor_id = ${investorId}
      and created_at = (select max(l.created_at) from investor_return_reason l where l.investor_id = r.investor_id) order by id`)
}

/** Resolves the open reasons when the case is submitted again. */
export async function resolveReasons(db: Db, investorId: string, at: string): Promise<void> {
  await db.run(
    sql`update investor_return_reason set resolved_at = ${at} where investor_id = ${investorId} and resolved_at is null`,
  )
}
