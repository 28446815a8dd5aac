import { noteAct } from '@rmtools/kit/audit-trail'
import { sql, type Db, type Transaction } from '@rmtools/kit/db'
import { addJobs } from '@rmtools/kit/jobs'
import { companyOf } from '@rmtools/kit/scope'
import { crmJobs } from '../jobs.ts'

/** Sender and recipient, the records (null: all), and the text for their histories. */
export type Move = { fromRmId: string; toRmId: string; ids: readonly string[] | null; note: string }

const ROWS_AT_A_TIME = 1000
const among = (ids: readonly string[] | null) =>
  ids === null ? sql`` : sql`and id = any(${ids}::uuid[])`

/** An active user of the active company who holds a licence number. */
export async function activeRm(db: Db, id: string): Promise<{ fullName: string } | undefined> {
  return await db.one(sql<{ fullName: string }>`
    select full_name from known_user
    where id = ${id} and status = 'active' and licence_number is not null`)
}

/** The name of a user in crm's projection. */
export async function userName(db: Db, id: string): Promise<string | undefined> {
  return (
    await db.one(sql<{ fullName: string }>`select full_name from known_user where id = ${id}`)
  )?.fullName
}

/**
 * The condition that the recipient has no lead with this phone number: it is unique within a book.
 */
const isFree = (toRmId: string) =>
  sql`not exists (select from lead o where o.company_id = lead.company_id and o.rm_id = ${toRmId} and o.phone = lead.phone)`

/** Moves leads that are not investors yet; returns how many. */
export async function moveLeads(db: Db, { fromRmId, toRmId, ids, note }: Move): Promise<number> {
  return await inBatches(async () => ({
    rows: await db.run(sql`
      with moved as (
        update lead set rm_id = ${toRmId}, version = version + 1, updated_at = now() where id in (
          select id from lead where rm_id = ${fromRmId} and status <> 'converted' ${among(ids)} and ${isFree(toRmId)}
          order by id limit ${sql.lit(ROWS_AT_A_TIME)} for update)
        returning id
      ) insert into lead_activity (lead_id, kind, text) select id, 'status', ${note} from moved`),
  }))
}

/** Moves investors with their open instructions and the leads they came from. */
export async function moveInvestors(
  db: Transaction,
  move: Move,
): Promise<{ investors: number; instructions: number }> {
  let instructions = 0
  const investors = await inBatches(async () => {
    const moved = await moveInvestorBatch(db, move)
    const ids = moved.map(({ id }) => id)
    if (ids.length > 0) {
      await moveLeadsOf(db, move, ids)
      instructions += await moveInstructionsOf(db, move, ids)
      await movePlansOf(db, move, ids)
      await tellBib(db, moved)
    }
    return { rows: moved.length }
  })
  return { investors, instructions }
}

type Moved = { id: string; version: number; isAtBib: boolean }

// Raises the version of a case that Bib has or is about to get, because Bib must learn of the new
// RM. Other versions stay: a case under review does not change.
async function moveInvestorBatch(db: Db, { fromRmId, toRmId, ids, note }: Move): Promise<Moved[]> {
  return await db.all(sql<Moved>`
    with moved as (
      update investor set rm_id = ${toRmId}, updated_at = now(),
        version = version + case when status in ('approved', 'syncing', 'registered') then 1 else 0 end
      where id in (
        select id from investor where rm_id = ${fromRmId} ${among(ids)}
        order by id limit ${sql.lit(ROWS_AT_A_TIME)} for update)
      returning id, version, status
    ), noted as (
      insert into investor_event (investor_id, kind, status, by, detail) select id, 'handed-over', status, 'user', ${note} from moved
    ) select id, version, status in ('approved', 'syncing', 'registered') as is_at_bib from moved`)
}

async function moveLeadsOf(
  db: Db,
  { fromRmId, toRmId, note }: Move,
  investorIds: readonly string[],
): Promise<void> {
  await db.run(sql`
    with moved as (
      update lead set rm_id = ${toRmId}, version = version + 1, updated_at = now()
      where id in (select lead_id from investor where id = any(${investorIds}::uuid[]) and lead_id is not null)
        and rm_id = ${fromRmId} and ${isFree(toRmId)}
      returning id
    ) insert into lead_activity (lead_id, kind, text) select id, 'status', ${note} from moved`)
}

// Signed instructions keep the signed licence; unsigned ones get the licence of the RM who is now
// responsible.
async function moveInstructionsOf(
  db: Db,
  { fromRmId, toRmId, note }: Move,
  investorIds: readonly string[],
): Promise<number> {
  return await db.run(sql`
    with moved as (
      update instruction set rm_id = ${toRmId}, version = version + 1, updated_at = now(),
        licence_number = case when status in ('draft', 'awaiting-approval')
          then (select u.licence_number from known_user u where u.id = ${toRmId}) else licence_number end
      where investor_id = any(${investorIds}::uuid[]) and rm_id = ${fromRmId}
        and status not in ('declined', 'expired', 'cancelled', 'settled', 'rejected')
      returning id, status
    ) insert into instruction_event (instruction_id, status, by, detail) select id, status, 'system', ${note} from moved`)
}

// A mandate that is signed keeps the signed licence; runs are judged by that of the RM in charge.
async function movePlansOf(
  db: Db,
  { fromRmId, toRmId, note }: Move,
  investorIds: readonly string[],
): Promise<void> {
  await db.run(sql`
    with moved as (
      update plan set rm_id = ${toRmId}, version = version + 1, updated_at = now()
      where investor_id = any(${investorIds}::uuid[]) and rm_id = ${fromRmId} and status in ('awaiting-approval', 'active', 'paused')
      returning id
    ), asked as (
      update plan_mandate m set licence_number = coalesce((select u.licence_number from known_user u where u.id = ${toRmId}), m.licence_number)
      from moved where m.plan_id = moved.id and m.status = 'waiting'
    ) insert into plan_event (plan_id, what, by, detail) select id, 'handed-over', 'system', ${note} from moved`)
}

// Like a change of the case (investors/case/editing.ts): at most one hand-over per investor waits,
// and they run in order.
async function tellBib(db: Transaction, moved: readonly Moved[]): Promise<void> {
  const cases = moved.filter(({ isAtBib }) => isAtBib)
  const companyId = companyOf(db)
  await addJobs(
    db,
    crmJobs.bibInvestor,
    cases.map(({ id: investorId, version }) => ({ companyId, investorId, version })),
  )
}

async function inBatches(move: () => Promise<{ rows: number }>): Promise<number> {
  let all = 0
  for (;;) {
    const { rows } = await move()
    all += rows
    if (rows < ROWS_AT_A_TIME) return all
  }
}

export type Stayed = { count: number; ids: string[] }
const STAYED_SHOWN = 200

/** Leads that could not move because the recipient has one with their phone number. */
export async function stayedLeads(db: Db, { fromRmId, ids }: Move): Promise<Stayed> {
  const rows = await db.all(sql<{ id: string; count: number }>`
    select id, count(*) over ()::int as count from lead
    where rm_id = ${fromRmId} and status <> 'converted' ${among(ids)} order by id limit ${sql.lit(STAYED_SHOWN)}`)
  return { count: rows[0]?.count ?? 0, ids: rows.map(({ id }) => id) }
}

/** Which of these records are not in the sender's book, in any state in which they could move. */
export async function notInBook(
  db: Db,
  table: 'lead' | 'investor',
  fromRmId: string,
  ids: readonly string[],
): Promise<string[]> {
  const open = table === 'lead' ? sql`and status <> 'converted'` : sql``
  const rows = await db.all(sql<{ id: string }>`
    select wanted.id from unnest(${ids}::uuid[]) wanted (id) where not exists (
      select from ${sql.table(table)} r where r.id = wanted.id and r.rm_id = ${fromRmId} ${open})`)
  return rows.map(({ id }) => id)
}

/** Records the hand-over as a whole in the audit trail; each moved record is recorded as well. */
export async function noteHandover(db: Db, fromRmId: string, after: object): Promise<void> {
  await noteAct(db, { action: 'hand-over', entity: 'book', id: fromRmId, after })
}
