// SECURITY 44: each part of a search uses an index of its own, however many rows the company has.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { company, createCrmWorld, people, type CrmWorld } from '../testing/crm-world.ts'

let world: CrmWorld
beforeAll(async () => {
  world = await createCrmWorld()
  // Triggers are off, because they would write thousands of audit entries.
  await world.rows(`set session_replication_role = replica;
    insert into crm_bib.lead (company_id, rm_id, full_name, phone, email)
    select '${company}', '${people.rina.id}', 'Nama ' || md5(i::text), '+62812' || lpad(i::text, 8, '0'), md5(i::text) || '@mail.example'
    from generate_series(1, 15000) i;
    insert into crm_bib.investor (company_id, rm_id, kind, display_name, phone, email, ifua, sid, external_id, identity_hash)
    select company_id, rm_id, 'individual', full_name, phone, email, 'IFUA' || right(phone, 8), 'IDD0000' || right(phone, 8), 'E' || right(phone, 8),
      sha256(phone::bytea) from crm_bib.lead;
    insert into crm_bib.instruction (company_id, rm_id, investor_id, type, product_code, product, currency, amount, fee_percent, nav_date, risk_level,
      licence_number, bib_reference)
    select company_id, rm_id, id, 'subscription', right(phone, 8), jsonb_build_object('name', display_name), 'IDR', right(phone, 6)::numeric + 1, 0,
      '2026-11-23', 1, 'W', external_id from crm_bib.investor;
    set session_replication_role = origin;
    analyze crm_bib.lead, crm_bib.investor, crm_bib.instruction`)
}, 60_000)
afterAll(async () => await world[Symbol.asyncDispose]())

const uuid = `'00000000-0000-7000-8000-000000000001'::uuid`
const literals: Readonly<Record<string, string>> = {
  written: `'0a1b2c3d'`,
  phone_pattern: `'%812000149%'`,
  email_pattern: `'%0a1b2c3d%'`,
  numbers: `'{IFUA00000042}'::text[]`,
  number_pattern: `'%1234%'`,
  hash: `'\\x01'::bytea`,
  first_id: uuid,
  last_id: uuid,
  exact_amount: '4711.00',
  buyers: `array[${uuid}]`,
  at_most: '1001',
}

type Plan = { 'Node Type': string; 'Index Name'?: string; Plans?: Plan[] }
const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)]

test.each([
  ['leads_found', ['lead_key_idx', 'lead_search_idx']],
  [
    'investors_matching',
    ['investor_key_idx', 'investor_search_idx', 'investor_numbers_idx', 'investor_identity_idx'],
  ],
  [
    'instructions_found',
    [
      'instruction_key_idx',
      'instruction_product_idx',
      'instruction_reference_idx',
      'instruction_amount_idx',
      'instruction_investor_idx',
    ],
  ],
])('%s', async (name, indexes) => {
  const [source] = await world.rows<{ prosrc: string; names: string[] }>(
    `select prosrc, proargnames as names from pg_proc where proname = $1`,
    [name],
  )
  const body = (source?.names ?? []).reduce(
    (text, parameter) =>
      text.replace(new RegExp(`\\b${parameter}\\b`, 'g'), () => literals[parameter] ?? 'null'),
    source?.prosrc ?? '',
  )
  // The tables are small here, and scanning them is cheap; the real ones have a hundred times as
  // many rows.
  await world.rows('set enable_seqscan = off; set cpu_operator_cost = 1')
  const rows = await world.rows<{ 'QUERY PLAN': [{ Plan: Plan }] }>(
    `explain (format json) ${body
      .replaceAll("nullif(current_setting('app.company_id', true), '')::uuid", `'${company}'::uuid`)
      .replace(/from (\w+) /, 'from crm_bib.$1 ')
      .replaceAll('search_', 'crm_bib.search_')}`,
  )
  const plan = nodes(rows[0]?.['QUERY PLAN'][0].Plan ?? { 'Node Type': 'none' })
  expect(plan.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  expect(plan.map((node) => node['Index Name'])).toEqual(expect.arrayContaining(indexes))
})
