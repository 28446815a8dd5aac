// Writes past records, which no API can create, by SQL as the owner of the database. The audit
// trail attributes them to the system.
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { systemClock } from '@rmtools/kit/clock'
import { folderFiles } from '@rmtools/kit/files'
import { signaturePng } from '../../tour/pictures.ts'
import type { DemoCase } from './cases.ts'
import { hasLead, leadIdOf } from './capture.ts'
import type { Past } from './past.ts'

/** Runs statements in one transaction as the owner. */
export async function asSeed<R>(
  ownerUrl: string,
  work: (client: pg.Client) => Promise<R>,
): Promise<R> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin')
    await client.query(
      `select set_config('app.origin', '{"kind":"system","requestId":"seed"}', true)`,
    )
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

const DAY = "interval '1 day'"

/** Days between opening, submission and decision, and from the last of them until now. */
function agesOf({ aim, ageDays }: DemoCase): {
  opened: number
  submitted: number
  decided: number
} {
  if (aim === 'draft' || aim === 'awaiting-investor')
    return { opened: ageDays, submitted: ageDays, decided: ageDays }
  if (aim === 'submitted') return { opened: ageDays + 1, submitted: ageDays, decided: ageDays }
  return { opened: ageDays + 2, submitted: ageDays + 1, decided: ageDays }
}

/** Moves the dates of cases into the past. Cases opened before `since` are already done. */
export async function backdate(
  client: pg.Client,
  cases: readonly DemoCase[],
  since: Date,
): Promise<void> {
  for (const one of cases) {
    const { opened, submitted, decided } = agesOf(one)
    const days = [one.id, opened, submitted, decided]
    const { rowCount } = await client.query(
      `update crm_bib.investor set created_at = created_at - $2 * ${DAY}, submitted_at = submitted_at - $3 * ${DAY}, verified_at = verified_at - $3 * ${DAY},
         senior_approved_at = senior_approved_at - $3 * ${DAY}, reviewed_at = reviewed_at - $4 * ${DAY}, updated_at = updated_at - $4 * ${DAY},
         risk_expires_on = risk_expires_on - $3::int
       where id = $1 and created_at >= $5`,
      [...days, since],
    )
    if (rowCount === 0) continue
    await client.query(
      `update crm_bib.investor_event set at = at - (case kind when 'created' then $2 when 'submitted' then $3 else $4 end)::int * ${DAY} where investor_id = $1`,
      days,
    )
    await client.query(
      `update crm_bib.investor_return_reason set created_at = created_at - $2 * ${DAY} where investor_id = $1`,
      [one.id, decided],
    )
    await backdateParts(client, one, submitted)
    if (hasLead(one)) await backdateLead(client, leadIdOf(one), opened)
  }
}

async function backdateParts(client: pg.Client, { id }: DemoCase, days: number): Promise<void> {
  const statements = [
    `update crm_bib.consent set given_at = given_at - $2 * ${DAY}`,
    `update crm_bib.investor_document set created_at = created_at - $2 * ${DAY}, stored_at = stored_at - $2 * ${DAY}`,
    `update crm_bib.investor_bank_account set created_at = created_at - $2 * ${DAY}, updated_at = updated_at - $2 * ${DAY}`,
    `update crm_bib.investor_risk_profile set created_at = created_at - $2 * ${DAY}, profiled_on = profiled_on - $2::int, expires_on = expires_on - $2::int`,
  ]
  for (const statement of statements)
    await client.query(`${statement} where investor_id = $1`, [id, days])
}

async function backdateLead(client: pg.Client, id: string, days: number): Promise<void> {
  await client.query(
    `update crm_bib.lead set created_at = created_at - ($2 + 21) * ${DAY}, updated_at = updated_at - $2 * ${DAY} where id = $1`,
    [id, days],
  )
  await client.query(
    `update crm_bib.lead_activity set happened_at = happened_at - ($2 + 14) * ${DAY}, created_at = created_at - ($2 + 14) * ${DAY} where lead_id = $1`,
    [id, days],
  )
}

/** Writes past instructions with time lines and evidence; existing ones stay. */
export async function storePast(
  client: pg.Client,
  past: readonly Past[],
  { files, signers }: Signatures,
): Promise<void> {
  const rows = past.map(({ row }) => row)
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))].join(', ')
  const { rows: stored } = await client.query<{ id: string }>(
    `insert into crm_bib.instruction (${columns}) select ${columns} from jsonb_populate_recordset(null::crm_bib.instruction, $1) on conflict (id) do nothing returning id`,
    [JSON.stringify(rows)],
  )
  const fresh = new Set(stored.map(({ id }) => id))
  const written = past.filter(({ row }) => fresh.has(row.id))
  const events = written.flatMap(({ row, events: all }) =>
    all.map((event) => ({ ...event, company_id: row['company_id'], instruction_id: row.id })),
  )
  await client.query(
    // In the order of the array, which is the order of the ids.
    `insert into crm_bib.instruction_event (company_id, instruction_id, status, "by", detail, at)
     select (e ->> 'company_id')::uuid, (e ->> 'instruction_id')::uuid, e ->> 'status', e ->> 'by', e ->> 'detail', (e ->> 'at')::timestamptz
     from jsonb_array_elements($1::jsonb) with ordinality a (e, place) order by place`,
    [JSON.stringify(events)],
  )
  const evidence = written.flatMap(({ row, evidence: proof }) => {
    const signer = signers.get(String(row['investor_id']))
    return proof && signer
      ? [
          {
            ...proof,
            ...signer,
            company_id: row['company_id'],
            instruction_id: row.id,
            otp_verified_at: proof.signed_at,
          },
        ]
      : []
  })
  for (const { signature_key: key, content } of signers.values()) await files.put(key, content)
  const names =
    'company_id, instruction_id, document, document_hash, consent_version, signature_key, signature_hash, otp_destination, otp_verified_at, signed_at'
  await client.query(
    `insert into crm_bib.instruction_evidence (${names}, signature_level, otp_channel, ip, user_agent)
     select ${names}, 'drawn-and-otp', 'sms', '127.0.0.1', 'RMTools demo data' from jsonb_populate_recordset(null::crm_bib.instruction_evidence, $1)`,
    [JSON.stringify(evidence.map(({ content: _, ...columnsOnly }) => columnsOnly))],
  )
}

type Signer = {
  signature_key: string
  signature_hash: string
  otp_destination: string
  content: Buffer
}
export type Signatures = {
  files: ReturnType<typeof folderFiles>
  signers: ReadonlyMap<string, Signer>
}

/** Drawn signatures of investors, by their ids. */
export async function signaturesOf(
  directory: string,
  holders: readonly { one: DemoCase; name: string; phone: string }[],
): Promise<Signatures> {
  const signers = new Map<string, Signer>()
  for (const { one, name, phone } of holders) {
    const content = await signaturePng(name)
    const signature_hash = createHash('sha256').update(content).digest('hex')
    signers.set(one.id, {
      content,
      signature_hash,
      signature_key: `signatures/demo-${one.number}.png`,
      otp_destination: `${phone.slice(0, 3)}*******${phone.slice(-3)}`,
    })
  }
  return {
    signers,
    files: folderFiles({ folder: join(directory, 'files'), secret: '', clock: systemClock }),
  }
}

const notes = [
  'Menelepon, minta dihubungi lagi minggu depan',
  'Mengirim fund fact sheet lewat surel',
  'Bertemu di kantor, membahas tujuan investasi',
  'Menanyakan biaya dan waktu pencairan',
  'Tertarik pasar uang untuk dana darurat',
]

/** Adds conversations to the open leads. */
export async function storeActivities(client: pg.Client): Promise<void> {
  await client.query(
    `insert into crm_bib.lead_activity (id, company_id, lead_id, author_id, kind, text, happened_at, created_at)
     select md5('demo' || l.id || k)::uuid, l.company_id, l.id, l.rm_id, (array['call', 'message', 'meeting', 'note'])[1 + (l.n + k) % 4], ($1::text[])[1 + (l.n * 3 + k) % 5], at, at
     from (select *, row_number() over (order by phone)::int as n from crm_bib.lead where phone like '+62813000%') l
     cross join generate_series(1, 3) k cross join lateral (select l.created_at + (now() - l.created_at) * (k / 4.0)) t (at)
     where l.status <> 'new' and k <= 1 + l.n % 3 on conflict (id) do nothing`,
    [notes],
  )
}
