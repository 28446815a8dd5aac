// Adds ten companies with 200,000 leads, and access tokens for users who can read them.
import pg from 'pg'
import { allGrants } from '@rmtools/contracts/everything'
import { TOKEN_AUDIENCE, TOKEN_ISSUER, type AccessClaims } from '@rmtools/kit/authenticate'
import { signToken } from '@rmtools/kit/tokens'

export const benchCompany = (index: number) =>
  `0198bbbb-0000-7000-8000-${String(index).padStart(12, '0')}`
const RM = '0198bbbb-1111-7000-8000-000000000001'

/** Spreads leads over ten companies: `skew` puts half of them into the first. */
export async function fillLeads(ownerUrl: string, leads: number, skew: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const ids = Array.from({ length: 10 }, (_, index) => benchCompany(index))
  await client.query('truncate crm_bib.lead cascade')
  // The audit trail is not measured here, and 200,000 entries would take long to write.
  await client.query('alter table crm_bib.lead disable trigger user')
  await client.query(
    `insert into crm_bib.lead (company_id, rm_id, full_name, phone, email)
     select ($1::uuid[])[case when $3 and i % 2 = 0 then 1 else 1 + i % 10 end], $4, 'Nama ' || i, '+62' || (8100000000 + i), 'nama' || i || '@mail.example'
     from generate_series(1, $2::int) i`,
    [ids, leads, skew, RM],
  )
  await client.query('alter table crm_bib.lead enable trigger user')
  await client.query('vacuum analyze crm_bib.lead')
  // Flushes the inserted data to disk before anything is measured.
  await client.query('checkpoint')
  await client.end()
}

/** An access token of a user who reads `companies` and writes to the first. */
export async function benchToken(
  signingKeys: string,
  companies: readonly string[],
): Promise<string> {
  const [key] = JSON.parse(signingKeys) as { kid: string; privateKey: string }[]
  const now = Math.floor(Date.now() / 1000)
  const claims: AccessClaims = {
    sub: RM,
    sid: crypto.randomUUID(),
    com: companies[0] ?? '',
    coms: [...companies],
    role: 'company-admin',
    perms: [...new Set(allGrants.map(({ permission }) => permission))],
    own: false,
    dev: null,
    typ: 'access',
    fac: now,
    exp: now + 3600,
  }
  return await signToken(
    { ...claims, iss: TOKEN_ISSUER, aud: TOKEN_AUDIENCE },
    { algorithm: 'EdDSA', privateKey: key?.privateKey ?? '', kid: key?.kid ?? '' },
  )
}

/**
 * Makes the companies known to crm, and adds investors with one instruction each, spread evenly
 * over them.
 */
export async function fillInvestors(ownerUrl: string, investors: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  const ids = Array.from({ length: 10 }, (_, index) => benchCompany(index))
  // Bib accepts only companies that crm knows.
  await client.query(
    `insert into crm_bib.known_company (company_id, sequence, code, name, is_active)
     select id, 1, 'bench-' || place, 'Bench ' || place, true from unnest($1::uuid[]) with ordinality company (id, place) on conflict do nothing`,
    [ids],
  )
  for (const table of ['investor', 'instruction'])
    await client.query(`alter table crm_bib.${table} disable trigger user`)
  await client.query(
    `with made as (
       insert into crm_bib.investor (company_id, rm_id, kind, status, display_name, phone, submitted_at, created_by)
       select ($1::uuid[])[1 + i % 10], $3, 'individual', (array['draft', 'submitted', 'approved', 'registered'])[1 + i % 4], 'Investor ' || i,
         '+62' || (8100000000 + i), '2026-01-01'::timestamptz + i * interval '1 minute', $3 from generate_series(1, $2::int) i
       returning id, company_id)
     insert into crm_bib.instruction (company_id, rm_id, investor_id, type, status, product_code, product, currency, amount, fee_percent, nav_date, risk_level, licence_number)
     select company_id, $3, id, 'subscription', 'settled', 'ANDALAN-KAS', '{"code":"ANDALAN-KAS","name":"Andalan Kas"}', 'IDR', 1000000, 0, '2026-11-23', 1, 'W' from made`,
    [ids, investors, RM],
  )
  for (const table of ['investor', 'instruction'])
    await client.query(`alter table crm_bib.${table} enable trigger user`)
  await client.query('vacuum analyze crm_bib.investor, crm_bib.instruction')
  await client.query('checkpoint')
  await client.end()
}
