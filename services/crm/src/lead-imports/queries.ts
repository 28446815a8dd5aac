import type { Duplicate } from '@rmtools/contracts/crm/leads'
import { sql, type Db } from '@rmtools/kit/db'
import type { ImportRow } from './parsing.ts'

const ROWS_AT_A_TIME = 1000

// Said besides row-level security: who sees all books still imports into the own one.
const ownBook = sql`company_id = (select nullif(current_setting('app.company_id', true), '')::uuid)
  and rm_id = (select nullif(current_setting('app.user_id', true), '')::uuid)`

/** Which of these phone numbers the own book has already. */
export async function phonesInBook(db: Db, phones: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await db.all(sql<{ phone: string }>`select phone from lead where ${ownBook} and phone = any(${phones}::text[])`)
  return new Set(rows.map(({ phone }) => phone))
}

export type RowDuplicate = Duplicate & { row: number }

/** Who else of the company knows the phone or e-mail of a row. */
export async function duplicatesOfRows(db: Db, rows: readonly ImportRow[]): Promise<RowDuplicate[]> {
  const contacts = JSON.stringify(rows.map(({ row, phone, email }) => ({ row, phone, email })))
  return await db.all(sql<RowDuplicate>`
    select r."row", d.* from jsonb_to_recordset(${contacts}::jsonb) r ("row" int, phone text, email text)
    cross join lateral lead_duplicates(r.phone, r.email, '00000000-0000-0000-0000-000000000000') d order by r."row"`)
}

/** Stores the rows as leads of the own book; those whose phone number got there meanwhile are left out. The phones that went in. */
export async function insertLeads(db: Db, rows: readonly ImportRow[]): Promise<ReadonlySet<string>> {
  const stored = new Set<string>()
  for (let from = 0; from < rows.length; from += ROWS_AT_A_TIME) {
    const batch = rows.slice(from, from + ROWS_AT_A_TIME).map(({ fullName, phone, email, interest, source, tags, nextFollowUpAt }) => ({
      full_name: fullName,
      phone,
      email,
      interest,
      source,
      tags: tags ?? [],
      next_follow_up_at: nextFollowUpAt,
    }))
    const inserted = await db.all(sql<{ phone: string }>`
      insert into lead (full_name, phone, email, interest, source, tags, next_follow_up_at)
      select full_name, phone, email, interest, source, tags, next_follow_up_at from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
        r (full_name text, phone text, email text, interest text, source text, tags text[], next_follow_up_at timestamptz)
      on conflict (company_id, rm_id, phone) do nothing returning phone`)
    for (const { phone } of inserted) stored.add(phone)
  }
  return stored
}
