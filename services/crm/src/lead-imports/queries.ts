import { leadField, type LeadControl } from '@rmtools/contracts/crm/lead-fields'
import { importFields } from '@rmtools/contracts/crm/lead-import-table'
import { columnOf } from '@rmtools/contracts/described'
import type { Duplicate } from '@rmtools/contracts/crm/leads'
import { actingUser } from '@rmtools/kit/acting'
import { sql, type Db } from '@rmtools/kit/db'
import { refusalOf } from './rules.ts'
import type { ImportRow } from './parsing.ts'

const ROWS_AT_A_TIME = 1000

// A user who sees all books still imports into their own.
const ownBook = sql`rm_id = ${actingUser}`

/** Which of these phone numbers are already in the own book. */
export async function phonesInBook(
  db: Db,
  phones: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await db.all(
    sql<{
      phone: string
    }>`select phone from lead where ${ownBook} and phone = any(${phones}::text[])`,
  )
  return new Set(rows.map(({ phone }) => phone))
}

export type RowDuplicate = Duplicate & { row: number }

/** Others in the company with the phone or e-mail of a row. */
export async function duplicatesOfRows(
  db: Db,
  rows: readonly ImportRow[],
): Promise<RowDuplicate[]> {
  const contacts = JSON.stringify(rows.map(({ row, phone, email }) => ({ row, phone, email })))
  return await db.all(sql<RowDuplicate>`
    select r."row", d.* from jsonb_to_recordset(${contacts}::jsonb) r ("row" int, phone text, email text)
    cross join lateral lead_duplicates(r.phone, r.email, '00000000-0000-0000-0000-000000000000') d order by r."row"`)
}

// A row of the file, and the lead it is stored as.
type Fragment = ReturnType<typeof sql>
const text = sql`text`
const list = sql`text[]`
const typeOf: Readonly<Record<LeadControl, Fragment>> = {
  name: text,
  text,
  'long-text': text,
  phone: text,
  email: text,
  tags: list,
  'follow-up': sql`timestamptz`,
}
const stored: readonly { name: keyof ImportRow; type: Fragment }[] = [
  ...importFields.map((name) => ({ name, type: typeOf[leadField(name).control] })),
  { name: 'phoneExtension', type: text },
]
const valueOf = ({ name, type }: (typeof stored)[number]) =>
  type === list ? sql`coalesce(r.${sql.ref(name)}, '{}')` : sql`r.${sql.ref(name)}`
const columns = stored.map(({ name }) => columnOf(name))
const columnList = sql.join(columns.map((column) => sql.ref(column)))
const recordList = sql.join(stored.map(({ name, type }) => sql`${sql.ref(name)} ${type}`))
const valueList = sql.join(stored.map(valueOf))

export type RowRefusal = { row: ImportRow; field: string; code: string }
export type Inserted = { stored: Set<string>; refused: RowRefusal[] }

/**
 * Stores the rows as leads of the user's own book. Rows whose phone number was added meanwhile are
 * left out. A row that the database rejects is reported and affects no other row. A dry run does
 * everything and rolls it back.
 */
export async function insertLeads(
  db: Db,
  rows: readonly ImportRow[],
  isRehearsal: boolean,
): Promise<Inserted> {
  const done: Inserted = { stored: new Set(), refused: [] }
  await db.run(sql`savepoint rehearsal`)
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME)
    await insertBatch(db, rows.slice(from, from + ROWS_AT_A_TIME), done)
  if (isRehearsal) await db.run(sql`rollback to savepoint rehearsal`)
  await db.run(sql`release savepoint rehearsal`)
  return done
}

/**
 * Inserts the rows in one statement; if one is refused, retries by halves, so that the others are
 * still inserted.
 */
async function insertBatch(db: Db, batch: readonly ImportRow[], done: Inserted): Promise<void> {
  const [only] = batch
  if (only === undefined) return
  await db.run(sql`savepoint batch`)
  try {
    for (const phone of await insertAll(db, batch)) done.stored.add(phone)
    await db.run(sql`release savepoint batch`)
  } catch (error) {
    const refusal = refusalOf(error, columns)
    if (!refusal) throw error
    await db.run(sql`rollback to savepoint batch`)
    await db.run(sql`release savepoint batch`)
    if (batch.length === 1) return void done.refused.push({ row: only, ...refusal })
    const middle = Math.ceil(batch.length / 2)
    await insertBatch(db, batch.slice(0, middle), done)
    await insertBatch(db, batch.slice(middle), done)
  }
}

async function insertAll(db: Db, batch: readonly ImportRow[]): Promise<string[]> {
  const values = batch.map((row) =>
    Object.fromEntries(stored.map(({ name }) => [name, row[name] ?? null])),
  )
  const inserted = await db.all(sql<{ phone: string }>`
    insert into lead (${columnList}) select ${valueList} from jsonb_to_recordset(${JSON.stringify(values)}::jsonb) r (${recordList})
    on conflict (company_id, rm_id, phone) do nothing returning phone`)
  return inserted.map(({ phone }) => phone)
}
