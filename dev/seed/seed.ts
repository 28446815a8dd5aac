// Demo data, written once into an empty installation by the owner of the database.
import pg from 'pg'
import { authJobs } from '@rmtools/auth/jobs'
import { hashPassword } from '@rmtools/auth/passwords'
import type { Job } from '@rmtools/kit/job-registry'
import { companies, DEMO_PASSWORD, users, type DemoUser } from './people.ts'
import { demoLeads } from './leads.ts'

/** Fills an empty database; false if it is not empty. */
export async function seed(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    if ((await client.query('select from auth_bib.auth_company')).rowCount) return false
    await client.query('begin')
    await client.query(
      `select set_config('app.origin', '{"kind":"system","requestId":"seed"}', true)`,
    )
    await seedCompanies(client)
    const passwordHash = await hashPassword(DEMO_PASSWORD)
    for (const user of users) await seedUser(client, user, passwordHash)
    await seedLeads(client)
    await client.query('commit')
    return true
  } finally {
    await client.end()
  }
}

async function seedCompanies(client: pg.Client): Promise<void> {
  for (const { id, code, name, kind, brandColour, cutOff, linkHours, head } of companies) {
    const settings = {
      cutOffDefault: cutOff,
      otpSeconds: 300,
      approvalLinkHours: linkHours,
      registrationLinkHours: 168,
      certifiedSignatureAbove: null,
      orderCap: '1000000000000',
      orderQuestionAbove: '5000000000',
      brandColour,
      bibTenant: code.toUpperCase(),
      ...head,
    }
    await client.query(
      'insert into auth_bib.auth_company (id, code, name, kind, settings) values ($1, $2, $3, $4, $5)',
      [id, code, name, kind, JSON.stringify(settings)],
    )
    await addJob(client, authJobs.projectionCompany, { companyId: id })
  }
}

async function seedUser(client: pg.Client, user: DemoUser, passwordHash: string): Promise<void> {
  const { id, fullName, email, phone, licence, status = 'active' } = user
  await client.query(
    `insert into auth_bib.auth_user (id, full_name, email, phone, password_hash, password_changed_at, status, licence_number, licence_expires_on)
     values ($1, $2, $3, $4, $5, now(), $6, $7, current_date + $8::int)`,
    [
      id,
      fullName,
      email,
      phone,
      passwordHash,
      status,
      licence?.number ?? null,
      licence?.expiresInDays ?? null,
    ],
  )
  for (const { company, role } of user.roles)
    await client.query(
      `insert into auth_bib.auth_membership (company_id, user_id, role_id)
       select c.id, $1, r.id from auth_bib.auth_company c, auth_bib.auth_role r where c.code = $2 and r.code = $3 and r.company_id is null`,
      [id, company, role],
    )
  await addJob(client, authJobs.projectionUser, { userId: id })
}

async function seedLeads(client: pg.Client): Promise<void> {
  for (const lead of demoLeads())
    await client.query(
      `insert into crm_bib.lead (company_id, rm_id, full_name, phone, email, interest, source, tags, status, lost_reason, next_follow_up_at, created_at, updated_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(hours => $11), now() - make_interval(hours => $12), now() - make_interval(hours => $12))`,
      [
        lead.companyId,
        lead.rmId,
        lead.fullName,
        lead.phone,
        lead.email,
        lead.interest,
        lead.source,
        lead.tags,
        lead.status,
        lead.lostReason,
        lead.followUpInHours,
        lead.ageHours,
      ],
    )
}

async function addJob<P extends object>(
  client: pg.Client,
  { name }: Job<string, P>,
  payload: P,
): Promise<void> {
  await client.query('select auth_bib.add_job($1, $2, null, null, null, null)', [
    name,
    JSON.stringify(payload),
  ])
}
