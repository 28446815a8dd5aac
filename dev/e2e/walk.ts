// Every list of the contract, filled with many rows of the same time: paging by `nextCursor` must
// find each row once.
import type pg from 'pg'

/** A company of the demo, one of its RMs, and one of their leads. */
export type RowIds = { companyId: string; rmId: string; leadId: string }
type Filled = {
  /** The reader, named by the part of the e-mail address before the @. */
  reader: 'rina' | 'sari' | 'putri'
  path?: (ids: RowIds) => Record<string, string>
  /** Inserts the rows in one statement; $1 to $3 are the ids. */
  fill?: string
  /** Counts the rows that the reader is expected to find. */
  count: string
}

const CLIENT = '00000000-0000-7000-8000-00000000c11e'
const MANY = 'generate_series(1, 150) i'
const instruction = `insert into crm_bib.instruction (company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent,
    nav_date, risk_level, licence_number)
  select $1, $2, (select id from crm_bib.investor where company_id = $1 and rm_id = $2 limit 1), 'subscription', 'settled', 'KAS', '{"name":"Kas"}', 'IDR',
    1, 0, '2026-11-23', 1, 'W' from ${MANY}`

/** By the operation's id. */
export const filled: Readonly<Record<string, Filled>> = {
  'leads.list': {
    reader: 'rina',
    fill: `insert into crm_bib.lead (company_id, rm_id, full_name, phone) select $1, $2, 'Lead ' || i, '+62811' || lpad(i::text, 8, '0') from ${MANY}`,
    count: 'select count(*) from crm_bib.lead where company_id = $1 and rm_id = $2',
  },
  'leadActivities.list': {
    reader: 'rina',
    path: ({ leadId }) => ({ id: leadId }),
    fill: `insert into crm_bib.lead_activity (company_id, lead_id, kind, text) select $1, $3, 'note', 'Catatan ' || i from ${MANY}`,
    count: 'select count(*) from crm_bib.lead_activity where lead_id = $3',
  },
  'investors.list': {
    reader: 'rina',
    fill: `insert into crm_bib.investor (company_id, rm_id, kind, display_name) select $1, $2, 'individual', 'Investor ' || i from ${MANY}`,
    count: 'select count(*) from crm_bib.investor where company_id = $1 and rm_id = $2',
  },
  'instructions.list': {
    reader: 'rina',
    fill: instruction,
    count: 'select count(*) from crm_bib.instruction where company_id = $1 and rm_id = $2',
  },
  'plans.list': {
    reader: 'rina',
    fill: `with account as (
        insert into crm_bib.investor_bank_account (company_id, investor_id, bank_code, number, number_sealed, number_hash, holder_name, name_match, review)
        select $1, i.id, '014', '***1', 'x', 'walk', 'Walk', 'exact', 'not-needed' from crm_bib.investor i where i.company_id = $1 and i.rm_id = $2 order by i.id limit 1
        returning id, investor_id)
      insert into crm_bib.plan (company_id, rm_id, investor_id, lines, amount, day, starts_on, bank_account_id, way)
      select $1, $2, a.investor_id, '[]', 1, 1, '2026-11-23', a.id, 'direct-debit' from account a, ${MANY}`,
    count: 'select count(*) from crm_bib.plan where company_id = $1 and rm_id = $2',
  },
  'clientMessages.list': {
    reader: 'rina',
    path: () => ({ id: CLIENT }),
    fill: `with one as (insert into crm_bib.investor (id, company_id, rm_id, kind, display_name) values ('${CLIENT}', $1, $2, 'individual', 'Nasabah') returning id)
      insert into crm_bib.client_message (id, company_id, investor_id, kind, channel) select gen_random_uuid(), $1, one.id, 'refund-paid', 'sms' from one, ${MANY}`,
    count: `select count(*) from crm_bib.client_message where investor_id = '${CLIENT}'`,
  },
  'reconciliations.list': {
    reader: 'sari',
    fill: `insert into crm_bib.reconciliation_report (company_id, status, started_by) select $1, 'done', 'user' from ${MANY}`,
    count: 'select count(*) from crm_bib.reconciliation_report where company_id = $1',
  },
  'outbox.list': {
    reader: 'sari',
    fill: `select crm_jobs.add_job('walk', json_build_object('id', i), flags => array['company:' || $1::text]) from ${MANY}`,
    count: `select count(*) from crm_jobs._private_jobs where flags ? ('company:' || $1::text) and run_at <= now()`,
  },
  'notifications.list': {
    reader: 'rina',
    fill: `insert into auth_bib.notification (id, user_id, company_id, kind, created_at) select uuidv7(), $2, $1, 'security.new-device', now() from ${MANY}`,
    count: 'select count(*) from auth_bib.notification where user_id = $2',
  },
  // The set-up inserted the members in one statement.
  'users.list': {
    reader: 'sari',
    count: 'select count(*) from auth_bib.auth_membership where company_id = $1',
  },
  'companies.members': {
    reader: 'putri',
    path: ({ companyId }) => ({ id: companyId }),
    count: 'select count(*) from auth_bib.auth_membership where company_id = $1',
  },
  'companies.list': {
    reader: 'putri',
    fill: `insert into auth_bib.auth_company (code, name, settings)
      select 'walk' || i, 'Perusahaan ' || i, (select settings || jsonb_build_object('bibTenant', 'WALK' || i) from auth_bib.auth_company where id = $1) from ${MANY}`,
    count: "select count(*) from auth_bib.auth_company where kind = 'tenant'",
  },
  'audit.trail': {
    reader: 'sari',
    count: 'select count(*) from auth_bib.auth_user_action_log where company_id = $1',
  },
}

/** Lists that Bib pages and that are passed on unchanged. */
export const ofBib = new Set(['portfolios.transactions', 'reports.transactions'])

/** Fills a list. */
export async function fill(
  owner: pg.Client,
  { fill: statement }: Filled,
  ids: RowIds,
): Promise<void> {
  if (statement) await owner.query(withIds(statement, ids))
}

/** The number of rows that a list's reader is expected to find. */
export async function count(owner: pg.Client, list: Filled, ids: RowIds): Promise<number> {
  return Number((await owner.query<{ count: string }>(withIds(list.count, ids))).rows[0]?.count)
}

// Each statement receives only the values that it mentions.
function withIds(text: string, { companyId, rmId, leadId }: RowIds): string {
  return text.replace(
    /\$(\d)/g,
    (_, index: string) => `'${[companyId, rmId, leadId][Number(index) - 1]}'::uuid`,
  )
}
