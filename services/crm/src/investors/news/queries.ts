import { sql, type Db } from '@rmtools/kit/db'

/** Whether a client has had a link of ours, or the case was submitted. */
export async function hasHeardOfUs(db: Db, investorId: string): Promise<boolean> {
  const row = await db.one(sql<{ heard: boolean }>`
    select i.submitted_at is not null or exists (select from investor_token t where t.investor_id = i.id) as heard from investor i where i.id = ${investorId}`)
  return row?.heard ?? false
}

/** The name of a bank. */
export async function bankNameOf(db: Db, code: string): Promise<string> {
  return (
    (await db.one(sql<{ name: string }>`select name from bank where code = ${code}`))?.name ?? code
  )
}
