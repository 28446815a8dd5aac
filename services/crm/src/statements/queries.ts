import type { ClientStatement } from '@rmtools/contracts/crm/client-page'
import { sql, statements, type Db } from '@rmtools/kit/db'
import type { CompanyFacts } from '@rmtools/kit/letterhead'
import type { CrmDb } from '../db.ts'

const build = statements<CrmDb>()

/** Days other than weekends on which the exchange is closed. */
export async function closedDays(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.all(build.selectFrom('marketHoliday').select('date'))
  return new Set(rows.map(({ date }) => date))
}

/** Whether the active company sends monthly statements. */
export async function sendsStatements(db: Db, companyId: string): Promise<boolean> {
  const found = await db.one(sql<{ id: string }>`
    select company_id as id from known_company where company_id = ${companyId} and is_active and settings ->> 'monthlyStatement' = 'on'`)
  return found !== undefined
}

/** The next registered clients who have neither a statement for a month nor a reason for none. */
export async function withoutStatement(
  db: Db,
  { month, after, limit }: { month: string; after: string | null; limit: number },
): Promise<string[]> {
  const rows = await db.all(sql<{ id: string }>`
    select i.id from investor i
    where i.status = 'registered' and i.external_id is not null and i.id > coalesce(${after}::uuid, '00000000-0000-0000-0000-000000000000')
      and not exists (select from client_statement s where s.investor_id = i.id and s.month = ${month} and s.state <> 'waiting')
    order by i.id limit ${limit}`)
  return rows.map(({ id }) => id)
}

export type Addressee = {
  tenant: string
  externalId: string
  displayName: string
  sid: string | null
  ifua: string | null
  takesStatements: boolean
  letterhead: CompanyFacts
}

/** The client of a statement; undefined if it was made, or is not to be made any more. */
export async function addresseeOf(
  db: Db,
  investorId: string,
  month: string,
): Promise<Addressee | undefined> {
  return await db.one(sql<Addressee>`
    select coalesce(c.settings ->> 'bibTenant', c.code) as tenant, i.external_id, i.display_name, i.sid, i.ifua,
      coalesce(p.takes_statements, true) as takes_statements,
      jsonb_build_object('name', c.name, 'logo', c.settings -> 'logo', 'brandColour', c.settings -> 'brandColour', 'legalName', c.settings -> 'legalName',
        'licenceNumber', c.settings -> 'licenceNumber', 'address', c.settings -> 'address') as letterhead
    from investor i join known_company c on c.company_id = i.company_id left join client_preference p on p.id = i.id
    where i.id = ${investorId} and i.status = 'registered' and i.external_id is not null and c.is_active and c.settings ->> 'monthlyStatement' = 'on'
      and not exists (select from client_statement s where s.investor_id = i.id and s.month = ${month} and s.state <> 'waiting')`)
}

export type Made = { asOf: string; madeAt: string; keyId: string; keyEn: string }

/** Records a statement; false if there is one already, or a reason for none. */
export async function keepStatement(
  db: Db,
  { investorId, month }: { investorId: string; month: string },
  { asOf, madeAt, keyId, keyEn }: Made,
): Promise<boolean> {
  return (
    (await db.run(sql`
      insert into client_statement (investor_id, month, state, as_of, made_at, key_id, key_en)
      values (${investorId}, ${month}, 'made', ${asOf}, ${madeAt}, ${keyId}, ${keyEn})
      on conflict on constraint client_statement_once do update
        set state = 'made', as_of = excluded.as_of, made_at = excluded.made_at, key_id = excluded.key_id, key_en = excluded.key_en
        where client_statement.state = 'waiting'`)) === 1
  )
}

/** Records that there is nothing to state. */
export async function keepNothing(db: Db, investorId: string, month: string): Promise<void> {
  await db.run(sql`
    insert into client_statement (investor_id, month, state) values (${investorId}, ${month}, 'nothing')
    on conflict on constraint client_statement_once do update set state = 'nothing' where client_statement.state = 'waiting'`)
}

/** Records that Bib could not be asked yet. */
export async function keepWaiting(db: Db, investorId: string, month: string): Promise<void> {
  await db.run(sql`
    insert into client_statement (investor_id, month, state) values (${investorId}, ${month}, 'waiting')
    on conflict on constraint client_statement_once do nothing`)
}

const SHOWN_MONTHS = 36

/** The latest statements of a client, newest first. */
export async function statementsOfClient(db: Db, investorId: string): Promise<ClientStatement[]> {
  return await db.all(sql<ClientStatement>`
    select id, month, case when made_at is null then 'waiting' else 'made' end as state, made_at, as_of from client_statement where investor_id = ${investorId} and state <> 'nothing'
    order by month desc limit ${sql.lit(SHOWN_MONTHS)}`)
}

export type KeptStatement = { month: string; madeAt: string; keyId: string; keyEn: string }

/** A statement of a client that was made. */
export async function statementOfClient(
  db: Db,
  investorId: string,
  id: string,
): Promise<KeptStatement | undefined> {
  return await db.one(sql<KeptStatement>`
    select month, made_at, key_id, key_en from client_statement where id = ${id} and investor_id = ${investorId}
      and made_at is not null and key_id is not null and key_en is not null`)
}
